"""Questions in one click, and the names of scenarios that nobody named."""

from kpidesk.core.ids import DriverName, ScenarioId
from kpidesk.core.messages import Message
from kpidesk.scenario.model import Kind, Override, Scenario
from kpidesk.scenario.presets import PRESETS, Largest, Terms, preset, scenario_label

CHURN = DriverName("customer_churn_rate")
HALF = Override(CHURN, Kind.FACTOR, 0.5)


def english(label):
    return label.template.text if isinstance(label, Message) else label


def a_scenario(*overrides, name=""):
    return Scenario(ScenarioId("a"), name, overrides)


def test_preset_takes_the_first_driver_that_is_there():
    halve = preset("halve_churn")
    assert halve.overrides(Terms(["cac", "customer_churn_rate"])) == (HALF,)
    assert halve.overrides(Terms(["revenue_churn_rate"]))[0].driver == "revenue_churn_rate"
    assert halve.overrides(Terms(["cac"])) == ()
    assert preset("nothing") is None


def test_buyers_answer_a_price_by_their_elasticity():
    price, both = preset("price"), ["arpa", "new_customers"]
    assert [each.driver for each in price.overrides(Terms(both))] == ["arpa"]
    raised, fewer = price.overrides(Terms(both, elasticity=0.5))
    assert (raised.driver, raised.amount) == ("arpa", 1.1)
    assert (fewer.driver, fewer.kind) == ("new_customers", Kind.FACTOR)
    assert fewer.amount == 1.1**-0.5
    assert english(scenario_label(a_scenario(raised, fewer))) == "Price +10%"


def test_losing_the_largest_customer_takes_its_revenue_along():
    loss = preset("largest")
    assert loss.overrides(Terms(["mrr"])) == ()
    overrides = loss.overrides(Terms(["mrr"], largest=Largest("Acme", 1200.0)))
    assert [(each.driver, each.amount) for each in overrides] == [("mrr", -1200.0), ("active_customers", -1.0)]
    assert english(scenario_label(a_scenario(*overrides))) == "Lose the largest customer"


def test_scenario_of_one_preset_is_called_by_it():
    assert english(scenario_label(a_scenario(HALF))) == "Halve churn"


def test_scenario_of_more_is_just_a_what_if():
    other = Override(DriverName("arpa"), Kind.ABSOLUTE, 12.0)
    assert english(scenario_label(a_scenario(HALF, other))) == "What-if"
    assert english(scenario_label(a_scenario(Override(CHURN, Kind.ABSOLUTE, 0.02)))) == "What-if"
    assert english(scenario_label(a_scenario())) == "What-if"


def test_own_name_wins():
    assert scenario_label(a_scenario(HALF, name="Plan B")) == "Plan B"


def test_each_preset_is_all_of_its_own_scenario_only():
    for each in PRESETS:
        own = a_scenario(*each.overrides(Terms(each.drivers, largest=Largest("Acme", 1200.0))))
        assert [other.key for other in PRESETS if other.is_all_of(own)] == [each.key]
