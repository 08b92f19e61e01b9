"""Definition profiles: the published examples that name one, and laws that hold for every bundle of choices."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.core.errors import UserError
from kpidesk.core.period import Period
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.catalogue_rules import check
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.formula import parse_formula
from kpidesk.metrics.profiles import catalogue_under, profile, profiles, rules_under, switches
from kpidesk.metrics.query import Query
from kpidesk.metrics.rewriting import as_text, substituted
from kpidesk.schema.loader import load_schema

from tests.metrics.real_facts import facts_of
from tests.metrics.test_acceptance import billed, subscriptions

FEBRUARY, MARCH = date(2024, 2, 29), date(2024, 3, 31)


def value(folder, name, kpi, period, as_of, **tables):
    """One figure of a company under a profile."""
    choices = profile(name).choices
    facts = facts_of(folder, tables, as_of=as_of, rules=rules_under(FactRules(), choices))
    frame = Engine(catalogue_under(load_catalogue(), choices), facts).compute(Query())
    return frame.value(kpi, Period.parse(period))


def leavers():
    """100 at the start, 20 new, 11 cancel, one of whom joined this month."""
    rows = [(f"c{i}", "p", "2024-01-01", "2024-02-20" if i < 10 else None, 10.0) for i in range(100)]
    rows += [(f"n{i}", "p", "2024-02-05", "2024-02-25" if i < 1 else None, 10.0) for i in range(20)]
    return subscriptions(*rows)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("kpidesk", 0.10), ("chartmogul", 0.10), ("investor", 0.10), ("profitwell", 0.10),
        ("stripe", 11 / 120), ("baremetrics", 0.11),
    ],
)  # fmt: skip
def test_15_customer_churn_by_profile(tmp_path, name, expected):
    found = value(tmp_path, name, "customer_churn_rate", "2024-02", FEBRUARY, subscriptions=leavers())
    assert found == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("name", ["kpidesk", "stripe"])
def test_customers_of_the_end_follow_from_those_of_the_start(tmp_path, name):
    choices = profile(name).choices
    facts = facts_of(tmp_path, {"subscriptions": leavers()}, as_of=FEBRUARY, rules=rules_under(FactRules(), choices))
    frame = Engine(catalogue_under(load_catalogue(), choices), facts).compute(Query())
    new, lost = frame.value("new_customers"), frame.value("churned_customers")
    assert (new, lost) == ((20, 11) if name == "stripe" else (19, 10))
    assert frame.value("active_customers") == 100 + new - lost


@pytest.mark.parametrize(
    ("name", "expected"), [("kaching", 304.37 + 86.90 + 30 + 10), ("paddle", 300 + 86.60 + 30 + 10)]
)
def test_11_days_and_weeks_by_profile(tmp_path, name, expected):
    intervals = (("daily", 10.0), ("weekly", 20.0), ("monthly", 30.0), ("yearly", 120.0))
    table = billed(*((interval, "p", "2024-01-01", None, price, interval) for interval, price in intervals))
    assert value(tmp_path, name, "mrr", "2024-01", FEBRUARY, subscriptions=table) == pytest.approx(expected, abs=0.011)


def discounted(duration):
    table = billed(*((f"c{i}", "p", "2024-01-10", None, 15.0, "monthly") for i in range(77)))
    return table.assign(discount=14.0, discount_duration=duration)


@pytest.mark.parametrize(
    ("name", "duration", "expected"),
    [
        ("kpidesk", "once", 1155), ("stripe", "once", 1155), ("profitwell", "once", 77), ("paddle", "once", 1155),
        ("kpidesk", "3 months", 77), ("stripe", "3 months", 1155), ("profitwell", "3 months", 77),
        ("kpidesk", "forever", 77), ("stripe", "forever", 77), ("paddle", "forever", 1155),
    ],
)  # fmt: skip
def test_14_discounts_by_profile(tmp_path, name, duration, expected):
    assert value(tmp_path, name, "mrr", "2024-01", date(2024, 1, 31), subscriptions=discounted(duration)) == expected


@pytest.mark.parametrize(("name", "returned"), [("kpidesk", 0), ("chartmogul", 0), ("profitwell", 10)])
def test_a_short_pause_is_a_reactivation_for_profitwell_alone(tmp_path, name, returned):
    rows = [("a", "p", "2023-12-01", "2024-01-25", 10.0), ("a", "p", "2024-02-10", None, 10.0)]
    rows += [("b", "p", "2024-01-01", None, 10.0), ("c", "p", "2024-01-01", "2024-03-01", 10.0)]
    found = value(tmp_path, name, "reactivation_mrr", "2024-02", MARCH, subscriptions=subscriptions(*rows))
    assert found == returned


@pytest.mark.parametrize(("name", "expected"), [("kpidesk", 0.5), ("chartmogul", 1.0), ("investor", 0.5)])
def test_returns_count_in_the_net_retention_of_chartmogul(tmp_path, name, expected):
    """Two customers of 10; one leaves and one who had left long ago returns."""
    rows = [("a", "p", "2024-01-01", None, 10.0), ("b", "p", "2024-01-01", "2024-04-10", 10.0)]
    rows += [("c", "p", "2024-01-01", "2024-02-10", 10.0), ("c", "p", "2024-04-12", None, 10.0)]
    found = value(tmp_path, name, "nrr", "2024-04", date(2024, 4, 30), subscriptions=subscriptions(*rows))
    assert found == expected


@pytest.mark.parametrize(("name", "expected"), [("kpidesk", 1250.0), ("stripe", 5000.0), ("chartmogul", None)])
def test_ltv_by_profile(tmp_path, name, expected):
    """ARPA 100, margin 25%, churn 2% (of 50 one); nobody left in the months before, so their mean is 0."""
    rows = [(f"c{i}", "p", "2024-01-01", "2024-03-10" if i < 1 else None, 100.0) for i in range(50)]
    sold = pd.DataFrame(
        [("c1", "2024-03-05", 1000.0, 250.0)], columns=["customer_id", "order_date", "amount", "profit"]
    )
    found = value(tmp_path, name, "ltv", "2024-03", MARCH, subscriptions=subscriptions(*rows), orders=sold)
    assert found == (None if expected is None else pytest.approx(expected))


def test_ltv_of_chartmogul_takes_the_mean_churn_of_six_months_before(tmp_path):
    """Of 100 two leave in February and, of 98, 49 in March: in April the mean of 2% and 50% is 26%."""
    ends = ["2024-02-10"] * 2 + ["2024-03-10"] * 49 + [None] * 49
    rows = [(f"c{i}", "p", "2024-01-01", end, 26.0) for i, end in enumerate(ends)]
    found = value(tmp_path, "chartmogul", "ltv", "2024-04", date(2024, 4, 30), subscriptions=subscriptions(*rows))
    assert found == pytest.approx(100)


def test_an_unknown_profile_is_refused_with_the_nearest():
    with pytest.raises(UserError, match="stripey") as refused:
        profile("stripey")
    assert "stripe" in str(refused.value.hint)


def test_the_default_profile_changes_nothing():
    known = load_catalogue()
    assert catalogue_under(known, profile("kpidesk").choices) is known
    assert rules_under(FactRules(), profile("kpidesk").choices) == FactRules()


@pytest.mark.parametrize("name", list(profiles()))
def test_every_profile_is_a_sound_catalogue(name):
    changed = catalogue_under(load_catalogue(), profile(name).choices)
    assert not check(changed, load_schema())
    assert changed is catalogue_under(load_catalogue(), profile(name).choices)
    for definition in changed.definitions.values():
        assert not definition.formula or parse_formula(definition.formula) is not None


def test_every_choice_has_names_in_three_languages():
    for switch in switches().values():
        for texts in (switch.label, *(choice.label for choice in switch.choices.values())):
            assert set(texts) == {"en", "zh_Hans", "zh_Hant"}
    assert all(set(each.label) == {"en", "zh_Hans", "zh_Hant"} for each in profiles().values())


FORMULAS = st.recursive(
    st.sampled_from(["mrr", "arpa", "1", "2.5", "months_per_year"]),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        inner.map(lambda text: f"-{text}"),
        st.tuples(inner, inner).map(lambda t: f"default({t[0]}, {t[1]})"),
    ),
    max_leaves=8,
)


@given(FORMULAS)
def test_a_formula_written_down_reads_as_the_same(text):
    expr = parse_formula(text)
    assert as_text(parse_formula(as_text(expr))) == as_text(expr)
    assert without_places(parse_formula(as_text(expr))) == without_places(expr)


def without_places(expr):
    return [(type(node).__name__, getattr(node, "operator", ""), getattr(node, "name", "")) for node in _nodes(expr)]


def _nodes(expr):
    from kpidesk.metrics.expr import walk

    return list(walk(expr))


def test_a_factor_of_one_is_left_out():
    text = as_text(substituted(parse_formula("arpa * gross_margin / churn"), {"gross_margin": parse_formula("1")}))
    assert text == "arpa / churn"


def test_a_mean_of_half_a_year_knows_no_years():
    from kpidesk.core.period import Grain
    from kpidesk.metrics.functions import FUNCTIONS

    apply = FUNCTIONS["mean_of_half_year"].apply
    values = np.array([[1.0, 3.0, np.nan, 5.0]])
    assert apply([values], Grain.MONTH).tolist()[0][1:] == [1.0, 2.0, 2.0]
    assert np.isnan(apply([values], Grain.YEAR)).all()
    assert apply([values], Grain.QUARTER).tolist()[0][3] == 3.0
