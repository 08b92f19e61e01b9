"""Channels, voice, support, orders and traffic as plain data, as the command line prints and scripts read it."""

import math
from collections.abc import Iterable, Mapping

from kpidesk.analysis.channels import ChannelRow, ChannelTable
from kpidesk.analysis.orders import OrderStudy
from kpidesk.analysis.pooled import Pooled
from kpidesk.analysis.rfm import RfmGroup
from kpidesk.analysis.support import Support, Volume
from kpidesk.analysis.traffic import TrafficStudy
from kpidesk.analysis.voice import Voice
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame

Plain = dict[str, object]


def channel_report(table: ChannelTable, catalogue: Catalogue) -> Plain:
    """Columns with their units; each row's values by column, None where it has none; unassigned, total and notes."""
    columns = [{"id": str(name), "unit": catalogue.get(name).unit.kind} for name in table.columns]
    return {
        "by": table.by,
        "period": str(table.period),
        "columns": columns,
        "rows": [{"name": row.name, "values": _values(table, row)} for row in table.rows],
        "unassigned": None if table.unassigned is None else _values(table, table.unassigned),
        "total": _values(table, table.total),
        "notes": [str(note) for note in table.notes],
    }


def voice_report(voice: Voice, support: Support | None) -> Plain:
    """Spreads by score, each score by group with its interval, comments; of tickets their tags, surges and figures."""
    at = voice.frame.last_complete
    return {
        "period": None if at is None else str(voice.frame.periods[at]),
        "values": _figures(voice.frame) | ({} if support is None else _figures(support.frame)),
        "spreads": {str(kpi): {str(k): n for k, n in counts.items()} for kpi, counts in voice.spreads.items()},
        "groups": [
            {"kpi": str(kpi), "by": by, "segments": _pooled(found)} for (kpi, by), found in voice.groups.items()
        ],
        "tags": [] if support is None else _pooled(support.tags),
        "surges": [] if support is None else _surges(support.volume),
        "comments": {
            "total": voice.comments.total,
            "latest": [
                {"day": None if c.day is None else c.day.isoformat(), "text": c.text, "scores": dict(c.scores)}
                for c in voice.comments.latest
            ],
        },
    }


def _values(table: ChannelTable, row: ChannelRow) -> Mapping[str, float | None]:
    return {str(name): row.values.get(name) for name in table.columns}


def _pooled(found: Iterable[Pooled]) -> list[Plain]:
    return [{"segment": p.segment, "value": p.value, "n": p.n, "low": p.low, "high": p.high} for p in found]


def _figures(frame: ResultFrame) -> dict[str, float | None]:
    return {str(name): frame.value(name) for name, series in frame.series.items() if series.is_computable}


def _surges(volume: Volume) -> list[Plain]:
    periods = volume.frame.periods
    return [
        {
            "from": str(periods[surge.start]),
            "to": str(periods[surge.stop]),
            "peak": str(periods[surge.peak]),
            "value": surge.value,
            "usual": surge.usual,
            "z": surge.z,
        }
        for surge in volume.surges
    ]


def support_report(support: Support) -> Plain:
    """The figures of the last ended period, shares in time, tickets by hour and the load of each."""
    at, hours, staffing = support.frame.last_complete, support.hours, support.staffing
    return {
        "table": "support",
        "period": None if at is None else str(support.frame.periods[at]),
        "values": _figures(support.frame),
        "within": [
            {"step": w.step, "hours": w.hours, "done": w.done, "n": w.n, "low": w.low, "high": w.high}
            for w in support.within
            if w.n
        ],
        "hours": None if hours is None else {"counts": hours.counts.tolist(), "days": hours.days.tolist()},
        "staffing": None
        if staffing is None
        else {
            "handling_hours": staffing.handling_hours,
            "mean": staffing.mean.tolist(),
            "peak": staffing.peak.tolist(),
        },
        "tags": _pooled(support.tags),
        "surges": _surges(support.volume),
    }


def order_report(found: OrderStudy) -> Plain:
    """The figures of the last ended period; of the whole range the mix, the groups of buyers and their square."""
    at, rfm = found.frame.last_complete, found.rfm
    return {
        "table": "orders",
        "period": None if at is None else str(found.frame.periods[at]),
        "values": _figures(found.frame),
        "by": found.by,
        "over": _range(found.frame),
        "mix": [
            {"name": m.name, "revenue": m.revenue, "share": _known(m.share), "orders": _known(m.orders),
             "aov": _known(m.aov)}
            for m in found.mix
        ],
        "rfm": None if rfm is None else {
            "as_of": rfm.as_of.isoformat(),
            "groups": [_group(each) for each in rfm.groups],
            "total": _group(rfm.total),
            "square": rfm.square.tolist(),
        },
    }  # fmt: skip


def _group(each: RfmGroup) -> Plain:
    return {
        "name": each.name or None,
        "buyers": each.buyers,
        "days_since_last": each.days,
        "order_days": each.orders,
        "paid": each.cents / 100,
        "expected": _known(each.expected / 100),
    }


def traffic_report(found: TrafficStudy) -> Plain:
    """The figures of the last ended period; of the whole range sources or pages, worst bounce first, total last."""
    at = found.frame.last_complete
    return {
        "table": "traffic",
        "period": None if at is None else str(found.frame.periods[at]),
        "values": _figures(found.frame),
        "by": found.by,
        "over": _range(found.frame),
        "rows": [
            {
                "name": row.name,
                "share": _known(row.share),
                "values": {str(name): row.values.get(name) for name in found.columns},
                "bounce": next(iter(_pooled([row.bounce] if row.bounce is not None else [])), None),
            }
            for row in found.rows
        ],
    }


def _range(frame: ResultFrame) -> Plain | None:
    """What mixes and sources are counted over: not one period, but all of the question."""
    return {"from": str(frame.periods[0]), "to": str(frame.periods[-1])} if frame.periods else None


def _known(value: float) -> float | None:
    return value if math.isfinite(value) else None
