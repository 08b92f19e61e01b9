"""A deck of 16:9 slides with native, editable charts; what PowerPoint has no chart for becomes a table or a picture."""

import io
from pathlib import Path

from pptx import Presentation
from pptx.enum.text import PP_ALIGN
from pptx.presentation import Presentation as Show
from pptx.slide import Slide as Page
from pptx.util import Emu, Inches, Pt

from kpidesk.charts.figure import Figure, Text, text_of
from kpidesk.core.messages import Translate
from kpidesk.core.progress import Progress
from kpidesk.export.atomic import replacing
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.options import ExportOptions
from kpidesk.export.pptx_charts import NATIVE, chart_data, colour, dress
from kpidesk.export.pptx_tables import Box, add_cards, add_heatmap, add_pivot

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
_LEFT, _INNER = Inches(0.6), Inches(12.133)
_TITLE_ONLY = 5
"""The layout of python-pptx's own template that has a title and nothing else."""


class PptxWriter:
    """Writes one slide a Slide, after a page with the title."""

    def write(self, deck: Deck, path: Path, options: ExportOptions, progress: Progress) -> tuple[Path, ...]:
        """Raises UserError where the file cannot be written, Cancelled where asked to stop."""
        show = Presentation()
        show.slide_width, show.slide_height = WIDTH, HEIGHT
        _properties(show, deck, options.translate)
        _cover(_new_page(show), deck, options.translate)
        for at, slide in enumerate(deck.slides):
            progress.step(at, len(deck.slides))
            _fill(_new_page(show), slide, options)
        with replacing(path) as temporary, temporary.open("wb") as file:
            show.save(file)
        return (path,)


def _properties(show: Show, deck: Deck, translate: Translate) -> None:
    """The file's own title, and when it was made; not who: nobody asked for that to travel."""
    core = show.core_properties
    core.title = text_of(deck.title, translate)
    core.author = core.last_modified_by = "KPI Desk"
    core.keywords = core.comments = core.subject = ""
    if deck.made is not None:
        core.created = core.modified = deck.made


def _new_page(show: Show) -> Page:
    return show.slides.add_slide(show.slide_layouts[_TITLE_ONLY])


def _cover(page: Page, deck: Deck, translate: Translate) -> None:
    _title(page, text_of(deck.title, translate), Inches(2.7), 40)
    if deck.subtitle:
        _words(page, (_LEFT, Inches(3.7), _INNER, Inches(0.6)), text_of(deck.subtitle, translate), 18, "ink2")


def _fill(page: Page, slide: Slide, options: ExportOptions) -> None:
    translate, figure = options.translate, slide.figure
    title = slide.title or (figure.title if figure is not None else "")
    _title(page, text_of(title, translate), Inches(0.35), 28)
    top = Inches(1.05)
    if figure is not None and figure.summary:
        said = text_of(figure.summary, translate)
        _words(page, (_LEFT, top, _INNER, Inches(0.5)), said, 16, "ink2")
        top = Inches(1.6)
    box: Box = (_LEFT, top, _INNER, Emu(Inches(6.75) - top))
    if figure is not None:
        _figure(page, box, figure, options)
    elif slide.cards:
        add_cards(page, box, slide.cards, translate)
    elif slide.pivot is not None:
        add_pivot(page, box, slide.pivot, translate)
    foot = slide.footnote or (figure.footnote if figure is not None else ())
    _words(page, (_LEFT, Inches(6.85), _INNER, Inches(0.45)), _joined(foot, translate), 10, "ink3")
    _notes(page, slide, options)


def _figure(page: Page, box: Box, figure: Figure, options: ExportOptions) -> None:
    """A native chart where there is one for the kind, else a table, else a picture."""
    if figure.empty is not None:
        _words(page, box, text_of(figure.empty, options.translate), 16, "ink3")
        return
    if figure.kind == "heatmap":
        add_heatmap(page, box, figure, options.translate)
        return
    if figure.kind in NATIVE:
        kind, data = chart_data(figure, options.translate)
        shape = page.shapes.add_chart(kind, *box, data)
        dress(shape.chart, figure, options.translate)
        _describe(shape, figure, options.translate)
    elif options.renderer is not None:
        width, height = round(box[2] / 9525), round(box[3] / 9525)
        picture = options.renderer.png(figure, (width, height), options.scale)
        shape = page.shapes.add_picture(io.BytesIO(picture), *box)
        _describe(shape, figure, options.translate)


# python-pptx has no types for its shapes.
def _describe(shape, figure: Figure, translate: Translate) -> None:  # type: ignore[no-untyped-def]
    """The text that a screen reader says in place of the chart."""
    shape.name = text_of(figure.title, translate) or figure.kind
    for properties in shape.element.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr"):
        properties.set("descr", text_of(figure.summary, translate))


def _title(page: Page, text: str, top: Emu, size: int) -> None:
    title = page.shapes.title
    title.left, title.top, title.width, title.height = _LEFT, top, _INNER, Inches(0.7)
    title.text_frame.word_wrap = True
    title.text_frame.text = text
    paragraph = title.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    for run in paragraph.runs:
        run.font.size = Pt(size)
        run.font.bold = True
        run.font.color.rgb = colour("ink1")


def _words(page: Page, box: Box, text: str, size: int, token: str) -> None:
    """A text box; none for no text."""
    if not text:
        return
    frame = page.shapes.add_textbox(*box).text_frame
    frame.word_wrap = True
    run = frame.paragraphs[0].add_run()
    run.text = text
    run.font.size = Pt(size)
    run.font.color.rgb = colour(token)


def _notes(page: Page, slide: Slide, options: ExportOptions) -> None:
    """What the figures mean and where they come from, for whoever presents them."""
    lines = []
    for definition in slide.definitions:
        label, meaning = definition.label(options.language), definition.help_text(options.language)
        formula = f" = {definition.formula}" if definition.formula else ""
        lines.append(f"{label} ({definition.name}){formula}. {meaning}".strip())
    foot = slide.footnote or (slide.figure.footnote if slide.figure is not None else ())
    if foot:
        lines.append(_joined(foot, options.translate))
    if lines:
        page.notes_slide.notes_text_frame.text = "\n".join(lines)


def _joined(parts: tuple[Text, ...], translate: Translate) -> str:
    return " · ".join(text for part in parts if (text := text_of(part, translate)))
