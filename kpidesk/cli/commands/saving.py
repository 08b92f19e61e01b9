"""kpidesk-cli save: the imported files as one workspace; note: what happened, written into it."""

import argparse

from kpidesk.charts.spec import Annotation
from kpidesk.cli.arguments import UsageError
from kpidesk.cli.commands.opening import open_files, status_of
from kpidesk.cli.output import one_line
from kpidesk.session.commands.view import Annotate
from kpidesk.session.sources import only_workspace


def save(arguments: argparse.Namespace) -> int:
    """Write the workspace and say where."""
    with open_files(arguments) as desk:
        print(desk.save(arguments.to))
        return status_of(desk)


def note(arguments: argparse.Namespace) -> int:
    """Write a note at a period into the workspace, or take that of the period away; print all notes."""
    path = only_workspace(arguments.files)
    if path is None:
        raise UsageError("notes are kept in a workspace: name one .kpidesk file (see kpidesk-cli save)")
    with open_files(arguments) as desk:
        text = arguments.text.strip()
        if not text and arguments.at not in {each.period for each in desk.document.annotations}:
            raise UsageError(f"there is no note at {arguments.at} to take away")
        desk.services.session.execute(Annotate(Annotation(arguments.at, text)))
        desk.save(path)
        for each in sorted(desk.document.annotations, key=lambda each: each.period.start):
            print(f"{each.period}  {one_line(each.text)}")
        return status_of(desk)
