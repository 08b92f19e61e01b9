"""A KPI on a card: value, change, certainty and source, ready to paint; every state of it."""

from dataclasses import dataclass

from kpidesk.charts.figure import Text
from kpidesk.core.ids import MetricName

STATES = ("ok", "incomplete", "off_target", "noisy", "needs_data", "scenario", "loading", "failed")


@dataclass(frozen=True, slots=True)
class Card:
    """What a KPI card shows.

    ``delta_is_good`` None is neither good nor bad (noise, or a KPI without a good side); ``direction`` is 1, 0 or −1.
    ``spark`` ends with the running period where there is one: points after ``spark_complete_until`` are a dotted tail, and
    the dot stands on that index (−1: no dot). ``target`` is in the spark's unit. ``factor_text`` stands behind the delta of a
    scenario ("×2.0", "+14%"). ``state_text`` names the state for tooltips and screen readers; ``foot`` is the line below.
    ``is_touched`` False in state scenario: the scenario does not move this KPI, the value stays in normal ink.
    """

    name: MetricName
    label: str
    state: str = "ok"
    value_text: str = ""
    exact_text: str = ""
    delta_text: str = ""
    delta_is_good: bool | None = None
    direction: int = 0
    factor_text: str = ""
    comparison_text: Text = ""
    baseline_text: Text = ""
    spark: tuple[float | None, ...] = ()
    spark_complete_until: int = -1
    target: float | None = None
    foot: Text = ""
    state_text: Text = ""
    link_text: Text = ""
    is_touched: bool = True
    missing: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()
