"""What this installation calls itself: the version of the source, and where a package was built, from which state."""

from functools import cache
from pathlib import Path

from kpidesk import __version__
from kpidesk.core.resources import resource, resources_root


@cache
def version_text() -> str:
    """``0.1.0``, in a package ``0.1.0 (v0.1.0-12-gabc1234)``: what git called the tree that it was built from."""
    stamp = resource("version.txt")
    return stamp.read_text(encoding="utf-8").strip() if stamp.is_file() else __version__


def licences_text() -> str:
    """The licences of everything that a package ships; "" in a checkout, which ships nothing."""
    page = resource("licences.txt")
    return page.read_text(encoding="utf-8") if page.is_file() else ""


@cache
def build_stamp() -> str:
    """Another text for each build: of a package the hash of its sources, of a checkout its newest file."""
    stamp = resource("build.txt")
    if stamp.is_file():
        return stamp.read_text(encoding="utf-8")
    roots = (Path(__file__).resolve().parent.parent, resources_root())
    sources = (path for root in roots for path in root.rglob("*.*") if path.suffix in (".py", ".toml"))
    newest = max((path.stat().st_mtime_ns for path in sources), default=0)
    return f"{__version__} {newest}"
