"""The tiles of a board as widgets: made once for each, filled anew with every answer."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kpidesk.charts.builder import build_figure, empty_figure
from kpidesk.charts.card import build_card, failed_card, loading_card
from kpidesk.charts.figure import Figure
from kpidesk.charts.labels import footnote
from kpidesk.charts.pivot import Pivot, build_pivot, build_segment_pivot, last_columns, overlap_note
from kpidesk.charts.spec import ChartSpec, FigureOptions
from kpidesk.core.formatting import Style, format_period, in_a_sentence
from kpidesk.core.ids import MetricName, TileId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import say, words
from kpidesk.qt.widgets.card import Card as CardWidget
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from kpidesk.session.report_deck import Sources
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_pick import ChartPick
from kpidesk.ui.charts.chart_tile import DEFINITION, ChartTile
from kpidesk.ui.charts.crosshairs import lead
from kpidesk.ui.charts.figure_table_tile import FigureTableTile
from kpidesk.ui.charts.foot import foot_of
from kpidesk.ui.dashboard.splits import split_key, told_apart
from kpidesk.ui.dashboard.study_tiles import StudyTiles, study_of
from kpidesk.ui.metrics.row_words import attribute_label
from kpidesk.workspace.dashboard import CARD, CHART, STUDY, TABLE, Tile

Frames = Mapping[str | None, ResultFrame]
"""The answers by the attribute that splits them; None is the whole."""


_RUNNING = QT_TRANSLATE_NOOP("charts", "{period}, not ended")
_LEAST_CARD = 96
"""Beside the panel of an edited board cards may be narrower than they are read."""


class BoardTiles(QObject):
    """Signals: ``opened(page, argument)``, ``asked(what, figure)``, ``noted(Period, text)``."""

    opened = Signal(str, str)
    asked = Signal(str, object)
    noted = Signal(object, str)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._room = services, parent
        self._studies = StudyTiles(services, self)
        self._studies.answered.connect(self.on_studied)
        self._studied: tuple[tuple[Tile, ...], Style] = ((), Style())
        self.widgets: dict[TileId, QWidget] = {}
        self._kinds: dict[TileId, str] = {}

    @property
    def cards(self) -> dict[TileId, KpiCard]:
        """The cards among them, in the order of the tiles."""
        return {id_: card for id_ in self._kinds if isinstance(card := self.widgets.get(id_), KpiCard)}

    @property
    def charts(self) -> dict[TileId, ChartTile]:
        """The charts among them, in the order of the tiles."""
        return {id_: chart for id_ in self._kinds if isinstance(chart := self.widgets.get(id_), ChartTile)}

    def set_tiles(self, tiles: tuple[Tile, ...], style: Style) -> None:
        """Take away what is gone; a tile that stays keeps its widget, what is new gets one when it is filled."""
        self._studied = tiles, style
        self._studies.ask(tiles)
        wanted = {tile.id: tile for tile in tiles}
        for id_ in tuple(self.widgets):
            if id_ not in wanted or self._kinds[id_] != wanted[id_].kind:
                widget = self.widgets.pop(id_)
                widget.hide()
                widget.deleteLater()
        kept = {id_: self.widgets[id_] for id_ in wanted if id_ in self.widgets}
        self.widgets.clear()
        self.widgets.update(kept)
        self._kinds = {id_: tile.kind for id_, tile in wanted.items()}

    def _new(self, tile: Tile, style: Style) -> QWidget:
        match tile.kind:
            case "card":
                return self._new_card(tile, style)
            case "chart":
                chart = ChartTile(self._room, has_definition=True, can_note=True)
                chart.asked.connect(partial(self._on_asked, tile.id))
                chart.noted.connect(self.noted)
                chart.view.activated.connect(partial(self._on_activated, tile.id))
                lead(chart, lambda: self.charts.values())
                ChartPick(chart, self._services)
                return chart
            case "study":
                study = self._studies.new(tile.study, self._room)
                study.asked.connect(partial(self._on_asked, tile.id))
                return study
            case "table":
                table = FigureTableTile(self._room, scrolls=True)
                table.asked.connect(partial(self._on_asked, tile.id))
                return table
            case _:
                return TextTile(self._room)

    def _new_card(self, tile: Tile, style: Style) -> KpiCard:
        card = KpiCard(self._room)
        card.setMinimumWidth(_LEAST_CARD)
        card.clicked.connect(self.on_card)
        card.link_clicked.connect(partial(self.opened.emit, "data", ""))
        if tile.metric is not None:
            card.setProperty("metric", tile.metric)
            card.set_card(loading_card(tile.metric, self._services.catalogue, style))
        return card

    def fill(self, tile: Tile, frames: Frames, style: Style) -> None:
        """Show what the answers say; a tile whose answer is not there yet waits."""
        if tile.id not in self.widgets:
            self.widgets[tile.id] = self._new(tile, style)
        widget = self.widgets[tile.id]
        if tile.kind == STUDY:
            self._studies.fill(widget, tile, style)
            return
        by = tile.chart.by if tile.chart is not None else None
        frame = frames.get(by)
        refusal = self._services.results.trouble(split_key(by)) if by is not None and frame is None else None
        if isinstance(widget, TextTile):
            widget.show_text(tile.title, tile.text)
        elif refusal is not None and tile.chart is not None:
            self._refuse(widget, tile.chart, style, refusal.message)
        elif frame is None or not all(name in frame.series for name in tile.metrics):
            self._wait(tile, widget, style)
        elif isinstance(widget, KpiCard) and tile.kind == CARD and tile.metric is not None:
            widget.set_card(self._card(tile.metric, self._as_of(frame), style))
        elif isinstance(widget, ChartTile) and tile.kind == CHART and tile.chart is not None:
            widget.set_figure(self._figure(tile.chart, frame, style))
        elif isinstance(widget, FigureTableTile) and tile.kind == TABLE and tile.chart is not None:
            self._show_table(widget, tile, tile.chart, self._as_of(frame), style)

    def _as_of(self, frame: ResultFrame) -> ResultFrame:
        """The answer up to the period that was picked in a chart."""
        return frame.until(self._services.session.document.query.at)

    def _figure(self, spec: ChartSpec, frame: ResultFrame, style: Style) -> Figure:
        """A chart over periods stays whole, so that another one can be picked; what shows one period shows that."""
        whole, then = self._drawn(spec, frame, style), self._as_of(frame)
        is_over_time = bool(whole.table.rows) and isinstance(whole.table.rows[0][0], Period)
        return whole if then is frame or is_over_time else self._drawn(spec, then, style)

    def _drawn(self, spec: ChartSpec, frame: ResultFrame, style: Style) -> Figure:
        figure = build_figure(spec, frame, self._services.catalogue, style, self._options())
        return figure if spec.by is None else told_apart(figure, self._label(spec.by, style))

    def _options(self) -> FigureOptions:
        document = self._services.session.document
        return FigureOptions(tuple(document.targets.values()), document.annotations)

    def _card(self, name: MetricName, frame: ResultFrame, style: Style) -> object:
        document = self._services.session.document
        target = document.targets.get(name)
        return build_card(name, frame, self._services.catalogue, style, document.query.comparison, target=target)

    def _refuse(self, widget: QWidget, spec: ChartSpec, style: Style, reason: Message) -> None:
        """These data cannot be split so, as those for which the tile was made could."""
        figure = empty_figure(spec, self._services.catalogue, style, reason)
        if isinstance(widget, ChartTile):
            widget.set_figure(figure)
        elif isinstance(widget, FigureTableTile):
            widget.set_table(TableView((), ()), figure.table, figure.title, reason)

    def _wait(self, tile: Tile, widget: QWidget, style: Style) -> None:
        if isinstance(widget, KpiCard):
            widget.set_loading()
        elif isinstance(widget, ChartTile) and tile.chart is not None and widget.figure is None:
            title = self._services.catalogue.get(tile.chart.metrics[0]).label(style.language)
            widget.set_waiting(title, self.tr("Computing"))

    def _show_table(
        self, widget: FigureTableTile, tile: Tile, spec: ChartSpec, frame: ResultFrame, style: Style
    ) -> None:
        catalogue = self._services.catalogue
        if spec.by is None:
            pivot = last_columns(build_pivot(frame, catalogue, style, spec.metrics), spec.periods)
            subtitle, shown = "", frame.periods[-spec.periods :]
        else:
            at = frame.last_complete
            pivot = build_segment_pivot(frame, catalogue, style, spec.metrics, self._label(spec.by, style))
            subtitle = "" if at is None else format_period(frame.periods[at], style)
            shown = () if at is None else (frame.periods[at],)
        definitions = [catalogue.get(name) for name in spec.metrics]
        notes = (*overlap_note(pivot), *footnote(frame.spanning(shown), definitions, style))
        foot = foot_of(notes, has_axis=False)
        by = "" if spec.by is None else in_a_sentence(self._label(spec.by, style))
        title = tile.title or (say(self.tr("By {attribute}"), attribute=by) if by else self.tr("Key figures"))
        widget.set_table(pivot_view(pivot), pivot.table(), title, subtitle, foot)

    def _label(self, attribute: str, style: Style) -> str:
        return attribute_label(self._services.schema, attribute, style)

    def sources(self, frames: Frames, whole: ResultFrame, style: Style) -> Sources:
        """What the board shows, for whoever writes it into a file: the drawings of pages as they stand."""
        filters = self._services.session.document.query.filters
        drawn = {
            tile.id: widget.figure
            for tile in self._studied[0]
            if tile.kind == STUDY
            and isinstance(widget := self.widgets.get(tile.id), ChartTile | FigureTableTile)
            and widget.figure is not None
        }
        catalogue, then = self._services.catalogue, {by: self._as_of(frame) for by, frame in frames.items()}
        return Sources(self._as_of(whole), catalogue, style, then.get, None, filters, self._options(), drawn)

    def forget(self) -> None:
        """Other data."""
        self._studies.forget()

    def set_loading(self) -> None:
        """New numbers are on their way."""
        for card in self.cards.values():
            card.set_loading()

    def set_failed(self) -> None:
        """They cannot be computed: the last ones stay, in grey."""
        for card in self.cards.values():
            if card.card is not None:
                card.set_card(failed_card(card.card))

    def on_card(self) -> None:
        """A card opens its KPI."""
        self.opened.emit("kpis", str(self.sender().property("metric")))

    def on_studied(self, question: str) -> None:
        """The answer of a study is there: draw it wherever it stands."""
        tiles, style = self._studied
        for tile in tiles:
            study = study_of(tile)
            if study is not None and study.question == question and tile.id in self.widgets:
                self._studies.fill(self.widgets[tile.id], tile, style)

    def _on_activated(self, id_: TileId, row: int) -> None:
        """A double click, or Enter at the crosshair: the rows behind that period; of movements, their page."""
        tile, widget = next((each for each in self._studied[0] if each.id == id_), None), self.widgets.get(id_)
        if tile is None or tile.chart is None or not isinstance(widget, ChartTile) or widget.figure is None:
            return
        if tile.chart.kind == "waterfall":
            self.opened.emit("movements", "")
        elif tile.metrics:
            at = widget.figure.table.rows[row][0]
            self.opened.emit("kpis", f"{tile.metrics[0]}:{at}" if isinstance(at, Period) else str(tile.metrics[0]))

    def _on_asked(self, id_: TileId, what: str) -> None:
        widget = self.widgets.get(id_)
        study = study_of(next((tile for tile in self._studied[0] if tile.id == id_), None))
        if what == DEFINITION and study is not None:
            self.opened.emit(study.page, "")
        elif isinstance(widget, ChartTile | FigureTableTile):
            self.asked.emit(what, widget.figure)


class TextTile(CardWidget):
    """A heading and words of the user's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label("", Role.HEADING, wrap=True, parent=self)
        self._text = plain_label("", Role.BODY, "ink1", wrap=True, parent=self)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        self.body.addStretch(1)

    def show_text(self, title: str, text: str) -> None:
        """Other words."""
        for label, content in ((self._title, title), (self._text, text)):
            label.setText(content)
            label.setVisible(bool(content))
        self.setAccessibleName(title or text)


def pivot_view(pivot: Pivot) -> TableView:
    """A pivot as a table shows it: figures as on cards, the exact ones as tips; what has not ended is pale."""
    running = pivot.running if len(pivot.running) == len(pivot.headers) else (False,) * len(pivot.headers)
    heads = [Message(_RUNNING, period=h) if r else h for h, r in zip(pivot.headers, running, strict=True)]
    columns = (Column(words(pivot.corner), widest=260, stretch=2), *(Column(words(h), True) for h in heads))
    lines = []
    for r, (row, texts) in enumerate(zip(pivot.rows, pivot.short_texts(), strict=True)):
        tips = (pivot.text(r, c) for c in range(len(row.values)))
        tones = ("ink3" if is_running else "" for is_running in running)
        cells = (
            Cell(text, tone, tip=tip, order=value)
            for text, tone, tip, value in zip(texts, tones, tips, row.values, strict=True)
        )
        lines.append((Cell(words(row.label)), *cells))
    has_total = bool(pivot.rows) and pivot.rows[-1].is_total
    return TableView(columns, tuple(lines[:-1] if has_total else lines), lines[-1] if has_total else None)
