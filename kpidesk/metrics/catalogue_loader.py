"""resources/catalogue/*.toml to a Catalogue: one file a family, one section a KPI.

Sections are ``[measure.<id>]`` (an aggregate), ``[metric.<id>]`` (a formula, perhaps with an aggregate that is
preferred) and ``[input.<id>]`` (only ever given by a monthly sheet). They share one namespace.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from kpidesk.core.ids import MetricName
from kpidesk.core.resources import resource
from kpidesk.core.toml_files import TomlFile, read_toml
from kpidesk.core.units import Unit
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.conditions import parse_conditions
from kpidesk.metrics.definitions import (
    Band,
    Definition,
    Direction,
    DriverBounds,
    IntervalKind,
    Kind,
    Measure,
    NoInterval,
    Spread,
)
from kpidesk.metrics.expr import Expr
from kpidesk.metrics.formula import FormulaError, parse_formula

SECTIONS = ("measure", "metric", "input")

_MEASURE_FLAGS = {
    "stock": "is_stock",
    "money": "is_money",
    "snapshot": "is_snapshot",
    "outcome": "is_outcome",
    "overall": "is_overall",
    "counted": "is_counted",
    "netted": "is_netted",
}
_MEASURE_TEXTS = ("of", "time", "since", "clock", "weight", "pair", "unless", "times", "per")
_FLAGS = {
    "opening": "is_opening",
    "bounded": "is_bounded",
    "never_negative": "is_never_negative",
    "everywhere": "is_everywhere",
    "shows_churn": "shows_churn",
    "sum_of_months": "is_sum_of_months",
}


class CatalogueError(ValueError):
    """A catalogue file that cannot be read; the text names file and line."""


@cache
def load_catalogue(folder: Path | None = None) -> Catalogue:
    """The shipped catalogue, or that of a folder; raises CatalogueError where a file is not understood."""
    return Catalogue.of(read_definitions(folder))


def read_definitions(folder: Path | None = None) -> tuple[Definition, ...]:
    """All definitions in the order of the files, repeated names included (a rule reports them)."""
    paths = sorted((folder or resource("catalogue")).glob("*.toml"))
    return tuple(definition for path in paths for definition in _read_file(read_toml(path)))


def read_entries(file: TomlFile, sections: Iterable[str]) -> Iterable[Definition]:
    """The definitions in these sections of a file; raises CatalogueError where one is not understood."""
    for section in sections:
        for name, entry in file.content[section].items():
            line = file.line(f"{section}.{name}")
            try:
                yield _definition(MetricName(name), entry, file.path.name, line)
            except (FormulaError, KeyError, TypeError, ValueError, AttributeError) as error:
                raise CatalogueError(f"{file.path.name}:{line}: {name}: {error!r}") from error


def _read_file(file: TomlFile) -> Iterable[Definition]:
    for section in file.content:
        if section not in SECTIONS:
            raise CatalogueError(f"{file.path.name}:{file.line(section)}: [{section}]")
    return read_entries(file, file.content)


def _definition(name: MetricName, entry: Mapping[str, Any], file: str, line: int) -> Definition:
    n = entry.get("n")
    return Definition(
        name=name,
        labels=_texts(entry["label"]),
        help=_texts(entry["help"]),
        unit=Unit.parse(entry["unit"]),
        kind=cast("Kind", entry["kind"]),
        good=cast("Direction", entry.get("good", "none")),
        stage=entry["stage"],
        source=entry["source"],
        needs=tuple(entry.get("needs", ())),
        formula=entry.get("formula", ""),
        expr=_expr(entry.get("formula", "")),
        snapshot_formula=entry.get("snapshot_formula", ""),
        snapshot_expr=_expr(entry.get("snapshot_formula", "")),
        long_formula=entry.get("long_formula", ""),
        long_expr=_expr(entry.get("long_formula", "")),
        snapshot_note=_texts(entry.get("snapshot_note", {})),
        measures=tuple(read_measure(each) for each in entry.get("measures", ())),
        bands=tuple(_band(each) for each in entry.get("bands", ())),
        interval=cast("IntervalKind", entry.get("interval", "")),
        interval_of=tuple(MetricName(each) for each in entry.get("interval_of", ())),
        spreads=tuple(_spread(each) for each in entry.get("spreads", ())),
        no_interval=cast("NoInterval", entry.get("no_interval", "")),
        n=None if n is None else MetricName(n),
        digits=entry.get("digits"),
        driver=DriverBounds(**entry["driver"]) if "driver" in entry else None,
        fallback=entry.get("fallback"),
        fallback_note=_texts(entry.get("fallback_note", {})),
        gap_note=_texts(entry.get("gap_note", {})),
        lag_rule=entry.get("lag_rule", ""),
        ripens=entry.get("ripens", ""),
        also=tuple(entry.get("also", ())),
        sign=-1 if entry.get("negative", False) else 0,
        file=file,
        line=line,
        **_flags(entry, _FLAGS),
    )


def _flags(entry: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    return {field: bool(entry.get(key, False)) for key, field in names.items()}


def _texts(texts: Mapping[str, str]) -> Mapping[str, str]:
    return {language: str(text) for language, text in texts.items()}


def _expr(text: str) -> Expr | None:
    return parse_formula(text) if text else None


def read_measure(entry: Mapping[str, Any]) -> Measure:
    """One aggregate as the files write it; ValueError for words that mean nothing."""
    known = {"from", "aggregate", "where", "less", "nth", "note", *_MEASURE_TEXTS, *_MEASURE_FLAGS}
    if unknown := set(entry) - known:
        raise ValueError(", ".join(sorted(unknown)))
    return Measure(
        relation=entry["from"],
        aggregate=entry["aggregate"],
        where=parse_conditions(entry.get("where", "")),
        less=parse_conditions(entry.get("less", "")),
        nth=entry.get("nth", 0),
        note=_texts(entry.get("note", {})),
        of=entry.get("of", ""),
        time=entry.get("time", "day"),
        since=entry.get("since", ""),
        clock=entry.get("clock", "day"),
        weight=entry.get("weight", ""),
        pair=entry.get("pair", ""),
        unless=entry.get("unless", ""),
        times=entry.get("times", ""),
        per=entry.get("per", ""),
        **_flags(entry, _MEASURE_FLAGS),
    )


def _spread(entry: Mapping[str, Any]) -> Spread:
    units = entry.get("units")
    return Spread(
        above=parse_formula(entry["above"]),
        below=parse_formula(entry["below"]),
        squares=_signed(entry["squares"]),
        cross=_signed(entry.get("cross", ())),
        base=_signed(entry.get("base", ())),
        units=None if units is None else MetricName(units),
        offset=float(entry.get("offset", 0.0)),
    )


def _signed(entries: Iterable[Mapping[str, Any]]) -> tuple[tuple[int, Measure], ...]:
    """Products of the table; those marked ``minus`` are taken away."""
    found = []
    for entry in entries:
        plain = {key: value for key, value in entry.items() if key != "minus"}
        found.append((-1 if entry.get("minus") else 1, read_measure({"aggregate": "products", **plain})))
    return tuple(found)


def _band(entry: Mapping[str, Any]) -> Band:
    return Band(
        low=entry.get("low"),
        high=entry.get("high"),
        label=_texts(entry["label"]),
        source=entry["source"],
        is_good=entry.get("good"),
        grain=entry.get("grain", ""),
    )
