"""Where settings, caches and unsaved work of this user lie on this system."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs


@dataclass(frozen=True, slots=True)
class Folders:
    """``config``: settings and remembered mappings; ``cache``: may be lost; ``state``: work that is not saved yet."""

    config: Path
    cache: Path
    state: Path

    @classmethod
    def default(cls) -> "Folders":
        """Those of the system, or below ``KPIDESK_HOME`` where that is set (a portable installation)."""
        home = os.environ.get("KPIDESK_HOME")
        if home:
            return cls.below(Path(home))
        dirs = PlatformDirs("kpidesk", appauthor=False)
        return cls(dirs.user_config_path, dirs.user_cache_path, dirs.user_state_path)

    @classmethod
    def below(cls, root: Path) -> "Folders":
        """All three below one folder."""
        return cls(root / "config", root / "cache", root / "state")

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    @property
    def mappings(self) -> Path:
        return self.config / "mappings.json"

    @property
    def answers(self) -> Path:
        """Where answers are kept for the next time."""
        return self.cache / "answers"

    @property
    def work(self) -> Path:
        """Where each running session has a folder of its own."""
        return self.state / "work"

    @property
    def crashes(self) -> Path:
        """Where crash reports lie."""
        return self.state / "crashes"
