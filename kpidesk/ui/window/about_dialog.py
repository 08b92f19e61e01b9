"""About KPI Desk: version and licences; what this installation is made of."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, verbatim
from kpidesk.core.version import licences_text, version_text
from kpidesk.qt.fonts import Role, chinese_face, font
from kpidesk.qt.icons import mark
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.session.folders import Folders
from kpidesk.session.installation import Fact, installation_facts

_MARK = 56
_WIDE, _MARGIN, _LOW, _LICENCES = 640, 24, 96, 360


class AboutDialog(QDialog):
    """``AboutDialog(folders, part)``; the parts are about, installation and, in a package, licences.

    ``examples_asked()`` where the published examples should be run.
    """

    examples_asked = Signal()

    def __init__(self, folders: Folders, part: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = (*installation_facts(folders), *_facts_of_the_window())
        self.setWindowTitle(self.tr("About KPI Desk"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDE)
        parts = {"about": (self.tr("About"), self._about()), "installation": (self.tr("Installation"), self._report())}
        if licences := licences_text():
            parts["licences"] = (self.tr("Licences"), self._licences(licences))
        self._keys = tuple(parts)
        self._stack = QStackedWidget(self)
        for _, page in parts.values():
            self._stack.addWidget(page)
        choice = Segmented([(key, title) for key, (title, _) in parts.items()], self)
        choice.set_current(part)
        choice.chosen.connect(self.on_part)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 24, _MARGIN, 16)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addWidget(choice)
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())
        self.on_part(part)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        logo = QLabel(self)
        logo.setPixmap(mark(_MARK, self.devicePixelRatioF()))
        logo.setAccessibleName(self.tr("The mark of KPI Desk"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(plain_label("KPI Desk", Role.TITLE))
        words.addWidget(plain_label(say(self.tr("Version {version}"), version=version_text()), Role.BODY, "ink2"))
        row.addWidget(logo)
        row.addLayout(words, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        copy = Button(self.tr("Copy the facts"), "secondary", "copy", parent=self)
        copy.clicked.connect(self.on_copy)
        close = Button(self.tr("Close"), "primary", parent=self)
        close.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        return row

    def _about(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for text in (
            self.tr("Drop your spreadsheets, get every growth figure right: computed, explained, ready for the slide."),
            self.tr("It works on this computer alone. It opens no connection, and sends nothing to anybody."),
            self.tr("Free software under the MIT licence."),
        ):
            column.addWidget(plain_label(text, Role.BODY, wrap=True))
        column.addStretch(1)
        return page

    def _report(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for i, fact in enumerate(self._facts):
            grid.addWidget(plain_label(render(fact.name), Role.BODY, "ink2"), i, 0, Qt.AlignmentFlag.AlignTop)
            value = plain_label(fact.value, Role.BODY, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(value, i, 1)
        column.addLayout(grid)
        column.addStretch(1)
        examples = Button(self.tr("Run the published examples"), "secondary", "play", parent=self)
        examples.clicked.connect(self.on_examples)
        column.addWidget(examples, 0, Qt.AlignmentFlag.AlignLeft)
        return page

    def _licences(self, licences: str) -> QWidget:
        page = QPlainTextEdit(licences, self)
        page.setReadOnly(True)
        page.setMinimumHeight(_LICENCES)
        page.setFont(font(Role.MICRO))
        page.setAccessibleName(self.tr("Licences of everything that is shipped"))
        return page

    def on_part(self, part: str) -> None:
        """Show one part, in as much height as it needs."""
        page = self._stack.widget(self._keys.index(part) if part in self._keys else 0)
        assert page is not None
        self._stack.setCurrentWidget(page)
        self._stack.setFixedHeight(max(_LOW, page.minimumHeight(), page.heightForWidth(_WIDE - 2 * _MARGIN)))
        self.adjustSize()

    def on_examples(self) -> None:
        """Leave the box for the page on which the published examples are computed."""
        self.accept()
        self.examples_asked.emit()

    def on_copy(self) -> None:
        """Put the facts on the clipboard, for a report of a fault."""
        QApplication.clipboard().setText("\n".join(f"{render(fact.name)}: {fact.value}" for fact in self._facts))


def _facts_of_the_window() -> Sequence[Fact]:
    """What only Qt knows: its own version, the screen, the fonts."""
    screen = QGuiApplication.primaryScreen()
    scale = "" if screen is None else f", {screen.devicePixelRatio():.0%}"
    missing = render(Message(QT_TRANSLATE_NOOP("help", "none; Chinese texts cannot be shown")))
    return (
        Fact(verbatim("Qt"), f"{qVersion()} ({QGuiApplication.platformName()}{scale})"),
        Fact(Message(QT_TRANSLATE_NOOP("help", "Font")), QFontInfo(font(Role.BODY)).family()),
        Fact(Message(QT_TRANSLATE_NOOP("help", "Font for Chinese")), chinese_face() or missing),
    )
