"""What a user can do, as data: menus, shortcuts, buttons, the palette and the list of keys all read it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.export.deck import Deck
from kpidesk.export.options import PictureLook
from kpidesk.session.services import Services


class Shell(Protocol):
    """What an action may ask of the window."""

    def show_page(self, page: str, argument: str = "") -> None: ...

    def subject(self) -> str: ...

    def open_palette(self) -> None: ...

    def toggle_sidebar(self) -> None: ...

    def focus_next_region(self) -> None: ...

    def open_context(self, part: str) -> None: ...

    def choose_files(self) -> tuple[Path, ...]: ...

    def choose_workspace(self) -> Path | None: ...

    def choose_target(self) -> Path | None: ...

    def choose_export(self, suggested: str, kinds: str) -> Path | None: ...

    def ask_template(self) -> None: ...
    def show_computable(self) -> None: ...

    def start_tour(self) -> None: ...

    def ask_picture(self, then: Callable[[PictureLook], None]) -> None: ...

    def import_files(self, paths: tuple[Path, ...]) -> None: ...

    def paste_table(self) -> None: ...

    def open_workspace(self, path: Path) -> None: ...

    def save_workspace(self, path: Path | None) -> None: ...

    def can_export(self) -> bool: ...

    def export(self) -> None: ...

    def shown_deck(self, *, is_asked: bool = False) -> tuple[str, Callable[[], Deck]] | None: ...

    def print_deck(self, title: str, deck: Callable[[], Deck]) -> None: ...

    def find(self) -> None: ...

    def show_keys(self) -> None: ...

    def show_about(self, part: str) -> None: ...

    def cancel_job(self) -> None: ...

    def close(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class ActionContext:
    """What an action works with."""

    services: Services
    shell: Shell
    arguments: tuple[object, ...] = ()


_ASKS = QT_TRANSLATE_NOOP("actions", "{command}…")


def always(_: ActionContext) -> bool:
    """Enabled at any time."""
    return True


def never_checked(_: ActionContext) -> bool:
    """Not a choice."""
    return False


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. ``title`` is a verb and an object; ``menu`` names the menu it stands in, ``""`` none.

    ``also`` is a second shortcut, for hands from another system. ``is_letter``: its shortcut is a single letter, which
    holds outside text fields only and can be switched off. ``is_checked`` marks the choice in force (a theme, a
    language). ``asks``: for a file, a printer or a choice before anything happens, so that menus end it in "…".
    """

    id: str
    title: Message
    run: Callable[[ActionContext], None]
    shortcut: str = ""
    menu: str = ""
    icon: str = ""
    enabled: Callable[[ActionContext], bool] = always
    is_checked: Callable[[ActionContext], bool] = never_checked
    is_choice: bool = False
    is_letter: bool = False
    also: str = ""
    asks: bool = False

    @property
    def command(self) -> Message:
        """Its title as a menu writes it."""
        return Message(_ASKS, command=self.title) if self.asks else self.title
