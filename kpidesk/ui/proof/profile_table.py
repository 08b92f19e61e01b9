"""Two profiles side by side: each KPI that differs, and what each switch makes of the difference."""

from collections.abc import Sequence

from kpidesk.analysis.profile_comparison import Difference
from kpidesk.core.decimals import even_decimals, to_one_sum
from kpidesk.core.formatting import Style, format_change, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.profiles import Profile
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.table_model import Cell, Column, TableView

_FINE = 100
"""Exact figures below have four decimals, from here on two, as money has."""
_HEADS = {
    "kpi": Message(QT_TRANSLATE_NOOP("proof", "KPI")),
    "difference": Message(QT_TRANSLATE_NOOP("proof", "Difference")),
    "because": Message(QT_TRANSLATE_NOOP("proof", "Because")),
    "several": Message(QT_TRANSLATE_NOOP("proof", "{n} {n|reason|reasons}, which sum to it")),
}


def profile_table(
    catalogue: Catalogue, profiles: tuple[Profile, Profile], found: Sequence[Difference], style: Style
) -> TableView:
    """A line a KPI, the largest relative difference first; under it a line a switch where there are several."""
    columns = (
        Column(render(_HEADS["kpi"])),
        *(Column(profile.text(style.language), is_number=True) for profile in profiles),
        Column(render(_HEADS["difference"]), is_number=True),
        Column(render(_HEADS["because"]), widest=520, stretch=3),
    )
    lines: list[tuple[Cell, ...]] = []
    for each in sorted(found, key=lambda one: -_size(one)):
        lines += _lines(catalogue, each, style)
    return TableView(columns, tuple(lines), is_sortable=False)


def _lines(catalogue: Catalogue, found: Difference, style: Style) -> list[tuple[Cell, ...]]:
    definition = catalogue.get(found.kpi)
    kind, exact, parts = definition.unit.kind, style.exact(), found.parts
    ends, moved = _as_read(found, kind)
    before, after = even_decimals([format_value(each, kind, exact) for each in ends])
    change, *shares = even_decimals([format_change(each, kind, exact) for each in moved])
    why = render(Message(_HEADS["several"].template, n=len(parts))) if len(parts) > 1 else ""
    if len(parts) == 1:
        why = parts[0].after.label.get(style.language, parts[0].after.label["en"])
    lines: list[tuple[Cell, ...]] = [
        (
            Cell(definition.label(style.language), is_strong=len(parts) > 1),
            Cell(before),
            Cell(after),
            Cell(change),
            Cell(why, "ink2", tip=why),
        )
    ]
    for part, share in zip(parts, shares, strict=True) if len(parts) > 1 else ():
        said = part.after.label.get(style.language, part.after.label["en"])
        lines.append((Cell(""), Cell(""), Cell(""), Cell(share, "ink2"), Cell(said, "ink2", tip=said)))
    return lines


def _as_read(found: Difference, kind: str) -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
    """Both figures, and their difference with its reasons: rounded so that what is read adds up."""
    contributions = tuple(part.contribution for part in found.parts)
    raw = (found.before, found.after), (found.change, *contributions)
    if found.before is None or found.after is None:
        return raw
    largest = max(abs(found.before), abs(found.after))
    places = 4 if kind == "share" or (kind not in ("money", "count") and largest < _FINE) else 2
    before, after = round(found.before, places), round(found.after, places)
    change = round(after - before, places)
    return ((before, after), (change, *to_one_sum(contributions, change, places))) if change else raw


def _size(found: Difference) -> float:
    """How large a difference is against the figure; what has no value on one side stands first."""
    if found.change is None:
        return float("inf")
    return abs(found.change) / max(abs(found.before or 0.0), 1e-9)
