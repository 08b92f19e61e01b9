"""The sheets of the sample company, as its people would export them: one function a table, rows of plain values."""

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta

from company import (
    CHANNELS,
    COUNTRIES,
    CRISIS,
    FATIGUE,
    FIRST_DAY,
    LAST_DAY,
    PRICE_RISE,
    Customer,
    months,
    next_month,
)

Row = tuple[object, ...]
Table = tuple[tuple[str, ...], list[Row]]


def customers(company: list[Customer], _: random.Random) -> Table:
    head = (
        "Customer ID",
        "Company",
        "Segment",
        "Country",
        "Region",
        "Industry",
        "Channel",
        "Signed up",
        "Left on",
        "Reason",
    )
    rows = [
        (c.id, c.name, c.segment, c.country, COUNTRIES[c.country], c.industry, c.channel, c.signup, c.left, c.reason)
        for c in company
    ]
    return head, rows


def subscriptions(company: list[Customer], _: random.Random) -> Table:
    head = (
        "Subscription ID",
        "Customer ID",
        "Plan",
        "Seats",
        "Price per seat",
        "Amount",
        "Billing interval",
        "Currency",
        "Start date",
        "End date",
        "Status",
    )
    lines = sorted((s for c in company for s in c.subscriptions), key=lambda s: (s.start, s.id))
    rows = [
        (
            s.id,
            s.customer,
            s.plan,
            s.seats,
            s.seat_price,
            _amount(s.monthly, s.interval),
            s.interval,
            "USD",
            s.start,
            s.end,
            s.status,
        )
        for s in lines
    ]
    return head, rows


def invoices(company: list[Customer], rng: random.Random) -> Table:
    head = ("Invoice", "Customer ID", "Subscription ID", "Issued", "Paid", "From", "To", "Net amount", "Tax", "Status")
    rows: list[Row] = []
    for customer in company:
        for line in customer.subscriptions:
            if line.interval != "yearly":
                continue
            start = line.start
            while start <= LAST_DAY and (line.end is None or start < line.end):
                until = date(start.year + 1, start.month, min(start.day, 28))
                amount = _amount(line.monthly, "yearly")
                paid = start + timedelta(days=rng.choice((2, 5, 9, 14, 30)))
                number = f"INV-{len(rows) + 10001}"
                is_paid = paid <= LAST_DAY
                rows.append(
                    (
                        number,
                        customer.id,
                        line.id,
                        start,
                        paid if is_paid else None,
                        start,
                        until - timedelta(days=1),
                        amount,
                        round(amount * 0.19, 2),
                        "paid" if is_paid else "open",
                    )
                )
                start = until
    return head, sorted(rows, key=lambda row: (str(row[3]), str(row[0])))


def orders(company: list[Customer], rng: random.Random) -> Table:
    """One-off sales beside the subscriptions: training, onboarding, templates."""
    head = (
        "Order no.",
        "Order date",
        "Customer ID",
        "Product",
        "Category",
        "Quantity",
        "Unit price",
        "Amount",
        "Profit",
        "Status",
    )
    goods = (
        ("Onboarding day", "Services", 900.0, 0.4),
        ("Training seat", "Services", 190.0, 0.5),
        ("Template pack", "Content", 49.0, 0.9),
    )
    rows: list[Row] = []
    for customer in company:
        day = customer.start + timedelta(days=rng.randrange(5, 60))
        while day <= (customer.left or LAST_DAY) and rng.random() < 0.42:
            name, category, price, margin = rng.choices(goods, weights=(2, 3, 5))[0]
            quantity = rng.choice((1, 1, 1, 2, 3)) if price < 500 else 1
            amount = quantity * price
            status = "refunded" if rng.random() < 0.03 else "paid"
            rows.append((customer.id, day, name, category, quantity, price, amount, round(amount * margin, 2), status))
            day += timedelta(days=rng.randrange(20, 200))
    rows.sort(key=lambda row: (str(row[1]), str(row[0])))
    return head, [(f"O-{n:05}", row[1], row[0], *row[2:]) for n, row in enumerate(rows, start=1)]


def spend(company: list[Customer], rng: random.Random) -> Table:
    head = ("Week", "Channel", "Campaign", "Impressions", "Clicks", "Conversions", "Cost", "Cost type")
    joined: dict[tuple[str, date], int] = {}
    for customer in company:
        key = (customer.channel, _monday(customer.start))
        joined[key] = joined.get(key, 0) + 1
    rows: list[Row] = []
    for week in _weeks():
        growth = 1 + (week - FIRST_DAY).days / 2200
        for channel, (weight, price) in CHANNELS.items():
            if not price:
                continue
            tired = channel == "LinkedIn ads" and week >= FATIGUE
            cost = 26 * weight * price * growth * (2.0 if tired else 1.0) * rng.uniform(0.85, 1.15)
            clicks = round(cost / (4.2 if channel == "LinkedIn ads" else 2.1) * rng.uniform(0.9, 1.1))
            shown = round(clicks / (0.006 if tired else 0.014) * rng.uniform(0.9, 1.1))
            won = joined.get((channel, week), 0)
            rows.append((week, channel, f"{channel} always on", shown, clicks, won, round(cost, 2), "ads"))
        rows.append((week, "", "", None, None, None, round(13500 * growth, 2), "salaries"))
    return head, rows


LANDING_PAGES = {
    "/": (0.34, 1.05),
    "/pricing": (0.22, 1.2),
    "/product": (0.17, 1.1),
    "/templates": (0.12, 0.95),
    "/blog": (0.11, 0.55),
    "/help": (0.04, 0.75),
}
"""Share of the sessions that begin there, and how engaged they are against the mean."""


def web_traffic(_: list[Customer], rng: random.Random) -> Table:
    head = (
        "Week",
        "Channel",
        "Landing page",
        "Sessions",
        "Users",
        "New users",
        "Engaged sessions",
        "Pageviews",
        "Avg session duration (s)",
    )
    rows: list[Row] = []
    for week in _weeks():
        growth = 1 + (week - FIRST_DAY).days / 900
        for channel, (weight, _price) in CHANNELS.items():
            sessions = round(9000 * weight * growth * rng.uniform(0.9, 1.1))
            users = round(sessions * 0.78)
            totals = (
                sessions,
                users,
                round(users * 0.64),
                round(sessions * rng.uniform(0.5, 0.62)),
                round(sessions * rng.uniform(2.6, 3.2)),
            )
            duration = round(rng.uniform(95, 150), 1)
            rows += [(week, channel, page, *parts, duration) for page, *parts in _by_page(totals)]
    return head, rows


def _by_page(totals: Sequence[int]) -> Iterator[tuple[str, *tuple[int, ...]]]:
    """Sessions, users, new users, engaged sessions and pages by landing page; they add up to the totals."""
    left = list(totals)
    engaged = sum(share * factor for share, factor in LANDING_PAGES.values())
    for page, (share, factor) in LANDING_PAGES.items():
        shares = (share, share, share, share * factor / engaged, share)
        is_last = page == list(LANDING_PAGES)[-1]
        parts = [rest if is_last else round(total * s) for total, rest, s in zip(totals, left, shares, strict=True)]
        left = [rest - part for rest, part in zip(left, parts, strict=True)]
        yield (page, *parts)


def leads(company: list[Customer], rng: random.Random) -> Table:
    head = ("Lead", "Created", "Source", "Country", "MQL date", "SQL date", "Customer since", "Status")
    rows: list[Row] = []
    for customer in company:
        mql = customer.signup
        sql = mql + timedelta(days=min((customer.start - mql).days, rng.randrange(1, 8)))
        created = mql - timedelta(days=rng.randrange(0, 12))
        rows.append((created, customer.channel, customer.country, mql, sql, customer.start, "customer"))
        for _ in range(rng.choice((0, 1, 1, 2))):
            day = created + timedelta(days=rng.randrange(-9, 9))
            stage = rng.choices(("new", "mql", "sql", "lost"), weights=(3, 3, 1, 3))[0]
            qualified = day + timedelta(days=rng.randrange(1, 10)) if stage in ("mql", "sql") else None
            sold = qualified + timedelta(days=5) if qualified and stage == "sql" else None
            rows.append((day, rng.choice(list(CHANNELS)), rng.choice(list(COUNTRIES)), qualified, sold, None, stage))
    rows = [row for row in rows if FIRST_DAY <= row[0] <= LAST_DAY]  # type: ignore[operator]
    rows = [(*row[:3], *(day if day and day <= LAST_DAY else None for day in row[3:6]), row[6]) for row in rows]  # type: ignore[operator]
    rows.sort(key=lambda row: (str(row[0]), str(row[1]), str(row[2])))
    return head, [(f"L-{n:05}", *row) for n, row in enumerate(rows, start=1)]


def deals(company: list[Customer], rng: random.Random) -> Table:
    head = ("Deal", "Customer ID", "Created", "Closed", "Stage", "Amount", "Channel", "Owner", "Lost reason")
    owners = ("Mara", "Jonas", "Wei", "Aiko")
    rows: list[Row] = []
    for customer in company:
        if customer.segment not in ("Business", "Enterprise"):
            continue
        value = _amount(customer.subscriptions[0].monthly, "yearly")
        opened = customer.start - timedelta(days=rng.randrange(14, 90))
        rows.append(
            (
                customer.id,
                max(opened, FIRST_DAY),
                customer.start,
                "won",
                value,
                customer.channel,
                rng.choice(owners),
                "",
            )
        )
        for _ in range(rng.choice((1, 2, 3))):
            day = max(customer.start - timedelta(days=rng.randrange(0, 60)), FIRST_DAY)
            stage = "lost" if rng.random() < 0.8 else "proposal"
            closed = day + timedelta(days=rng.randrange(10, 80)) if stage == "lost" else None
            if closed and closed > LAST_DAY:
                stage, closed = "proposal", None
            amount = round(value * rng.uniform(0.5, 1.6), 2)
            reason = rng.choice(("price", "timing", "competitor")) if stage == "lost" else ""
            rows.append(("", day, closed, stage, amount, rng.choice(list(CHANNELS)), rng.choice(owners), reason))
    rows.sort(key=lambda row: (str(row[1]), str(row[4])))
    return head, [(f"D-{n:05}", *row) for n, row in enumerate(rows, start=1)]


def surveys(company: list[Customer], rng: random.Random) -> Table:
    head = (
        "Response",
        "Answered",
        "Customer ID",
        "Recommend (0-10)",
        "Satisfaction (1-5)",
        "Effort (1-7)",
        "Version",
        "Comment",
    )
    rows: list[Row] = []
    for day, customer in _monthly_sample(company, rng, 0.055):
        unhappy = customer.segment == "Enterprise" and CRISIS[0] <= day <= CRISIS[1] + timedelta(days=20)
        score = max(0, min(10, round(rng.gauss(5.4 if unhappy else 8.3, 2.0))))
        version = f"v{1 + (day - FIRST_DAY).days // 270}.0"
        comment = (
            "No answer for two days"
            if unhappy and score <= 6
            else rng.choice(("", "", "", "Easy to use", "Good value"))
        )
        rows.append(
            (
                day,
                customer.id,
                score,
                max(1, min(5, round(score / 2))),
                max(1, min(7, round(8 - score / 1.6))),
                version,
                comment,
            )
        )
    return head, [(f"R-{n:05}", *row) for n, row in enumerate(rows, start=1)]


def tickets(company: list[Customer], rng: random.Random) -> Table:
    head = (
        "Ticket",
        "Created at",
        "Customer ID",
        "First response at",
        "Resolved at",
        "Status",
        "Priority",
        "Type",
        "Channel",
    )
    rows: list[Row] = []
    for day, customer in _monthly_sample(company, rng, 0.085):
        slow = customer.segment == "Enterprise" and CRISIS[0] <= day <= CRISIS[1]
        created = datetime(day.year, day.month, day.day, rng.randrange(7, 19), rng.randrange(60))
        answered = created + timedelta(minutes=round(rng.lognormvariate(7.3 if slow else 5.4, 0.6)))
        solved = answered + timedelta(minutes=round(rng.lognormvariate(7.2, 0.8)))
        is_open = solved.date() > LAST_DAY
        rows.append(
            (
                created,
                customer.id,
                answered if answered.date() <= LAST_DAY else None,
                None if is_open else solved,
                "open" if is_open else "solved",
                rng.choice(("low", "normal", "normal", "high")),
                rng.choice(("bug", "question", "question", "request", "suggestion")),
                rng.choice(("email", "chat")),
            )
        )
    return head, [(f"T-{n:05}", *row) for n, row in enumerate(sorted(rows, key=str), start=1)]


def events(company: list[Customer], rng: random.Random) -> Table:
    """Product events of the last 90 days; earlier ones are not kept by the company."""
    head = ("User ID", "Event time", "Event", "Device")
    names = ("open_board", "open_board", "open_board", "create_task", "create_task", "invite_user", "export")
    first = LAST_DAY - timedelta(days=89)
    rows: list[Row] = []
    for customer in company:
        if customer.left and customer.left < first:
            continue
        for _ in range(rng.choice((1, 3, 5, 9))):
            day = first + timedelta(days=rng.randrange(90))
            if customer.start <= day <= (customer.left or LAST_DAY):
                moment = datetime(
                    day.year, day.month, day.day, rng.randrange(6, 22), rng.randrange(60), rng.randrange(60)
                )
                rows.append((customer.id, moment, rng.choice(names), rng.choice(("web", "web", "ios", "android"))))
    return head, sorted(rows, key=lambda row: (str(row[1]), str(row[0])))


def social(_: list[Customer], rng: random.Random) -> Table:
    head = (
        "Date",
        "Post ID",
        "Network",
        "Impressions",
        "Reach",
        "Likes",
        "Comments",
        "Shares",
        "Clicks",
        "New followers",
    )
    rows: list[Row] = []
    for number, week in enumerate(_weeks(), start=1):
        seen = round(rng.uniform(4000, 9000) * (1 + number / 160))
        rows.append(
            (
                week + timedelta(days=2),
                f"P-{number:04}",
                rng.choice(("LinkedIn", "YouTube")),
                seen,
                round(seen * 0.7),
                round(seen * 0.021),
                round(seen * 0.002),
                round(seen * 0.003),
                round(seen * 0.011),
                rng.randrange(5, 60),
            )
        )
    return head, rows


def email(_: list[Customer], rng: random.Random) -> Table:
    head = ("Campaign", "Sent on", "Recipients", "Delivered", "Opens", "Clicks", "Unsubscribes", "Bounces")
    rows: list[Row] = []
    for number, month in enumerate(months(), start=1):
        for name, day in (("Product news", 6), ("Customer story", 16)):
            sent = round(2400 + 150 * number + rng.uniform(-80, 80))
            got = round(sent * rng.uniform(0.975, 0.99))
            opened = round(got * rng.uniform(0.3, 0.42))
            when = month + timedelta(days=day)
            rows.append(
                (
                    f"{name} {when:%Y-%m}",
                    when,
                    sent,
                    got,
                    opened,
                    round(opened * rng.uniform(0.08, 0.15)),
                    round(got * 0.002),
                    sent - got,
                )
            )
    return head, [row for row in rows if row[1] <= LAST_DAY]  # type: ignore[operator]


def referrals(company: list[Customer], rng: random.Random) -> Table:
    head = ("Referrer ID", "Invited on", "Invitee ID", "Accepted on")
    rows: list[Row] = []
    for number, customer in enumerate(company):
        if customer.channel == "Referral" and number > 60:
            referrer = company[rng.randrange(number)]
            day = customer.signup - timedelta(days=rng.randrange(0, 12))
            rows.append((referrer.id, max(day, FIRST_DAY), customer.id, customer.signup))
            rows += [
                (referrer.id, max(day, FIRST_DAY), f"guest-{number}-{i}", None) for i in range(rng.choice((0, 1, 2)))
            ]
    return head, sorted(rows, key=lambda row: (str(row[1]), str(row[0]), str(row[2])))


def monthly_metrics(company: list[Customer], rng: random.Random) -> Table:
    """What the finance team keeps by hand, months down: costs that no other sheet holds."""
    head = ("Month", "Cost of revenue", "Sales cost", "Capex")
    rows: list[Row] = []
    billed = invoices(company, random.Random("invoices"))[1]
    for number, month in enumerate(months()):
        end = next_month(month)
        revenue = sum(row[7] for row in billed if month <= row[3] < end)  # type: ignore[operator,misc]
        cost = round(revenue * rng.uniform(0.20, 0.24))
        rows.append((f"{month:%Y-%m}", cost, round(6000 + 240 * number), 2500 if number % 6 else 14000))
    return head, rows


TABLES: dict[str, Callable[[list[Customer], random.Random], Table]] = {
    f.__name__: f
    for f in (
        customers,
        subscriptions,
        invoices,
        orders,
        spend,
        web_traffic,
        leads,
        deals,
        surveys,
        tickets,
        events,
        social,
        email,
        referrals,
        monthly_metrics,
    )
}


def _amount(monthly: float, interval: str) -> float:
    return round(monthly * (12 if interval == "yearly" else 1), 2)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weeks() -> Iterator[date]:
    week = _monday(FIRST_DAY) + timedelta(days=7)
    while week <= LAST_DAY:
        yield week
        week += timedelta(days=7)


def _monthly_sample(company: list[Customer], rng: random.Random, share: float) -> Iterator[tuple[date, Customer]]:
    """Random days on which present customers answer or ask, in order of time."""
    for month in months():
        for customer in company:
            day = month + timedelta(days=rng.randrange(28))
            if customer.start <= day <= min(customer.left or LAST_DAY, LAST_DAY) and rng.random() < share:
                yield day, customer


__all__ = ["PRICE_RISE", "TABLES", "Row", "Table"]
