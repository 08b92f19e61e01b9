"""The sample company's life: who joined, what they paid, when they left. Pure standard library, seeded, repeatable.

Tideline sells a team planner. Three things happen in its 36 months, each to be found in the figures:
prices rise by 12% on 1 November 2025; LinkedIn ads stop paying off from January 2026 (spend doubles, sign-ups halve);
in March 2026 support slows down for Enterprise, whose churn rises in April and May.
"""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

FIRST_DAY = date(2023, 7, 1)
LAST_DAY = date(2026, 6, 18)
PRICE_RISE = date(2025, 11, 1)
FATIGUE = date(2026, 1, 1)
CRISIS = (date(2026, 3, 1), date(2026, 5, 31))
LEAVING = (date(2026, 4, 1), date(2026, 5, 31))

SEGMENTS = {
    # share of new customers, seats from and to, monthly churn, plan
    "Starter": (0.24, 1, 3, 0.058, "Solo"),
    "Team": (0.41, 4, 16, 0.034, "Team"),
    "Business": (0.26, 14, 44, 0.020, "Business"),
    "Enterprise": (0.09, 50, 140, 0.009, "Enterprise"),
}
SEAT_PRICE = {"Solo": 19.0, "Team": 12.0, "Business": 10.0, "Enterprise": 9.0}
NEXT_PLAN = {"Solo": "Team", "Team": "Business", "Business": "Enterprise"}
CHANNELS = {
    # weight at the start, cost of a new customer when it works (0: not paid for)
    "Organic search": (0.27, 0.0),
    "Paid search": (0.22, 640.0),
    "LinkedIn ads": (0.17, 830.0),
    "Referral": (0.14, 0.0),
    "Partner": (0.11, 410.0),
    "Email": (0.09, 150.0),
}
COUNTRIES = {
    "Germany": "Europe", "United Kingdom": "Europe", "France": "Europe", "Netherlands": "Europe",
    "United States": "North America", "Canada": "North America", "Singapore": "Asia Pacific", "Japan": "Asia Pacific",
    "Taiwan": "Asia Pacific", "Australia": "Asia Pacific",
}  # fmt: skip
INDUSTRIES = ("Software", "Retail", "Manufacturing", "Health", "Education", "Finance", "Media")
REASONS = ("price", "missing feature", "moved to a competitor", "closed the project", "slow support")


@dataclass
class Subscription:
    """One contract line: a change of plan or seats ends it and starts the next."""

    id: str
    customer: str
    plan: str
    seats: int
    seat_price: float
    interval: str
    start: date
    end: date | None = None
    status: str = "active"

    @property
    def monthly(self) -> float:
        return self.seats * self.seat_price


@dataclass
class Customer:
    id: str
    name: str
    segment: str
    country: str
    industry: str
    channel: str
    signup: date
    start: date
    left: date | None = None
    reason: str = ""
    subscriptions: list[Subscription] = field(default_factory=list)


def months() -> list[date]:
    """The first days of the 36 months."""
    return [date(2023 + (6 + i) // 12, (6 + i) % 12 + 1, 1) for i in range(36)]


def next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def live(seed: int = 2023) -> list[Customer]:
    """All customers of the company, in the order in which they came."""
    rng = random.Random(seed)
    customers: list[Customer] = []
    for number, month in enumerate(months()):
        expected = (60 + 0.75 * number) * (1 + 0.10 * (month.month in (1, 9, 10)) - 0.16 * (month.month in (7, 8, 12)))
        days = (min(next_month(month), LAST_DAY + timedelta(days=1)) - month).days
        whole = (next_month(month) - month).days
        for _ in range(round(expected * days / whole + rng.uniform(-4, 4) * days / whole)):
            customers.append(_join(rng, len(customers) + 1, month, days))
        for customer in customers:
            _spend_month(rng, customer, month)
    return sorted(customers, key=lambda c: (c.start, c.id))


def _join(rng: random.Random, number: int, month: date, days: int) -> Customer:
    channel = _pick(rng, {name: _weight(name, month) for name, (_, _) in CHANNELS.items()})
    segment = _pick(rng, {name: row[0] for name, row in SEGMENTS.items()})
    country = rng.choice(list(COUNTRIES))
    start = month + timedelta(days=rng.randrange(days))
    customer = Customer(
        id=f"C-{number:05}",
        name=_company_name(rng),
        segment=segment,
        country=country,
        industry=rng.choice(INDUSTRIES),
        channel=channel,
        signup=start - timedelta(days=rng.choice((0, 3, 7, 14, 14, 14, 21))),
        start=start,
    )
    _, low, high, _, plan = SEGMENTS[segment]
    interval = (
        "yearly" if rng.random() < {"Solo": 0.15, "Team": 0.3, "Business": 0.5, "Enterprise": 0.8}[plan] else "monthly"
    )
    _subscribe(customer, plan, rng.randint(low, high), _price(plan, start), interval, start)
    return customer


def _spend_month(rng: random.Random, customer: Customer, month: date) -> None:
    if customer.left or customer.start >= month:
        return
    age = (month.year - customer.start.year) * 12 + month.month - customer.start.month
    churn = SEGMENTS[customer.segment][3] * (1.6 if age <= 3 else 1.0 if age <= 12 else 0.8)
    in_crisis = LEAVING[0] <= month <= LEAVING[1]
    if in_crisis:
        churn *= {"Enterprise": 11.0, "Business": 2.2}.get(customer.segment, 1.0)
    last = min(next_month(month) - timedelta(days=1), LAST_DAY)
    day = month + timedelta(days=rng.randrange((last - month).days + 1))
    current = customer.subscriptions[-1]
    draw = rng.random() / (1.0 if last < LAST_DAY else 17 / 30)
    if draw < churn:
        current.end, current.status, customer.left = day, "cancelled", day
        customer.reason = "slow support" if in_crisis and customer.segment == "Enterprise" else rng.choice(REASONS[:4])
    elif draw < churn + 0.022:
        _change(customer, day, current.plan, current.seats + max(1, round(current.seats * rng.uniform(0.1, 0.4))))
    elif draw < churn + 0.030:
        _change(customer, day, current.plan, max(1, round(current.seats * rng.uniform(0.6, 0.9))))
    elif draw < churn + 0.036 and current.plan in NEXT_PLAN:
        _change(customer, day, NEXT_PLAN[current.plan], max(current.seats, 4))
    elif month >= PRICE_RISE and current.seat_price < _price(current.plan, month) - 0.01 and age % 12 == 0:
        _change(customer, day, current.plan, current.seats)


def _change(customer: Customer, day: date, plan: str, seats: int) -> None:
    current = customer.subscriptions[-1]
    price = _price(plan, day) if day >= PRICE_RISE else max(SEAT_PRICE[plan], 0)
    if day <= current.start or (plan, seats, price) == (current.plan, current.seats, current.seat_price):
        return
    current.end, current.status = day, "changed"
    _subscribe(customer, plan, seats, price, current.interval, day)


def _subscribe(customer: Customer, plan: str, seats: int, price: float, interval: str, day: date) -> None:
    number = len(customer.subscriptions) + 1
    line = Subscription(f"S-{customer.id[2:]}-{number}", customer.id, plan, seats, price, interval, day)
    customer.subscriptions.append(line)


def _price(plan: str, day: date) -> float:
    return round(SEAT_PRICE[plan] * (1.12 if day >= PRICE_RISE else 1.0), 2)


def _weight(channel: str, month: date) -> float:
    weight = CHANNELS[channel][0]
    return weight * 0.45 if channel == "LinkedIn ads" and month >= FATIGUE else weight


def _pick(rng: random.Random, weights: dict[str, float]) -> str:
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def _company_name(rng: random.Random) -> str:
    first = ("Alder", "Birch", "Cobalt", "Delta", "Ember", "Fjord", "Garnet", "Hazel", "Indigo", "Juniper", "Kestrel",
             "Larch", "Maple", "Nimbus", "Onyx", "Poplar", "Quartz", "Raven", "Sable", "Tamar", "Umber", "Violet",
             "Willow", "Yarrow", "Zephyr")  # fmt: skip
    second = (
        "Works",
        "Labs",
        "Trading",
        "Systems",
        "Studio",
        "Group",
        "Foods",
        "Health",
        "Media",
        "Logistics",
        "Tools",
    )
    return f"{rng.choice(first)} {rng.choice(second)} {rng.randrange(10, 99)}"
