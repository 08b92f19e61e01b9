"""Small print in lines: parts that dots set apart stay whole where they can."""

from PySide6.QtGui import QTextLayout, QTextOption

from kpidesk.qt.fonts import Role, advance, font

_DOT = " · "


def wrapped(text: str, width: float, role: Role) -> tuple[str, ...]:
    """A text broken into lines: between parts that a dot sets apart, else where its script allows."""
    if not text:
        return ()
    lines: list[str] = []
    for part in text.split(_DOT):
        beside = f"{lines[-1]}{_DOT}{part}" if lines else part
        if lines and advance(beside, role) <= width:
            lines[-1] = beside
        else:
            lines.extend(_broken(part, width, role))
    return tuple(lines)


def _broken(text: str, width: float, role: Role) -> tuple[str, ...]:
    """One part in as many lines as it needs."""
    layout = QTextLayout(text, font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return tuple(lines)
