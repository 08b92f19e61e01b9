from dataclasses import replace

import pytest
from desks import a_desk, files, taken
from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.core.progress import Progress
from kpidesk.metrics.custom import CustomKpi
from kpidesk.metrics.query import Filter, Query
from kpidesk.session.commands.datasets import UseDataset
from kpidesk.session.commands.scenarios import SetDriver
from kpidesk.session.commands.view import SetQuery, SetRules
from kpidesk.session.jobs import InlineRunner, JobHandle
from kpidesk.session.results import ResultsState
from kpidesk.session.studies import halved
from kpidesk.workspace.document import Rules, ViewQuery

MRR = Query((MetricName("mrr"),))


@pytest.fixture
def services(tmp_path):
    services = a_desk(tmp_path / "home")
    taken(services, *files(tmp_path, "subs.csv", "more.csv"))
    yield services
    services.close()


def test_an_answer_stands_when_its_key_is_named(services):
    told = []
    services.results.updated.connect(told.append)
    services.results.request("tile", MRR)
    assert told == [frozenset({"tile"})]
    assert services.results.answer("tile")[1] == MRR
    assert services.results.frame(MRR) is services.results.answer("tile")


def test_one_question_is_computed_once(services):
    services.results.request("a", MRR)
    services.results.request("b", MRR)
    services.results.request("a", MRR)
    assert services.results.engine.asked == [MRR]


def test_standing_questions_are_asked_again_when_the_data_move(services):
    services.results.request("tile", MRR)
    told = []
    services.results.updated.connect(told.append)
    services.session.execute(UseDataset(next(iter(services.session.document.datasets)), False))
    assert services.results.answer("tile")[0] == ("more",)
    assert told == [frozenset({"tile"})]


def test_a_released_question_is_not_asked_again(services):
    services.results.request("tile", MRR)
    services.results.release("tile")
    services.session.execute(SetRules(Rules("EUR")))
    assert services.results.engine.asked == []
    assert services.results.answer("tile") is None


def test_facts_are_built_again_for_data_and_rules_only(services):
    backend = services.backend.get()
    before = backend.built
    services.session.execute(SetQuery(ViewQuery(Grain.QUARTER)))
    services.session.execute(SetDriver("s", halved("customer_churn_rate")))
    assert backend.built == before
    services.session.execute(SetRules(Rules(gap_months=0)))
    assert backend.built == before + 1
    assert services.results.engine.rules.gap_months == 0


def test_a_refused_question_has_trouble_and_no_answer(services):
    told = []
    services.results.updated.connect(told.append)
    services.results.request("tile", Query((MetricName("nonsense"),)))
    assert told == [frozenset({"tile"})]
    assert services.results.answer("tile") is None
    assert str(services.results.trouble("tile")) == "There is no nonsense"
    services.results.request("tile", MRR)
    assert services.results.trouble("tile") is None


def test_who_asks_again_whenever_told_does_not_ask_a_refused_question_for_ever(services):
    asked = []

    def ask(_=None):
        asked.append(1)
        services.results.request("tile", Query((MetricName("nonsense"),)))

    services.results.updated.connect(ask)
    ask()
    assert len(asked) == 2
    assert services.results.trouble("tile") is not None


def test_facts_that_cannot_be_built_are_told(services, tmp_path):
    taken(services, *files(tmp_path, "odd.csv"))
    assert services.results.state is ResultsState.FAILED
    with pytest.raises(UserError, match="odd"):
        services.results.compute(MRR)
    assert [notice for notice in services.notices.standing if notice.level is Level.BLOCKER]
    services.session.undo()
    assert services.results.state is ResultsState.READY
    assert services.results.error is None
    assert not [notice for notice in services.notices.standing if notice.level is Level.BLOCKER]


def test_nobody_else_stops_the_building_of_facts(services, tmp_path):
    late, listed, computing = LateRunner(), [], []
    services.results._runner = late
    services.runner.job_started.connect(listed.append)
    services.results.asked.connect(computing.append)
    services.session.execute(SetRules(Rules(currency="EUR")))
    assert services.results.state is ResultsState.BUILDING
    (build,) = [handle for handle in late.waiting if not handle.progress.is_cancelled]
    assert build.job.quiet
    assert computing == [build]


def test_questions_asked_before_there_are_data_are_answered_when_there_are(tmp_path):
    services = a_desk(tmp_path / "other")
    services.results.request("tile", MRR)
    assert services.results.answer("tile") is None
    taken(services, *files(tmp_path, "x.csv"))
    assert services.results.answer("tile")[0] == ("x",)
    services.close()


class LateRunner(InlineRunner):
    """Keeps what it is given until it is told to go on."""

    def __init__(self):
        self.waiting = []

    def submit(self, job, *, lane, replaces=None):
        handle = JobHandle(job, lane, Progress())
        self.waiting.append(handle)
        return handle

    def go_on(self):
        waiting, self.waiting = self.waiting, []
        for handle in waiting:
            handle.begin()
            if handle.progress.is_cancelled:
                handle.drop()
            else:
                handle.succeed(handle.job.run(handle.progress))


def test_askers_of_one_question_that_is_being_computed_wait_for_the_same_answer(services):
    results, told, late = services.results, [], LateRunner()
    results._runner = late
    results.updated.connect(told.append)
    for key in ("a", "b", "a"):
        results.request(key, MRR)
    assert len(late.waiting) == 1
    results.release("a")
    late.go_on()
    assert told == [frozenset({"b"})]
    assert results.answer("b")[1] == MRR


def test_what_nobody_asks_any_more_is_given_up(services):
    results, late = services.results, LateRunner()
    results._runner = late
    results.request("a", MRR)
    results.request("a", Query((MetricName("mrr"), MetricName("churned_mrr"))))
    first, second = late.waiting
    assert first.progress.is_cancelled
    assert not second.progress.is_cancelled
    late.go_on()
    assert results.answer("a")[1] == Query((MetricName("mrr"), MetricName("churned_mrr")))


def test_steps_of_the_work_are_told_to_whoever_waits(services):
    results, late, steps = services.results, LateRunner(), []
    results._runner = late
    results.progressed.connect(lambda *step: steps.append(step))
    results.request("a", MRR)
    late.waiting[0].report(2, 7, None)
    assert steps == [(2, 7, None)]


def test_splits_are_prepared_once_it_is_known_what_can_split(services):
    services.results.request("tile", MRR)
    engine = services.results.engine
    engine.attributes = {"plan": ("Pro", "Basic"), "note": tuple(map(str, range(101)))}
    services.results.ask_attributes()
    ahead = [Query(MRR.metrics, by="plan"), Query(MRR.metrics, filters=(Filter("plan", ("Pro",)),))]
    assert engine.asked == [MRR, *ahead]
    services.results.request("tile", MRR)
    assert len(engine.asked) == 3


def test_a_kpi_of_one_s_own_that_a_profile_leaves_out_is_told(services):
    rules = Rules(custom=(CustomKpi(MetricName("calm"), {"en": "Calm"}, "1 - mean_churn_rate", "share"),))
    services.session.execute(SetRules(replace(rules, profile="chartmogul")))
    assert services.results.findings == ()
    assert services.notices.standing == ()
    services.session.execute(SetRules(rules))
    (finding,) = services.results.findings
    assert (finding.code, finding.message.params["name"]) == ("custom.formula", "calm")
    (notice,) = services.notices.standing
    assert notice.findings == (finding,)
    services.session.undo()
    assert services.notices.standing == ()
