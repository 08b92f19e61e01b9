"""What the user may set for the application as a whole, declared once: key, type, default, words.

What changes numbers (currency, profile, as-of day) is not here but in the document.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar, cast

from psygnal import Signal

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.session.settings_file import read_settings, write_settings

T = TypeVar("T", bool, int, str, tuple[str, ...])

Soon = Callable[[Callable[[], None]], object]

Value = bool | int | str | tuple[str, ...]

MAX_RECENT = 12


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One declared setting. ``choices`` empty means free; ``is_hidden`` ones have no row in the dialog."""

    key: str
    default: T
    label: Message
    choices: tuple[T, ...] = ()
    help: Message | None = None
    is_hidden: bool = False


LANGUAGE = Setting(
    "app.language",
    "system",
    Message(QT_TRANSLATE_NOOP("settings", "Language")),
    ("system", "en", "zh_Hans", "zh_Hant"),
)
THEME = Setting(
    "app.theme",
    "system",
    Message(QT_TRANSLATE_NOOP("settings", "Appearance")),
    ("system", "light", "dark", "high_contrast_light", "high_contrast_dark"),
)
TEXT_SIZE = Setting(
    "app.text_size", 100, Message(QT_TRANSLATE_NOOP("settings", "Size of text")), (90, 100, 110, 125, 150)
)
REDUCED_MOTION = Setting("app.reduced_motion", False, Message(QT_TRANSLATE_NOOP("settings", "Less movement")))
LETTER_KEYS = Setting(
    "app.letter_keys",
    True,
    Message(QT_TRANSLATE_NOOP("settings", "Single letter keys")),
    help=Message(QT_TRANSLATE_NOOP("settings", "G for grain, P for period and so on, outside text fields")),
)
WATCH = Setting(
    "import.watch",
    True,
    Message(QT_TRANSLATE_NOOP("settings", "Read changed files again")),
    help=Message(QT_TRANSLATE_NOOP("settings", "As soon as they are saved; what that changes in the past is told")),
)
ANONYMOUS = Setting(
    "export.anonymous",
    False,
    Message(QT_TRANSLATE_NOOP("settings", "Replace names of customers in exports")),
    help=Message(QT_TRANSLATE_NOOP("settings", "In files, on paper and on the clipboard; the window shows them")),
)
SIDEBAR = Setting("window.sidebar", True, Message(QT_TRANSLATE_NOOP("settings", "Sidebar")), is_hidden=True)
RECENT: Setting[tuple[str, ...]] = Setting(
    "files.recent", (), Message(QT_TRANSLATE_NOOP("settings", "Recent files")), is_hidden=True
)
SEEN: Setting[tuple[str, ...]] = Setting(
    "boards.seen", (), Message(QT_TRANSLATE_NOOP("settings", "Periods seen")), is_hidden=True
)
TOUR_KNOWN = Setting("window.tour_known", False, Message(QT_TRANSLATE_NOOP("settings", "Tour")), is_hidden=True)
FOLDER = Setting("files.folder", "", Message(QT_TRANSLATE_NOOP("settings", "Last folder")), is_hidden=True)

DECLARED: tuple[Setting[bool] | Setting[int] | Setting[str] | Setting[tuple[str, ...]], ...] = (
    LANGUAGE, THEME, TEXT_SIZE, REDUCED_MOTION, LETTER_KEYS, WATCH, ANONYMOUS, SIDEBAR, RECENT, SEEN,
    TOUR_KNOWN, FOLDER,
)  # fmt: skip


def _at_once(write: Callable[[], None]) -> None:
    write()


class Settings:
    """The values of the declared settings, kept in one file. Signal: ``changed(key)``.

    A value on disk that makes no sense falls back to the default with a note in ``findings``; keys that are not
    declared (those of a newer version) are kept as they are.
    """

    changed = Signal(str)

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._is_new = False
        self._soon: Soon = _at_once
        self._values, findings = read_settings(path)
        self.findings = (*findings, *self._checked())

    def get(self, setting: Setting[T]) -> T:
        """The value that holds now."""
        return cast(T, self._values.get(setting.key, setting.default))

    def set(self, setting: Setting[T], value: T) -> None:
        """Set and write a value; ValueError where it is none of the choices."""
        if not _fits(setting, value):
            raise ValueError(value)
        if self.get(setting) != value:
            self._values[setting.key] = value
            self._is_new = True
            self._soon(self.write)
            self.changed.emit(setting.key)

    def write_behind(self, soon: Soon) -> None:
        """Have the file written by ``soon``, so that nobody waits for the disk; who does so calls ``write`` at last."""
        self._soon = soon

    def write(self) -> None:
        """Write the file, unless it holds all values already; from any thread."""
        with self._lock:
            if self._is_new:
                self._is_new = False
                write_settings(self._path, dict(self._values))

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files that were opened or saved, the last one first."""
        return tuple(Path(path) for path in self.get(RECENT))

    def remember(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        text = str(path.absolute())
        kept = tuple(other for other in self.get(RECENT) if other != text)
        self.set(RECENT, (text, *kept)[:MAX_RECENT])

    def forget(self, path: Path) -> None:
        """Take a file from the recent ones: it is gone."""
        self.set(RECENT, tuple(other for other in self.get(RECENT) if other != str(path)))

    def _checked(self) -> tuple[Finding, ...]:
        notes = []
        for setting in DECLARED:
            if setting.key in self._values and not _fits(setting, self._values[setting.key]):
                del self._values[setting.key]
                text = QT_TRANSLATE_NOOP("settings", "The setting {key} was not understood and is back to its default")
                where = Location(self._path.name)
                notes.append(Finding(Level.NOTE, "settings.value", Message(text, key=setting.key), where))
        return tuple(notes)


def _fits(setting: Setting[bool] | Setting[int] | Setting[str] | Setting[tuple[str, ...]], value: object) -> bool:
    choices: tuple[object, ...] = setting.choices
    if type(value) is not type(setting.default):
        return False
    if isinstance(value, tuple) and not all(isinstance(item, str) for item in value):
        return False
    return not choices or value in choices


def defaults() -> Mapping[str, Value]:
    """Every declared key with its default."""
    return {setting.key: setting.default for setting in DECLARED}
