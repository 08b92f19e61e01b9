"""All rules that a workspace may set, in the order in which they are shown."""

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.session.rule_fields import Kind, RuleField, RuleSection

_BUSINESS = "business."
_FROM_DATA = Message(QT_TRANSLATE_NOOP("rules", "found from the data"))
_EXAMPLES = Message(QT_TRANSLATE_NOOP("rules", "Your own words, with commas between; ours stay"))

MONEY = RuleSection(
    Message(QT_TRANSLATE_NOOP("rules", "Money and time")),
    (
        RuleField(
            "currency",
            Kind.CURRENCY,
            Message(QT_TRANSLATE_NOOP("rules", "Currency of all amounts")),
            empty=Message(QT_TRANSLATE_NOOP("rules", "the most common one")),
        ),
        RuleField(
            "rates",
            Kind.RATES,
            Message(QT_TRANSLATE_NOOP("rules", "Exchange rates")),
            Message(
                QT_TRANSLATE_NOOP(
                    "rules",
                    "Units of that currency for one of another: EUR 1.08, GBP 1.27; from a month on: EUR 2026-03 1.10",
                )
            ),
            most=1e9,
        ),
        RuleField(
            "as_of",
            Kind.DAY,
            Message(QT_TRANSLATE_NOOP("rules", "The data reach to")),
            Message(QT_TRANSLATE_NOOP("rules", "Periods that end later are not complete")),
            empty=_FROM_DATA,
        ),
        RuleField(
            "fiscal_year_starts",
            Kind.WHOLE,
            Message(QT_TRANSLATE_NOOP("rules", "The fiscal year starts in month")),
            Message(QT_TRANSLATE_NOOP("rules", "1 is January. With 4, April 2025 to March 2026 is FY2026")),
            least=1,
            most=12,
        ),
    ),
)

COUNTING = RuleSection(
    Message(QT_TRANSLATE_NOOP("rules", "Customers and subscriptions")),
    (
        RuleField(
            "active_window_days",
            Kind.WHOLE,
            Message(QT_TRANSLATE_NOOP("rules", "A buyer stays a customer for, in days")),
            Message(QT_TRANSLATE_NOOP("rules", "After the last order, where there are no subscriptions")),
            least=1,
            most=3650,
        ),
        RuleField(
            "gap_months",
            Kind.WHOLE,
            Message(QT_TRANSLATE_NOOP("rules", "A pause that is not churn, in months")),
            Message(QT_TRANSLATE_NOOP("rules", "Who pays again within it has never left")),
            most=24,
        ),
        RuleField(
            "until_paid_period",
            Kind.SWITCH,
            Message(QT_TRANSLATE_NOOP("rules", "Count until the end of what is paid")),
            Message(QT_TRANSLATE_NOOP("rules", "The cancel date is the day of the request")),
        ),
        RuleField(
            "past_due_days",
            Kind.WHOLE,
            Message(QT_TRANSLATE_NOOP("rules", "An unpaid invoice is past due after, in days")),
            most=365,
        ),
    ),
)

USERS = RuleSection(
    Message(QT_TRANSLATE_NOOP("rules", "Users of the product")),
    (
        RuleField(
            _BUSINESS + "active.events",
            Kind.WORDS,
            Message(QT_TRANSLATE_NOOP("rules", "Active is who does")),
            Message(QT_TRANSLATE_NOOP("rules", "Names of events, with commas between; empty: any event")),
        ),
        RuleField(
            _BUSINESS + "active.at_least",
            Kind.WHOLE,
            Message(QT_TRANSLATE_NOOP("rules", "at least so many times a day")),
            least=1,
            most=1000,
        ),
        RuleField(
            _BUSINESS + "active.needs_all",
            Kind.SWITCH,
            Message(QT_TRANSLATE_NOOP("rules", "Each of these events is needed")),
        ),
        RuleField(
            _BUSINESS + "activation_days",
            Kind.WHOLE,
            Message(QT_TRANSLATE_NOOP("rules", "Activated is who is active so soon, in days")),
            Message(QT_TRANSLATE_NOOP("rules", "After the sign-up")),
            least=1,
            most=365,
        ),
        RuleField(
            _BUSINESS + "session_gap_minutes",
            Kind.WHOLE,
            Message(QT_TRANSLATE_NOOP("rules", "A visit ends after a silence of, in minutes")),
            least=1,
            most=1440,
        ),
        RuleField(
            _BUSINESS + "product_qualified.features",
            Kind.WHOLE,
            Message(QT_TRANSLATE_NOOP("rules", "Product qualified: features used")),
            least=1,
            most=1000,
        ),
        RuleField(
            _BUSINESS + "product_qualified.days",
            Kind.WHOLE,
            Message(QT_TRANSLATE_NOOP("rules", "Product qualified: on so many days")),
            least=1,
            most=365,
        ),
        RuleField(
            _BUSINESS + "product_qualified.within_days",
            Kind.WHOLE,
            Message(QT_TRANSLATE_NOOP("rules", "Product qualified: within so many days of the sign-up")),
            least=1,
            most=365,
        ),
    ),
)

_STAGES = {
    "mql": Message(QT_TRANSLATE_NOOP("rules", "Marketing qualified lead (MQL)")),
    "cql": Message(QT_TRANSLATE_NOOP("rules", "Conversation qualified lead (CQL)")),
    "pql": Message(QT_TRANSLATE_NOOP("rules", "Product qualified lead (PQL)")),
    "sql": Message(QT_TRANSLATE_NOOP("rules", "Sales qualified lead (SQL)")),
    "opportunity": Message(QT_TRANSLATE_NOOP("rules", "Opportunity")),
    "customer": Message(QT_TRANSLATE_NOOP("rules", "Lead that became a customer")),
    "won": Message(QT_TRANSLATE_NOOP("rules", "Deal won")),
    "lost": Message(QT_TRANSLATE_NOOP("rules", "Deal lost")),
    "signup": Message(QT_TRANSLATE_NOOP("rules", "Event of a sign-up")),
    "conversion": Message(QT_TRANSLATE_NOOP("rules", "Event of a purchase")),
}
STAGES = RuleSection(
    Message(QT_TRANSLATE_NOOP("rules", "What stages are called in your sheets")),
    tuple(RuleField(f"{_BUSINESS}stage_words.{name}", Kind.WORDS, label, _EXAMPLES) for name, label in _STAGES.items()),
)

CHANNELS = RuleSection(
    Message(QT_TRANSLATE_NOOP("rules", "Channels and cost")),
    (
        RuleField(
            _BUSINESS + "paid_channels",
            Kind.WORDS,
            Message(QT_TRANSLATE_NOOP("rules", "Paid channels")),
            Message(QT_TRANSLATE_NOOP("rules", "As the sheets write them, with commas between")),
            empty=Message(QT_TRANSLATE_NOOP("rules", "those with spend")),
        ),
        RuleField(
            _BUSINESS + "own_brands",
            Kind.WORDS,
            Message(QT_TRANSLATE_NOOP("rules", "Your own brands")),
            Message(QT_TRANSLATE_NOOP("rules", "As the sheets write them, with commas between")),
        ),
        RuleField(
            _BUSINESS + "cac_lag_months",
            Kind.WHOLE,
            Message(QT_TRANSLATE_NOOP("rules", "Cost comes before the customer by, in months")),
            most=24,
        ),
    ),
)

SUPPORT = RuleSection(
    Message(QT_TRANSLATE_NOOP("rules", "Support")),
    (
        RuleField(
            _BUSINESS + "business_hours.opens", Kind.HOUR, Message(QT_TRANSLATE_NOOP("rules", "The desk opens at"))
        ),
        RuleField(
            _BUSINESS + "business_hours.closes", Kind.HOUR, Message(QT_TRANSLATE_NOOP("rules", "The desk closes at"))
        ),
        RuleField(
            _BUSINESS + "business_hours.weekdays",
            Kind.WEEKDAYS,
            Message(QT_TRANSLATE_NOOP("rules", "The desk is open on")),
        ),
        RuleField(
            _BUSINESS + "business_hours.holidays",
            Kind.DAYS,
            Message(QT_TRANSLATE_NOOP("rules", "Holidays")),
            Message(QT_TRANSLATE_NOOP("rules", "Days with commas between: 2026-01-01, 2026-12-25")),
        ),
        RuleField(
            _BUSINESS + "handling_hours",
            Kind.NUMBER,
            Message(QT_TRANSLATE_NOOP("rules", "Work on one ticket, in hours")),
            least=0.01,
            most=1000,
        ),
        RuleField(
            _BUSINESS + "agent_hours",
            Kind.NUMBER,
            Message(QT_TRANSLATE_NOOP("rules", "Work of one agent a month, in hours")),
            least=1,
            most=744,
        ),
    ),
)

SECTIONS = (MONEY, COUNTING, USERS, STAGES, CHANNELS, SUPPORT)
