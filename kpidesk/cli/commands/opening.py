"""Opening files for a command, and saying on standard error which of them could not be read."""

import argparse
from dataclasses import replace

from kpidesk.cli.commands.inspecting import complain, is_refused, no_spreadsheets, reason_of
from kpidesk.core.errors import UserError
from kpidesk.core.messages import verbatim
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.profiles import catalogue_under, profile
from kpidesk.session.custom_kpis import read_custom, read_targets, with_custom
from kpidesk.session.desk import Desk, open_desk
from kpidesk.session.rule_fields import parsed, with_value
from kpidesk.session.rule_sections import MONEY
from kpidesk.session.sources import is_workspace
from kpidesk.workspace.document import Rules


def open_files(arguments: argparse.Namespace) -> Desk:
    """A desk with the files of the command line; UserError where none of them can be read: see ``status_of``."""
    engine = getattr(arguments, "engine", None)
    desk = open_desk(arguments.files, engine)
    files = desk.proposal.files
    refused = [file for file in files if is_refused(file)]
    if len(refused) == len(files) and not any(is_workspace(path) for path in arguments.files):
        desk.close()
        reasons = "; ".join(reason_of(file) for file in refused)
        raise UserError(verbatim(reasons) if refused else no_spreadsheets(arguments.files))
    try:
        desk.set_rules(_rules(arguments, desk.document.rules))
        if getattr(arguments, "custom", None) is not None:
            desk.set_targets(read_targets(arguments.custom, desk.catalogue))
    except UserError:
        desk.close()
        raise
    return desk


_ARGUMENTS = {"currency": "currency", "rates": "rates", "fiscal_year_starts": "fiscal_year_start"}
"""Rules about money and time that the command line sets, each by its own argument."""


def _rules(arguments: argparse.Namespace, rules: Rules) -> Rules:
    """The rules with the day, profile and KPIs of the command line; UserError for what there is not."""
    as_of, name = getattr(arguments, "as_of", None), getattr(arguments, "profile", None)
    if as_of is not None:
        rules = replace(rules, as_of=as_of)
    if name is not None:
        rules = replace(rules, profile=profile(name).name)
    for field in MONEY.fields:
        text = getattr(arguments, _ARGUMENTS.get(field.path, ""), None)
        if text is not None:
            rules = with_value(rules, field, parsed(field, text))
    custom = getattr(arguments, "custom", None)
    if custom is not None:
        known = catalogue_under(load_catalogue(), profile(rules.profile).choices)
        rules = with_custom(rules, read_custom(custom, known))
    return rules


def status_of(desk: Desk) -> int:
    """1 where some of the files could not be read; names them on standard error, once the answer is out."""
    refused = [file for file in desk.proposal.files if is_refused(file)]
    complain(refused)
    return int(bool(refused))
