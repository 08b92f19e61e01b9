"""Whatever KPI, whatever grain: what is told of a change adds up to it, and nothing is left over under its own name."""

from collections.abc import Iterator

import pytest
from kpidesk.analysis.attribution import Contribution
from kpidesk.analysis.changes import explain_change
from kpidesk.core.period import Grain
from kpidesk.core.resources import resource
from kpidesk.metrics.query import Query
from kpidesk.session.desk import Desk, open_desk


@pytest.fixture(scope="module")
def sample() -> Iterator[Desk]:
    with open_desk([resource("samples", "tideline")]) as desk:
        yield desk


@pytest.mark.slow
@pytest.mark.parametrize("grain", [Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.WEEK])
def test_contributions_of_every_kpi_sum_to_its_change(sample: Desk, grain: Grain) -> None:
    frame = sample.compute(Query(grain=grain))
    size, split = len(frame.periods), 0
    for first, last in ((size - 3, size - 2), (size // 2, size - 2), (size // 3, size // 2)):
        for name in frame.series:
            found = explain_change(sample.catalogue, frame, name, frame.periods[first], frame.periods[last])
            if found.change is None or found.before is None or found.after is None:
                continue
            told = sum(part.contribution for part in found.drivers)
            assert told == pytest.approx(found.change, abs=1e-9 * max(1.0, abs(found.before), abs(found.after))), name
            for part in found.drivers:
                check_parts(part)
            if len(found.drivers) > 1:
                rest = sum(part.contribution for part in found.drivers if part.id == name)
                assert abs(rest) < 1e-6, (name, first, last)
                split += 1
    assert split > 40


def check_parts(part: Contribution) -> None:
    if part.parts:
        told = sum(each.contribution for each in part.parts)
        size = max(1.0, *(abs(each.contribution) for each in part.parts))
        assert told == pytest.approx(part.contribution, abs=1e-9 * size), part.id
        for each in part.parts:
            check_parts(each)
