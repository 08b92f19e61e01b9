"""Values that must not be read wrongly, and steps of users and contracts, from sheets as users have them."""

from datetime import date

from kpidesk.core.errors import UserError
from kpidesk.facts.inputs import FactRules
from kpidesk.metrics.query import Filter, Query
from kpidesk.schema.business_rules import BusinessHours, BusinessRules
from kpidesk.session.selfchecks.case import Answer, Bench, Case, Files

_JANUARY = date(2024, 1, 31)


def orders(*rows: tuple[str, str], header: str = "order_id;order_date;customer_id;amount") -> Files:
    """A shop's orders, separated by semicolons: day and amount as the sheet writes them."""
    body = "".join(f"O{number};{day};C{number};{amount}\n" for number, (day, amount) in enumerate(rows))
    return {"orders.csv": f"{header}\n{body}"}


DAY_FIRST = orders(("08/03/18", "10"), ("28/03/18", "20"), ("15/04/18", "5"))
SPACED = orders(*((f"2024-01-{day:02}", amount) for day, amount in ((3, "10 237,65"), (4, "32,56"), (5, "1 000,00"))))
EUROS = orders(*((f"2024-01-{day:02}", amount) for day, amount in ((3, "1.234,50 €"), (4, "10,00 €"), (5, "2,25 €"))))
BRACKETS = orders(*((f"2024-01-{day:02}", amount) for day, amount in ((3, "5,000"), (4, "(1,200)"), (5, "7,000"))))
TOTALLED: Files = {
    "orders.csv": "order_id,order_date,customer_id,amount\n"
    "O1,2024-01-03,C1,100\nO2,2024-01-04,C2,200\nO3,2024-01-05,C3,300\nTotal,,,600\n"
}
NUMBERED: Files = {
    "orders.csv": "order_id,order_date,customer_id,amount\n"
    + "".join(
        f"O{number},2024-01-{number + 3:02},{who},10\n"
        for number, who in enumerate(("0010", "10", "00042", "1234567890123456", "1234567890123457", "0010"))
    )
}
ODD_SCORES: Files = {
    "surveys.csv": "response_id,response_date,nps_score\n"
    + "".join(f"R{number},2024-01-10,{score}\n" for number, score in enumerate((9, 10, 8, 0, 11, "")))
}
STEPS: Files = {
    "monthly.csv": "month,unique_visitors,signups,activated_signups,retained_signups,paying_signups,referring_signups\n"
    "2024-01,10000,1000,100,10,5,1\n2024-02,10000,1000,100,10,5,1\n"
}
CONTRACTS: Files = {
    "subscriptions.csv": "customer_id,plan,start_date,cancel_date,amount,billing_period\n"
    + "".join(f"K{i:02},Pro,2023-01-10,,{96 if i < 20 else 120},yearly\n" for i in range(22))
    + "".join(f"L{i:02},Pro,2023-01-10,2024-01-10,120,yearly\n" for i in range(2))
}
OVERNIGHT: Files = {
    "tickets.csv": "ticket_id,created_date,first_response_date,status\n"
    "T1,2024-01-08 18:00,2024-01-09 08:00,solved\nT2,2024-01-10 18:00,2024-01-11 08:00,solved\n"
}
FROM_SEVEN = FactRules(business=BusinessRules(business_hours=BusinessHours(7.0, 18.0)))


def _unknown_filter(bench: Bench) -> Answer:
    """What a filter by a value that nobody has is answered with."""
    try:
        bench.asked(CONTRACTS, Query(filters=(Filter("plan", ("Platinum",)),)))
    except UserError:
        return "an error"
    return "an answer"


CASES: tuple[Case, ...] = (
    Case("acceptance-20", "bigdelta", (0.9167, 0.9),
         lambda b: b.values(CONTRACTS, "2024-01", "renewal_rate", "renewal_rate_amount", as_of=_JANUARY), 0.00005),
    Case("acceptance-47", "derived", (0.10, 0.10, 0.10, 0.50, 0.20),
         lambda b: b.values(STEPS, "2024-01", "visitor_to_signup_rate", "activation_rate", "active_to_retained_rate",
                            "retained_to_paying_rate", "paying_to_referring_rate")),
    Case("definitions-desk-hours", "definition of business hours", (14.0, 1.0),
         lambda b: (b.under_rules(OVERNIGHT, FROM_SEVEN, "avg_first_response_hours", "2024-01", _JANUARY),
                    b.under_rules(OVERNIGHT, FROM_SEVEN, "avg_first_response_business_hours", "2024-01", _JANUARY))),
    Case("acceptance-reading-dates", "day and month", (30.0, 5.0),
         lambda b: (b.value(DAY_FIRST, "revenue", "2018-03"), b.value(DAY_FIRST, "revenue", "2018-04"))),
    Case("acceptance-reading-spaces", "decimal commas", 11_270.21,
         lambda b: b.value(SPACED, "revenue", "2024-01"), 0.001),
    Case("acceptance-reading-euros", "points of thousands", 1246.75,
         lambda b: b.value(EUROS, "revenue", "2024-01"), 0.001),
    Case("acceptance-reading-brackets", "negative amounts", 10_800.0,
         lambda b: b.value(BRACKETS, "revenue", "2024-01"), 0.001),
    Case("acceptance-reading-totals", "total rows", (600.0, 3.0),
         lambda b: b.values(TOTALLED, "2024-01", "revenue", "transactions", as_of=_JANUARY)),
    Case("acceptance-reading-ids", "leading noughts, sixteen digits", 5.0,
         lambda b: b.value(NUMBERED, "customers_ordering", "2024-01", as_of=_JANUARY)),
    Case("definitions-odd-scores", "scores beyond the scale and blank ones", (4.0, 25.0),
         lambda b: b.values(ODD_SCORES, "2024-01", "nps_answers", "nps", as_of=_JANUARY)),
    Case("acceptance-unknown-filter", "filter values", "an error", _unknown_filter),
)  # fmt: skip
