"""kpidesk-cli: the second front end, without Qt. Exit status 0 done, 1 something refused, 2 wrong usage or input."""

import io
import os
import sys
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from kpidesk.cli.arguments import UsageError, build_parser
from kpidesk.cli.import_guard import WithoutPandas
from kpidesk.core.errors import Cancelled, UserError
from kpidesk.core.system_reasons import system_reason

if TYPE_CHECKING:
    import argparse

    Command = Callable[[argparse.Namespace], int]

PROGRAM = "kpidesk-cli"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and answer the exit status; expected trouble is one line on standard error.

    As the program itself (no ``argv``) it also reports crashes; called with arguments, bugs rise to the caller.
    """
    if argv is None:
        sys.excepthook = _report_crash
        sys.meta_path.insert(0, WithoutPandas())
    _speak_utf8(sys.stdout)
    _speak_utf8(sys.stderr)
    parser = build_parser()
    try:
        arguments = parser.parse_args(argv)
        if arguments.command is None:
            parser.print_help()
            return 2
        status = _command(arguments)(arguments)
        sys.stdout.flush()
    except UsageError as error:
        return _complain(str(error))
    except UserError as error:
        return _complain(_sentences(error))
    except BrokenPipeError:  # the reader of the pipe left: `… | head`
        sys.stdout = io.StringIO()
        return 0
    except OSError as error:
        return _complain(f"{error.filename or 'system'}: {system_reason(error)}")
    except (KeyboardInterrupt, Cancelled):
        return 130
    return status


def _command(arguments: "argparse.Namespace") -> "Command":
    """The function of a command; imported here, so that each command pays for itself only."""
    match arguments.command:
        case "inspect":
            from kpidesk.cli.commands.inspecting import inspect

            return inspect
        case "compute":
            from kpidesk.cli.commands.computing import compute

            return compute
        case "whatif":
            from kpidesk.cli.commands.supposing import whatif

            return whatif
        case "goal":
            from kpidesk.cli.commands.seeking import goal

            return goal
        case "sensitivity":
            from kpidesk.cli.commands.seeking import sensitivity

            return sensitivity
        case "explain":
            from kpidesk.cli.commands.explaining import explain

            return explain
        case "reconcile":
            from kpidesk.cli.commands.reconciling import reconcile_files

            return reconcile_files
        case "compare":
            from kpidesk.cli.commands.comparing import compare

            return compare
        case "table":
            from kpidesk.cli.commands.tables import table

            return table
        case "export" if arguments.raw:
            from kpidesk.cli.commands.raw_tables import export_raw

            return export_raw
        case "export":
            from kpidesk.cli.commands.exporting import export

            return export
        case "note":
            from kpidesk.cli.commands.saving import note

            return note
        case "run":
            from kpidesk.cli.commands.running import run

            return run
        case "template":
            from kpidesk.cli.commands.templating import template

            return template
        case "save":
            from kpidesk.cli.commands.saving import save

            return save
        case "catalogue":
            from kpidesk.cli.commands.catalogue import catalogue

            return catalogue
        case _:
            from kpidesk.cli.commands.checking import selfcheck

            return selfcheck


def _sentences(error: UserError) -> str:
    """What happened and what to do, as two sentences."""
    if error.hint is None:
        return str(error.message)
    happened = str(error.message)
    return f"{happened}{'' if happened.endswith(('.', '?', '!')) else '.'} {error.hint}"


def _complain(text: str) -> int:
    print(f"{PROGRAM}: {' '.join(text.split())}", file=sys.stderr)
    return 2


def _speak_utf8(stream: TextIO) -> None:
    """Whatever the locale says: names of customers are in any script."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _report_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A bug ends in a report and one sentence, never in a traceback."""
    from kpidesk.cli.crash_report import write_crash

    path = write_crash(error)
    where = f"; the report is {path}" if path is not None else ""
    _complain(f"this should not have happened ({kind.__name__}){where}")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(2)  # libraries that hold on to the broken stack would add pages of their own


if __name__ == "__main__":
    sys.exit(main())
