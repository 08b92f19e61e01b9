"""Explanations as plain data, in the shape that the command line prints and scripts read."""

from collections.abc import Mapping

from kpidesk.analysis.attribution import Contribution
from kpidesk.analysis.changes import explain_change
from kpidesk.analysis.segments import SegmentPart, by_segment
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
