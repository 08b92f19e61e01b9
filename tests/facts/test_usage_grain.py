"""What days alone, and rows that stand for whole months, can tell of usage."""

from kpidesk.charts.card import build_card
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.facts.facts import Facts
from kpidesk.facts.usage import BY_COUNT, finer_time
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.schema.model import ColumnType

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


def test_counts_of_active_users_by_the_month_are_summed_over_accounts(company: Company) -> None:
    """Whose accounts were used is not how many used them: 10 + 4 in January, 12 + 0 in February."""
    rows = (("a", "2024-01-01", 10), ("b", "2024-01-01", 4), ("a", "2024-02-01", 12), ("b", "2024-02-01", 0))
    company.add("events", f"{EVENTS} active_users", *rows, types={"active_users": ColumnType.NUMBER})
    answer = Engine(load_catalogue(), company.facts()).compute(Query(("mau", "dau", "wau"), Grain.MONTH))
    assert list(answer.series["mau"].values[-1]) == [14, 12]
    assert not answer.series["dau"].is_computable
    assert not answer.series["wau"].is_computable
    quarter = Engine(load_catalogue(), company.facts()).compute(Query(("mau",), Grain.QUARTER))
    assert list(quarter.series["mau"].values[-1]) == [13]


def test_counts_of_active_users_by_the_day_are_no_users_of_a_week_or_month(company: Company) -> None:
    rows = (("a", "2024-01-30", 10), ("b", "2024-01-30", 4), ("a", "2024-01-31", 10), ("b", "2024-01-31", 6))
    company.add("events", f"{EVENTS} active_users", *rows, types={"active_users": ColumnType.NUMBER})
    facts = company.facts()
    day = Engine(load_catalogue(), facts).compute(Query((DAU,), Grain.DAY))
    assert list(day.series[DAU].values[-1]) == [14, 16]
    month = Engine(load_catalogue(), facts).compute(Query(("mau", "wau", "stickiness"), Grain.MONTH))
    for name in ("mau", "wau", "stickiness"):
        reason = month.series[MetricName(name)].reason
        assert reason is not None
        assert reason.template.text == BY_COUNT.text


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
