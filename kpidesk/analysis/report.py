"""Explanations as plain data, in the shape that the command line prints and scripts read."""

from collections.abc import Mapping, Sequence

from kpidesk.analysis.attribution import Contribution
from kpidesk.analysis.causes import Cause, Since
from kpidesk.analysis.changes import explain_change
from kpidesk.analysis.segments import SegmentPart, by_segment
from kpidesk.analysis.why import Why
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame

Plain = dict[str, object]


def explain_report(
    frame: ResultFrame, catalogue: Catalogue, kpi: str, first: Period, last: Period
) -> Mapping[str, object]:
    """Why a KPI changed: values at both ends, drivers, and segments where the frame has them.

    Contributions of ``drivers`` sum to ``change``; those of ``segments`` too, one whose segment is null for
    what no segment tells. ``reason`` is there where the change cannot be told. Raises UserError as explain_change does.
    """
    name = MetricName(kpi)
    found = explain_change(catalogue, frame, name, first, last)
    report: Plain = {
        "kpi": kpi,
        "periods": [str(first), str(last)],
        "from": found.before,
        "to": found.after,
        "change": found.change,
        "drivers": [_driver(part) for part in found.drivers],
        "segments": [],
    }
    reason = found.reason
    if frame.by is not None and found.change is not None:
        split = by_segment(catalogue, frame, name, first, last)
        segments = [_segment(part) for part in split.segments]
        if split.rest:
            segments.append(dict.fromkeys(("segment", "from", "to", "rate", "mix")) | {"contribution": split.rest})
        report |= {"by": frame.by, "segments": segments}
        reason = reason or split.reason
    if reason is not None:
        report["reason"] = str(reason)
    return report


def why_report(why: Why, words: Sequence[str]) -> Plain:
    """What an explanation knows beyond the split: the paragraph, causes with their dates, drivers by segment, noise."""
    move = why.move
    return {
        "words": list(words),
        "is_noise": None if why.noise is None else why.noise.is_noise,
        "usual": None if move is None or move.z is None else {"drift": move.drift, "spread": move.usual, "z": move.z},
        "causes": [_cause(each, why.frame) for each in why.causes],
        "by_driver": [
            {
                "id": str(each.driver),
                "by": each.by,
                "segments": [_segment(part) for part in each.parts],
                "rest": each.rest,
            }
            for each in why.drills
        ],
        "customers": [
            {"customer": each.customer, **({"name": each.name} if each.name else {}), "change": each.change}
            for each in why.customers
        ],
    }


def _cause(cause: Cause, frame: ResultFrame) -> Plain:
    periods = frame.periods
    return {
        "driver": str(cause.driver),
        "by": cause.by,
        "segment": cause.segment,
        "period": str(cause.period),
        "within": [str(periods[cause.step.low]), str(periods[cause.step.high])],
        "since": None if cause.since is None else _since(cause.since),
        "p": cause.p,
        "before": cause.before,
        "after": cause.after,
        "contribution": cause.contribution,
        "change": cause.change,
    }


def _since(since: Since) -> Plain:
    """``confidence`` is null where the days were seen themselves: a price or a stock that moved on them."""
    days = {name: getattr(since, name).isoformat() for name in ("day", "low", "high")}
    return {**days, "confidence": None if since.is_jump else 0.95}


def _driver(part: Contribution) -> Plain:
    entry: Plain = {"id": str(part.id), "from": part.before, "to": part.after, "contribution": part.contribution}
    if part.parts:
        entry["parts"] = [_driver(each) for each in part.parts]
    return entry


def _segment(part: SegmentPart) -> Plain:
    return {
        "segment": part.segment,
        "from": part.before,
        "to": part.after,
        "rate": part.rate,
        "mix": part.mix,
        "contribution": part.contribution,
    }
