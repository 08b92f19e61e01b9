"""kpidesk-cli catalogue: every KPI that the product knows."""

import argparse

from kpidesk.cli.output import print_json, print_table
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.definitions import CALENDAR
from kpidesk.metrics.report import catalogue_report
from kpidesk.schema.loader import load_schema
from kpidesk.session.custom_kpis import catalogue_with


def catalogue(arguments: argparse.Namespace) -> int:
    """Print the catalogue in the order of its files."""
    known = catalogue_with(load_catalogue(), arguments.custom)
    if arguments.json:
        print_json(catalogue_report(known, load_schema()))
        return 0
    shown = [definition for definition in known.definitions.values() if definition.stage != CALENDAR]
    rows = [(d.name, d.label("en"), d.unit.kind, d.formula or "counted from the data") for d in shown]
    print_table(("id", "name", "unit", "formula"), rows, right=9)
    return 0
