import itertools
from dataclasses import replace

import numpy as np
import pytest
from kpidesk.charts.figure import Area
from kpidesk.charts.kinds.fan import FanView, build_fan
from kpidesk.charts.kinds.two_drivers import DriverAxis, TwoDriversView, build_two_drivers
from kpidesk.charts.kinds.waterfall import Bridge, Step, build_bridge
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from tests.charts.gallery import gallery
from tests.charts.test_scenario_studies import AHEAD, PAST
from tests.export.books import a_deck


def written(deck, tmp_path):
    path = tmp_path / "deck.pptx"
    export(deck, path, ExportOptions())
    return Presentation(path)


@pytest.fixture(scope="module")
def show(tmp_path_factory):
    return written(a_deck(), tmp_path_factory.mktemp("deck"))


def chart_of(slide):
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def texts(slide):
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def one(figure, tmp_path):
    return written(Deck("t", (Slide(figure=figure),)), tmp_path).slides[1]


def test_deck_is_wide_and_has_a_cover(show):
    assert (show.slide_width / 914400, show.slide_height / 914400) == pytest.approx((13.333, 7.5), abs=1e-3)
    assert texts(show.slides[0]) == ["Board pack", "June 2026"]
    assert len(show.slides) == 1 + len(gallery()) + 2


@pytest.mark.parametrize(
    ("name", "kind", "series"),
    [
        ("line", XL_CHART_TYPE.LINE, ["MRR", "year ago", "Target $250K"]),
        ("line_by", XL_CHART_TYPE.LINE, ["Team", "Business", "Enterprise", "Target 2.5%"]),
        ("bar", XL_CHART_TYPE.COLUMN_CLUSTERED, ["MRR"]),
        ("bar_by", XL_CHART_TYPE.BAR_CLUSTERED, ["New customers"]),
        ("stacked_bar", XL_CHART_TYPE.COLUMN_STACKED, ["Team", "Business", "Enterprise"]),
        ("tornado", XL_CHART_TYPE.BAR_CLUSTERED, ["−20%", "+20%"]),
        ("waterfall", XL_CHART_TYPE.COLUMN_STACKED, ["base", "level", "rises (good)", "falls (bad)"]),
    ],
)
def test_charts_are_native_and_editable(name, kind, series, tmp_path):
    chart = chart_of(one(gallery()[name], tmp_path))
    assert chart.chart_type == kind
    assert [s.name for s in chart.plots[0].series] == series
    assert chart.part.chart_workbook.xlsx_part is not None


def test_band_is_an_area_behind_the_lines(tmp_path):
    area, lines = chart_of(one(gallery()["path"], tmp_path)).plots
    assert [s.name for s in lines.series] == ["History", "Baseline", "Halve churn"]
    low, span = (list(s.values) for s in area.series)
    figure = gallery()["path"]
    band = next(mark for mark in figure.marks if isinstance(mark, Area))
    assert low[-len(band.lows) :] == list(band.lows)
    assert low[-1] + span[-1] == pytest.approx(band.highs[-1])


def test_chart_holds_the_numbers_of_the_figure(tmp_path):
    figure = gallery()["line"]
    chart = chart_of(one(figure, tmp_path))
    assert list(chart.plots[0].categories)[:2] == ["Jul 25", "Aug 25"]
    assert list(chart.plots[0].series[0].values) == [figure.table.number(i, 1) for i in range(12)]


def test_bridge_stands_on_an_invisible_base_and_adds_up(tmp_path):
    chart = chart_of(one(gallery()["waterfall"], tmp_path))
    base, ends, good, bad = ([v or 0 for v in s.values] for s in chart.plots[0].series)
    tops = [sum(column) for column in zip(base, ends, good, bad, strict=True)]
    assert ends[0] == pytest.approx(230.8e3)
    assert tops[1] == pytest.approx(230.8e3 + 10.6e3)
    assert base[-2] == pytest.approx(ends[-1])
    assert ends[-1] == pytest.approx(238.1e3, abs=1)
    assert chart.value_axis.minimum_scale == 220e3


def test_bridge_through_zero_is_drawn_on_both_sides(tmp_path):
    figure = build_bridge(Bridge(10, (Step("a", -25.0), Step("b", 5.0)), "money"), Style(), FigureOptions())
    chart = chart_of(one(figure, tmp_path))
    by_name = {s.name: list(s.values) for s in chart.plots[0].series}
    assert (by_name["falls (bad)"][1], by_name["falls (bad) −"][1]) == (10, -15)
    assert (by_name["base"][2], by_name["rises (good) −"][2]) == (-10, -5)


def test_tornado_bars_start_at_the_baseline(tmp_path):
    chart = chart_of(one(gallery()["tornado"], tmp_path))
    lower, higher = (list(s.values) for s in chart.plots[0].series)
    assert lower[0] == pytest.approx(0.65)
    assert higher[0] == pytest.approx(-0.43)


def test_heat_map_is_a_tinted_table(tmp_path):
    slide = one(gallery()["heatmap"], tmp_path)
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    assert table.cell(1, 1).text == "100"
    assert str(table.cell(1, 1).fill.fore_color.rgb) == "2245A0"
    assert table.cell(1, 0).text == "Jul n 180"


def test_slide_says_the_chart_in_words_and_its_source(show):
    said = texts(show.slides[1])
    assert said[0] == "MRR"
    assert said[1].startswith("MRR: $238.1K in May 2026")
    assert "Source: subscriptions.csv" in said[2]


def test_chart_can_be_heard(show):
    shape = next(s for s in show.slides[1].shapes if s.has_chart)
    (properties,) = shape.element.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr")
    assert properties.get("descr").startswith("MRR: $238.1K")


def test_definitions_are_in_the_notes(show):
    notes = show.slides[1].notes_slide.notes_text_frame.text
    assert "MRR (mrr). Meaning of MRR." in notes
    assert "Standard profile" in notes


def test_cards_are_shapes_with_their_values(show):
    page = show.slides[len(gallery()) + 1]
    cards = [shape.text_frame.text.split("\n") for shape in page.shapes if "|card " in shape.name]
    assert cards[0] == ["MRR", "$238.1K", "▲ +3.2% vs Apr", "May · based on 2,431"]
    assert cards[3][1] == "—"


def test_pivot_shows_the_last_periods_that_fit(show):
    pivot = next(shape.table for shape in show.slides[len(gallery()) + 2].shapes if shape.has_table)
    last = len(pivot.columns) - 1
    assert pivot.cell(0, last).text == "Jun 2026"
    assert pivot.cell(1, last - 1).text == "$238,100"
    assert pivot.columns[last].width >= Pt(62)  # an amount such as $238,100 does not break


def test_no_names_of_people_travel(show):
    assert (show.core_properties.author, show.core_properties.title) == ("KPI Desk", "Board pack")


def test_fan_is_native_bands_within_one_another(tmp_path):
    fan = np.array([[90, 80, 70], [95, 90, 85], [100, 101, 102], [105, 110, 115], [110, 120, 130]], dtype=float)
    view = FanView("MRR", "money", PAST, np.array([80.0, 90, 100]), AHEAD, fan, ())
    area, lines = chart_of(one(build_fan(view, Style(), FigureOptions()), tmp_path)).plots
    assert [s.name for s in lines.series] == ["History", "Median"]
    last = [list(s.values)[-1] for s in area.series]
    assert list(itertools.accumulate(last)) == [70, 85, 115, 130]


def test_two_drivers_are_a_tinted_table_with_the_most_on_top(tmp_path):
    churn, cac = np.array([0.02, 0.04, 0.06]), np.array([300.0, 600.0])
    values = 80 / churn[None, :] / cac[:, None]
    across, down = DriverAxis("Churn", "share", churn, 0.05), DriverAxis("CAC", "money", cac, 600.0)
    figure = build_two_drivers(
        TwoDriversView("LTV/CAC", "ratio", across, down, values, 3.0, ()), Style(), FigureOptions()
    )
    table = next(shape.table for shape in one(figure, tmp_path).shapes if shape.has_table)
    assert [table.cell(row, 0).text for row in range(3)] == ["CAC \\ Churn", "$600", "$300"]
    assert table.cell(1, 3).text == "2.2"
    tints = {(row, at): table.cell(row, at).fill.fore_color.rgb for row in (1, 2) for at in (1, 2, 3)}
    assert tints.pop((1, 3)) not in tints.values()  # 2.2 alone is below the goal of 3
    assert tints[1, 2] != tints[2, 1]  # 3.3 just meets it, 13.3 by far


def test_signs_that_xml_cannot_hold_are_left_out_of_descriptions(tmp_path):
    figure = replace(gallery()["line"], summary="Gold\x0bSilver", title="Plans\x1b")
    export(Deck("t", (Slide(figure=figure),)), tmp_path / "deck.pptx", ExportOptions())

    shapes = Presentation(tmp_path / "deck.pptx").slides[1].shapes

    assert "Gold Silver" in [shape._element._nvXxPr.cNvPr.get("descr") for shape in shapes]
