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
    """Where an example was published; what we worked out ourselves is said in the reader's language."""
    for own in (_DERIVED, _OWN):
        if source == str(own):
            return render(own)
    name = source.removesuffix(" (derived)")
    return source if name == source else render(Message(_DERIVED_FROM, source=name))


def answer_text(answer: Answer) -> str:
    """A printed answer in one line."""
    if answer is None or answer == "not_computable":
        return render(_NO_VALUE)
    if isinstance(answer, str):
        return answer
    if isinstance(answer, int | float):
        return f"{answer:,.6g}".replace("-", MINUS)
    return " / ".join(answer_text(part) for part in answer)
