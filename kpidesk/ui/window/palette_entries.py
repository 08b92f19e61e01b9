"""What the palette finds: KPIs, pages, actions, recent files."""

import math
from collections.abc import Callable, Mapping

from kpidesk.charts.traces import total
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.qt.translation import first_of, language, render, style
from kpidesk.schema.loader import load_schema
from kpidesk.session.services import Services
from kpidesk.ui.actions.pages import PAGES
from kpidesk.ui.actions.registry import ActionRegistry
from kpidesk.ui.actions.template_actions import EVERY, template_name
from kpidesk.ui.window.command_palette import PaletteEntry
from kpidesk.workspace.board_studies import STUDIES
from kpidesk.workspace.dashboard import CARD, STUDY
from kpidesk.workspace.ready_boards import OVERVIEW, ready_boards

_OPEN = Message(QT_TRANSLATE_NOOP("palette", "Open board: {name}"))
_FIRST = 3
"""So many figures of a table are named."""
MONTHLY = "monthly_metrics"
"""The table of figures that were computed elsewhere: it can give any."""
_ADD = Message(QT_TRANSLATE_NOOP("palette", "Add tile: {name}"))


def palette_entries(
    services: Services, registry: ActionRegistry, numbers: Style | None = None
) -> tuple[PaletteEntry, ...]:
    """Everything by name; KPIs as soon as the catalogue is there, with their values as far as they are known."""
    templates = template_entries(template_name) if services.backend.is_open else ()
    values = _values(services, numbers or style())
    boards = _boards(services, values) if not services.session.document.is_empty else ()
    return (*_kpis(services, values), *_pages(registry), *_actions(registry), *_recent(services), *boards, *templates)


def template_entries(named: Callable[[str], str] | None = None) -> tuple[PaletteEntry, ...]:
    """The template of every table, under its label or as it is ``named``, and all of them in one workbook."""
    each = tuple(
        PaletteEntry(
            "template",
            name,
            table.labels[language()] if named is None else named(name),
            table.row_is[language()],
            "file-spreadsheet",
            also=(name, *table.labels.values()),
        )
        for name, table in load_schema().tables.items()
    )
    return (*each, PaletteEntry("template", EVERY, template_name(EVERY), "", "file-spreadsheet"))


def computable_entries() -> tuple[PaletteEntry, ...]:
    """Each table with the figures that it gives by itself, those of the first board before others."""
    catalogue, tables, top = load_catalogue(), load_schema().tables, ready_boards()[OVERVIEW].cards
    given: dict[str, list[str]] = {}
    for name in dict.fromkeys((*top, *catalogue.definitions)):
        needed = {column.partition(".")[0] for column in catalogue.get(name).needs}
        if len(needed) == 1:
            given.setdefault(needed.pop(), []).append(catalogue.get(name).label(language()))
    found = []
    for table, labels in given.items():
        if table in tables and table != MONTHLY:
            said = first_of(labels, _FIRST)
            known = tables[table].labels
            found.append(
                PaletteEntry("template", table, known[language()], said, "table-2", also=tuple(known.values()))
            )
    return tuple(found)


def _kpis(services: Services, values: Mapping[str, str]) -> tuple[PaletteEntry, ...]:
    """Those that have a value before those that lack one, in both those of the first board on top."""
    if not services.backend.is_open:
        return ()
    found, top = [], ready_boards()[OVERVIEW].metrics
    for name, definition in services.catalogue.definitions.items():
        label = definition.labels.get(language(), definition.labels["en"])
        found.append(PaletteEntry("kpi", name, label, values.get(name, ""), "gauge", also=definition.names))
    places = {str(name): at for at, name in enumerate(top)}
    return tuple(sorted(found, key=lambda each: (not each.detail, places.get(each.key, len(top)))))


def _values(services: Services, numbers: Style) -> dict[str, str]:
    """The last ended value of each KPI, where the whole question of the window is answered already."""
    document = services.session.document
    question = document.query.present.query(document.rules)
    known = services.results.frame(question) if services.backend.is_open else None
    frame = None if known is None else known.until(document.query.at)
    at = None if frame is None else frame.last_complete
    if frame is None or at is None:
        return {}
    catalogue, row = services.catalogue, total(frame)
    found = {name: float(each.values[row, at]) for name, each in frame.series.items() if each.is_computable}
    return {
        str(name): format_value(value, catalogue.get(name).unit.kind, numbers)
        for name, value in found.items()
        if math.isfinite(value) and name in catalogue
    }


def _boards(services: Services, values: Mapping[str, str]) -> tuple[PaletteEntry, ...]:
    """Every board, and what can be put on the one that is shown."""
    own = services.session.document.dashboards
    names = {id_: board.name for id_, board in own.items()}
    names |= {id_: each.label(language()) for id_, each in ready_boards().items() if id_ not in names}
    also = {id_: tuple(each.labels.values()) for id_, each in ready_boards().items()}
    boards = tuple(
        PaletteEntry("board", id_, _said(_OPEN, name), "", "layout-dashboard", also=also.get(id_, ()))
        for id_, name in names.items()
    )
    studies = tuple(
        _tile(f"{STUDY}-{each.id}", render(each.label), (each.label.template.text,)) for each in STUDIES.values()
    )
    return (*boards, *studies, *(_tile(f"{CARD}-{kpi.key}", kpi.name, kpi.also) for kpi in _kpis(services, values)))


def _tile(id_: str, name: str, also: tuple[str, ...]) -> PaletteEntry:
    return PaletteEntry("tile", id_, _said(_ADD, name), "", "plus", also=also)


def _said(text: Message, name: str) -> str:
    return render(Message(text.template, name=name))


def _pages(registry: ActionRegistry) -> tuple[PaletteEntry, ...]:
    return tuple(
        PaletteEntry("page", p.id, render(p.title), "", p.icon, registry.keys(f"go.{p.id}"), (p.title.template.text,))
        for p in PAGES
    )


def _actions(registry: ActionRegistry) -> tuple[PaletteEntry, ...]:
    return tuple(
        PaletteEntry("action", a.id, render(a.command), "", a.icon, registry.keys(a.id), (a.id, a.title.template.text))
        for a in registry.actions
        if not a.id.startswith("go.") and registry.qt_action(a.id).isEnabled() and a.menu
    )


def _recent(services: Services) -> tuple[PaletteEntry, ...]:
    return tuple(
        PaletteEntry("recent", str(path), path.name, str(path.parent), "clock") for path in services.settings.recent
    )
