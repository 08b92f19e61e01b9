"""Every text is translated into both Chinese forms, with the same places to fill, and compiled."""

import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("zh_Hans", "zh_Hant")


def test_translations_are_complete_and_compiled() -> None:
    script = ROOT / "packaging" / "i18n" / "update.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[:4000]


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_to_fill_survive_translation(language: str) -> None:
    tree = ET.parse(ROOT / "resources" / "i18n" / f"kpidesk_{language}.ts")
    for message in tree.getroot().iter("message"):
        source = message.findtext("source", "")
        translation = message.find("translation")
        text = "" if translation is None else "".join(translation.itertext())
        plain = set(re.findall(r"\{(\w+)\}", source))
        assert plain == set(re.findall(r"\{(\w+)\}", text)), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_begins_with_a_mark_that_may_not_begin_a_line(language: str) -> None:
    """A text can be the first in its line: it is a label of its own between fields that wrap."""
    tree = ET.parse(ROOT / "resources" / "i18n" / f"kpidesk_{language}.ts")
    for message in tree.getroot().iter("message"):
        translation = "".join(message.find("translation").itertext())
        if translation[1:]:  # a mark alone joins texts of a list
            assert translation[0] not in "，。；：、！？）」』”’》】…", message.findtext("source")


def labels(node: object, where: str) -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(node, dict):
        if "en" in node and all(isinstance(text, str) for text in node.values()):
            yield where, node
        for name, child in node.items():
            yield from labels(child, f"{where}.{name}")
    elif isinstance(node, list):
        for child in node:
            yield from labels(child, where)


def test_declared_labels_come_in_three_languages() -> None:
    count = 0
    for path in sorted((ROOT / "resources").rglob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        for where, label in labels(content, path.name):
            count += 1
            assert {"en", *LANGUAGES} <= {name for name, text in label.items() if text.strip()}, where
    assert count > 100
