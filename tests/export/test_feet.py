"""What stands below each page: the period once, and a currency only where there are amounts."""

from dataclasses import replace

import pytest
from kpidesk.charts.figure import EMPTY_TABLE
from kpidesk.charts.kinds.bubble import Bubble, BubbleView, Measured, build_bubbles
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from kpidesk.export.paper import printed
from kpidesk.qt.painting.exporters import png_bytes
from kpidesk.session.report_deck import Sources, build_deck, default_sections
from pptx import Presentation

from tests.charts.frames import EN, a_catalogue, a_company

MONEY = "Money in USD"
pytestmark = pytest.mark.usefixtures("qapp")


def plain(context, text, comment="", n=-1):
    return text


def a_report():
    """Of a company with one year of amounts and shares."""
    names = tuple(MetricName(name) for name in ("mrr", "customer_churn_rate"))
    frame, catalogue = a_company(), a_catalogue()
    frame = replace(frame, currency="USD")
    return build_deck("Pack", default_sections(frame, catalogue, names), Sources(frame, catalogue, EN))


def shown(path):
    return [
        [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]
        for page in Presentation(str(path)).slides
    ]


def test_a_currency_is_said_only_where_amounts_are():
    deck = a_report()
    feet = {slide.key: deck.foot_line(slide, plain) for slide in deck.slides}
    assert {key: MONEY in foot for key, foot in feet.items()} == {
        "overview": True,
        "chart mrr": True,
        "chart customer_churn_rate": False,
        "table": True,
    }


def test_a_sheet_of_all_pages_says_the_currency_of_any():
    deck = a_report()
    (share,) = (slide for slide in deck.slides if slide.key == "chart customer_churn_rate")
    turned = replace(deck, slides=(share, *deck.slides))
    assert MONEY in printed(turned, plain, "en", is_one_page=True).pages[0].foot
    assert MONEY not in printed(turned, plain, "en").pages[0].foot


def test_each_page_of_slides_says_its_period_once(tmp_path):
    deck = a_report()
    whole = str(deck.period)
    export(deck, tmp_path / "a.pptx", ExportOptions())
    cover, *pages = shown(tmp_path / "a.pptx")
    first, last = whole.split(" – ")
    assert f"{first} to {last}" in cover[1]
    assert whole not in cover[1]
    assert [" ".join(page).count(whole) for page in pages] == [1] * len(pages)


def test_paper_has_the_period_of_a_chart_above_it_and_not_below_again():
    deck = a_report()
    for page in printed(deck, plain, "en").pages:
        above = page.figure.subtitle if page.figure is not None else ""
        assert (above, page.foot).count(deck.period) + page.foot.count(str(deck.period)) == 1


def test_a_chart_of_fewer_months_says_those():
    deck = a_report()
    chart = next(slide for slide in deck.slides if slide.figure is not None)
    short = replace(chart, figure=replace(chart.figure, subtitle="Apr 2026 – Jun 2026"))
    foot = deck.foot_line(short, plain)
    assert "Apr 2026 – Jun 2026" in foot
    assert str(deck.period) not in foot


@pytest.mark.parametrize(("kind", "said"), [("money", True), ("count", False)])
def test_a_study_s_columns_tell_whether_it_has_amounts(kind, said):
    view = BubbleView(
        (Bubble("Search", 2.0, 3.0, 4.0),), Measured("Rate", "share"), Measured("Worth", kind), Measured("n", "count")
    )
    figure = build_bubbles(view, Style(), FigureOptions())
    deck = Deck("Pack", (Slide(figure=figure),), currency=MONEY)
    assert (MONEY in deck.foot(deck.slides[0])) is said


def test_a_picture_on_a_slide_repeats_nothing_of_the_page(tmp_path):
    drawn = []

    class Painter:
        def png(self, figure, size, scale, *, is_transparent=False):
            return png_bytes(figure, size, scale)

        def svg(self, figure, size):
            drawn.append(figure)
            return b"<svg xmlns='http://www.w3.org/2000/svg'/>"

    report = a_report()
    figure = replace(report.slides[1].figure, kind="another", table=EMPTY_TABLE)
    deck = replace(report, slides=(Slide(figure=figure, definitions=report.slides[1].definitions),))
    export(deck, tmp_path / "a.pptx", ExportOptions(renderer=Painter()))
    (picture,) = drawn
    assert picture.marks == figure.marks
    assert (picture.title, picture.subtitle, picture.footnote) == ("", "", ())
