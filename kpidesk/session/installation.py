"""What this installation is made of, for a report of a fault and for whoever wonders why something looks odd."""

import platform
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, verbatim
from kpidesk.core.version import version_text
from kpidesk.session.folders import Folders

_ENGINE = ("duckdb", "ibis-framework", "pyarrow", "fastexcel", "openpyxl")
_GB = 1e9


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the report: a name and what was found."""

    name: Message
    value: str


def installation_facts(folders: Folders) -> Sequence[Fact]:
    """Version, system, engine and the folders of this user; no name of a file of theirs and no cell."""
    return (
        Fact(Message(QT_TRANSLATE_NOOP("help", "Version")), version_text()),
        Fact(Message(QT_TRANSLATE_NOOP("help", "System")), f"{platform.system()} {platform.release()}"),
        Fact(verbatim("Python"), f"{platform.python_version()}{_packaged()}"),
        Fact(Message(QT_TRANSLATE_NOOP("help", "Engine and readers")), ", ".join(map(_with_version, _ENGINE))),
        Fact(Message(QT_TRANSLATE_NOOP("help", "Settings")), str(folders.config)),
        Fact(Message(QT_TRANSLATE_NOOP("help", "Log and unsaved work")), str(folders.state)),
        Fact(Message(QT_TRANSLATE_NOOP("help", "Crash reports")), str(folders.crashes)),
        Fact(Message(QT_TRANSLATE_NOOP("help", "Free space there")), _free_space(folders)),
    )


def _packaged() -> str:
    return " (packaged)" if getattr(sys, "frozen", False) else ""


def _with_version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return name


def _free_space(folders: Folders) -> str:
    place = next((folder for folder in (folders.state, *folders.state.parents) if folder.exists()), None)
    return "" if place is None else f"{shutil.disk_usage(place).free / _GB:.1f} GB"
