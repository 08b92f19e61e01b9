"""BG/NBD and Gamma-Gamma against published fits and against buyers whose future is known."""

from collections import defaultdict
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from kpidesk.metrics.purchases import Buyers, Buying, Spending, fit_buying, fit_spending

CUT = date(1997, 9, 30)


def cdnow(file: Path) -> Buyers:
    """The first 39 weeks of 1997 of the CDNOW sample, as the paper cuts them."""
    days: dict[str, dict[date, float]] = defaultdict(lambda: defaultdict(float))
    for line in file.read_text(encoding="ascii").splitlines():
        _, buyer, day, _, amount = line.split()
        days[buyer][date(int(day[:4]), int(day[4:6]), int(day[6:]))] += float(amount)
    rows = []
    for bought in days.values():
        seen = sorted(day for day in bought if day <= CUT)
        repeats = [bought[day] for day in seen[1:]]
        value = float(np.mean(repeats)) if repeats else np.nan
        rows.append((len(repeats), (seen[-1] - seen[0]).days / 7, (CUT - seen[0]).days / 7, value))
    return Buyers(*np.array(rows, dtype=np.float64).T)


@pytest.mark.realdata
def test_cdnow_as_published(real_data: Path) -> None:
    """Acceptance 48: r .243, α 4.414, a .793, b 2.426; the note's Gamma-Gamma: p 6.25, q 3.74, v 15.44."""
    buyers = cdnow(real_data / "real" / "b-cdnow" / "CDNOW_sample.txt")

    buying, spending = fit_buying(buyers), fit_spending(buyers)

    assert buyers.repeats.size == 2357
    assert buying is not None
    assert (buying.r, buying.alpha, buying.a, buying.b) == pytest.approx((0.243, 4.414, 0.793, 2.426), abs=0.01)
    assert spending is not None
    assert (spending.p, spending.q, spending.v) == pytest.approx((6.25, 3.74, 15.44), abs=0.01)


def simulated(model: Buying, size: int, weeks: float, further: float, seed: int) -> tuple[Buyers, np.ndarray]:
    """Buyers that live by the model's own story, and what each of them bought afterwards."""
    random = np.random.default_rng(seed)
    rows, later = [], []
    for _ in range(size):
        pace = random.gamma(model.r, 1 / model.alpha)
        stops = random.beta(model.a, model.b)
        age = random.uniform(weeks / 2, weeks)
        at, bought, last, after = 0.0, 0, 0.0, 0
        while pace > 0:
            at += random.exponential(1 / pace)
            if at > age + further:
                break
            if at <= age:
                bought, last = bought + 1, at
            else:
                after += 1
            if random.random() < stops:
                break
        rows.append((bought, last, age, np.nan))
        later.append(after)
    return Buyers(*np.array(rows, dtype=np.float64).T), np.array(later)


def test_what_is_expected_comes() -> None:
    """Of 20,000 buyers with known parameters the sum of what is expected is what they bought, within 5%."""
    model = Buying(0.8, 6.0, 0.9, 2.5)
    buyers, later = simulated(model, 20_000, weeks=52, further=26, seed=7)

    fitted = fit_buying(buyers)

    assert model.expected(buyers, 26).sum() == pytest.approx(later.sum(), rel=0.05)
    assert fitted is not None
    assert fitted.expected(buyers, 26).sum() == pytest.approx(later.sum(), rel=0.05)


def test_who_bought_often_and_is_long_gone_is_less_alive_than_who_bought_now() -> None:
    model = Buying(0.243, 4.414, 0.793, 2.426)
    buyers = Buyers(np.array([0.0, 7, 7]), np.array([0.0, 10, 38]), np.array([39.0, 39, 39]), np.full(3, np.nan))

    never_came_back, long_gone, here = model.alive(buyers)

    assert never_came_back == 1.0
    assert long_gone < 0.05
    assert here > 0.8


def test_a_buyer_with_many_purchases_is_worth_what_he_spent() -> None:
    """Drawn to the mean of all, p·v / (q − 1), the less he bought."""
    model = Spending(6.25, 3.74, 15.44)
    buyers = Buyers(np.array([0.0, 1, 1000]), np.zeros(3), np.ones(3), np.array([np.nan, 100.0, 100.0]))

    none, one, many = model.expected(buyers)

    assert none == pytest.approx(6.25 * 15.44 / 2.74)
    assert none < one < many
    assert many == pytest.approx(100, rel=0.001)


def test_too_few_who_came_back_give_no_model() -> None:
    buyers = Buyers(np.zeros(500), np.zeros(500), np.full(500, 30.0), np.full(500, np.nan))
    assert fit_buying(buyers) is None
    assert fit_spending(buyers) is None
