"""Overrides as people write them, and scenarios as stacks of them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName, ScenarioId
from kpidesk.core.units import Unit
from kpidesk.scenario.model import Kind, Override, Scenario, parse_override
from kpidesk.scenario.setting import parse_setting

CHURN = DriverName("customer_churn_rate")


@pytest.mark.parametrize(
    ("text", "kind", "amount"),
    [
        ("x0.5", Kind.FACTOR, 0.5),
        ("×0.5", Kind.FACTOR, 0.5),
        ("0.5x", Kind.FACTOR, 0.5),
        ("*2", Kind.FACTOR, 2),
        ("x0,5", Kind.FACTOR, 0.5),
        ("/2", Kind.FACTOR, 0.5),
        ("+10%", Kind.PERCENT, 0.1),
        ("-20%", Kind.PERCENT, -0.2),
        ("−20％", Kind.PERCENT, -0.2),
        ("+ 10 %", Kind.PERCENT, 0.1),
        ("5.2%", Kind.ABSOLUTE, 0.052),
        ("500", Kind.ABSOLUTE, 500),
        ("$1,200.50", Kind.ABSOLUTE, 1200.5),
        ("1,200,000", Kind.ABSOLUTE, 1_200_000),
        ("0,5", Kind.ABSOLUTE, 0.5),
        (".5", Kind.ABSOLUTE, 0.5),
        ("=-500", Kind.ABSOLUTE, -500),
        ("+500", Kind.POINTS, 500),
        ("-500", Kind.POINTS, -500),
        ("+2pt", Kind.POINTS, 0.02),
        ("-1.5 pp", Kind.POINTS, -0.015),
    ],
)
def test_changes_read_as_people_write_them(text: str, kind: Kind, amount: float) -> None:
    override = parse_override("customer_churn_rate", text)
    assert (override.kind, override.driver) == (kind, CHURN)
    assert override.amount == pytest.approx(amount, rel=1e-15)


@pytest.mark.parametrize("text", ["", "x", "/0", "half", "-x2", "10k", "1.2.3", "5%%", "nan", "inf", "1e400"])
def test_what_is_no_change_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UserError, match=r"not a change.*x0\.5"):
        parse_override("cac", text)


def test_a_percent_without_sign_is_for_shares_only() -> None:
    assert parse_override("gross_margin", "80%", Unit.parse("share")).amount == 0.8
    with pytest.raises(UserError, match="cac is not a share"):
        parse_override("cac", "80%", Unit.parse("money / customer"))
    with pytest.raises(UserError, match="cac is not a share"):
        parse_override("cac", "+2pt", Unit.parse("money / customer"))
    assert parse_override("cac", "+80%", Unit.parse("money / customer")).kind is Kind.PERCENT


def test_setting_of_the_command_line_names_its_driver() -> None:
    assert parse_setting(" customer_churn_rate =x0.5") == Override(CHURN, Kind.FACTOR, 0.5)
    assert parse_setting("net_new_mrr==-5").amount == -5
    for text in ("customer_churn_rate", "=x0.5", ""):
        with pytest.raises(UserError, match="does not say which driver"):
            parse_setting(text)


@pytest.mark.parametrize(
    ("kind", "amount", "expected"),
    [(Kind.FACTOR, 0.5, 50), (Kind.PERCENT, -0.2, 80), (Kind.POINTS, 5, 105), (Kind.ABSOLUTE, 7, 7)],
)
def test_each_kind_acts_on_the_baseline(kind: Kind, amount: float, expected: float) -> None:
    override = Override(CHURN, kind, amount)
    assert override.applied(100) == pytest.approx(expected)
    assert math.isnan(override.applied(math.nan)) is (kind is not Kind.ABSOLUTE)


@given(st.sampled_from(Kind), st.floats(-1e9, 1e9, allow_nan=False))
def test_an_override_reads_back_as_it_prints(kind: Kind, amount: float) -> None:
    amount = round(abs(amount) if kind is Kind.FACTOR else amount, 6)
    read = parse_override("cac", str(Override(DriverName("cac"), kind, amount)))
    assert read.kind is kind
    assert read.amount == pytest.approx(amount, rel=1e-11, abs=1e-12)


def test_scenario_keeps_one_override_per_driver_in_place() -> None:
    half, price = Override(CHURN, Kind.FACTOR, 0.5), Override(DriverName("arpa"), Kind.PERCENT, 0.1)
    scenario = Scenario(ScenarioId("s"), "Halve churn", (half, price))
    third = Override(CHURN, Kind.FACTOR, 0.3)
    assert scenario.with_override(third).overrides == (third, price)
    assert scenario.with_override(Override(DriverName("cac"), Kind.ABSOLUTE, 1)).overrides[:2] == (half, price)
    assert scenario.without(CHURN).overrides == (price,)
    off = Override(CHURN, Kind.FACTOR, 0.5, is_on=False)
    assert scenario.with_override(off).active == (price,)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0,039", 0.039), ("5,2", 5.2), ("1,234", 1234), ("1,234.5", 1234.5), ("1.234,5", 1234.5), (",5", 0.5),
        ("12,345,678", 12_345_678), ("1234,5", 1234.5),
    ],
)  # fmt: skip
def test_commas_group_or_are_decimal(text: str, amount: float) -> None:
    assert parse_override("driver", text).amount == pytest.approx(amount, rel=1e-15)
