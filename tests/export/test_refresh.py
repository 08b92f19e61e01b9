"""Bar 5: a deck with new numbers keeps an edited title, a moved chart and an added slide; and templates keep theirs."""

from dataclasses import replace

import pytest
from kpidesk.core.errors import UserError
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Inches

from tests.charts.gallery import gallery
from tests.export.books import a_deck


def a_keyed_deck(figures) -> Deck:
    cards, pivot = (slide for slide in a_deck().slides if slide.cards or slide.pivot is not None)
    pages = [Slide(figure=figure, key=f"chart {name}") for name, figure in figures.items()]
    return Deck("Board pack", (*pages, replace(cards, key="cards"), replace(pivot, key="table")), stamp=("Gold only",))


def doubled(figure):
    """The figure of next month: every number twice as large."""
    rows = tuple(tuple(cell * 2 if isinstance(cell, float) else cell for cell in row) for row in figure.table.rows)
    return replace(figure, table=replace(figure.table, rows=rows), summary="Twice as much.", title="Next month")


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "march.pptx"
    names = ("line", "waterfall", "stacked_bar", "line_interval", "heatmap")
    export(a_keyed_deck({name: gallery()[name] for name in names}), path, ExportOptions())
    return path


def shape_of(page, part):
    return next(shape for shape in page.shapes if f"|{part}|" in shape.name)


def renewed(old, tmp_path, deck):
    path = tmp_path / "april.pptx"
    export(deck, path, ExportOptions(refresh=old))
    return Presentation(path)


def test_numbers_are_new_and_the_users_work_stays(old, tmp_path):
    show = Presentation(old)
    first, second = show.slides[1], show.slides[2]
    first.shapes.title.text_frame.text = "We are growing"
    chart = shape_of(first, "chart")
    chart.left, chart.width = Inches(5), Inches(7)
    chart.chart.plots[0].series[0].format.line.width = 40000
    added = show.slides.add_slide(show.slide_layouts[5])
    added.shapes.title.text_frame.text = "My own thoughts"
    second.shapes.add_textbox(0, 0, 100, 100).text_frame.text = "a remark"
    show.save(old)

    figures = {"line": doubled(gallery()["line"]), "waterfall": gallery()["waterfall"]}
    after = renewed(old, tmp_path, a_keyed_deck(figures))
    page = after.slides[1]
    assert page.shapes.title.text_frame.text == "We are growing"
    moved = shape_of(page, "chart")
    assert (moved.left, moved.width) == (Inches(5), Inches(7))
    value = gallery()["line"].table.number(0, 1)
    assert moved.chart.plots[0].series[0].values[0] == pytest.approx(2 * value)
    assert shape_of(page, "headline").text_frame.text == "Twice as much."
    titles = [slide.shapes.title.text_frame.text for slide in after.slides]
    assert "My own thoughts" in titles
    assert any(shape.has_text_frame and shape.text_frame.text == "a remark" for shape in after.slides[2].shapes)
    assert len(after.slides) == 1 + 7 + 1


def test_untouched_title_follows_the_figure(old, tmp_path):
    after = renewed(old, tmp_path, a_keyed_deck({"line": doubled(gallery()["line"])}))
    assert after.slides[1].shapes.title.text_frame.text == "Next month"


def test_refresh_twice_changes_nothing_more(old, tmp_path):
    deck = a_keyed_deck(
        {name: gallery()[name] for name in ("line", "waterfall", "stacked_bar", "line_interval", "heatmap")}
    )
    once = renewed(old, tmp_path, deck)
    export(deck, tmp_path / "may.pptx", ExportOptions(refresh=tmp_path / "april.pptx"))
    twice = Presentation(tmp_path / "may.pptx")

    def content(show):
        return [
            [
                (s.name, s.left, s.has_text_frame and s.text_frame.text, s.has_chart and plots(s.chart))
                for s in page.shapes
            ]
            for page in show.slides
        ]

    def plots(chart):
        return [[(s.name, list(s.values)) for s in plot.series] for plot in chart.plots]

    assert content(once) == content(twice)


def test_page_taken_away_stays_away_and_a_new_one_comes_behind(old, tmp_path):
    show = Presentation(old)
    entries = show.slides._sldIdLst
    show.part.drop_rel(entries[3].rId)
    entries.remove(entries[3])
    show.save(old)
    names = ("line", "waterfall", "stacked_bar", "tornado")
    after = renewed(old, tmp_path, a_keyed_deck({name: gallery()[name] for name in names}))
    keys = [shape.name.split("|")[1] for page in after.slides for shape in page.shapes if "|chart|" in shape.name]
    assert keys == ["chart line", "chart waterfall", "chart line_interval", "chart tornado"]


def test_template_gives_layouts_size_and_colours(tmp_path):
    template = Presentation()
    template.slide_width, template.slide_height = Inches(10), Inches(7.5)
    template.slides.add_slide(template.slide_layouts[6])
    template.save(tmp_path / "house.pptx")
    export(a_deck(), tmp_path / "deck.pptx", ExportOptions(template=tmp_path / "house.pptx"))
    show = Presentation(tmp_path / "deck.pptx")
    assert show.slide_width == Inches(10)
    assert [page.slide_layout.name for page in show.slides][:2] == ["Title Slide", "Title Only"]
    assert len(show.slides) == 1 + len(a_deck().slides)
    chart = next(s.chart for page in show.slides for s in page.shapes if s.has_chart)
    assert chart.plots[0].series[0].format.line.color.theme_color is not None
    for page in show.slides:
        for shape in page.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= show.slide_width
            assert shape.top + shape.height <= show.slide_height


def test_template_file_of_powerpoint_is_read(tmp_path):
    import zipfile

    Presentation().save(tmp_path / "house.pptx")
    with zipfile.ZipFile(tmp_path / "house.pptx") as source, zipfile.ZipFile(tmp_path / "house.potx", "w") as target:
        for item in source.infolist():
            data = source.read(item)
            if item.filename == "[Content_Types].xml":
                data = data.replace(b"presentationml.presentation.main+xml", b"presentationml.template.main+xml")
            target.writestr(item, data)
    export(a_deck(), tmp_path / "deck.pptx", ExportOptions(template=tmp_path / "house.potx"))
    assert len(Presentation(tmp_path / "deck.pptx").slides) > 10


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not slides at all"])
def test_what_is_no_template_is_said_and_leaves_no_half_file(content, tmp_path):
    (tmp_path / "bad.potx").write_bytes(content)
    with pytest.raises(UserError, match="cannot be read as slides"):
        export(a_deck(), tmp_path / "deck.pptx", ExportOptions(template=tmp_path / "bad.potx"))
    assert [path.name for path in tmp_path.iterdir()] == ["bad.potx"]


def test_narrow_slides_hold_everything(tmp_path):
    export(a_deck(), tmp_path / "deck.pptx", ExportOptions(ratio="4:3"))
    show = Presentation(tmp_path / "deck.pptx")
    assert show.slide_width / show.slide_height == pytest.approx(4 / 3)
    assert all(s.left + s.width <= show.slide_width for page in show.slides for s in page.shapes)


def test_colours_of_the_user_and_of_the_template_stay(tmp_path):
    template, path = tmp_path / "house.pptx", tmp_path / "deck.pptx"
    Presentation().save(template)
    options = ExportOptions(template=template)
    deck = Deck("t", tuple(Slide(figure=gallery()[name], key=name) for name in ("line", "stacked_bar")))
    export(deck, path, options)
    show = Presentation(path)
    chart = next(shape.chart for shape in show.slides[1].shapes if shape.has_chart)
    chart.plots[0].series[0].format.line.color.rgb = RGBColor(1, 2, 3)
    show.save(path)
    export(deck, path, replace(options, refresh=path))
    first, second = (
        next(shape.chart for shape in page.shapes if shape.has_chart) for page in list(Presentation(path).slides)[1:3]
    )
    assert first.plots[0].series[0].format.line.color.rgb == RGBColor(1, 2, 3)
    assert first.plots[0].series[0].points[11].format.line.color.rgb == RGBColor(1, 2, 3)
    assert [series.format.fill.fore_color.theme_color for series in second.plots[0].series] == [
        MSO_THEME_COLOR.ACCENT_1,
        MSO_THEME_COLOR.ACCENT_2,
        MSO_THEME_COLOR.ACCENT_3,
    ]
