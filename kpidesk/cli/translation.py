"""Texts in the reader's language without Qt: from the very file that translators write."""

from collections.abc import Callable, Mapping
from functools import cache
from xml.etree import ElementTree

from kpidesk.core.messages import Translate, untranslated
from kpidesk.core.resources import resource
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.schema.loader import load_schema


def translate_to(language: str) -> Translate:
    """The translation into a language; what has none stands in English."""
    if language == "en":
        return untranslated
    texts = _texts(language)
    return lambda context, text: texts.get((context, text), text)


def in_words(context: str, text: str) -> str:
    """The source text, ids of columns and KPIs by their English names."""
    names = _NAMES.get(context)
    return text if names is None else names().get(text, text)


@cache
def _role_names() -> Mapping[str, str]:
    tables = load_schema().tables.values()
    return {name: role.labels["en"] for table in tables for name, role in table.roles.items()}


@cache
def _kpi_names() -> Mapping[str, str]:
    return {str(name): one.label("en") for name, one in load_catalogue().definitions.items()}


_NAMES: Mapping[str, Callable[[], Mapping[str, str]]] = {"names.roles": _role_names, "names.kpis": _kpi_names}


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
