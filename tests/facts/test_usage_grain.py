"""What days alone, and rows that stand for whole months, can tell of usage."""

from kpidesk.charts.card import build_card
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.facts.facts import Facts
from kpidesk.facts.usage import finer_time
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.facts.companies import Company, found, frame

DAU = MetricName("dau")
EVENTS = "user_id event_time"
VISITS = ("events.user_id", "events.event_time")


def active(facts: Facts) -> int:
    return len(frame(facts, "active_events", ()))


def test_rows_of_months_are_no_visits_and_no_active_days(company: Company) -> None:
    company.add("customers", "customer_id signup_date", ("a", "2024-01-10"), ("b", "2024-01-20"))
    company.add("events", EVENTS, ("a", "2024-01-01"), ("a", "2024-02-01"), ("b", "2024-02-01"), ("b", "2024-03-01"))
    facts = company.facts()
    assert facts.usage.is_by_month
    assert facts.usage.why_lacking(VISITS) is not None
    assert facts.relation("visits", ()) is None
    assert active(facts) == 4
    assert found(facts, "usage_by_month") == 1
    assert not {"activated", "retained"} & facts.columns("signups")


def test_days_without_times_are_no_visits(company: Company) -> None:
    facts = company.add("events", EVENTS, ("a", "2024-01-01"), ("a", "2024-01-02")).facts()
    assert not facts.usage.is_by_month
    assert facts.relation("visits", ()) is None
    assert active(facts) == 2
    assert found(facts, "usage_by_day") == 1


def test_who_uses_the_product_by_the_month_has_visited_nothing(company: Company) -> None:
    """Visitors come with visits; months of use of paying customers are none."""
    company.add("events", EVENTS, ("a", "2024-01-01"), ("a", "2024-02-01"), ("b", "2024-02-01"), ("b", "2024-03-01"))
    answer = Engine(load_catalogue(), company.facts()).compute(Query(("unique_visitors", "mau"), Grain.MONTH))
    assert not answer.series["unique_visitors"].is_computable
    assert list(answer.series["mau"].values[-1]) == [1, 2, 1]


def test_what_sums_of_months_do_not_tell_lacks_no_column_but_events(company: Company) -> None:
    facts = company.add("events", EVENTS, ("a", "2024-01-01"), ("a", "2024-02-01")).facts()
    answer = Engine(load_catalogue(), facts).compute(Query((DAU,), Grain.MONTH))
    reason, missing = answer.series[DAU].reason, answer.series[DAU].missing
    needed = finer_time(reason, missing)
    assert needed is not None
    assert build_card(DAU, answer, load_catalogue(), Style()).foot.params == {"what": needed}
    assert finer_time(reason, (*missing, "customers.signup_date")) is None


def test_named_sessions_need_no_times(company: Company) -> None:
    facts = company.add(
        "events", f"{EVENTS} session_id", ("a", "2024-01-01", "x"), ("a", "2024-01-02", "x"), ("a", "2024-01-02", "y")
    ).facts()
    assert facts.usage.why_lacking(VISITS) is None
    assert len(frame(facts, "visits", ())) == 2


def test_a_sheet_of_months_beside_one_of_days_is_left_out(company: Company) -> None:
    company.add("events", EVENTS, ("a", "2024-01-05"), ("a", "2024-01-06"))
    company.add("events", EVENTS, ("a", "2024-01-01"), ("b", "2024-01-01"), ("b", "2024-02-01"))
    facts = company.facts()
    assert active(facts) == 2
    assert found(facts, "usage_left_out") == 3
