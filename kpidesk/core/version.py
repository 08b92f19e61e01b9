"""What this installation calls itself: the version of the source, and where a package was built, from which state."""

from functools import cache

from kpidesk import __version__
from kpidesk.core.resources import resource


@cache
def version_text() -> str:
    """``0.1.0``, in a package ``0.1.0 (v0.1.0-12-gabc1234)``: what git called the tree that it was built from."""
    stamp = resource("version.txt")
    return stamp.read_text(encoding="utf-8").strip() if stamp.is_file() else __version__


def licences_text() -> str:
    """The licences of everything that a package ships; "" in a checkout, which ships nothing."""
    page = resource("licences.txt")
    return page.read_text(encoding="utf-8") if page.is_file() else ""
