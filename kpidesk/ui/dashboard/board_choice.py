"""Which boards there are: the user's own, and those that stand ready."""

from collections.abc import Collection

from kpidesk.core.ids import DashboardId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.popover import Choice
from kpidesk.workspace.board_studies import STUDIES
from kpidesk.workspace.dashboard import CARD, CHART, STUDY, Dashboard
from kpidesk.workspace.document import Workspace
from kpidesk.workspace.ready_boards import OVERVIEW, board_of, ready_boards

_COUNTS = QT_TRANSLATE_NOOP("boards", "{cards} {cards|card|cards}, {charts} {charts|chart|charts}")
_CARDS = QT_TRANSLATE_NOOP("boards", "{cards} {cards|card|cards}")
_UNDATED = QT_TRANSLATE_NOOP(
    "boards", "{cards} {cards|card|cards}; the sheets have no dates, so there is no course over time"
)
NEW, DUPLICATE, RENAME, REMOVE, RESET = "new", "duplicate", "rename", "remove", "reset"
_GROUPS = {
    "own": Message(QT_TRANSLATE_NOOP("boards", "your own")),
    "level": Message(QT_TRANSLATE_NOOP("boards", "by level")),
    "stage": Message(QT_TRANSLATE_NOOP("boards", "by stage")),
}
_ACTIONS = {
    NEW: ("plus", Message(QT_TRANSLATE_NOOP("boards", "New board"))),
    DUPLICATE: ("copy", Message(QT_TRANSLATE_NOOP("boards", "Duplicate this board"))),
    RENAME: ("square-pen", Message(QT_TRANSLATE_NOOP("boards", "Rename this board"))),
    RESET: ("rotate-ccw", Message(QT_TRANSLATE_NOOP("boards", "Back to the ready board"))),
    REMOVE: ("trash-2", Message(QT_TRANSLATE_NOOP("boards", "Remove this board"))),
}


def shown_id(document: Workspace, chosen: DashboardId | None) -> DashboardId:
    """The board to show: the chosen one where it still is, else the first of the user's own, else the overview."""
    if chosen is not None and (chosen in document.dashboards or chosen in ready_boards()):
        return chosen
    return next(iter(document.dashboards), OVERVIEW)


def board_now(
    document: Workspace, id_: DashboardId, frame: ResultFrame, language: str, attributes: Collection[str]
) -> Dashboard:
    """The board of that id as it stands: the user's version, else what is ready for these data."""
    own = document.dashboards.get(id_)
    return own if own is not None else board_of(ready_boards()[id_], frame, language, attributes)


def counted(board: Dashboard) -> tuple[int, int]:
    """How many cards and how many charts it holds."""
    kinds = [tile.kind for tile in board.tiles if tile.kind != STUDY or not STUDIES[tile.study].is_table]
    return kinds.count(CARD), kinds.count(CHART) + kinds.count(STUDY)


def board_summary(board: Dashboard, frame: ResultFrame | None) -> str:
    """How much stands on it, and why nothing moves where the sheets have no dates."""
    cards, charts = counted(board)
    if not cards + charts:
        return ""
    if frame is not None and frame.grain is Grain.SNAPSHOT:
        return render(Message(_UNDATED, cards=cards))
    return render(Message(_COUNTS if charts else _CARDS, cards=cards, charts=charts))


def board_choices(document: Workspace, shown: DashboardId, language: str) -> list[Choice]:
    """All boards, then what can be done with the one that is shown."""
    own = [
        Choice(id_, board.name or render(_ACTIONS[NEW][1]), render(_GROUPS["own"]), "layout-dashboard")
        for id_, board in document.dashboards.items()
    ]
    ready = [
        Choice(id_, each.label(language), render(_GROUPS[each.group]), "layout-dashboard")
        for id_, each in ready_boards().items()
        if id_ not in document.dashboards
    ]
    possible = [NEW, DUPLICATE]
    if shown in document.dashboards:
        possible += [RENAME, RESET if shown in ready_boards() else REMOVE]
    actions = [Choice(f"!{what}", render(_ACTIONS[what][1]), "", _ACTIONS[what][0]) for what in possible]
    return [*own, *ready, *actions]
