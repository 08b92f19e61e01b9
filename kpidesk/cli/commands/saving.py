"""kpidesk-cli save: the imported files as one workspace."""

import argparse

from kpidesk.cli.commands.opening import open_files, status_of


def save(arguments: argparse.Namespace) -> int:
    """Write the workspace and say where."""
    with open_files(arguments) as desk:
        print(desk.save(arguments.to))
        return status_of(desk)
