"""Single answers of surveys: how often each score was given, and what was written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import ibis

from kpidesk.core.ids import MetricName
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE, Facts
from kpidesk.facts.survey_scores import SATISFIED, SCALE_ENDS
from kpidesk.metrics.query import Query
from kpidesk.metrics.studied import asked_rows


@dataclass(frozen=True, slots=True)
class Scale:
    """The role column of a score and the whole scores that it may have; ``relations`` may hold it, the first that does.

    A score between two counts as the lower one, as the zones of NPS and CSAT take it. ``answers`` is the column that is
    filled where a score is an answer of the scale of its own sheet, which may be a longer one.
    """

    column: str
    low: int
    high: int
    relations: tuple[str, ...] = ("surveys",)
    answers: str = ""


SCALES: Mapping[MetricName, Scale] = {
    MetricName("nps"): Scale("nps_score", 0, 10),
    MetricName("csat"): Scale("csat_score", 1, 5, ("surveys", "tickets"), SATISFIED),
    MetricName("ces"): Scale("ces_score", 1, 7),
    MetricName("ces_channel"): Scale("ces_channel", 1, 7),
    MetricName("ces_waiting"): Scale("ces_waiting", 1, 7),
    MetricName("ces_resolution"): Scale("ces_resolution", 1, 7),
    MetricName("cxi_effort_share"): Scale("cxi_effort", 1, 5),
    MetricName("cxi_empathy_share"): Scale("cxi_empathy", 1, 5),
    MetricName("cxi_knowing_share"): Scale("cxi_knowing", 1, 5),
    MetricName("cxi_efficiency_share"): Scale("cxi_efficiency", 1, 5),
}


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote, the day, the scores given with it and where it stands in the user's files."""

    text: str
    day: date | None
    scores: Mapping[MetricName, float]
    version: str = ""
    source: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True)
class Comments:
    """The latest comments, ``total`` of them in all."""

    latest: tuple[Comment, ...] = ()
    total: int = 0


def score_counts(
    facts: Facts, kpi: MetricName, query: Query, progress: Progress | None = None
) -> Mapping[int, int] | None:
    """How often each score of the scale was given in the question's range; None where no such score is known."""
    scale = SCALES[kpi]
    relation = next((name for name in scale.relations if scale.column in facts.columns(name)), None)
    if relation is None:
        return None
    table = asked_rows(facts, relation, query, progress)
    if table is None:
        return None
    score = table[scale.column]
    is_answer = (score >= scale.low) & (score <= scale.high)
    if scale.answers in table.columns:
        is_answer = table[scale.answers].notnull()
    known = table.filter(score.notnull() & is_answer)
    counted = known.group_by(score=known[scale.column].floor().cast("int64")).aggregate(n=ibis._.count())
    found = facts.run(counted, progress)
    counts = dict(zip((int(each) for each in found["score"]), (int(n) for n in found["n"]), strict=True))
    if not counts:
        return None
    high = max(scale.high, *counts, _best(facts, relation, scale, progress))
    return {score: counts.get(score, 0) for score in range(min(scale.low, *counts), high + 1)}


def _best(facts: Facts, relation: str, scale: Scale, progress: Progress | None) -> int:
    """The end of the longest scale of any sheet: its two best answers are those that say satisfied."""
    table = facts.relation(relation, (), progress) if scale.answers in facts.columns(relation) else None
    if table is None:
        return scale.high
    found = facts.run(table.agg(best=table[scale.column].max(where=table[scale.answers])), progress)["best"][0]
    return next((end for end in SCALE_ENDS if found <= end), scale.high)


def comments(facts: Facts, query: Query, most: int = 2000, progress: Progress | None = None) -> Comments:
    """What was written in the question's range, the latest first; empty where there is no column of comments."""
    if "comment" not in facts.columns("surveys"):
        return Comments()
    table = asked_rows(facts, "surveys", query, progress)
    if table is None:
        return Comments()
    written = table.filter(table["comment"].notnull() & (table["comment"].strip().length() > 0))
    columns = [name for name in _columns() if name in written.columns]
    total = int(facts.run(written.aggregate(n=written.count()), progress)["n"][0])
    latest = written.select(*columns).order_by([ibis.desc("day"), "src", "row_no"]).limit(most)
    found = facts.run(latest, progress)
    rows = zip(*(found[name] for name in columns), strict=True)
    return Comments(tuple(_comment(dict(zip(columns, row, strict=True))) for row in rows), total)


def _columns() -> tuple[str, ...]:
    return ("day", "src", "row_no", "comment", "version", *(scale.column for scale in SCALES.values()))


def _comment(row: Mapping[str, object]) -> Comment:
    scores = {}
    for kpi, scale in SCALES.items():
        value = row.get(scale.column)
        number = float(str(value)) if value is not None else float("nan")
        if number == number:
            scores[kpi] = number
    version = row.get("version")
    return Comment(
        str(row["comment"]).strip(),
        _day(row.get("day")),
        scores,
        "" if version is None or version == NO_ATTRIBUTE_VALUE else str(version),
        int(str(row["src"])),
        int(str(row["row_no"])),
    )


def _day(value: object) -> date | None:
    """A day as DuckDB's arrays or Arrow give it."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value)[:10]
    try:
        return date.fromisoformat(text)
    except ValueError:  # NaT: the answer has no date
        return None
