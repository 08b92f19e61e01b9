"""The colours of print as hexadecimal text, read without Qt for Office files."""

from functools import cache

from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml


def print_colour(token: str, *, is_dark: bool = False) -> str:
    """``RRGGBB`` of a token in the theme of exports, or in the dark one; KeyError where there is none."""
    return _colours("dark" if is_dark else "print")[token]


@cache
def _colours(theme: str) -> dict[str, str]:
    content = read_toml(resource("themes", f"{theme}.toml")).content
    found = dict(_colours(content["base"])) if "base" in content else {}
    found.update({token: text.lstrip("#").upper() for token, text in content["colours"].items()})
    for scale, texts in content.get("scales", {}).items():
        found.update({f"{scale}.{i}": text.lstrip("#").upper() for i, text in enumerate(texts, start=1)})
    return found
