"""A supposition as it is written on the command line: driver, part, change, start and ramp."""

import pytest
from kpidesk.core.errors import UserError
from kpidesk.core.period import Period
from kpidesk.core.units import Unit
from kpidesk.scenario.model import Kind, Override, Part
from kpidesk.scenario.setting import parse_setting, read_setting

from tests.scenario.small import CHURN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("customer_churn_rate=x0.5", Override(CHURN, Kind.FACTOR, 0.5)),
        (
            "customer_churn_rate[plan=Enterprise]=x0.5",
            Override(CHURN, Kind.FACTOR, 0.5, part=Part("plan", "Enterprise")),
        ),
        (
            "customer_churn_rate [ plan = Big = bold ] = -20% @ 2027-01 ~ 6",
            Override(CHURN, Kind.PERCENT, -0.2, part=Part("plan", "Big = bold"), start=Period.parse("2027-01"), ramp=6),
        ),
        ("customer_churn_rate=5%~3", Override(CHURN, Kind.ABSOLUTE, 0.05, ramp=3)),
        ("customer_churn_rate==-5", Override(CHURN, Kind.ABSOLUTE, -5)),
    ],
)
def test_setting_is_read(text: str, expected: Override) -> None:
    assert parse_setting(text) == expected


@pytest.mark.parametrize(
    "text", ["", "=x2", "[plan=A]=x2", "cac[plan]=x2", "cac[plan=A=x2", "cac=x2@soon", "cac=x2~half", "cac"]
)
def test_what_says_no_change_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        parse_setting(text)


def test_unit_decides_what_a_percent_is() -> None:
    setting = read_setting("cac[plan=A]=5%")
    assert setting.override("cac", Unit.parse("share")).amount == pytest.approx(0.05)
    with pytest.raises(UserError, match="not a share"):
        setting.override("cac", Unit.parse("money"))
