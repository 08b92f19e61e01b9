"""KPIs of the user's own: what they compute, how errors are explained, and that nothing hostile gets through."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.completion import completions
from kpidesk.metrics.custom import CustomKpi, apply_custom, check_custom, custom_findings
from kpidesk.metrics.custom_toml import custom_from_toml, custom_to_toml
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.formula import MAX_LENGTH, FormulaError, parse_formula
from kpidesk.metrics.functions import FUNCTIONS
from kpidesk.metrics.pacing import Target
from kpidesk.metrics.query import Query
from kpidesk.metrics.target_toml import targets_from_toml, targets_to_toml
from kpidesk.workspace.codec import from_plain, to_plain
from kpidesk.workspace.document import Rules

from tests.metrics.real_facts import facts_of
from tests.metrics.test_acceptance import subscriptions

CATALOGUE = load_catalogue()


def a_kpi(formula, name="mine", **more):
    return CustomKpi(MetricName(name), {"en": "Mine"}, formula, **more)


def refusal(formula, **more):
    with pytest.raises(FormulaError) as refused:
        check_custom(a_kpi(formula, **more), CATALOGUE)
    return refused.value


def test_a_custom_kpi_is_computed_with_what_it_reads_of_earlier_periods(tmp_path):
    """MRR 10, 30, 30: growth of 200% and 0, and the one built on it."""
    table = subscriptions(("a", "p", "2024-01-01", None, 10.0), ("b", "p", "2024-02-01", None, 20.0))
    facts = facts_of(tmp_path, {"subscriptions": table}, as_of=date(2024, 3, 31))
    kpis = (a_kpi("growth * 2", "twice"), a_kpi("mrr / previous(mrr) - 1", "growth"), a_kpi("arr / 10", "tenth"))
    frame = Engine(apply_custom(CATALOGUE, kpis), facts).compute(Query())
    assert frame.series["growth"].values[-1].tolist()[1:] == [2.0, 0.0]
    assert frame.series["twice"].values[-1].tolist()[1:] == [4.0, 0.0]
    assert frame.series["tenth"].values[-1].tolist() == [12.0, 36.0, 36.0]
    assert frame.series["growth"].gap(-1, 0) is not None


def test_an_earlier_period_that_the_catalogue_knows_is_not_defined_again():
    assert [each.name for each in check_custom(a_kpi("mrr / previous(mrr) - 1"), CATALOGUE)] == ["mine"]


def test_earlier_periods_of_whole_expressions_become_kpis():
    names = [each.name for each in check_custom(a_kpi("previous(mrr / arpa) / year_ago(users)"), CATALOGUE)]
    assert names == ["mine_part1", "mine_part2", "mine_part3", "mine"]


@pytest.mark.parametrize(
    ("formula", "position", "said"),
    [
        ("mrr / actve_customers", 6, "actve_customers"),
        ("mrr + active_customers", 4, "cannot be added"),
        ("mrr / ", 6, "ends too early"),
        ("mrr ** 2", 5, "not expected"),
        ("averge(mrr)", 0, "no function averge"),
        ("mrr / mine", 6, "from itself"),
        ("mrr; import os", 3, "not expected"),
        ("__import__('os')", 11, "not expected"),
        ("open(mrr)", 0, "no function"),
    ],
)
def test_errors_are_explained_at_their_place(formula, position, said):
    error = refusal(formula)
    assert error.position == position
    assert said in str(error.message)


def test_near_names_are_offered():
    assert "active_customers" in str(refusal("mrr / actve_customers").hint)


@pytest.mark.parametrize("name", ["mrr", "first", "months_per_year", "Mine", "1st", "", "x" * 61, "a b", "naïve"])
def test_names_that_cannot_be(name):
    assert refusal("mrr", name=name).position == 0


def test_the_unit_is_checked():
    assert "not" in str(refusal("mrr / active_customers", unit="share").message)
    assert "no unit" in str(refusal("mrr", unit="money // ?").message)
    (definition,) = check_custom(a_kpi("clicks / sessions", unit="share"), CATALOGUE)
    assert definition.unit.kind == "share"
    (definition,) = check_custom(a_kpi("mrr / active_customers"), CATALOGUE)
    assert str(definition.unit) == "money / customer / month"


def test_kpis_that_need_each_other_are_left_out_and_said():
    kpis = (a_kpi("b + 1", "a"), a_kpi("a + 1", "b"), a_kpi("mrr * 2", "c"))
    assert "c" in apply_custom(CATALOGUE, kpis)
    assert "a" not in apply_custom(CATALOGUE, kpis)
    assert [finding.code for finding in custom_findings(CATALOGUE, kpis)] == ["custom.formula"] * 2


def test_the_same_kpis_give_the_same_catalogue():
    kpis = (a_kpi("mrr * 2"),)
    assert apply_custom(CATALOGUE, kpis) is apply_custom(CATALOGUE, (a_kpi("mrr * 2"),))
    assert apply_custom(CATALOGUE, ()) is CATALOGUE


WORDS = st.sampled_from(
    [*"+-*/(),", "mrr", "arpa", "first", "previous", "1e999", "0", ".", "\0", "'", "月", "__class__"]
)


@given(st.one_of(st.text(max_size=3000), st.lists(WORDS, max_size=600).map(" ".join), st.lists(WORDS).map("".join)))
def test_any_text_is_a_formula_or_a_formula_error_within_it(text):
    error = None
    try:
        check_custom(a_kpi(text), CATALOGUE)
    except FormulaError as found:
        error = found
    assert error is None or (0 <= error.position <= max(len(text), MAX_LENGTH) and str(error.message))


@pytest.mark.parametrize("text", ["(" * 5000, "-" * 499, "1" * 501, "first(" * 80, "1+" * 249 + "1"])
def test_too_long_deep_or_wide_is_refused(text):
    with pytest.raises(FormulaError):
        parse_formula(text)


def test_completion_offers_kpis_functions_and_names_in_other_languages():
    offered = completions(CATALOGUE, "mrr / active_c", 14)
    assert offered[0].text == "active_customers"
    assert offered[0].start == 6
    assert completions(CATALOGUE, "prev", 4)[0].text.startswith("prev")
    assert {each.label for each in completions(CATALOGUE, "first", 5)} >= {"first(value, value, …)"}
    assert "customer_churn_rate" in {each.text for each in completions(CATALOGUE, "1 - 客户流失", 8, "zh_Hans")}
    assert len(completions(CATALOGUE, "", 0)) == 20


@given(st.text(max_size=40), st.integers(0, 40))
def test_completion_never_fails(text, cursor):
    for each in completions(CATALOGUE, text, min(cursor, len(text))):
        assert 0 <= each.start <= cursor


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
KPIS = st.builds(
    CustomKpi,
    st.from_regex(r"\A[a-z][a-z0-9_]{0,20}\Z").map(MetricName),
    st.dictionaries(st.sampled_from(["en", "zh_Hans", "zh_Hant"]), TEXTS, min_size=1),
    TEXTS.filter(bool),
    TEXTS,
    st.sampled_from(["up", "down", "none"]),
    st.none() | st.floats(allow_nan=False, allow_infinity=False),
    st.none() | st.floats(allow_nan=False, allow_infinity=False),
)


@given(st.lists(KPIS, min_size=1, max_size=4, unique_by=lambda kpi: kpi.name))
def test_written_as_toml_and_read_again_they_are_equal(kpis):
    assert custom_from_toml(custom_to_toml(kpis)) == tuple(kpis)


@given(st.lists(KPIS, max_size=3))
def test_they_are_kept_in_the_workspace(kpis):
    rules = Rules(custom=tuple(kpis))
    assert from_plain(Rules, to_plain(rules)) == rules


@pytest.mark.parametrize(
    "text",
    [
        "", "kpi = 3", "[kpi]\nx = 1", "[kpi.a]\nformula = 3", "[kpi.a]\nlabel = 'x'", "[other]\na = 1", "[[[",
        "[kpi.a]\nformula = 'mrr'\ngood = 'sideways'", "[kpi.a]\nformula = 'mrr'\ntarget = nan",
        "[kpi.a]\nformula = 'mrr'\ncommand = 'rm'", "[kpi.a]\nformula = 'mrr'\ntarget = true", "a = " + "[" * 9000,
    ],
)  # fmt: skip
def test_other_texts_are_refused_with_a_sentence(text):
    with pytest.raises(UserError):
        custom_from_toml(text)


def test_every_function_has_a_signature_in_the_completion():
    for name in FUNCTIONS:
        assert any(each.text == f"{name}(" for each in completions(CATALOGUE, name, len(name), most=500))


def test_targets_survive_their_text_and_bad_ones_are_named():
    targets = (Target("mrr", 1e6), Target("customer_churn_rate", None, None, 0.05))
    text = targets_to_toml(targets)
    assert targets_from_toml(text) == targets
    assert custom_from_toml(text) == ()
    for wrong in ("[target.mrr]\nvalue = 'x'", "[target.mrr]\nat = 1", "target = 3", "[target.mrr]\n"):
        with pytest.raises(UserError, match="not understood"):
            targets_from_toml(wrong)
