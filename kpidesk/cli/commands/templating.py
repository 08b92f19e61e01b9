"""kpidesk-cli template: a workbook of tables to fill in, with examples and how to fill them."""

import argparse

from kpidesk.cli.arguments import UsageError
from kpidesk.cli.translation import translate_to
from kpidesk.core.progress import Progress
from kpidesk.export.sheet_templates import write_templates
from kpidesk.schema.loader import load_schema
from kpidesk.schema.templates import load_templates


def template(arguments: argparse.Namespace) -> int:
    """Write it and say where."""
    found = load_templates(load_schema())
    if unknown := [name for name in arguments.tables if name not in found]:
        raise UsageError(f"no table is called {unknown[0]}; there are {', '.join(found)}")
    if arguments.to.suffix.lower() != ".xlsx":
        raise UsageError(f"a template is a workbook: {arguments.to.name} must end in .xlsx")
    tables = [found[name] for name in arguments.tables or found]
    language = arguments.language
    print(write_templates(tables, arguments.to, language, translate_to(language), Progress()))
    return 0
