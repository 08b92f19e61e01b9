"""What the palette finds: KPIs, pages, actions, recent files."""

from collections.abc import Callable

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.translation import language, render
from kpidesk.schema.loader import load_schema
from kpidesk.session.services import Services
from kpidesk.ui.actions.pages import PAGES
from kpidesk.ui.actions.registry import ActionRegistry
from kpidesk.ui.actions.template_actions import EVERY, template_name
from kpidesk.ui.window.command_palette import PaletteEntry
from kpidesk.workspace.board_studies import STUDIES
from kpidesk.workspace.dashboard import CARD, STUDY
from kpidesk.workspace.ready_boards import ready_boards

_OPEN = Message(QT_TRANSLATE_NOOP("palette", "Open board: {name}"))
_ADD = Message(QT_TRANSLATE_NOOP("palette", "Add tile: {name}"))


def palette_entries(services: Services, registry: ActionRegistry) -> tuple[PaletteEntry, ...]:
    """Everything by name; KPIs as soon as the catalogue is there."""
    boards = _boards(services) if not services.session.document.is_empty else ()
    templates = template_entries(template_name) if services.backend.is_open else ()
    return (*_kpis(services), *_pages(registry), *_actions(registry), *_recent(services), *boards, *templates)


def template_entries(named: Callable[[str], str] | None = None) -> tuple[PaletteEntry, ...]:
    """The template of every table, under its label or as it is ``named``, and all of them in one workbook."""
    each = tuple(
        PaletteEntry(
            "template",
            name,
            table.labels[language()] if named is None else named(name),
            table.row_is[language()],
            "file-spreadsheet",
            also=" ".join((name, *table.labels.values())),
        )
        for name, table in load_schema().tables.items()
    )
    return (*each, PaletteEntry("template", EVERY, template_name(EVERY), "", "file-spreadsheet"))


def _kpis(services: Services) -> tuple[PaletteEntry, ...]:
    if not services.backend.is_open:
        return ()
    found = []
    for name, definition in services.catalogue.definitions.items():
        label = definition.labels.get(language(), definition.labels["en"])
        also = " ".join((name, *definition.labels.values()))
        found.append(PaletteEntry("kpi", name, label, name, "gauge", also=also))
    return tuple(found)


def _boards(services: Services) -> tuple[PaletteEntry, ...]:
    """Every board, and what can be put on the one that is shown."""
    own = services.session.document.dashboards
    names = {id_: board.name for id_, board in own.items()}
    names |= {id_: each.label(language()) for id_, each in ready_boards().items() if id_ not in names}
    also = {id_: " ".join(each.labels.values()) for id_, each in ready_boards().items()}
    boards = tuple(
        PaletteEntry("board", id_, _said(_OPEN, name), "", "layout-dashboard", also=also.get(id_, ""))
        for id_, name in names.items()
    )
    studies = tuple(
        _tile(f"{STUDY}-{each.id}", render(each.label), each.label.template.text) for each in STUDIES.values()
    )
    return (*boards, *studies, *(_tile(f"{CARD}-{kpi.key}", kpi.name, kpi.also) for kpi in _kpis(services)))


def _tile(id_: str, name: str, also: str) -> PaletteEntry:
    return PaletteEntry("tile", id_, _said(_ADD, name), "", "plus", also=also)


def _said(text: Message, name: str) -> str:
    return render(Message(text.template, name=name))


def _pages(registry: ActionRegistry) -> tuple[PaletteEntry, ...]:
    return tuple(
        PaletteEntry("page", p.id, render(p.title), "", p.icon, registry.keys(f"go.{p.id}"), p.title.template.text)
        for p in PAGES
    )


def _actions(registry: ActionRegistry) -> tuple[PaletteEntry, ...]:
    return tuple(
        PaletteEntry(
            "action", a.id, render(a.title), "", a.icon, registry.keys(a.id), f"{a.id} {a.title.template.text}"
        )
        for a in registry.actions
        if not a.id.startswith("go.") and registry.qt_action(a.id).isEnabled() and a.menu
    )


def _recent(services: Services) -> tuple[PaletteEntry, ...]:
    return tuple(
        PaletteEntry("recent", str(path), path.name, str(path.parent), "clock") for path in services.settings.recent
    )
