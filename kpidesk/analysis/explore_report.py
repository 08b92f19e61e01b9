"""Channels and the customers' voice as plain data, in the shapes that the command line prints and scripts read."""

from collections.abc import Iterable, Mapping

from kpidesk.analysis.channels import ChannelRow, ChannelTable
from kpidesk.analysis.pooled import Pooled
from kpidesk.analysis.surges import Surge
from kpidesk.analysis.voice import Voice
from kpidesk.metrics.catalogue import Catalogue

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


def voice_report(voice: Voice) -> Plain:
    """Spreads by score, each score by group with its interval, tickets by tag, surges, support figures, comments."""
    at = voice.frame.last_complete
    names = [name for name, series in voice.frame.series.items() if series.is_computable]
    return {
        "period": None if at is None else str(voice.frame.periods[at]),
        "values": {str(name): voice.frame.value(name) for name in names},
        "spreads": {str(kpi): {str(k): n for k, n in counts.items()} for kpi, counts in voice.spreads.items()},
        "groups": [
            {"kpi": str(kpi), "by": by, "segments": _pooled(found)} for (kpi, by), found in voice.groups.items()
        ],
        "tags": _pooled(voice.tags),
        "surges": [] if voice.volume is None else [_surge(voice, each) for each in voice.volume.surges],
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


def _surge(voice: Voice, surge: Surge) -> Plain:
    periods = voice.volume.frame.periods if voice.volume is not None else ()
    return {
        "from": str(periods[surge.start]),
        "to": str(periods[surge.stop]),
        "peak": str(periods[surge.peak]),
        "value": surge.value,
        "usual": surge.usual,
        "z": surge.z,
    }
