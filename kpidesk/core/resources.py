"""Finds the declared data of the product in a checkout, a wheel and a frozen application."""

import sys
from functools import cache
from pathlib import Path


@cache
def resources_root() -> Path:
    """The folder ``resources``: beside the package in a checkout, inside it when installed or frozen."""
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / "resources", package.parent / "resources"]
    if frozen is not None:
        candidates.insert(0, Path(frozen) / "resources")
    for folder in candidates:
        if (folder / "catalogue").is_dir():
            return folder
    raise FileNotFoundError(candidates[-1])


def sample_company() -> Path | None:
    """The folder with the sheets of the sample company, None where it was not installed."""
    folder = resource("samples", "tideline")
    return folder if folder.is_dir() else None


def resource(*parts: str) -> Path:
    """The path of one resource, e.g. ``resource("themes", "light.toml")``."""
    return resources_root().joinpath(*parts)
