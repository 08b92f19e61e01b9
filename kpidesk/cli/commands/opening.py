"""Opening files for a command, and saying on standard error which of them could not be read."""

import argparse
from dataclasses import replace

from kpidesk.cli.commands.inspecting import complain, is_refused, reason_of
from kpidesk.core.errors import UserError
from kpidesk.core.messages import verbatim
from kpidesk.session.desk import Desk, open_desk


def open_files(arguments: argparse.Namespace) -> Desk:
    """A desk with the files of the command line; UserError where none of them can be read.

    Those that cannot be read beside others that can are named on standard error: see ``status_of``.
    """
    desk = open_desk(arguments.files)
    refused = [file for file in desk.proposal.files if is_refused(file)]
    if refused and len(refused) == len(desk.proposal.files):
        desk.close()
        raise UserError(verbatim("; ".join(reason_of(file) for file in refused)))
    complain(refused)
    as_of = getattr(arguments, "as_of", None)
    if as_of is not None:
        desk.set_rules(replace(desk.document.rules, as_of=as_of))
    return desk


def status_of(desk: Desk) -> int:
    """1 where some of the files could not be read."""
    return int(any(is_refused(file) for file in desk.proposal.files))
