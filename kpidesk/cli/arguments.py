"""The words of the command line: commands, options, and how their texts are read."""

import argparse
import calendar
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NoReturn

from kpidesk import __version__
from kpidesk.core.period import Grain, Period

GRAINS = ("day", "week", "month", "quarter", "year")
TABLES = ("channels", "voice", "cohorts", "survival", "funnel", "bridge")
"""What ``table`` can print; see commands.tables.KINDS."""


class UsageError(Exception):
    """The command line itself is wrong; the text says how."""


class Parser(argparse.ArgumentParser):
    """Raises UsageError instead of printing the whole usage and leaving."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def build_parser() -> Parser:
    """The parser of all commands."""
    parser = Parser(prog="kpidesk-cli", description="Growth KPIs from spreadsheets, offline.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"kpidesk-cli {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    _inspect(_reading(commands, "inspect", "what is in the files, and what it was taken for"))
    _compute(_reading(commands, "compute", "KPIs by period"))
    _whatif(_reading(commands, "whatif", "KPIs if some of them were different"))
    _goal(_reading(commands, "goal", "the value of one KPI that brings another to a goal"))
    _explain(_reading(commands, "explain", "why a KPI moved between two periods"))
    _reconcile(_reading(commands, "reconcile", "one KPI from each source that gives it, and why they disagree"))
    _compare(_reading(commands, "compare", "KPIs by two sets of definitions, and what makes them differ"))
    _table(commands.add_parser("table", help="what a page of the window shows", allow_abbrev=False))
    _export(_reading(commands, "export", "write a report, a chart or a table"))
    _save(_reading(commands, "save", "write a workspace"))
    catalogue = commands.add_parser("catalogue", help="every KPI: names, formula, unit, needs", allow_abbrev=False)
    _custom(catalogue)
    _json(catalogue)
    _json(commands.add_parser("selfcheck", help="run the published worked examples", allow_abbrev=False))
    return parser


def _reading(commands: "argparse._SubParsersAction[Parser]", name: str, help: str) -> Parser:
    parser = commands.add_parser(name, help=help, allow_abbrev=False)
    _files(parser)
    return parser


def _files(parser: Parser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="spreadsheets, a folder, or one .kpidesk")


def _inspect(parser: Parser) -> None:
    parser.add_argument("--quick", action="store_true", help="look at the first rows only, load nothing")
    parser.add_argument(
        "--against",
        type=Path,
        metavar="OLD.kpidesk",
        help="what these newer files change in its past, and by which rows",
    )
    _json(parser)


def _compute(parser: Parser) -> None:
    parser.add_argument("--kpi", type=names, default=(), metavar="ID,ID…")
    parser.add_argument("--grain", choices=GRAINS, default="month")
    parser.add_argument("--by", metavar="ATTRIBUTE")
    parser.add_argument("--where", type=condition, action="append", default=[], metavar="ATTRIBUTE=VALUE")
    parser.add_argument("--from", dest="first", type=period, metavar="PERIOD")
    parser.add_argument("--to", dest="last", type=period, metavar="PERIOD")
    _rules(parser)
    _json(parser).add_argument("--csv", action="store_true", help="print CSV")


def _whatif(parser: Parser) -> None:
    parser.add_argument("--set", dest="settings", action="append", required=True, metavar="DRIVER=x0.5|+10%|-20%|500")
    parser.add_argument("--at", type=period, metavar="PERIOD")
    parser.add_argument("--horizon", type=months, default=12, metavar="MONTHS")
    _rules(parser)
    _json(parser)


def _goal(parser: Parser) -> None:
    parser.add_argument("--target", required=True, type=goal, metavar="KPI=VALUE")
    parser.add_argument("--vary", required=True, metavar="DRIVER")
    parser.add_argument("--at", type=period, metavar="PERIOD")
    _rules(parser)
    _json(parser)


def _explain(parser: Parser) -> None:
    parser.add_argument("--kpi", required=True, metavar="ID")
    parser.add_argument("--from", dest="first", required=True, type=period, metavar="PERIOD")
    parser.add_argument("--to", dest="last", required=True, type=period, metavar="PERIOD")
    parser.add_argument("--by", metavar="ATTRIBUTE")
    _rules(parser)
    _json(parser)


def _table(parser: Parser) -> None:
    parser.add_argument("kind", choices=TABLES)
    _files(parser)
    parser.add_argument("--where", type=condition, action="append", default=[], metavar="ATTRIBUTE=VALUE")
    parser.add_argument("--from", dest="first", type=period, metavar="PERIOD")
    parser.add_argument("--to", dest="last", type=period, metavar="PERIOD")
    parser.add_argument("--kept", choices=("customers", "revenue", "net_revenue", "users"), help="what cohorts follow")
    parser.add_argument("--view", choices=("cohort", "activity"), help="which leads a funnel counts")
    parser.set_defaults(kpi=())
    parser.add_argument("--grain", choices=GRAINS, default="month")
    parser.add_argument("--at", type=period, metavar="PERIOD")
    parser.add_argument("--by", metavar="ATTRIBUTE")
    _rules(parser)
    _json(parser).add_argument("--csv", action="store_true", help="print CSV")


def _reconcile(parser: Parser) -> None:
    parser.add_argument("--kpi", type=names, default=("mrr",), metavar="ID,ID…")
    _rules(parser)
    _json(parser)


def _compare(parser: Parser) -> None:
    parser.add_argument("--profiles", type=pair, required=True, metavar="OURS,THEIRS", help="such as kpidesk,stripe")
    parser.add_argument("--kpi", type=names, default=(), metavar="ID,ID…", help="by default those that differ")
    parser.add_argument("--at", type=period, metavar="PERIOD")
    _rules(parser)
    _json(parser)


def _export(parser: Parser) -> None:
    parser.add_argument("--to", required=True, type=Path, metavar="out.pptx|xlsx|pdf|png|svg|csv")
    parser.add_argument("--kpi", type=names, default=(), metavar="ID,ID…")
    parser.add_argument("--scenario", metavar="NAME|DRIVER=x0.5", help="a saved scenario, or changes joined by commas")
    parser.add_argument("--grain", choices=GRAINS, default="month")
    parser.add_argument("--raw", action="store_true", help="each file's main table as found, as CSV in the folder --to")
    _rules(parser)


def _save(parser: Parser) -> None:
    parser.add_argument("--to", required=True, type=Path, metavar="company.kpidesk")
    _custom(parser)


def _rules(parser: Parser) -> None:
    parser.add_argument("--as-of", dest="as_of", type=day, metavar="DATE", help="up to which day the data are known")
    parser.add_argument(
        "--profile", metavar="NAME", help="by whose definitions: kpidesk, chartmogul, stripe, profitwell …"
    )
    starts = "the month in which the fiscal year starts, 1 to 12; FY2025 is the year that ends in 2025"
    parser.add_argument("--fiscal-year-start", dest="fiscal_year_start", metavar="MONTH", help=starts)
    parser.add_argument("--currency", metavar="CODE", help="the currency of all amounts")
    rates = "its units for one of another: 'EUR 1.08, GBP 1.27'; from a month on: 'EUR 2026-03 1.10'"
    parser.add_argument("--rates", metavar="RATES", help=rates)
    _custom(parser)
    engines = "where the tables lie: spark://, postgres://, trino:// or clickhouse://; FILE is then schema.table"
    parser.add_argument("--engine", metavar="URL", help=engines)


def _custom(parser: Parser) -> None:
    parser.add_argument("--with", dest="custom", type=Path, metavar="my.toml", help="KPIs of your own besides")


def _json(parser: Parser) -> "argparse._MutuallyExclusiveGroup":
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--json", action="store_true", help="print one JSON object")
    return group


def names(text: str) -> tuple[str, ...]:
    """``mrr, ltv`` as names."""
    found = tuple(part.strip() for part in re.split(r"[,，]", text) if part.strip())
    if not found:
        raise argparse.ArgumentTypeError("no KPI is named")
    return found


def pair(text: str) -> tuple[str, str]:
    """``kpidesk,stripe`` as two names."""
    found = names(text)
    if len(found) != 2:
        raise argparse.ArgumentTypeError(f"{text!r} is not two names such as kpidesk,stripe")
    return found[0], found[1]


def condition(text: str) -> tuple[str, str]:
    """``plan=Gold`` as attribute and value."""
    attribute, equals, value = text.partition("=")
    if not equals or not attribute.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not ATTRIBUTE=VALUE")
    return attribute.strip(), value.strip()


def goal(text: str) -> tuple[str, float]:
    """``ltv_cac=3`` as KPI and number; ``5%`` is 0.05."""
    name, equals, value = text.partition("=")
    value = value.strip()
    try:
        amount = float(value.removesuffix("%")) / (100 if value.endswith("%") else 1)
    except ValueError:
        amount = float("nan")
    if not equals or not name.strip() or amount - amount != 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not KPI=VALUE")
    return name.strip(), amount


def period(text: str) -> Period:
    """``2024-01-31``, ``2024-W05``, ``2024-01``, ``2024-Q1``, ``2024`` or ``snapshot``."""
    try:
        found = Period.parse(text)
        _ = found.start, found.end
    except (ValueError, OverflowError) as error:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a period; write 2024-01, 2024-Q1, 2024, 2024-W05 or 2024-01-31"
        ) from error
    return found


def day(text: str) -> date:
    """A day; a month or year stands for its last day."""
    if match := re.fullmatch(r"(\d{4})-(\d\d?)", text.strip()):
        year, month = int(match[1]), int(match[2])
        if year and 1 <= month <= 12:
            return date(year, month, calendar.monthrange(year, month)[1])
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write 2024-12-31") from error


def months(text: str) -> int:
    """A number of months from 1 to 120."""
    if not text.isdecimal() or not 1 <= int(text) <= 120:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of months from 1 to 120")
    return int(text)


def in_grain(period: Period | None, grain: Grain, starts: int, *, at_end: bool) -> Period | None:
    """The period of the asked grain that holds the start, or the end, of another: ``--to 2024`` is 2024-12.

    ``starts`` is the first month of the fiscal year.
    """
    if period is None:
        return None
    period = replace(period, starts=starts)
    if period.grain in (grain, Grain.SNAPSHOT):
        return period
    return Period.of(period.end if at_end else period.start, grain, starts)
