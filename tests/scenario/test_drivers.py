"""Drivers found from the formula tree, with bounds that a slider can use."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.core.errors import UserError
from kpidesk.core.period import Period
from kpidesk.core.units import Unit
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import DriverBounds
from kpidesk.scenario.drivers import Driver, Role, find_drivers, role_of, round_up

from tests.scenario.small import a_catalogue, a_definition, a_frame, example_28

CATALOGUE = a_catalogue()


def found(*targets: str, **columns: list[float]) -> dict[str, Driver]:
    series = {str(name): [value, value] for name, value in example_28().items()} | columns
    return {str(d.name): d for d in find_drivers(CATALOGUE, a_frame(series), targets=targets)}


def test_levers_of_ltv_to_cac_are_its_rates_prices_and_costs() -> None:
    """Declared levers, and no part (MRR, lost customers) that a declared one already stands for."""
    names = list(found("ltv_cac"))
    assert set(names[:2]) == {"customer_churn_rate", "gross_margin"}
    assert names[2:] == ["arpa", "cac", "new_customers"]
    assert [d.is_part for d in found("ltv_cac").values()] == [False] * 4 + [True]
    assert [d.role for d in found("ltv_cac").values()] == [Role.RATE, Role.RATE, Role.PRICE, Role.COST, Role.VOLUME]


def test_undeclared_leaf_is_a_lever_where_nothing_stands_for_it() -> None:
    assert list(found("revenue_growth_mom")) == ["revenue"]


def test_each_driver_says_what_hangs_on_it() -> None:
    assert set(found()["cac"].affects) == {"ltv_cac", "cac_payback_months", "acquisition_cost"}
    assert found()["customer_churn_rate"].affects[-2:] == ("ltv", "ltv_cac")


def test_bounds_are_round_and_hold_history_and_twice_the_baseline() -> None:
    churn = found(customer_churn_rate=[0.09, 0.05])["customer_churn_rate"]
    assert (churn.low, churn.high, churn.step, churn.baseline) == (0, 0.12, 0.001, 0.05)
    assert churn.history == (0.09, 0.05)
    assert found()["gross_margin"].high == 1.0
    assert found()["cac"].high == 1200
    assert found()["new_customers"].step == 1


def test_a_driver_needs_a_value_at_the_period() -> None:
    assert "arpa" not in found(arpa=[100, math.nan])
    frame = a_frame({"arpa": [100, math.nan]})
    drivers = find_drivers(CATALOGUE, frame, Period.parse("2024-01"), ["ltv"])
    assert [d.name for d in drivers] == ["arpa"]
    with pytest.raises(UserError):
        find_drivers(CATALOGUE, frame, targets=["nothing"])


def test_declared_limits_and_step_win() -> None:
    definition = a_definition("price", "", "money / customer", "ratio", "up")
    limited = type(definition)(**{f: getattr(definition, f) for f in definition.__slots__} | {
        "driver": DriverBounds(low=20, high=150, step=5)
    })  # fmt: skip
    total = a_definition("total", "price * 2", "money / customer", "derived", "up")
    catalogue = Catalogue.of([limited, total])
    (driver,) = find_drivers(catalogue, a_frame({"price": [100], "total": [200]}))
    assert (driver.low, driver.high, driver.step) == (20, 150, 5)


def test_a_negative_flow_reaches_down_to_a_round_number() -> None:
    catalogue = Catalogue.of(
        [a_definition("lost", "", "money", "flow", "up"), a_definition("net", "lost + 1", "money", "flow", "up")]
    )
    (driver,) = find_drivers(catalogue, a_frame({"lost": [-70, -50]}))
    assert (driver.low, driver.high) == (-100, 0)
    (still,) = find_drivers(catalogue, a_frame({"lost": [0]}))
    assert (still.low, still.high) == (0, 1)
    capped = replace(catalogue.get("lost"), driver=DriverBounds(high=0))
    (loss,) = find_drivers(Catalogue.of([capped, catalogue.get("net")]), a_frame({"lost": [0]}))
    assert (loss.low, loss.high) == (-1, 0)


@pytest.mark.parametrize(
    ("unit", "good", "role"),
    [
        ("share", "down", Role.RATE),
        ("score", "up", Role.RATE),
        ("money / customer", "down", Role.COST),
        ("money / month / customer", "up", Role.PRICE),
        ("money / month", "up", Role.VOLUME),
        ("customer", "up", Role.VOLUME),
        ("ratio", "up", Role.RATE),
        ("hour", "down", Role.RATE),
    ],
)
def test_role_follows_unit_and_direction(unit: str, good: str, role: Role) -> None:
    assert role_of(a_definition("x", "", unit, "ratio", good)) is role
    assert Unit.parse(unit)


@given(st.floats(1e-6, 1e9))
def test_round_up_is_never_below_nor_far_above(value: float) -> None:
    assert value * (1 - 1e-5) <= round_up(value) <= value * 1.51
