"""Which of the values that can be shown say who a customer is."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml

_WORD = re.compile(r"[a-z]+")
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.\w+")


def customer_names(attributes: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The values of attributes that identify by their name, and addresses wherever they stand."""
    return frozenset(
        value
        for name, values in attributes.items()
        for value in values
        if is_identifying(name) or _ADDRESS.fullmatch(value)
    )


def is_identifying(attribute: str) -> bool:
    """True for the name of an attribute that says who a customer is.

    >>> is_identifying("contact_person"), is_identifying("company_size"), is_identifying("客户名称")
    (True, False, True)
    """
    words, parts = _vocabulary()["words"], _vocabulary()["parts"]
    found = set(_WORD.findall(attribute.lower()))
    if found & words:
        return not found & _vocabulary()["unless"]
    return any(part in attribute for part in parts) and not any(
        part in attribute for part in _vocabulary()["unless_parts"]
    )


@cache
def _vocabulary() -> Mapping[str, frozenset[str]]:
    content = read_toml(resource("rules", "identifying.toml")).content
    return {key: frozenset(texts) for key, texts in content["identifying"].items()}
