"""What the definition profiles are called: light enough for a window that is just opening."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml

DEFAULT = "kpidesk"
"""The profile whose choices all are the first ones."""


@cache
def declared_profiles() -> Mapping[str, Mapping[str, Any]]:
    """What resources/profiles/profiles.toml says of each, the default one first."""
    return read_toml(resource("profiles", "profiles.toml")).content


def profile_labels(language: str) -> Mapping[str, str]:
    """The names of all profiles in a language, else in English."""
    return {name: entry["label"].get(language, entry["label"]["en"]) for name, entry in declared_profiles().items()}
