"""Intervals of quotients against published formulas and other software, and on ledgers counted out by hand."""

from datetime import date

import numpy as np
import pytest
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.certainty import reason_of
from kpidesk.metrics.definitions import CALENDAR
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.intervals import fieller, growth, is_few, mean_interval, per_count
from kpidesk.metrics.query import Query
from scipy import stats

from tests.metrics.fake_facts import ledger, rows_table

CATALOGUE = load_catalogue()


def by_hand(a, b):
    """Fieller's interval of mean(a) ÷ mean(b) of paired observations, as its textbook form has it."""
    a, b = np.asarray(a, float), np.asarray(b, float)
    n = len(a)
    t = stats.t.ppf(0.975, n - 1)
    ratio, cov = a.mean() / b.mean(), np.cov(a, b)
    s = cov / n
    if s[1, 1] == 0:
        half = t * np.sqrt(s[0, 0]) / b.mean()
        return ratio - half, ratio + half
    g = t**2 * s[1, 1] / b.mean() ** 2
    root = s[0, 0] - 2 * ratio * s[0, 1] + ratio**2 * s[1, 1] - g * (s[0, 0] - s[0, 1] ** 2 / s[1, 1])
    middle = ratio - g * s[0, 1] / s[1, 1]
    half = t / b.mean() * np.sqrt(root)
    return (middle - half) / (1 - g), (middle + half) / (1 - g)


def of(a, b):
    a, b = np.asarray(a, float), np.asarray(b, float)
    sums, products = (a.sum(), b.sum()), ((a * a).sum(), (a * b).sum(), (b * b).sum())
    return fieller(tuple(map(np.array, sums)), tuple(map(np.array, products)), np.array(float(len(a))))


def test_a_count_has_the_score_interval_of_statsmodels():
    """statsmodels 0.15, confint_poisson(25, 1, method="score"): 16.934455 to 36.907004."""
    low, high = per_count(np.array(1000.0 / 25), np.array(25.0))
    assert 1000 / high == pytest.approx(16.934455231, abs=1e-6)
    assert 1000 / low == pytest.approx(36.907003590, abs=1e-6)


def test_nobody_won_leaves_the_cost_of_one_without_an_interval():
    assert np.isnan(per_count(np.array(np.nan), np.array(0.0))).all()


def test_growth_of_counts_has_the_score_interval_of_statsmodels():
    """statsmodels 0.15, confint_poisson_2indep(60, 1, 50, 1, method="score", compare="ratio"): .826286 to 1.742738."""
    low, high = growth(np.array(60.0), np.array(50.0))
    assert (low + 1, high + 1) == pytest.approx((0.8262858187, 1.7427383674), abs=1e-6)


def test_fiellers_interval_is_that_of_its_textbook_form():
    random = np.random.default_rng(5)
    b = random.lognormal(3, 1, 40)
    a = b * random.uniform(0, 0.3, 40)
    assert of(a, b) == pytest.approx(by_hand(a, b), rel=1e-6)


def test_fiellers_interval_where_the_divisor_is_known_is_students():
    a = np.array([90.0, 100.0, 130.0, 80.0])
    student = mean_interval(np.array(a.mean()), np.array(a.var(ddof=1)), np.array(4.0))
    assert of(a, np.ones(4)) == pytest.approx(student, rel=1e-4)


def test_a_divisor_that_may_be_nought_has_no_bounds():
    assert np.isnan(of([1.0, 2.0, 3.0], [-5.0, 6.0, 0.5])).all()
    assert np.isnan(of([1.0], [2.0])).all()


def test_fiellers_interval_holds_the_truth_as_often_as_it_says():
    random = np.random.default_rng(11)
    held = 0
    for _ in range(2000):
        b = random.gamma(2, 50, 60)
        a = b * random.binomial(1, 0.2, 60)
        low, high = of(a, b)
        held += low <= 0.2 <= high
    assert 0.91 <= held / 2000 <= 0.97


@pytest.fixture(scope="module")
def company():
    """Forty customers: some leave, shrink, grow, come."""
    random = np.random.default_rng(2)
    rows = []
    for i in range(40):
        price, who = float(random.integers(20, 400)), f"c{i}"
        match i % 8:
            case 0:
                rows.append((who, "2024-01-03", "2024-02-15", price))
            case 1:
                rows += [(who, "2024-01-03", "2024-02-10", price), (who, "2024-02-10", None, price / 2)]
            case 2:
                rows += [(who, "2024-01-03", "2024-02-10", price), (who, "2024-02-10", None, price * 1.5)]
            case 3:
                rows.append((who, "2024-02-03", None, price))
            case _:
                rows.append((who, "2024-01-03", None, price))
    plans = {f"c{i}": "Pro" if i % 3 else "Basic" for i in range(40)}
    return rows, plans, Engine(CATALOGUE, ledger(rows, plans, as_of=date(2024, 2, 29)))


def monthly(rows, day, only=lambda _: True):
    """What each customer pays on a day, by customer."""
    found = {who: 0.0 for who, *_ in rows if only(who)}
    for who, start, end, price in rows:
        if only(who) and start <= day and (end is None or end > day):
            found[who] += round(price * 100) / 100
    return found


def expected(name, before, after):
    start = {who: each for who, each in before.items() if each}
    opening = np.array(list(start.values()))
    change = np.array([after[who] for who in start]) - opening
    new = np.array([each for who, each in after.items() if each and not before[who]])
    now = np.array([each for each in after.values() if each])
    match name:
        case "revenue_churn_rate":
            return by_hand(np.maximum(-change, 0), opening)
        case "grr":
            low, high = by_hand(np.maximum(-change, 0), opening)
            return 1 - high, 1 - low
        case "nrr":
            low, high = by_hand(change, opening)
            return 1 + low, 1 + high
        case "net_revenue_churn_rate":
            return by_hand(-change, opening)
        case "arpa":
            return by_hand(now, np.ones(len(now)))
        case "arpa_new":
            return by_hand(new, np.ones(len(new)))
        case _:
            old = np.array([each for who, each in after.items() if each and before[who]])
            return by_hand(old, np.ones(len(old)))


RATES = ("revenue_churn_rate", "grr", "nrr", "net_revenue_churn_rate", "arpa", "arpa_new")


@pytest.mark.parametrize("segment", [None, "Pro"])
@pytest.mark.parametrize("name", RATES)
def test_amounts_of_customers_have_the_interval_of_their_spread(company, name, segment):
    rows, plans, engine = company
    frame = engine.compute(Query((name,), by="plan"))
    row = frame.segments.index(segment)
    only = (lambda who: plans[who] == segment) if segment else (lambda _: True)
    low, high = expected(name, monthly(rows, "2024-01-31", only), monthly(rows, "2024-02-29", only))
    series = frame.series[name]
    if name == "revenue_churn_rate":
        low = max(low, 0.0)
    if name == "grr":
        high = min(high, 1.0)
    assert series.low[row, -1] == pytest.approx(low, rel=1e-4)
    assert series.high[row, -1] == pytest.approx(high, rel=1e-4)
    assert series.low[row, -1] < series.values[row, -1] < series.high[row, -1]


def test_lines_of_one_order_are_one_observation(company):
    rows, plans, _ = company
    orders = rows_table(
        day=["2024-02-01", "2024-02-01", "2024-02-03", "2024-02-04", "2024-02-09"],
        c=[0, 0, 1, 1, 2],
        order_id=["o1", "o1", "o2", "o3", "o4"],
        amount=[1000, 500, 700, 900, 1200],
        gross=[1000, 500, 700, 900, 1200],
    )
    engine = Engine(CATALOGUE, ledger(rows, plans, as_of=date(2024, 2, 29), orders=orders))
    frame = engine.compute(Query(("aov", "purchase_frequency")))
    for name, each in (("aov", [15.0, 7.0, 9.0, 12.0]), ("purchase_frequency", [1.0, 2.0, 1.0])):
        low, high = by_hand(each, np.ones(len(each)))
        series = frame.series[name]
        assert series.values[-1, -1] == pytest.approx(np.mean(each))
        assert (series.low[-1, -1], series.high[-1, -1]) == pytest.approx((max(low, 0.0), high), rel=1e-4)


def test_every_kpi_has_an_interval_or_says_why_not():
    for definition in CATALOGUE.definitions.values():
        if definition.stage == CALENDAR:
            continue
        assert bool(definition.interval) != bool(str(reason_of(definition)) and not definition.interval)
        if definition.kind in ("ratio", "derived") and not definition.interval:
            measured = {measure.aggregate for measure in definition.measures}
            assert definition.no_interval or measured & {"median", "p90", "predicted_value"}, definition.name
        if definition.interval:
            assert not definition.no_interval, definition.name


@pytest.mark.parametrize(("n", "few"), [(0, True), (29, True), (30, False), (float("nan"), False)])
def test_fewer_than_thirty_are_few(n, few):
    assert is_few(n) is few
