"""What each channel costs, brings and pays back: the catalogue's KPIs by channel, with totals that are right."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from kpidesk.analysis.joined_segments import Compute, joined_by, with_segments
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query

CHANNEL = "channel"
SPLITS = (CHANNEL, "campaign", "ad_group", "keyword", "cost_type")
"""What marketing may be split by, the first that the data have by default."""

COLUMNS = tuple(
    MetricName(name)
    for name in (
        "sessions", "impressions", "clicks", "conversions", "leads_created", "signups", "deals_won", "won_amount",
        "new_customers", "acquisition_cost", "cost_per_conversion", "cac", "ltv", "ltv_cac", "cac_payback_months",
        "channel_roi", "roas",
    )
)  # fmt: skip
"""From traffic over sign-ups and deals to cost and what it pays back."""

_ADS_ONLY = ("impressions", "clicks", "conversions", "cost_per_conversion", "roas")
_CUSTOMERS = ("new_customers", "deals_won")


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """One channel in one period; ``values`` lacks what has none."""

    name: str
    values: Mapping[MetricName, float]


@dataclass(frozen=True, slots=True)
class ChannelTable:
    """The channels of one period, the costliest first.

    ``total`` is recomputed from rows, never summed for ratios. ``unassigned`` is what of the total's sums no channel
    names: cost without a channel, customers of unknown origin; None where all is assigned. ``frame`` has the same
    over all periods. ``notes`` say how channels were matched; ``groups`` are those with several
    spellings; ``names`` all that the data know, whatever the question keeps of them.
    """

    by: str
    period: Period
    columns: tuple[MetricName, ...]
    rows: tuple[ChannelRow, ...]
    total: ChannelRow
    unassigned: ChannelRow | None
    frame: ResultFrame
    notes: tuple[Message, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    names: tuple[str, ...] = ()

    @property
    def shown(self) -> ResultFrame:
        """The answer of the period of the table alone."""
        return self.frame.spanning((self.period,))


def split_of(attributes: Mapping[str, object]) -> str | None:
    """By what marketing can be split in these data, None by nothing."""
    return next((name for name in SPLITS if name in attributes), None)


def channel_table(compute: Compute, catalogue: Catalogue, query: Query, at: Period | None = None) -> ChannelTable:
    """The table of a question that is split by a channel; by default of the last ended period that has anything.

    Raises UserError where no channel brings or costs anything.
    """
    columns = tuple(name for name in COLUMNS if name in catalogue)
    asked = replace(query, metrics=columns, first=None, last=None, by=query.by or CHANNEL)
    found = joined_by(compute, asked)
    frame = found.frame
    column = _column(frame, query, at)
    channels = [s for s in frame.segments if s is not None and s != NO_ATTRIBUTE_VALUE]
    if column is None or not channels:
        nothing = QT_TRANSLATE_NOOP("channels", "No channel brings or costs anything here")
        raise UserError(Message(nothing))
    rows = tuple(ChannelRow(s, _values(frame, frame.segments.index(s), column)) for s in channels)
    total = ChannelRow("", _values(frame, frame.segments.index(None), column))
    shown = _shown(columns, rows, frame)
    rows = tuple(row for row in rows if any(row.values.get(name) for name in shown))
    rest = _rest(catalogue, rows, total, shown)
    ranked = tuple(sorted(rows, key=_rank))
    frame = with_segments(frame, [s for s in frame.segments if s in {row.name for row in rows} or s is None])
    notes, period = _notes(found.groups), frame.periods[column]
    by = query.by or CHANNEL
    return ChannelTable(by, period, shown, ranked, total, rest, frame, notes, found.groups, found.names)


def _column(frame: ResultFrame, query: Query, at: Period | None) -> int | None:
    """The asked period, else the last ended one of the range in which anything is known of a channel."""
    if at is not None:
        return frame.column(at)
    last = frame.last_complete
    if last is None:
        return None
    stop = frame.column(query.last) if query.last is not None else None
    latest = last if stop is None else min(stop, last)
    for column in range(latest, -1, -1):
        rows = range(len(frame.segments) - 1)
        if any(any(_values(frame, row, column).values()) for row in rows):
            return column
    return latest


def _values(frame: ResultFrame, row: int, column: int) -> dict[MetricName, float]:
    found = {name: float(each.values[row, column]) for name, each in frame.series.items() if each.is_computable}
    return {name: value for name, value in found.items() if np.isfinite(value)}


def _shown(columns: tuple[MetricName, ...], rows: tuple[ChannelRow, ...], frame: ResultFrame) -> tuple[MetricName, ...]:
    """Columns in which some channel has something, or had; those of advertising alone where no customers are known."""
    known = [name for name in columns if any(row.values.get(name) for row in rows) or _was_something(rows, name, frame)]
    has_customers = any(name in known for name in _CUSTOMERS)
    return tuple(name for name in known if not (has_customers and name in _ADS_ONLY))


def _was_something(rows: tuple[ChannelRow, ...], name: MetricName, frame: ResultFrame) -> bool:
    """Whether what is 0 in every channel now, as new customers of a bad month, is not so all along."""
    return any(name in row.values for row in rows) and bool(np.nan_to_num(frame.series[name].values).any())


def _rest(
    catalogue: Catalogue, rows: tuple[ChannelRow, ...], total: ChannelRow, columns: tuple[MetricName, ...]
) -> ChannelRow | None:
    """What the channels leave of each sum of the total, 0 where nothing but rounding; None where they leave nothing."""
    found: dict[MetricName, float] = {}
    for name in columns:
        if catalogue.get(name).kind not in ("flow", "stock") or name not in total.values:
            continue
        rest = total.values[name] - sum(row.values.get(name, 0.0) for row in rows)
        found[name] = rest if abs(rest) > 1e-9 * max(1.0, abs(total.values[name])) else 0.0
    return ChannelRow("", found) if any(found.values()) else None


def _rank(row: ChannelRow) -> tuple[float, float, str]:
    """Most costly first, then who brings most customers, then by name."""
    brought = max(row.values.get(MetricName(n), 0.0) for n in (*_CUSTOMERS, "leads_created", "sessions"))
    return -row.values.get(MetricName("acquisition_cost"), 0.0), -brought, row.name


def _notes(groups: tuple[tuple[str, ...], ...]) -> tuple[Message, ...]:
    """How names were matched across tables."""
    if not groups:
        return ()
    text = QT_TRANSLATE_NOOP("channels", "Counted as one: {names}")
    names = "; ".join(" = ".join(group) for group in groups)
    return (Message(text, names=names),)
