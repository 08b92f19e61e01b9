"""Texts in the reader's language without Qt: from the very file that translators write."""

from collections.abc import Mapping
from functools import cache
from xml.etree import ElementTree

from kpidesk.core.messages import Translate
from kpidesk.core.resources import resource
from kpidesk.export.options import in_english


def translate_to(language: str) -> Translate:
    """The translation into a language; what has none stands in English."""
    if language == "en":
        return in_english
    texts = _texts(language)
    return lambda context, text: texts.get((context, text), text)


@cache
def _texts(language: str) -> Mapping[tuple[str, str], str]:
    tree = ElementTree.parse(resource("i18n", f"kpidesk_{language}.ts"))
    found = {}
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            text = message.findtext("translation", "")
            if text:
                found[name, message.findtext("source", "")] = text
    return found
