"""The difference between two profiles, split over their switches."""

import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.analysis.profile_comparison import compare_profiles, differing, sentence
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.profiles import profile, profiles, switches
from kpidesk.metrics.query import Query
from kpidesk.session.desk import open_desk
from kpidesk.session.profile_study import ProfileStudy, comparison_report
from kpidesk.workspace.document import Rules

KPI = MetricName("mrr")
EVERYTHING = {
    "subscriptions": frozenset({"start_date", "cancel_date", "status", "discount", "billing_period"}),
}
NAMES = st.sampled_from(list(profiles()))


def chance(choices, seed):
    """Any figure of a mixture of choices, always the same for the same mixture."""
    return random.Random(f"{seed} {sorted(choices.items())}").uniform(-1000, 1000)


@given(NAMES, NAMES, st.integers(0, 1000))
def test_the_parts_sum_to_the_difference_whatever_is_counted(ours, theirs, seed):
    both = profile(ours), profile(theirs)
    names = differing(*both, EVERYTHING)
    (found,) = compare_profiles(*both, names, [KPI], lambda choices, _: {KPI: chance(choices, seed)})
    assert found.change is not None
    assert sum(part.contribution for part in found.parts) == pytest.approx(found.change, abs=1e-9)


@given(NAMES, NAMES, st.integers(0, 1000))
def test_turned_around_every_part_has_the_other_sign(ours, theirs, seed):
    both = profile(ours), profile(theirs)
    names = differing(*both, EVERYTHING)

    def parts(one, other):
        (found,) = compare_profiles(one, other, names, [KPI], lambda choices, _: {KPI: chance(choices, seed)})
        return {part.switch: part.contribution for part in found.parts}

    there, back = parts(*both), parts(*reversed(both))
    assert there == {name: pytest.approx(-part, abs=1e-9) for name, part in back.items()}


def test_a_switch_that_moves_nothing_has_no_part():
    both = profile("kpidesk"), profile("stripe")
    names = differing(*both, EVERYTHING)
    counted = compare_profiles(
        *both, names, [KPI], lambda choices, _: {KPI: 2.0 if choices["churn_base"] == "start_and_new" else 1.0}
    )
    assert [(part.switch, part.contribution) for part in counted[0].parts] == [("churn_base", 1.0)]


def test_without_a_value_on_one_side_there_is_nothing_to_split():
    both = profile("kpidesk"), profile("chartmogul")
    names = differing(*both, EVERYTHING)
    values = {"period": 1.0, "six_months": None}
    (found,) = compare_profiles(*both, names, [KPI], lambda choices, _: {KPI: values[choices["ltv_churn"]]})
    assert (found.change, found.parts, found.is_equal) == (None, (), False)


def test_a_switch_about_columns_that_are_not_there_is_left_out():
    both = profile("kpidesk"), profile("stripe")
    bare = {"subscriptions": frozenset({"start_date", "mrr"})}
    assert set(differing(*both, EVERYTHING)) - set(differing(*both, bare)) == {"discounts", "past_due"}


def ledger(folder: Path) -> Path:
    """100 at the start, 20 new, 11 cancel, one of whom joined this month."""
    rows = [(f"c{i}", "2024-01-01", "2024-02-20" if i < 10 else "") for i in range(100)]
    rows += [(f"n{i}", "2024-02-05", "2024-02-25" if i < 1 else "") for i in range(20)]
    text = "".join(f"{who},Pro,{start},{end},10\n" for who, start, end in rows)
    path = folder / "subscriptions.csv"
    path.write_text("customer_id,plan,start_date,cancel_date,mrr\n" + text, encoding="utf-8")
    return path


def groups(folder):
    """The folders of facts."""
    return {path.name for path in folder.iterdir() if path.name.startswith("facts-")}


def test_ours_is_ten_percent_and_the_denominator_makes_it_less(tmp_path):
    both = profile("kpidesk"), profile("stripe")
    with open_desk([ledger(tmp_path)]) as desk:
        desk.set_rules(Rules(as_of=date(2024, 2, 29)))
        backend = desk.services.backend.get()
        assert desk.compute(Query((KPI,))).series[KPI].is_computable
        before = groups(backend.database.folder)
        study = ProfileStudy(backend, desk.document.used, desk.document.rules)
        period, found = study.compare(both, (MetricName("customer_churn_rate"), KPI), None)
        report = comparison_report(desk.catalogue, both, period, found, Style())
        assert groups(backend.database.folder) == before
    assert period == Period.parse("2024-02")
    churn, mrr = found
    assert (churn.before, churn.after) == (pytest.approx(0.1), pytest.approx(11 / 120))
    parts = {part.switch: part.contribution for part in churn.parts}
    # Alone the denominator takes 10/100 to 10/119, the joiner-leaver 10/100 to 11/100; the mean over both orders.
    assert parts["churn_base"] == pytest.approx(((10 / 119 - 0.1) + (11 / 120 - 0.11)) / 2)
    assert parts["same_month"] == pytest.approx(((0.11 - 0.1) + (11 / 120 - 10 / 119)) / 2)
    assert mrr.is_equal
    text = report["kpis"]["customer_churn_rate"]["text"]
    assert (
        text
        == "Standard 10.0%, Stripe-like 9.2%: −0.8 pt, mostly because new customers are in the denominator of churn"
    )


def test_the_largest_part_is_the_reason():
    both = profile("kpidesk"), profile("stripe")
    names = differing(*both, EVERYTHING)
    (found,) = compare_profiles(*both, names, [KPI], lambda choices, _: {KPI: chance(choices, 3)})
    told = str(sentence(found, {"ours": "A 1", "theirs": "B 2"}, "+1"))
    along = [part for part in found.parts if part.contribution * (found.change or 0) > 0]
    assert told == f"A 1, B 2: +1, mostly because {along[0].after.label['en']}"
    assert abs(along[0].contribution) == max(abs(part.contribution) for part in along)


def test_switches_cover_what_the_field_disagrees_on():
    assert {"same_month", "churn_base", "nrr", "ltv_margin", "ltv_churn", "discounts", "returns", "past_due"} <= set(
        switches()
    )
