"""kpidesk-cli run: a recipe says which files, which numbers and which documents, so that next month is one line.

A recipe is TOML. Its keys are the options of ``export`` by the same names; ``files`` and ``to`` are paths beside the
recipe, ``files`` may hold patterns (``data/*.csv``), and each ``[[section]]`` is a page of the report.
"""

import argparse
import tomllib
from collections.abc import Mapping
from pathlib import Path

from kpidesk.charts.spec import KINDS as CHARTS
from kpidesk.charts.spec import ChartSpec
from kpidesk.cli.arguments import build_parser
from kpidesk.cli.commands.exporting import export
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, verbatim
from kpidesk.workspace.sections import KINDS, Section

_FLAGS = ("refresh", "pseudonyms", "transparent", "one-page")
_WORDS = (
    "scenario", "grain", "profile", "since", "until", "title", "ratio", "language", "size", "scale", "engine",
    "currency", "rates", "fiscal-year-start",
)  # fmt: skip
_PATHS = ("template", "with")
_SECTION = ("kind", "title", "text", "kpi", "chart", "by", "id", "comparison")


def run(arguments: argparse.Namespace) -> int:
    """Do what the recipe says; status as that of export."""
    path: Path = arguments.recipe
    try:
        recipe = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _wrong(path, str(error)) from error
    words, targets = _words(path, recipe)
    asked = build_parser().parse_args(["export", *words, "--to", str(targets[0])])
    asked.also = tuple(targets[1:])
    asked.sections = tuple(_section(path, at, each) for at, each in enumerate(_tables(path, recipe), start=1))
    return export(asked)


def _words(path: Path, recipe: Mapping[str, object]) -> tuple[list[str], list[Path]]:
    """The command line that the recipe stands for, and the documents to write."""
    known = {"files", "to", "kpi", "where", "as_of", "section", *_FLAGS, *_WORDS, *_PATHS}
    for key in recipe:
        if key not in known:
            raise _wrong(path, f"“{key}” is not a key of a recipe; there are {', '.join(sorted(known))}")
    files = [str(found) for pattern in _texts(path, recipe, "files") for found in _found(path, pattern)]
    targets = [path.parent / name for name in _texts(path, recipe, "to")]
    if not files or not targets:
        raise _wrong(path, "it needs “files” to read and “to” to write")
    words = [*files]
    if "kpi" in recipe:
        words += ["--kpi", ",".join(_texts(path, recipe, "kpi"))]
    if "as_of" in recipe:
        words += ["--as-of", str(recipe["as_of"])]
    words += [part for key in _WORDS if key in recipe for part in (f"--{key}={recipe[key]}",)]
    words += [f"--{key}={path.parent / str(recipe[key])}" for key in _PATHS if key in recipe]
    words += [f"--{key}" for key in _FLAGS if _is_on(path, recipe, key)]
    where = recipe.get("where", {})
    if not isinstance(where, dict):
        raise _wrong(path, '“where” is written as where = { plan = "Gold" }')
    for attribute, values in where.items():
        words += [f"--where={attribute}={value}" for value in (values if isinstance(values, list) else [values])]
    return words, targets


def _found(path: Path, pattern: str) -> list[Path]:
    """The files of a pattern, in order of name; the path itself where it is none."""
    plain = path.parent / pattern
    if plain.exists() or not any(sign in pattern for sign in "*?["):
        return [plain]
    top = Path(Path(pattern).anchor)  # of a path from the root; "." of one beside the recipe
    found = sorted((path.parent / top).glob(str(Path(pattern).relative_to(top))))
    if not found:
        raise _wrong(path, f"no file is called {pattern}")
    return found


def _is_on(path: Path, recipe: Mapping[str, object], key: str) -> bool:
    """What is only on or off; absent is off."""
    value = recipe.get(key, False)
    if not isinstance(value, bool):
        raise _wrong(path, f"“{key}” is true or false, without quotes")
    return value


def _texts(path: Path, recipe: Mapping[str, object], key: str) -> list[str]:
    """One text or several."""
    value = recipe.get(key, [])
    values = value if isinstance(value, list) else [value]
    if not all(isinstance(each, str) for each in values):
        raise _wrong(path, f"“{key}” is a text or a list of texts")
    return [str(each) for each in values]


def _tables(path: Path, recipe: Mapping[str, object]) -> list[Mapping[str, object]]:
    value = recipe.get("section", [])
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise _wrong(path, "a page is written under [[section]]")
    return value


def _section(path: Path, at: int, table: Mapping[str, object]) -> Section:
    """A page of the report; ids are kept from month to month, so that a deck can be refreshed."""
    kind, chart = str(table.get("kind", "chart")), str(table.get("chart", "line"))
    wrong = [key for key in table if key not in _SECTION]
    if wrong or kind not in KINDS or chart not in CHARTS:
        what = f"“{wrong[0]}”" if wrong else f"kind “{kind}”" if kind not in KINDS else f"chart “{chart}”"
        raise _wrong(path, f"section {at}: {what} is not known; kinds are {', '.join(KINDS)}")
    names = tuple(MetricName(name) for name in _texts(path, table, "kpi"))
    by = None if table.get("by") is None else str(table["by"])
    spec = ChartSpec(chart, names, by, str(table.get("comparison", ""))) if kind == "chart" or by else None
    id = str(table.get("id", f"{kind} {' '.join(names) or at}{f' by {by}' if by else ''}"))
    return Section(id, kind, str(table.get("title", "")), str(table.get("text", "")), names, spec)


def _wrong(path: Path, why: str) -> UserError:
    return UserError(
        Message(QT_TRANSLATE_NOOP("cli", "{file} is no recipe: {why}"), file=path.name, why=verbatim(why)),
        Message(QT_TRANSLATE_NOOP("cli", "The README shows one.")),
    )
