"""Published examples: what their sources print, and what the product answers now."""

from collections.abc import Sequence

from kpidesk.core.formatting import MINUS
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from kpidesk.session.selfcheck import Check
from kpidesk.session.selfchecks.case import Answer

_HEADS = {
    "example": Message(QT_TRANSLATE_NOOP("proof", "Example")),
    "expected": Message(QT_TRANSLATE_NOOP("proof", "Printed")),
    "got": Message(QT_TRANSLATE_NOOP("proof", "Computed")),
    "source": Message(QT_TRANSLATE_NOOP("proof", "Source")),
}
_DERIVED = Message(QT_TRANSLATE_NOOP("proof", "derived"))
_DERIVED_FROM = QT_TRANSLATE_NOOP("proof", "{source} (derived)")
_OWN = Message(QT_TRANSLATE_NOOP("proof", "founding documents"))
_OURS = (
    _DERIVED,
    _OWN,
    Message(QT_TRANSLATE_NOOP("proof", "common definition")),
    Message(QT_TRANSLATE_NOOP("proof", "property")),
    Message(QT_TRANSLATE_NOOP("proof", "definition of business hours")),
    Message(QT_TRANSLATE_NOOP("proof", "day and month")),
    Message(QT_TRANSLATE_NOOP("proof", "decimal commas")),
    Message(QT_TRANSLATE_NOOP("proof", "points of thousands")),
    Message(QT_TRANSLATE_NOOP("proof", "negative amounts")),
    Message(QT_TRANSLATE_NOOP("proof", "total rows")),
    Message(QT_TRANSLATE_NOOP("proof", "leading noughts, sixteen digits")),
    Message(QT_TRANSLATE_NOOP("proof", "scores beyond the scale and blank ones")),
    Message(QT_TRANSLATE_NOOP("proof", "filter values")),
    Message(QT_TRANSLATE_NOOP("proof", "ChartMogul developer page on proration")),
    Message(QT_TRANSLATE_NOOP("proof", "Stripe, billing analytics")),
    Message(QT_TRANSLATE_NOOP("proof", "Finmark 5525177, corrected")),
)
"""Said in words, not by a name under which it was published."""
_HELP = QT_TRANSLATE_NOOP("proof", "{publisher} help")
_HELP_PAGE = QT_TRANSLATE_NOOP("proof", "{publisher} help {page}")
_NO_VALUE = Message(QT_TRANSLATE_NOOP("proof", "no value"))


def check_table(checks: Sequence[Check]) -> TableView:
    """A line an example, what is not met first."""
    columns = (
        Column(render(_HEADS["source"]), widest=360, stretch=2),
        Column(render(_HEADS["expected"]), widest=200),
        Column(render(_HEADS["got"]), widest=200),
        Column(render(_HEADS["example"])),
    )
    lines = []
    for check in sorted(checks, key=lambda each: each.ok):
        source = source_text(check.source)
        got, expected = answer_text(check.got), answer_text(check.expected)
        mark, tone = ("circle-check", "ink1") if check.ok else ("circle-x", "bad")
        lines.append(
            (
                Cell(source, icon=mark, tip=source),
                Cell(expected, tip=expected),
                Cell(got, tone, tip=got),
                Cell(check.id, "ink3"),
            )
        )
    return TableView(columns, tuple(lines))


def source_text(source: str) -> str:
    """Where an example was published: names as they are, words about them in the reader's language."""
    for own in _OURS:
        if source == str(own):
            return render(own)
    name = source.removesuffix(" (derived)")
    if name != source:
        return render(Message(_DERIVED_FROM, source=source_text(name)))
    publisher, help_, page = source.partition(" help")
    if not help_:
        return source
    return render(
        Message(_HELP_PAGE, publisher=publisher, page=page.strip()) if page else Message(_HELP, publisher=publisher)
    )


def answer_text(answer: Answer) -> str:
    """A printed answer in one line."""
    if answer is None or answer == "not_computable":
        return render(_NO_VALUE)
    if isinstance(answer, str):
        return answer
    if isinstance(answer, int | float):
        return f"{answer:,.6g}".replace("-", MINUS)
    return " / ".join(answer_text(part) for part in answer)
