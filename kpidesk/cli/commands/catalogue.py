"""kpidesk-cli catalogue: every KPI that the product knows."""

import argparse

from kpidesk.cli.output import Json, print_json, print_table
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.definitions import Definition


def catalogue(arguments: argparse.Namespace) -> int:
    """Print the catalogue in the order of its files."""
    definitions = load_catalogue().definitions.values()
    if arguments.json:
        print_json({"kpis": [_kpi(definition) for definition in definitions]})
        return 0
    rows = [(d.name, d.label("en"), d.unit.kind, d.formula or "counted from the data") for d in definitions]
    print_table(("id", "name", "unit", "formula"), rows, right=9)
    return 0


def _kpi(definition: Definition) -> Json:
    return {
        "id": definition.name,
        "names": {language: definition.label(language) for language in ("en", "zh_Hans", "zh_Hant")},
        "formula": definition.formula or None,
        "unit": definition.unit.kind,
        "kind": definition.kind,
        "good": definition.good,
        "needs": list(definition.needs),
        "source": definition.source,
        "stage": definition.stage,
        "help": definition.help_text("en"),
        "helps": dict(definition.help),
    }
