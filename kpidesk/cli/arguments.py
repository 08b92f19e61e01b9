"""The words of the command line: commands and their options."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from kpidesk.cli.export_arguments import LANGUAGES, add_export_arguments
from kpidesk.cli.readers import (
    condition,
    day,
    drivers,
    finite,
    goal,
    months,
    names,
    note,
    pair,
    percent,
    period,
    seed,
    wanted,
)
from kpidesk.core.period import Grain, Period
from kpidesk.core.version import version_text

GRAINS = ("day", "week", "month", "quarter", "year")
TABLES = ("channels", "voice", "support", "orders", "traffic", "cohorts", "survival", "funnel", "bridge")
"""What ``table`` can print; see commands.tables.KINDS."""


PRESETS = ("halve_churn", "price", "cac", "signups", "largest")
"""Questions in one word; see scenario.presets."""


class UsageError(Exception):
    """The command line itself is wrong; the text says how."""


class Parser(argparse.ArgumentParser):
    """Raises UsageError instead of printing the whole usage and leaving."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def build_parser() -> Parser:
    """The parser of all commands."""
    parser = Parser(prog="kpidesk-cli", description="Growth KPIs from spreadsheets, offline.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"kpidesk-cli {version_text()}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    _inspect(_reading(commands, "inspect", "what is in the files, and what it was taken for"))
    _compute(_reading(commands, "compute", "KPIs by period"))
    _whatif(_reading(commands, "whatif", "KPIs if some of them were different"))
    _goal(_reading(commands, "goal", "the value of one KPI that brings another to a goal"))
    _sensitivity(_reading(commands, "sensitivity", "which driver moves a KPI most"))
    _explain(_reading(commands, "explain", "why a KPI moved between two periods"))
    _reconcile(_reading(commands, "reconcile", "one KPI from each source that gives it, and why they disagree"))
    _compare(_reading(commands, "compare", "KPIs by two sets of definitions, and what makes them differ"))
    _table(commands.add_parser("table", help="what a page of the window shows", allow_abbrev=False))
    _export(_reading(commands, "export", "write a report, a chart or a table"))
    run = commands.add_parser("run", help="a recipe: import, compute, write the documents", allow_abbrev=False)
    run.add_argument("recipe", type=Path, metavar="RECIPE.toml")
    _save(_reading(commands, "save", "write a workspace"))
    _note(_reading(commands, "note", "write down in a workspace what happened in a period"))
    _template(commands.add_parser("template", help="a workbook of tables to fill in", allow_abbrev=False))
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


def _template(parser: Parser) -> None:
    parser.add_argument(
        "tables", nargs="*", metavar="TABLE", help="subscriptions, orders, spend …; by default all of them"
    )
    parser.add_argument("--to", required=True, type=Path, metavar="FILE.xlsx")
    parser.add_argument("--language", choices=LANGUAGES, default="en")


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
    _changes(parser)
    parser.add_argument("--at", type=period, metavar="PERIOD")
    parser.add_argument("--horizon", type=months, default=12, metavar="MONTHS")
    parser.add_argument("--by", metavar="ATTRIBUTE", help="each part of the business too")
    parser.add_argument("--by-age", action="store_true", help="customers and MRR by age too")
    parser.add_argument("--simulate", metavar="KPI[=GOAL]", type=wanted, help="draw drivers from ranges, many times")
    parser.add_argument(
        "--range",
        dest="ranges",
        action="append",
        default=[],
        metavar="DRIVER=pert:1,2,4",
        help="or own, around:20%%, normal:500,40 …; those of the workspace hold without it",
    )
    together = "how two drivers move together, from -1 to 1; else as their histories did"
    parser.add_argument(
        "--correlation", dest="correlations", action="append", default=[], metavar="DRIVER~DRIVER=-0.4", help=together
    )
    parser.add_argument("--draws", type=int, default=10_000, metavar="N")
    parser.add_argument("--seed", type=seed, default=1, metavar="N")
    _rules(parser)
    _json(parser)


def _changes(parser: Parser) -> None:
    text = "DRIVER=x0.5|+10%%|-20%%|500; of a part DRIVER[plan=Pro]=…; from a month on and over months …@2027-01~6"
    parser.add_argument("--set", dest="settings", action="append", default=[], metavar="DRIVER=x0.5", help=text)
    parser.add_argument("--preset", action="append", default=[], choices=PRESETS)
    parser.add_argument(
        "--elasticity", type=finite, default=0.0, metavar="E", help="%% fewer customers per %% of price"
    )
    parser.add_argument("--scenario", dest="scenarios", action="append", default=[], metavar="NAME", help="a saved one")
    parser.add_argument("--start", type=period, metavar="MONTH", help="the first month in which changes hold")
    parser.add_argument("--ramp", type=months, default=0, metavar="MONTHS", help="over which they come into full force")


def _goal(parser: Parser) -> None:
    parser.add_argument("--target", required=True, type=goal, metavar="KPI=VALUE")
    parser.add_argument("--vary", required=True, metavar="DRIVER")
    parser.add_argument("--and", dest="other", metavar="DRIVER", help="all pairs of two drivers that meet the goal")
    _changes(parser)
    parser.add_argument("--at", type=period, metavar="PERIOD")
    _rules(parser)
    _json(parser)


def _sensitivity(parser: Parser) -> None:
    parser.add_argument("--target", required=True, type=wanted, metavar="KPI[=GOAL]")
    parser.add_argument("--effort", type=percent, default=0.2, metavar="20%", help="how far each driver moves")
    parser.add_argument("--own", action="store_true", help="each as far as it moved of late by itself")
    parser.add_argument(
        "--grid", type=drivers, metavar="DRIVER,DRIVER", help="over two drivers, with the line of the goal"
    )
    _changes(parser)
    parser.add_argument("--at", type=period, metavar="PERIOD")
    _rules(parser)
    _json(parser)


def _explain(parser: Parser) -> None:
    parser.add_argument("--kpi", required=True, metavar="ID")
    ends = "by default around the last change that is more than chance, else the last two periods"
    parser.add_argument("--from", dest="first", type=period, metavar="PERIOD", help=ends)
    parser.add_argument("--to", dest="last", type=period, metavar="PERIOD")
    parser.add_argument("--by", metavar="ATTRIBUTE")
    event = "something that happened in a period, as 2025-03=New prices, besides the notes of the workspace"
    parser.add_argument("--note", type=note, action="append", default=[], metavar="PERIOD=TEXT", help=event)
    whose = "the rows of the files behind a customer (id or name) or a segment (ATTRIBUTE=VALUE)"
    parser.add_argument("--rows", metavar="CUSTOMER|ATTRIBUTE=VALUE", help=whose)
    _rules(parser)
    _json(parser)


def _note(parser: Parser) -> None:
    parser.add_argument("--at", required=True, type=period, metavar="PERIOD")
    parser.add_argument("--text", required=True, metavar="TEXT", help="what happened then; '' takes the note away")


def _table(parser: Parser) -> None:
    parser.add_argument("kind", choices=TABLES)
    _files(parser)
    parser.add_argument("--where", type=condition, action="append", default=[], metavar="ATTRIBUTE=VALUE")
    parser.add_argument("--from", dest="first", type=period, metavar="PERIOD")
    parser.add_argument("--to", dest="last", type=period, metavar="PERIOD")
    parser.add_argument(
        "--kept", choices=("customers", "revenue", "net_revenue", "users"), help="what cohorts and survival follow"
    )
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
    parser.add_argument("--to", required=True, type=Path, metavar="out.pptx|xlsx|pdf|png|svg|csv|parquet")
    parser.add_argument("--grain", choices=GRAINS, default="month")
    parser.add_argument("--raw", action="store_true", help="each file's main table as found, as CSV in the folder --to")
    add_export_arguments(parser)
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
