import math
import re
import zipfile

import numpy as np
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.charts.builder import build_figure
from kpidesk.charts.kinds.heatmap import HeatView, build_heatmap
from kpidesk.charts.spec import ChartSpec, FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.excel_formula import to_excel
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from kpidesk.export.xlsx_writer import sheet_name
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Binary, Call, Negative, Number, Ref

from tests.charts.frames import a_frame, a_series
from tests.export.books import HOSTILE, a_book
from tests.export.excel import TEXT, Workbook, same


@pytest.fixture
def written(tmp_path):
    path = tmp_path / "book.xlsx"
    export(Deck("t", book=a_book((HOSTILE,))), path, ExportOptions())
    return path


def cells(path, *, formulas):
    book = openpyxl.load_workbook(path, data_only=not formulas)
    return {
        sheet.title: {cell.coordinate: cell.value for row in sheet for cell in row if cell.value is not None}
        for sheet in book
    }


def row_of(sheet, name):
    return next(int(at[1:]) for at, value in sheet.items() if at.startswith("B") and value == name)


def test_sheets_are_in_reading_order(written):
    assert openpyxl.load_workbook(written).sheetnames == [
        "Data",
        "Inputs",
        "KPIs",
        "Scenarios",
        "Definitions",
        "subs__2026_",
    ]


def test_kpi_cells_are_live_and_carry_the_published_values(written):
    live, cached = cells(written, formulas=True)["KPIs"], cells(written, formulas=False)["KPIs"]
    ltv, ratio = row_of(live, "ltv"), row_of(live, "ltv_cac")
    assert live[f"D{ratio}"] == f'=IFERROR((D{ltv}/D{row_of(live, "cac")}),"—")'
    assert (cached[f"D{ltv}"], cached[f"E{ltv}"]) == (1600, 3200)
    assert cached[f"D{ratio}"] == pytest.approx(2.6666667)
    assert cached[f"F{ltv}"] == TEXT


def test_workbook_recomputes_to_its_cached_values(written):
    live, cached = cells(written, formulas=True), cells(written, formulas=False)
    book = Workbook(live)
    checked = 0
    for at, content in live["KPIs"].items():
        if at[0] in "DEF" and isinstance(content, str) and content.startswith("="):
            assert same(book.value("KPIs", at), cached["KPIs"][at]), at
            checked += 1
    assert checked == 7 * 3


def test_scenarios_recompute_too(written):
    live, cached = cells(written, formulas=True), cells(written, formulas=False)
    book, sheet = Workbook(live), live["Scenarios"]
    ltv = row_of(sheet, "ltv")
    assert same(book.value("Scenarios", f"F{ltv}"), cached["Scenarios"][f"F{ltv}"])
    sheet[f"E{row_of(sheet, 'customer_churn_rate')}"] = 0.0125
    assert Workbook(live).value("Scenarios", f"F{ltv}") == pytest.approx(6400)
    assert Workbook(live).value("Scenarios", f"D{ltv}") == 3200


def test_halved_churn_doubles_ltv_in_the_file(written):
    live = cells(written, formulas=True)
    live["Inputs"][f"D{row_of(live['Inputs'], 'customer_churn_rate')}"] = 0.0125
    assert Workbook(live).value("KPIs", f"D{row_of(live['KPIs'], 'ltv')}") == pytest.approx(6400)


def test_value_that_reaches_before_the_first_period_is_an_input(written):
    live = cells(written, formulas=True)
    row = row_of(live["KPIs"], "arpa_growth")
    source, arpa = row_of(live["Inputs"], "arpa_growth"), row_of(live["KPIs"], "arpa")
    assert live["KPIs"][f"D{row}"] == f"='Inputs'!D{source}"
    assert live["KPIs"][f"E{row}"] == f'=IFERROR(((E{arpa}/D{arpa})-1),"—")'


def test_running_period_says_so(written):
    assert cells(written, formulas=False)["KPIs"]["F2"] == "Mar 2026 (incomplete)"


def test_texts_never_become_formulas(written):
    live = cells(written, formulas=True)
    rows = live["subs__2026_"]
    assert (rows["A2"], rows["B2"], rows["A3"], rows["C3"]) == ("=1+1", "@cmd", "+A", -5)
    with zipfile.ZipFile(written) as parts:
        sheet = parts.read("xl/worksheets/sheet6.xml").decode()
        kpis = parts.read("xl/worksheets/sheet3.xml").decode()
    assert "<f>" not in sheet
    assert kpis.count("<f>") == 21


def test_data_lists_every_number_with_its_period(written):
    data = cells(written, formulas=False)["Data"]
    heads = ["period", "kpi", "segment", "value", "n", "low", "high", "incomplete"]
    assert [data[f"{c}1"] for c in "ABCDEFGH"] == heads
    assert (data["A2"], data["B2"], data["D2"]) == ("2026-01", "arpa", 100)
    assert sum(1 for at in data if at.startswith("A")) == 1 + 7 * 3


def test_definitions_tell_formula_and_meaning(written):
    sheet = cells(written, formulas=False)["Definitions"]
    row = next(int(at[1:]) for at, value in sheet.items() if value == "ltv_cac")
    assert (sheet[f"B{row}"], sheet[f"D{row}"], sheet[f"E{row}"]) == ("LTV/CAC", "ltv / cac", "Meaning of LTV/CAC.")


def test_sheet_names_are_taken_by_excel():
    used = {"data"}
    assert sheet_name("a/b:c*d?[e]", used) == "a_b_c_d__e_"
    assert sheet_name("Data", used) == "Data 2"
    assert sheet_name("x" * 40, used) == "x" * 31
    assert sheet_name("x" * 40, used) == "x" * 29 + " 2"
    assert sheet_name("x" * 30 + "'s sheet", used) == "x" * 30


EARLIER = ["previous", "mean_of_half_year"]
TWO = ["first", "default", "sum_known", "where_known", "min", "max", "share"]
NAMES = [MetricName(n) for n in ("a", "b", "c")]
leaves = st.one_of(st.sampled_from(NAMES).map(Ref), st.sampled_from([0.0, 1.0, 2.5, 12.0]).map(lambda v: Number(v)))
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Binary, st.sampled_from("+-*/"), inner, inner),
        st.builds(Negative, inner),
        st.builds(
            lambda f, a, b: Call(f, (a, b)),
            st.sampled_from(TWO),
            inner,
            inner,
        ),
        st.builds(lambda f, n: Call(f, (Ref(n),)), st.sampled_from(EARLIER), st.sampled_from(NAMES)),
    ),
    max_leaves=8,
)
values = st.one_of(st.just(math.nan), st.sampled_from([0.0, 1.0, -2.0, 0.25, 7.0]))


@given(trees, st.lists(st.tuples(values, values), min_size=3, max_size=3))
def test_excel_agrees_with_the_engine(expr, pairs):
    import numpy as np

    arrays = {name: np.array(pair) for name, pair in zip(NAMES, pairs, strict=True)}
    sheet = {
        f"{'DE'[i]}{row}": TEXT if math.isnan(pair[i]) else pair[i]
        for row, pair in enumerate(pairs, start=1)
        for i in (0, 1)
    }

    def cell_of(name, lag):
        return f"{'CDE'[2 + lag]}{NAMES.index(name) + 1}" if lag in (0, -1) else None

    ours = float(np.broadcast_to(evaluate_expr(expr, arrays, Grain.MONTH), (2,))[1])

    def is_known(part):
        return bool(np.isfinite(evaluate_expr(part, arrays, Grain.MONTH)).any())

    theirs = Workbook({"S": sheet}).compute(to_excel(expr, cell_of, is_known=is_known)[1:], "S")
    assert same(theirs, TEXT if math.isnan(ours) else ours)


def test_shares_of_a_quarter_are_brought_to_a_month():
    formula = to_excel(Call("monthly", (Ref(NAMES[0]),)), lambda name, lag: "A1", Grain.QUARTER)
    assert Workbook({"S": {"A1": 1 - 0.95**3}}).compute(formula[1:], "S") == pytest.approx(0.05)


def test_chart_of_segments_leads_to_no_cell_of_the_whole(tmp_path):
    book = a_book()
    values = [[100.0, 100.0, 110.0], [60.0, 50.0, 40.0], [40.0, 50.0, 70.0]]
    whole, split = (
        a_frame([a_series("arpa", rows)], book.frame.periods, running=1, segments=segments, by=by)
        for rows, segments, by in ((values[:1], (None,), None), (values, (None, "Pro", "Team"), "plan"))
    )
    slides = [
        Slide(
            figure=build_figure(ChartSpec("line", (MetricName("arpa"),), frame.by), frame, book.catalogue, Style()),
            definitions=(book.catalogue.get("arpa"),),
        )
        for frame in (whole, split)
    ]
    path = tmp_path / "charts.xlsx"
    export(Deck("t", tuple(slides), book=book), path, ExportOptions())

    live, cached = cells(path, formulas=True), cells(path, formulas=False)
    linked = {at: text for at, text in live["Charts"].items() if str(text).startswith("=")}
    recomputed = Workbook(live)

    assert len(linked) == 3
    assert all(same(recomputed.value("Charts", at), cached["Charts"][at]) for at in linked)


def test_foot_of_a_printed_sheet_keeps_its_year_apart_from_the_size_of_the_type(tmp_path):
    path = tmp_path / "book.xlsx"
    export(Deck("t", book=a_book(), period="2026年1月 – 3月"), path, ExportOptions())

    feet = re.findall("<oddFooter>(.*?)</oddFooter>", zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode())

    assert feet[0].startswith("&amp;L&amp;8 2026年1月")


def test_amounts_of_a_heat_map_are_written_smaller_rather_than_as_hashes(tmp_path):
    view = HeatView(("Pro",), ("Jan",), np.array([[1_234_567.0]]), "money", "Revenue")
    path = tmp_path / "charts.xlsx"
    export(Deck("t", (Slide(figure=build_heatmap(view, Style(), FigureOptions())),)), path, ExportOptions())

    (cell,) = (cell for row in openpyxl.load_workbook(path)["Charts"] for cell in row if cell.value == 1_234_567)

    assert cell.alignment.shrink_to_fit
