"""kpidesk-cli selfcheck: the published worked examples, expected and got side by side."""

import argparse

from kpidesk.cli.output import Json, print_json
from kpidesk.session.selfcheck import Check, run_selfcheck
from kpidesk.session.selfchecks.case import Answer


def selfcheck(arguments: argparse.Namespace) -> int:
    """Run all; 1 where the product does not give what a source prints."""
    checks = []
    for check in run_selfcheck():
        checks.append(check)
        if not arguments.json:
            print(_line(check), flush=True)
    failed = sum(not check.ok for check in checks)
    if arguments.json:
        print_json({"checks": [_json(check) for check in checks]})
    else:
        print(f"{len(checks) - failed} of {len(checks)} published examples are met")
    return 1 if failed else 0


def _json(check: Check) -> Json:
    return {
        "id": check.id,
        "source": check.source,
        "expected": _plain(check.expected),
        "got": _plain(check.got),
        "ok": check.ok,
    }


def _plain(answer: Answer) -> Json:
    return answer if answer is None or isinstance(answer, str | float | int) else list(answer)


def _line(check: Check) -> str:
    mark = "ok    " if check.ok else "FAILED"
    return f"{mark} {check.id:<24} expected {_text(check.expected)}, got {_text(check.got)}  ({check.source})"


def _text(answer: Answer) -> str:
    if answer is None:
        return "no value"
    if isinstance(answer, str):
        return answer
    if isinstance(answer, float | int):
        return f"{answer:.10g}"
    return " / ".join(_text(part) for part in answer)
