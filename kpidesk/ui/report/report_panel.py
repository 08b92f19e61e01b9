"""The right panel of the report: what the chosen page says, and the shape of the whole."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.check_box import CheckBox
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.scroll import PanelScroll
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.workspace.sections import ReportPlan, Section

WIDTH, WIDTH_NARROW = 280, 312


class ReportPanel(QWidget):
    """``titled(text)``, ``written(text)`` of the page; ``report_titled(text)``; ``asked(what)``; ``left()``: typed.

    What can be asked: kpis, chart, remove, template, pseudonyms, ratio 16:9, ratio 4:3.
    """

    titled = Signal(str)
    written = Signal(str)
    report_titled = Signal(str)
    asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._page, self._whole = Tile("", self), Tile("", self)
        self._title, self._text = TextBox(self), QPlainTextEdit(self)
        self._text.setFixedHeight(120)
        self._text.setTabChangesFocus(True)
        self._text.setFrameShape(QPlainTextEdit.Shape.Box)
        self._text.setFrameShadow(QPlainTextEdit.Shadow.Plain)
        self._labels = [plain_label("", Role.LABEL, "ink2") for _ in range(4)]
        self._kpis, self._chart = Button("", "secondary", height=28), Button("", "secondary", height=28)
        for button in (self._kpis, self._chart):
            button.set_menu_mark(True)
        self._remove = Button("", "ghost", "trash-2", height=28)
        self._report_title, self._ratio = TextBox(self), Segmented([("16:9", "16:9"), ("4:3", "4:3")], self, height=28)
        self._template = Button("", "secondary", "presentation", height=28)
        self._hidden = CheckBox("", self)
        own: tuple[QWidget, ...] = (
            self._labels[0], self._title, self._labels[1], self._text, self._kpis, self._chart, self._remove,
        )  # fmt: skip
        common: tuple[QWidget, ...] = (
            self._labels[2], self._report_title, self._labels[3], self._ratio, self._template, self._hidden,
        )  # fmt: skip
        for tile, fields in ((self._page, own), (self._whole, common)):
            for field in fields:
                tile.content.addWidget(field)
        scroll = PanelScroll(self, bare=True)
        scroll.body.setSpacing(12)
        scroll.body.addWidget(self._page)
        scroll.body.addWidget(self._whole)
        scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._title.textEdited.connect(self.titled)
        self._report_title.textEdited.connect(self.report_titled)
        self._text.textChanged.connect(self.on_text)
        for box in (self._title, self._report_title):
            box.editingFinished.connect(self.left)
        self._kpis.clicked.connect(self.on_kpis)
        self._chart.clicked.connect(self.on_chart)
        self._remove.clicked.connect(self.on_remove)
        self._template.clicked.connect(self.on_template)
        self._hidden.clicked.connect(self.on_hidden)
        self._ratio.chosen.connect(self.on_ratio)
        self._is_showing = False

    def show_section(self, section: Section | None, title: str, text: str) -> None:
        """The page that is chosen; ``title`` and ``text`` are what the product says where the user says nothing."""
        self._is_showing = True
        self._page.setEnabled(section is not None)
        self._title.setPlaceholderText(title)
        self._text.setPlaceholderText(text)
        if section is not None:
            if self._title.text() != section.title:
                self._title.setText(section.title)
            if self._text.toPlainText() != section.text:
                self._text.setPlainText(section.text)
            self._kpis.setVisible(section.kind not in ("text", "figure"))
            self._chart.setVisible(section.kind == "chart")
        self._is_showing = False

    def show_report(self, plan: ReportPlan, title: str, template: str) -> None:
        """The shape of the whole; ``template`` is the name of its file."""
        self._report_title.setPlaceholderText(title)
        if self._report_title.text() != plan.title:
            self._report_title.setText(plan.title)
        self._ratio.set_current(plan.ratio)
        self._ratio.setVisible(not template)
        self._labels[3].setVisible(not template)
        self._hidden.setChecked(plan.has_pseudonyms)
        self._template.setText(template or self.tr("Choose a template"))

    def set_narrow(self, narrow: bool) -> None:
        """As a drawer it is as wide as that."""
        self.setFixedWidth(WIDTH_NARROW if narrow else WIDTH)

    @property
    def kpis_button(self) -> Button:
        """Where the list of KPIs opens."""
        return self._kpis

    @property
    def chart_button(self) -> Button:
        """Where the list of charts opens."""
        return self._chart

    @property
    def template_button(self) -> Button:
        """Where the template is chosen."""
        return self._template

    @property
    def title_box(self) -> TextBox:
        """Where the title of the page is typed."""
        return self._title

    def on_text(self) -> None:
        """The user types a text."""
        if not self._is_showing:
            self.written.emit(self._text.toPlainText())

    def on_kpis(self) -> None:
        """Other KPIs."""
        self.asked.emit("kpis")

    def on_chart(self) -> None:
        """Another kind of chart."""
        self.asked.emit("chart")

    def on_remove(self) -> None:
        """Take the page out."""
        self.asked.emit("remove")

    def on_template(self) -> None:
        """Slides of the user's own."""
        self.asked.emit("template")

    def on_hidden(self) -> None:
        """No names of customers."""
        self.asked.emit("pseudonyms")

    def on_ratio(self, ratio: str) -> None:
        """Wide or narrow slides."""
        self.asked.emit(f"ratio {ratio}")

    def retranslate(self) -> None:
        """Set all texts."""
        self._page.set_texts(self.tr("This page"))
        self._whole.set_texts(self.tr("The report"))
        for label, text in zip(
            self._labels, (self.tr("Title"), self.tr("Text"), self.tr("Title"), self.tr("Slides")), strict=True
        ):
            label.setText(text)
        self._title.setAccessibleName(self.tr("Title of the page"))
        self._text.setAccessibleName(self.tr("Text of the page"))
        self._report_title.setAccessibleName(self.tr("Title of the report"))
        self._kpis.setText(self.tr("KPIs"))
        self._chart.setText(self.tr("Chart"))
        self._remove.setText(self.tr("Take out of the report"))
        self._hidden.setText(self.tr("Stand-ins for customers"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
