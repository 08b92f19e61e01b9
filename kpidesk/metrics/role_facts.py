"""Which columns the relations of facts will have, told by the roles of the sheets alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kpidesk.facts.rows import DAY_COLUMNS
from kpidesk.schema.business_rules import BusinessRules
from kpidesk.schema.loader import load_schema

Roles = Mapping[str, frozenset[str]]

_WHO = ("customer_id", "user_id")
_MADE: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "orders": {"amount": ("amount", "unit_price"), "gross": ("amount", "unit_price")},
    "invoices": {"amount": ("amount", "unit_price"), "gross": ("amount", "unit_price")},
    "leads": {
        "reached_mql": ("status", "mql_date"),
        "reached_sql": ("status", "sql_date"),
        "reached_opportunity": ("opportunity_date",),
        "reached_customer": ("status", "converted_date", "converted_flag"),
        "customer_day": ("converted_date",),
    },
    "deals": {"is_won": ("stage",)},
    "surveys": {"is_satisfied": ("csat_score",)},
    "tickets": {
        "is_satisfied": ("csat_score",),
        "first_response_business_hours": ("first_response_date",),
        "resolution_business_hours": ("resolved_date",),
        "first_response_hours": ("first_response_date",),
        "resolution_hours": ("resolved_date",),
    },
}
"""Columns that rows get beside their own, each with the roles of which one is enough."""
_REFUNDS = ("refund_amount", "status", "quantity")
"""What tells that something went back: returns are negative quantities."""
_TELL_OF_VISITS = ("event_name", "page", "session_id")
"""Sheets of days of use have none of these; whether times of day are told, only the rows know."""
_MOVES = frozenset({"c", "t", "delta", "opening", "closing", "kind"})


@dataclass(frozen=True)
class RoleFacts:
    """The relations of facts as far as roles tell of them; see facts.Facts."""

    roles: Roles
    known: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def assumptions(self) -> frozenset[str]:
        """The numbers that rules of the workspace give."""
        return frozenset(BusinessRules().assumptions) | {"active_window_days"}

    @property
    def priced(self) -> bool:
        """Whether the ledger knows what customers pay."""
        return self._is_priced(self.ledger)

    def _is_priced(self, table: str) -> bool:
        own = self.roles.get(table, frozenset())
        if table == "subscriptions":
            by_bill = "billing_period" in own and not own.isdisjoint(("amount", "unit_price"))
            return by_bill or not own.isdisjoint(("mrr", "unit_mrr", "mrr_change"))
        return table == "invoices" or (table == "customers" and "mrr" in own)

    @property
    def ledger(self) -> str:
        """The table that tells who is a customer from when to when, "" where none does."""
        tables = [table for table in ("subscriptions", "invoices") if "c" in self._rows(table)]
        described = self.roles.get("customers", frozenset())
        if "signup_date" in described and not described.isdisjoint(("cancel_date", "mrr", "churn_flag")):
            tables.append("customers")
        tables += ["orders"] if "c" in self._rows("orders") else []
        return next((table for table in tables if self._is_priced(table)), tables[0] if tables else "")

    def columns(self, name: str) -> frozenset[str]:
        """The columns of a relation; empty where there will be none."""
        if name not in self.known:
            self.known[name] = self._found(name) | self._attributes(name)
        return self.known[name]

    def _found(self, name: str) -> frozenset[str]:
        sold = "invoices" if self._rows("invoices") else "orders"
        if name == "turnover" or name.startswith("moves_"):
            return (_MOVES | {"day"}) if self.ledger else frozenset()
        if name == "customers":
            return self._customers()
        if name == "revenue":
            return self._rows(sold) & {"day", "c", "amount"}
        if name == "refunds":
            tells = not self.roles.get(sold, frozenset()).isdisjoint(_REFUNDS)
            return (self._rows(sold) & {"day", "c", "gross"}) | {"refund_amount"} if tells else frozenset()
        if name in ("visits", "active_events"):
            return self._usage(name)
        if name == "signups":
            return self._signups()
        if name == "order_gaps":
            return frozenset({"c", "day", "gap"}) if "c" in self._rows("orders") else frozenset()
        if name == "renewals":
            is_told = self.ledger == "subscriptions" and "billing_period" in self.roles["subscriptions"]
            money = {"cents", "renewed_cents"} if self.priced else set()
            return frozenset({"c", "day", "renewed", *money}) if is_told else frozenset()
        return self._rows(name)

    def _rows(self, table: str) -> frozenset[str]:
        """A row table: what its roles say, and what is made of them; empty where it cannot be used."""
        own = self.roles.get(table, frozenset())
        schema = load_schema().tables
        if table not in schema or not any(own.issuperset(need) for need in schema[table].needs):
            return frozenset()
        made = {name for name, roles in _MADE.get(table, {}).items() if not own.isdisjoint(roles)}
        dated = {"day"} if not own.isdisjoint(DAY_COLUMNS.get(table, ())) else set()
        named = {"c"} if not own.isdisjoint(_WHO) else set()
        return frozenset({*own, *made, *dated, *named})

    def _customers(self) -> frozenset[str]:
        own = self._rows("customers") & {"churn_flag", "tenure_months", "mrr"}
        signed = {"signup_day"} if "signup_date" in self._rows("customers") else set()
        lives = {"first_start", "last_end"} if self.ledger else set()
        return frozenset({"c", *own, *signed, *lives}) if self._rows("customers") or self.ledger else frozenset()

    def _usage(self, name: str) -> frozenset[str]:
        events = self._rows("events")
        if not {"c", "event_time"} <= events:
            return frozenset()
        if name == "active_events":
            return events
        if events.isdisjoint(_TELL_OF_VISITS):
            return frozenset()
        told = {"is_conversion"} if "event_name" in events else set()
        return frozenset({"c", "day", "nth", "seconds", "pages", *told})

    def _signups(self) -> frozenset[str]:
        events = self._usage("active_events")
        if "signup_date" not in self._rows("customers") and "event_name" not in events:
            return frozenset()
        followed = {"activated", "retained", "days_to_active"} if events else set()
        qualified = {"pql_day"} if "event_name" in events else set()
        pays = {"pays"} if self.ledger else set()
        refers = {"refers"} if self._rows("referrals") else set()
        return frozenset({"c", "day", *followed, *qualified, *pays, *refers})

    def _attributes(self, name: str) -> frozenset[str]:
        """The channel, which alone some KPI asks for: of the rows themselves, else of their customers."""
        of = {"visits": "events", "revenue": "orders"}.get(name, name)
        own = "channel" in self.roles.get(of, frozenset())
        whose = "channel" in self.roles.get("customers", frozenset()) and "c" in self._found(name)
        return frozenset({"a_channel"}) if own or whose else frozenset()
