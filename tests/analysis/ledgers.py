"""Synthetic companies of realistic noise: 36 months of subscriptions and spend, in which one change may be planted.

What is random in each: segments and their prices, churn, growth and season; how uneven months are beyond chance; who
expands and shrinks, and by how much; that the first month takes over all customers from before. A change moves one
driver of one segment from one month on. Only changes are planted that stand out of the months' own noise by so many
deviations as asked, by the generator's own account of that noise; no detector is asked.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

MONTHS = 36
FIRST = np.datetime64("2022-01")
KINDS = ("churn", "acquisition", "expansion", "contraction", "price", "spend")
_NAMES = ("Enterprise", "Business", "Team", "Solo")
_CHANNELS = ("Search", "Social", "Events")
_DRAWS = 1000


@dataclass(frozen=True)
class Planted:
    """From ``month`` on (counted from 0) the driver ``kind`` of ``segment`` is ``factor`` times what it would be."""

    kind: str
    segment: str
    month: int
    factor: float
    strength: float


@dataclass(frozen=True)
class Segment:
    name: str
    price: float
    churn: float
    arrivals: float
    expansion: float
    contraction: float
    start: int


@dataclass(frozen=True)
class Company:
    segments: tuple[Segment, ...]
    growth: float
    season: np.ndarray
    unevenness: float
    cac: float


@dataclass(frozen=True)
class Ledger:
    tables: dict[str, pd.DataFrame]
    planted: Planted | None
    company: Company


def a_company(rng: np.random.Generator) -> Company:
    """Three or four segments, 400 to 2,000 customers at the start; about as many come as leave, or some more."""
    count = int(rng.integers(3, 5))
    share = rng.dirichlet(np.full(count, 6.0))
    size = rng.uniform(400, 2000)
    growth = rng.uniform(0.0, 0.025)
    months = np.arange(MONTHS)
    depth, phase = rng.uniform(0, 0.2), rng.uniform(0, 2 * np.pi)
    season = 1 + depth * np.cos(2 * np.pi * months / 12 + phase)
    arriving = size * rng.uniform(0.02, 0.035)
    segments = tuple(
        Segment(
            _NAMES[-count + i],
            float(30 * 3 ** (count - 1 - i) * rng.uniform(0.8, 1.25)),
            float(rng.uniform(0.015, 0.03) * (1 + 0.35 * i)),
            float(arriving * share[i]),
            float(rng.uniform(0.01, 0.025)),
            float(rng.uniform(0.005, 0.012)),
            int(size * share[i]),
        )
        for i in range(count)
    )
    return Company(segments, growth, season, float(rng.uniform(0.0, 0.12)), float(rng.uniform(3, 9)))


def a_ledger(seed: int, *, planted: bool = True, least: float = 3.0, most: float = 12.0) -> Ledger:
    """A company and its three years; with a change that stands out by ``least`` to ``most`` deviations of a month."""
    rng = np.random.default_rng(seed)
    company = a_company(rng)
    change = _planted(company, rng, least, most) if planted else None
    return Ledger(_tables(company, change, rng), change, company)


def _planted(company: Company, rng: np.random.Generator, least: float, most: float) -> Planted:
    kind = str(rng.choice(KINDS))
    for _ in range(_DRAWS):
        month = int(rng.integers(12, MONTHS - 5))
        segment = company.segments[int(rng.integers(len(company.segments)))]
        up = bool(rng.random() < 0.6)
        if kind in ("churn", "expansion", "contraction"):
            factor = float(rng.uniform(1.8, 4.0))
        elif kind == "price":
            factor = float(rng.uniform(1.1, 1.35) if up else rng.uniform(0.7, 0.9))
        else:
            factor = float(rng.uniform(1.4, 2.5) if up else rng.uniform(0.3, 0.65))
        strength = _strength(company, segment, kind, factor, month)
        if least <= strength <= most:
            name = str(rng.choice(_CHANNELS)) if kind == "spend" else segment.name
            return Planted(kind, name, month, factor, float(strength))
    return _planted(company, rng, least, most)


def _strength(company: Company, segment: Segment, kind: str, factor: float, month: int) -> float:
    """The step of one month in deviations of one month's noise, of counts (Poisson) and of their unevenness."""
    if kind == "price":
        return 12.0 * abs(np.log(factor)) / np.log(1.35)
    if kind == "spend":
        return abs(np.log(factor)) / 0.1
    arrivals = segment.arrivals * (1 + company.growth) ** month * company.season[month]
    stock = segment.start * (1 - segment.churn) ** month
    stock += (
        segment.arrivals * ((1 + company.growth) ** np.arange(month) * (1 - segment.churn) ** np.arange(month)).sum()
    )
    rate = {"churn": segment.churn, "expansion": segment.expansion, "contraction": segment.contraction}
    before = arrivals if kind == "acquisition" else stock * rate[kind]
    spread = 1.0 if kind in ("churn", "acquisition") else 1.35  # amounts vary besides counts
    noise = np.sqrt(np.mean([before, before * factor]) + (company.unevenness * before) ** 2) * spread
    return float(abs(factor - 1) * before / noise)


def _tables(company: Company, change: Planted | None, rng: np.random.Generator) -> dict[str, pd.DataFrame]:
    rows = [_segment_rows(company, segment, change, rng) for segment in company.segments]
    parts = pd.concat(rows, ignore_index=True)
    return {"subscriptions": parts, "spend": _spend(company, change, rng)}


def _uneven(company: Company, rng: np.random.Generator, size: int) -> np.ndarray:
    spread = company.unevenness
    return rng.gamma(1 / spread**2, spread**2, size) if spread > 0.01 else np.ones(size)


def _factor(change: Planted | None, segment: str, kind: str) -> np.ndarray:
    found = np.ones(MONTHS)
    if change is not None and (change.segment, change.kind) == (segment, kind):
        found[change.month :] = change.factor
    return found


def _segment_rows(company: Company, segment: Segment, change: Planted | None, rng: np.random.Generator) -> pd.DataFrame:
    """The dated rows of all customers of a segment: a row per price that one pays, from its day to the next one's."""
    growth = (1 + company.growth) ** np.arange(MONTHS)
    wanted = segment.arrivals * growth * company.season * _factor(change, segment.name, "acquisition")
    arrivals = rng.poisson(wanted * _uneven(company, rng, MONTHS))
    arrivals[0] += segment.start
    hazard = segment.churn * _factor(change, segment.name, "churn") * _uneven(company, rng, MONTHS)
    grows = segment.expansion * _factor(change, segment.name, "expansion") * _uneven(company, rng, MONTHS)
    shrinks = segment.contraction * _factor(change, segment.name, "contraction") * _uneven(company, rng, MONTHS)
    listed = segment.price * _factor(change, segment.name, "price")
    born = np.repeat(np.arange(MONTHS), arrivals)
    taste = rng.lognormal(0, 0.35, len(born))
    price = np.round(listed[born] * taste, 2)
    since = _days(born, rng)
    is_there = np.ones(len(born), dtype=bool)
    rows: list[Any] = []
    for month in range(1, MONTHS):
        here = is_there & (born < month)
        young = np.where((born > 0) & (month - born <= 3), 1.5, 1.0)
        leaves = here & (rng.random(len(born)) < np.clip(hazard[month] * young, 0, 0.9))
        days = _days(np.full(len(born), month), rng)
        rows.append((np.flatnonzero(leaves), since[leaves], days[leaves], price[leaves]))
        is_there &= ~leaves
        draw = rng.random(len(born))
        up = here & is_there & (draw < grows[month])
        down = here & is_there & ~up & (draw > 1 - shrinks[month])
        repriced = here & is_there & (listed[month] != listed[month - 1])
        moved = up | down | repriced
        rows.append((np.flatnonzero(moved), since[moved], days[moved], price[moved]))
        by = np.where(up, rng.uniform(1.1, 1.5, len(born)), np.where(down, rng.uniform(0.6, 0.9, len(born)), 1.0))
        by *= np.where(repriced, listed[month] / listed[month - 1], 1.0)
        price = np.where(moved, np.round(price * by, 2), price)
        since = np.where(moved, days, since)
    rows.append(
        (np.flatnonzero(is_there), since[is_there], np.full(is_there.sum(), np.datetime64("NaT")), price[is_there])
    )
    return _frame(segment.name, rows)


def _frame(name: str, rows: list[Any]) -> pd.DataFrame:
    who, start, end, price = (np.concatenate([row[i] for row in rows]) for i in range(4))
    return pd.DataFrame(
        {
            "customer_id": [f"{name}-{i}" for i in who],
            "start_date": start.astype("datetime64[D]").astype("datetime64[ns]"),
            "cancel_date": end.astype("datetime64[D]").astype("datetime64[ns]"),
            "mrr": price,
            "segment": name,
        }
    )


def _days(months: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    return (FIRST + months).astype("datetime64[D]") + rng.integers(1, 28, len(months))


def _spend(company: Company, change: Planted | None, rng: np.random.Generator) -> pd.DataFrame:
    """Cost by channel and month: budgets that grow with the company, and vary by a tenth."""
    total = sum(segment.price * segment.arrivals for segment in company.segments) * company.cac
    share = rng.dirichlet(np.full(len(_CHANNELS), 6.0))
    growth = (1 + company.growth) ** np.arange(MONTHS)
    found = []
    for channel, part in zip(_CHANNELS, share, strict=True):
        cost = total * part * growth * rng.lognormal(0, 0.1, MONTHS) * _factor(change, channel, "spend")
        days = (FIRST + np.arange(MONTHS)).astype("datetime64[D]").astype("datetime64[ns]")
        found.append(pd.DataFrame({"date": days, "channel": channel, "cost": np.round(cost, 2)}))
    return pd.concat(found, ignore_index=True)
