"""Labels: always plain text, because names and cells come from other people's files."""

import re
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kpidesk.core.currencies import MONEY_NAMES
from kpidesk.qt.fonts import Role, font, line_height, text_width
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.painting import RESTYLED, start, text

_JOINER = "\u2060"
_BREAK = "\u200b"
_UNIT = (
    "[万萬亿億]|[个個]月|天|小时|小時|分钟|分鐘|秒|[年月日周週季]|[个個]?百分[点點]|倍|"
    "[个個项項行張张條条家位次笔筆份件]"
)
_AMOUNT = re.compile(
    f"(?<=[0-9])(?:[万萬亿億]?(?:{'|'.join(MONEY_NAMES)})|[万萬亿億]?(?:{_UNIT}))|(?<=[0-9] )(?:{_UNIT})"
)
_SPACED = re.compile(r"(?<=[0-9] )(?=(?:pt|mo|d|h|min|s)\b)")
_QUOTED = re.compile("(?<=[\u4e00-\u9fff、，；：。])(?=“)|(?<=”)(?=[\u4e00-\u9fff])")
"""Where a line may break beside quotation marks, which by themselves never let one break."""
_SIGN = re.compile("(?<=[+−])(?=[$€£¥₹₩฿₽₺₫₱])")
"""Where lines may break by Unicode's rules, though a sign belongs to its amount."""


def set_tip(widget: QWidget, tip: str) -> None:
    """Give a widget a tooltip of plain words; markup in them is shown, never read."""
    words = plain_tip(tip)
    if widget.toolTip() != words:
        widget.setToolTip(words)


def plain_tip(tip: str) -> str:
    """The markup that shows these words as a tooltip, broken into lines."""
    return f"<p style='margin:0'>{escape(tip)}</p>" if tip else ""


def _broken_well(content: str) -> str:
    """The text with its lines broken where a reader would: an amount stays whole, quotes hold nothing together."""
    content = _SIGN.sub(_JOINER, content)
    content = _SPACED.sub(_JOINER, content)
    content = _AMOUNT.sub(lambda found: _JOINER + _JOINER.join(found[0]), content)
    return _QUOTED.sub(_BREAK, content)


class Label(QLabel):
    """A plain-text label in a role of type and a token of ink; follows theme, language and size of text."""

    def __init__(self, content: str = "", role: Role = Role.BODY, ink: str = "ink1", parent: QWidget | None = None):
        super().__init__(parent)
        self._role, self._ink, self._dressing = role, ink, False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._dress()
        self.setText(content)

    def setText(self, content: str) -> None:
        super().setText(_broken_well(content))

    def text(self) -> str:
        """The text as it was given."""
        return super().text().replace(_JOINER, "").replace(_BREAK, "")

    def set_ink(self, ink: str) -> None:
        """Change the token of the text."""
        if ink != self._ink:
            self._ink = ink
            self._dress()

    def set_role(self, role: Role) -> None:
        """Change the role of the text."""
        if role != self._role:
            self._role = role
            self._dress()

    def _dress(self) -> None:
        self._dressing = True
        self.setFont(font(self._role))
        self._dressing = False
        self.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Polish:  # an app-wide style sheet gives polished widgets their first font back
            self._dress()
        return done

    def paintEvent(self, event: QEvent) -> None:
        """Painted from the token: a palette of its own would be taken back when an app-wide sheet polishes it."""
        painter = start(self)
        painter.setFont(font(self._role))
        painter.setPen(theme().colour(self._ink if self.isEnabled() else "inkOff"))
        flags = int(self.alignment()) | int(Qt.TextFlag.TextWordWrap if self.wordWrap() else Qt.TextFlag.TextSingleLine)
        painter.drawText(self.contentsRect(), flags, super().text())
        painter.end()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width(), max(size.height(), line_height(self._role)))

    def minimumSizeHint(self) -> QSize:
        size = super().minimumSizeHint()
        return QSize(size.width(), max(size.height(), line_height(self._role)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange) and not self._dressing:
            self._dress()


def plain_label(
    content: str = "", role: Role = Role.BODY, ink: str = "ink1", *, wrap: bool = False, parent: QWidget | None = None
) -> Label:
    """A label; ``wrap`` lets it break into lines."""
    label = Label(content, role, ink, parent)
    label.setWordWrap(wrap)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


FRAGMENT = 48
"""In less room than this a cut text is two letters and dots, which say nothing."""


class ElidedLabel(QWidget):
    """One line that may shrink to nothing: it elides, and its tooltip says the whole."""

    def __init__(self, content: str = "", role: Role = Role.BODY, ink: str = "ink1", parent: QWidget | None = None):
        super().__init__(parent)
        self._text, self._role, self._ink, self._explanation = content, role, ink, ""
        self._fills = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(content)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def setText(self, content: str) -> None:
        if content == self._text:
            return
        self._text = content
        self.setAccessibleName(content)
        self._tip()
        if not self._fills:
            self.updateGeometry()
        self.update()

    def fill(self) -> None:
        """Take the room that is there, whatever the text: another text lays nothing out anew."""
        self._fills = True
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_ink(self, ink: str) -> None:
        """Change the token of the text."""
        self._ink = ink
        self.update()

    def set_role(self, role: Role) -> None:
        """Change the role of the text."""
        if role != self._role:
            self._role = role
            self._tip()
            self.updateGeometry()
            self.update()

    def set_explanation(self, words: str) -> None:
        """A tooltip of its own, behind the whole text where that is cut."""
        self._explanation = words
        self._tip()

    def _tip(self) -> None:
        set_tip(self, " · ".join(part for part in (self._text if self.is_cut() else "", self._explanation) if part))

    def is_cut(self) -> bool:
        """Whether less than the whole text is shown."""
        return text_width(self._text, self._role) > self.width()

    def sizeHint(self) -> QSize:
        return QSize(text_width(self._text, self._role) + 1, line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, line_height(self._role))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._tip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.updateGeometry()

    def shown(self) -> str:
        """What of the text is painted, cut if need be."""
        return self._text

    def paintEvent(self, event: QEvent) -> None:
        shown = self.shown()
        if self.width() < FRAGMENT and text_width(shown, self._role) > self.width():
            return
        painter = start(self)
        text(painter, self.rect(), shown, self._role, self._ink)
        painter.end()


class PartsLabel(ElidedLabel):
    """Secondary text in one line: where it is too long it leaves whole parts out, and its tooltip says them all."""

    def __init__(self, role: Role) -> None:
        super().__init__("", role, "ink3")
        self._shorter: tuple[str, ...] = ()
        self.fill()

    def set_versions(self, versions: tuple[str, ...]) -> None:
        """The whole text, and what stands for it in less and less room."""
        self._shorter = versions[1:]
        self.setText(versions[0] if versions else "")
        self.update()

    @property
    def versions(self) -> tuple[str, ...]:
        """The whole text, then ever shorter ones."""
        return (self._text, *self._shorter)

    def shown(self) -> str:
        fitting = (each for each in self.versions if text_width(each, self._role) <= self.width())
        return next(fitting, self.versions[-1])
