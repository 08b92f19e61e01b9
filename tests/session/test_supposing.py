"""A scenario that is supposed is shown, in one step, and moves no plain number."""

from kpidesk.core.ids import DriverName, ScenarioId
from kpidesk.core.messages import verbatim
from kpidesk.scenario.model import Kind, Override, Scenario
from kpidesk.session.commands.scenarios import ShowScenario, Suppose
from kpidesk.session.session import Session

HALF = Override(DriverName("customer_churn_rate"), Kind.FACTOR, 0.5)
WHAT_IF = Scenario(ScenarioId("what-if"), "", (HALF,))
LABEL = verbatim("x")


def test_supposing_shows_the_scenario_and_is_undone_in_one_step():
    session, changes = Session(), []
    session.changed.connect(changes.append)
    before = session.document
    session.execute(Suppose(WHAT_IF, LABEL))
    assert session.document.query.scenario == "what-if"
    assert session.document.scenarios == {"what-if": WHAT_IF}
    session.undo()
    assert session.document is before
    assert not any(change.moves_numbers for change in changes)
    assert all("scenario" in change.settings for change in changes)


def test_scenario_without_overrides_and_name_is_forgotten():
    session = Session()
    session.execute(Suppose(WHAT_IF, LABEL))
    session.execute(Suppose(Scenario(WHAT_IF.id, ""), LABEL))
    assert session.document.scenarios == {}
    assert session.document.query.scenario is None


def test_named_scenario_stays_without_overrides():
    session = Session()
    session.execute(Suppose(Scenario(WHAT_IF.id, "Plan B"), LABEL))
    assert session.document.query.scenario == "what-if"


def test_baseline_is_shown_again_and_the_scenario_kept():
    session = Session()
    session.execute(Suppose(WHAT_IF, LABEL))
    session.execute(ShowScenario(None))
    assert session.document.query.scenario is None
    assert "what-if" in session.document.scenarios
    session.execute(ShowScenario(ScenarioId("nobody")))
    assert session.document.query.scenario is None


def test_supposing_the_same_again_is_no_step():
    session = Session()
    session.execute(Suppose(WHAT_IF, LABEL))
    before = session.document
    session.execute(Suppose(WHAT_IF, LABEL))
    assert session.document is before
