"""Survival curves and histograms on slides and sheets: steps stay steps, and the goal keeps its colour."""

from datetime import date

import numpy as np
import openpyxl
import pytest
from kpidesk.charts.builder import build_figure
from kpidesk.charts.figure import Line
from kpidesk.charts.kinds.histogram import HistogramView, build_histogram
from kpidesk.charts.kinds.survival import build_survival
from kpidesk.charts.spec import ChartSpec, FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import untranslated
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.exporter import export
from kpidesk.export.native import native_chart
from kpidesk.export.options import ExportOptions
from kpidesk.metrics.lifetimes import Curve, SurvivalStudy
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from tests.charts.frames import a_catalogue, a_company, a_frame, a_series, months
from tests.export.books import a_book


def survival():
    shares = np.array([1.0, 0.75, 0.5])
    curve = Curve(None, shares, shares - 0.1, shares + 0.1, np.array([4, 4, 3]), None, 4, 2)
    return build_survival(SurvivalStudy(None, (curve,), date(2024, 5, 31)), Style(), FigureOptions())


def histogram(goal=3.0):
    values = np.array([1.0, 2.0, 2.0, 3.5, 4.0])
    return build_histogram(HistogramView("LTV/CAC", "ratio", values, goal), Style(), FigureOptions())


@pytest.fixture
def deck():
    return Deck("t", (Slide(figure=survival(), key="s"), Slide(figure=histogram(), key="h")), book=a_book())


def charts_of(path):
    return [s.chart for page in Presentation(path).slides for s in page.shapes if s.has_chart]


def test_survival_is_drawn_from_corner_to_corner_between_its_bounds(deck, tmp_path):
    export(deck, tmp_path / "a.pptx", ExportOptions())
    chart = charts_of(tmp_path / "a.pptx")[0]
    assert chart.chart_type == XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS
    drawn = [list(zip(map(float, s.iter_values()), s.values, strict=True)) for s in chart.plots[0].series]
    (line,) = [mark for mark in survival().marks if isinstance(mark, Line)]
    assert tuple(y for _, y in drawn[0]) == line.ys
    assert len(drawn) == 3
    blob = tmp_path / "data.xlsx"
    blob.write_bytes(chart.part.chart_workbook.xlsx_part.blob)
    sheet = openpyxl.load_workbook(blob).active
    corners = [(sheet.cell(2 + at, 1).value, sheet.cell(2 + at, 2).value) for at in range(len(line.xs))]
    assert corners == list(zip(line.xs, line.ys, strict=True))
    second = len(line.xs) + 3
    assert sheet.cell(second, 2).value == "low"
    assert sheet.cell(second + 1, 1).value == 0


def test_deck_with_steps_is_refreshed(deck, tmp_path):
    path = tmp_path / "a.pptx"
    export(deck, path, ExportOptions())
    export(deck, path, ExportOptions(refresh=path))
    assert charts_of(path)[0].chart_type == XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS


def test_bars_that_reach_the_goal_are_a_series_of_their_own(deck, tmp_path):
    native = native_chart(histogram(), untranslated)
    reaches, misses = native.series
    assert (reaches.name, reaches.ink, misses.name, misses.ink) == ("Reaches it", "scenario", "Does not", "baseline")
    assert sum(filter(None, reaches.values)) == pytest.approx(0.4)
    assert sum(filter(None, misses.values)) == pytest.approx(0.6)
    assert not [1 for a, b in zip(reaches.values, misses.values, strict=True) if a is not None and b is not None]
    assert native.has_key
    export(deck, tmp_path / "a.pptx", ExportOptions())
    assert charts_of(tmp_path / "a.pptx")[1].has_legend


def test_histogram_without_a_goal_is_one_series():
    (series,) = native_chart(histogram(goal=None), untranslated).series
    assert sum(series.values) == pytest.approx(1.0)


def test_sheet_has_two_columns_a_curve(deck, tmp_path):
    export(deck, tmp_path / "a.xlsx", ExportOptions())
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Charts"]
    (line,) = [mark for mark in survival().marks if isinstance(mark, Line)]
    corners = [(sheet.cell(6 + at, 12).value, sheet.cell(6 + at, 13).value) for at in range(len(line.xs))]
    assert corners == list(zip(line.xs, line.ys, strict=True))


def test_two_kpis_with_gaps_are_two_series_of_bars():
    values = {"new_mrr": [5.0, np.nan, np.nan, np.nan], "expansion_mrr": [np.nan, np.nan, 4.0, np.nan]}
    frame = a_frame([a_series(name, row) for name, row in values.items()], months("2026-01", 4))
    spec = ChartSpec("bar", (MetricName("new_mrr"), MetricName("expansion_mrr")))
    native = native_chart(build_figure(spec, frame, a_catalogue(), Style(), FigureOptions()), untranslated)
    assert [series.values for series in native.series] == [(5.0, None, None, None), (None, None, 4.0, None)]
    assert [series.labels for series in native.series] == [("$5", "", "", ""), ("", "", "$4", "")]


def test_bars_compared_with_a_year_ago_are_one_series():
    spec = ChartSpec("bar", (MetricName("mrr"),), comparison="year_ago", periods=12)
    native = native_chart(build_figure(spec, a_company(), a_catalogue(), Style(), FigureOptions()), untranslated)
    assert [series.name for series in native.series] == ["MRR"]
