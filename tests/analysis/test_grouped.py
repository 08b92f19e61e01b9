"""More drivers than an exact split can take."""

import pytest
from kpidesk.analysis.attribution import attribute
from kpidesk.analysis.grouped import split_along_tree
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.formula import parse_formula

from tests.scenario.small import a_definition, values

NAMES = [f"x{i}" for i in range(14)]
PARTS = [a_definition(name, "", "money", "flow", "up") for name in NAMES]
WIDE = Catalogue.of([*PARTS, a_definition("all", "+".join(NAMES), "money", "flow", "up")])


def test_a_sum_of_many_gives_each_its_own_change() -> None:
    before = values(**{name: i for i, name in enumerate(NAMES)}, all=sum(range(14)))
    after = values(**{name: i * 2 + 1 for i, name in enumerate(NAMES)}, all=2 * sum(range(14)) + 14)
    found = attribute(WIDE, before, after, MetricName("all"))
    assert {str(p.id): p.contribution for p in found.drivers} == pytest.approx(
        {name: i + 1 for i, name in enumerate(NAMES)}, abs=1e-9
    )
    given = attribute(WIDE, before, {**after, MetricName("all"): after[MetricName("all")] + 5}, MetricName("all"))
    assert {str(p.id): p.contribution for p in given.drivers}["all"] == pytest.approx(5)


def test_groups_share_as_wholes_and_sum_to_the_change() -> None:
    expr = parse_formula("-(a + b) * max(c, d) / (e - 1)")
    before, after = values(a=1, b=2, c=3, d=1, e=5), values(a=2, b=2, c=4, d=6, e=3)
    change = -4 * 6 / 2 + 3 * 3 / 4
    for most in (2, 3, 5):
        parts = split_along_tree(expr, before, after, Grain.MONTH, most=most)
        assert parts is not None
        assert sum(parts.values()) == pytest.approx(change, abs=1e-9)
        assert parts[MetricName("b")] == 0


def test_what_is_missing_is_not_split() -> None:
    expr = parse_formula("(a + b) * (c + d)")
    known = values(a=1, b=2, c=3)
    assert split_along_tree(expr, known, known, Grain.MONTH, most=2) is None
    assert split_along_tree(expr, known, known, Grain.MONTH) is None
    wide = dict.fromkeys(map(MetricName, NAMES), 1.0)
    less = dict.fromkeys(list(wide)[1:], 2.0)
    assert attribute(WIDE, wide | values(all=14), less | values(all=26), MetricName("all")).reason is not None


def test_groups_in_signs_and_calls() -> None:
    expr = parse_formula("max(-(a * b), c + d)")
    before, after = values(a=1, b=-6, c=1, d=2), values(a=2, b=-6, c=1, d=5)
    parts = split_along_tree(expr, before, after, Grain.MONTH, most=2)
    assert parts is not None
    assert sum(parts.values()) == pytest.approx(6)
    assert parts[MetricName("c")] == 0
    sign = split_along_tree(parse_formula("-(a * b * c)"), before, after, Grain.MONTH, most=2)
    assert sign is not None
    assert sum(sign.values()) == pytest.approx(6)
