"""The context bar, one question for all pages: period, grain, comparison, segments; profile, scenario."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.charts.labels import segment_text
from kpidesk.core.formatting import Style
from kpidesk.core.ids import ScenarioId
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.profile_names import DEFAULT, profile_labels
from kpidesk.qt.translation import render, say, style, words
from kpidesk.qt.widgets.chip import Chip
from kpidesk.qt.widgets.labels import set_tip
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.ui.window.filter_chips import FilterChips
from kpidesk.ui.window.page import CONTEXT_ALL
from kpidesk.ui.window.query_words import (
    COMPARISONS,
    GRAIN_NAMES,
    GRAINS,
    comparison_name,
    in_fiscal_year,
    period_text,
    ranges_told,
    with_grain,
)
from kpidesk.workspace.document import ViewQuery

HEIGHT = 44
MOST_FILTERS = 3
_COMPARE = "compare profiles"
Words = Mapping[str, str]


class ContextBar(QWidget):
    """``query_chosen(ViewQuery)``, ``scenario_chosen(ScenarioId or "")``, ``profile_chosen(name)``.

    ``compare_asked()``: two profiles against each other.
    """

    query_chosen = Signal(object)
    scenario_chosen = Signal(str)
    profile_chosen = Signal(str)
    compare_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("context_bar")
        self.setFixedHeight(HEIGHT)
        self._query = ViewQuery()
        self._parts = CONTEXT_ALL
        self._style: Style = style()
        self._days: tuple[date, date] | None = None
        self._starts, self._has_targets = 1, False
        self._attributes: Mapping[str, Sequence[str]] = {}
        self._labels: Words = {}
        self._tables: Words = {}
        self._scenarios: Mapping[str, str] = {}
        self._scenario = ""
        self._profile_name = DEFAULT
        self._is_narrow = False
        self._picked = ""
        self._period = Chip("value", "calendar", self)
        self._grain = Segmented((), self)
        self._comparison = Chip("value", "", self)
        self._add = Chip("add", "plus", self)
        self._profile = Chip("value", "scale", self)
        self._scenario_chip = Chip("value", "flask-conical", self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 0, 24, 0)
        self._row.setSpacing(8)
        self._filters = FilterChips(self._row, self)
        self._filters.asked.connect(self.on_attribute)
        self._filters.removed.connect(self.on_filter_removed)
        for part in (self._period, self._grain, self._comparison):
            self._row.addWidget(part)
        self._row.addWidget(self._add)
        self._row.addStretch(1)
        self._row.addWidget(self._profile)
        self._row.addWidget(self._scenario_chip)
        self._period.clicked.connect(self.open_period)
        self._period.removed.connect(self.on_present)
        self._grain.chosen.connect(self.on_grain)
        self._comparison.clicked.connect(self.open_comparison)
        self._add.clicked.connect(self.open_segment)
        self._profile.clicked.connect(self.open_profile)
        self._scenario_chip.clicked.connect(self.open_scenario)
        self._scenario_chip.removed.connect(self.on_baseline)
        self.renew()

    def set_query(self, query: ViewQuery, numbers: Style, starts: int = 1, *, has_targets: bool = False) -> None:
        """Show what is asked now; the fiscal year starts in that month, and a KPI may have a target."""
        self._query, self._style, self._starts = in_fiscal_year(query, starts), numbers, starts
        self._has_targets = has_targets
        self.renew()

    def set_data(
        self, days: tuple[date, date] | None, values: Mapping[str, Sequence[str]], labels: Words, tables: Words
    ) -> None:
        """What may be chosen: from when to when data are, segments with their values, names and, of some, tables."""
        self._days, self._attributes, self._labels, self._tables = days, values, labels, tables
        self.renew()

    def set_scenarios(self, names: Mapping[str, str], current: str) -> None:
        """The scenarios by id, and the one that is on."""
        self._scenarios, self._scenario = names, current if current in names else ""
        self.renew()

    def set_profile(self, name: str) -> None:
        """By whose definitions everything is counted."""
        self._profile_name = name
        self.renew()

    def set_parts(self, parts: frozenset[str]) -> None:
        """The parts that the page heeds; the others are hidden, never greyed out."""
        if parts != self._parts:
            self._parts = parts
            self.setVisible(bool(parts))
            self.renew()

    def set_narrow(self, narrow: bool) -> None:
        """Letters for the grain, an icon for the profile."""
        self._is_narrow = narrow
        margin = 16 if narrow else 24
        self._row.setContentsMargins(margin, 0, margin, 0)
        self.renew()

    def renew(self) -> None:
        """Write all parts again."""
        query = self._query
        self._period.set_kind("value" if query.at is None else "filter")
        self._period.set_texts(words(period_text(query, self._style)))
        self._comparison.set_texts(self.tr("vs"), render(comparison_name(query.comparison, query.grain)))
        self._profile.set_texts("", self._profile_labels().get(self._profile_name, self._profile_name))
        name = self._scenarios.get(self._scenario)
        self._scenario_chip.set_kind("value" if name is None else "scenario")
        self._scenario_chip.set_texts("", self.tr("Baseline") if name is None else name)
        shown = {
            "period": self._period, "grain": self._grain, "comparison": self._comparison, "segment": self._add,
            "profile": self._profile, "scenario": self._scenario_chip,
        }  # fmt: skip
        for part, widget in shown.items():
            widget.setVisible(part in self._parts)
        self._fit()

    def _fit(self) -> None:
        """Long forms where there is room: else fewer segments, an icon for the profile, letters for the grain."""
        filters = self._query.filters if "segment" in self._parts else ()
        if not self._is_narrow:
            for room, is_compact in ((MOST_FILTERS, False), (1, True)):
                self._shorten(is_compact=is_compact, is_short=False)
                self._filters.show_filters(filters, self._labels, room)
                if self._row.sizeHint().width() <= self.width():
                    return
        self._shorten(is_compact=True, is_short=True)
        self._filters.show_filters(filters, self._labels, 1)

    def _shorten(self, *, is_compact: bool, is_short: bool) -> None:
        names = [GRAIN_NAMES[g] for g in GRAINS]
        self._grain.set_choices(
            [(g.value, render(n[is_short])) for g, n in zip(GRAINS, names, strict=True)], [render(n[0]) for n in names]
        )
        self._grain.set_current(self._query.grain.value)
        is_folded = is_short and bool(self._query.filters)
        self._add.set_texts(self.tr("Segment"))
        self._add.set_compact(is_folded)
        self._add.setAccessibleName(self.tr("Add a segment"))
        set_tip(self._add, self._add.accessibleName() if is_folded else "")
        self._profile.set_compact(is_compact)
        set_tip(self._profile, self._profile.text() if is_compact else "")

    def open_part(self, part: str) -> None:
        """Open the list of a part, for its key."""
        opens = {"period": self.open_period, "comparison": self.open_comparison, "segment": self.open_segment}
        if part in self._parts and self.isVisible():
            if part == "grain":
                self.open_grain()
            else:
                opens[part]()

    def open_period(self) -> None:
        """Choose a range."""
        ranges = ranges_told(self._query, self._days, self._style, self._starts)
        choices = [Choice(ends, render(name), words(said)) for name, ends, said in ranges]
        current = (self._query.first, self._query.last)
        choose(self._period, choices, self.on_period, current=current, placeholder=self.tr("Find a period"))

    def on_period(self, ends: tuple[Period | None, Period | None]) -> None:
        """A range was chosen."""
        self._ask(replace(self._query.present, first=ends[0], last=ends[1]))

    def on_present(self) -> None:
        """The period that was picked in a chart is let go."""
        self._ask(self._query.present)

    def open_grain(self) -> None:
        """Choose a grain by key."""
        choices = [Choice(g, render(GRAIN_NAMES[g][0])) for g in GRAINS]
        choose(self._grain, choices, self.on_grain_picked, current=self._query.grain, placeholder=self.tr("Find"))

    def on_grain_picked(self, grain: Grain) -> None:
        """A grain was chosen from the list."""
        self._ask(with_grain(self._query, grain, self._starts, self._days))

    def on_grain(self, key: str) -> None:
        """A grain was chosen."""
        self._ask(with_grain(self._query, Grain(key), self._starts, self._days))

    def open_comparison(self) -> None:
        """Choose what to compare with."""
        none_yet = "" if self._has_targets else self.tr("none set yet")
        choices = [
            Choice(c, render(comparison_name(c, self._query.grain)), none_yet if c == "target" else "")
            for c in COMPARISONS
        ]
        current = self._query.comparison
        choose(self._comparison, choices, self.on_comparison, current=current, placeholder=self.tr("Find"))

    def on_comparison(self, comparison: str) -> None:
        """Another comparison was chosen."""
        self._ask(replace(self._query, comparison=comparison))

    def open_segment(self) -> None:
        """Choose an attribute, then a value of it."""
        counts = {a: say(self.tr("{n} values"), n=len(values)) for a, values in self._attributes.items()}
        choices = [Choice(a, self._shown(a), counts[a] + self._tables.get(a, "")) for a in counts]
        if not choices:
            choices = [Choice("", self.tr("No column to segment by yet"))]
        choose(self._add, choices, self.on_attribute, placeholder=self.tr("Find a segment"))

    def on_attribute(self, attribute: str) -> None:
        """An attribute was chosen: now its value."""
        if attribute in self._attributes:
            self._picked = attribute
            choices = [Choice(v, words(segment_text(v))) for v in self._attributes[attribute]]
            now = next((f.values[0] for f in self._query.filters if f.attribute == attribute and f.values), None)
            anchor = self._filters.chip(attribute) or self._add
            choose(anchor, choices, self.on_value, current=now, placeholder=self._shown(attribute))

    def on_value(self, value: str) -> None:
        """A value was chosen."""
        self._ask(self._query.narrowed(self._picked, (value,)))

    def on_filter_removed(self, gone: str) -> None:
        """A segment was taken off."""
        self._ask(self._query.narrowed(gone))

    def open_profile(self) -> None:
        """Choose by whose definitions everything is counted."""
        choices = [Choice(name, label) for name, label in self._profile_labels().items()]
        choices.append(Choice(_COMPARE, self.tr("Compare with another profile"), icon="git-compare"))
        choose(self._profile, choices, self.on_profile, current=self._profile_name, align_right=True)

    def on_profile(self, name: str) -> None:
        """A profile was chosen, or to hold two of them against each other."""
        if name == _COMPARE:
            self.compare_asked.emit()
        elif name != self._profile_name:
            self.profile_chosen.emit(name)

    def _profile_labels(self) -> Mapping[str, str]:
        return {**profile_labels(style().language), DEFAULT: self.tr("Standard profile")}

    def open_scenario(self) -> None:
        """Choose a scenario, or the baseline."""
        choices = [Choice("", self.tr("Baseline")), *(Choice(id, name) for id, name in self._scenarios.items())]
        choose(self._scenario_chip, choices, self.on_scenario, current=self._scenario, align_right=True)

    def on_scenario(self, id: str) -> None:
        """A scenario was chosen."""
        self.scenario_chosen.emit(ScenarioId(id))

    def on_baseline(self) -> None:
        """The scenario was taken off."""
        self.on_scenario("")

    def _shown(self, attribute: str) -> str:
        return self._labels.get(attribute, attribute)

    def _ask(self, query: ViewQuery) -> None:
        if query != self._query:
            self.query_chosen.emit(query)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.renew()
