"""How this business counts: who is active, what a stage is called, when the desk is open, which channels are paid for.

One set for the whole workspace, so that no two KPIs follow different rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from kpidesk.core.resources import resource
from kpidesk.core.toml_files import read_toml

Groups = Mapping[str, tuple[str, ...]]

RETAINED_DAYS = 30
"""A sign-up is retained whose user is active so many days after it, or later."""


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """When a user counts as active on a day.

    Any event, or one of the named ``events``, ``at_least`` so many times; with ``needs_all`` each of the named.
    """

    events: tuple[str, ...] = ()
    at_least: int = 1
    needs_all: bool = False

    @property
    def is_any_event(self) -> bool:
        return not self.events and self.at_least <= 1


@dataclass(frozen=True, slots=True)
class ProductQualified:
    """A user is a product qualified lead who used so many features on so many days soon enough after the sign-up."""

    features: int = 3
    days: int = 2
    within_days: int = 14


@dataclass(frozen=True, slots=True)
class BusinessHours:
    """When the desk is open: from and to in hours of the day, on which weekdays (Monday is 0), less holidays."""

    opens: float = 9.0
    closes: float = 18.0
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    holidays: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class BusinessRules:
    """``stage_words`` add the user's own words to the groups of resources/rules/words.toml.

    ``paid_channels`` None: those on which money was spent. ``activation_days`` is how soon a sign-up has to be active
    to be an activated one; ``session_gap_minutes`` the silence that ends a visit. ``cac_lag_months`` is how long before
    a customer is won the cost for it was. ``handling_hours`` are for one ticket, ``agent_hours`` those of an agent a
    month.
    """

    active: ActiveRule = ActiveRule()
    activation_days: int = 7
    product_qualified: ProductQualified = ProductQualified()
    business_hours: BusinessHours = BusinessHours()
    session_gap_minutes: int = 30
    stage_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paid_channels: tuple[str, ...] | None = None
    own_brands: tuple[str, ...] = ()
    cac_lag_months: int = 0
    handling_hours: float = 0.5
    agent_hours: float = 120.0

    @property
    def assumptions(self) -> Mapping[str, float]:
        """Numbers that formulas read by name."""
        return {
            "cac_lag_months": float(self.cac_lag_months),
            "activation_days": float(self.activation_days),
            "qualification_days": float(self.product_qualified.within_days),
            "retained_days": float(RETAINED_DAYS),
            "handling_hours": self.handling_hours,
            "agent_hours": self.agent_hours,
        }

    @property
    def words(self) -> Groups:
        """Words by group, as conditions of the catalogue name them; brands and channels as the sheets write them."""
        groups = {name: (*shipped, *_plain(self.stage_words.get(name, ()))) for name, shipped in _shipped().items()}
        groups |= {name: _plain(words) for name, words in self.stage_words.items() if name not in groups}
        if self.own_brands:
            groups["ours"] = self.own_brands
        if self.paid_channels is not None:
            groups["spent on"] = self.paid_channels
        return groups


def satisfaction_words() -> Mapping[int, tuple[str, ...]]:
    """The five-point scale in words, by points."""
    names = ("very_dissatisfied", "dissatisfied", "neutral", "satisfied", "very_satisfied")
    return {point: _shipped()[name] for point, name in enumerate(names, start=1)}


@cache
def _shipped() -> Groups:
    content = read_toml(resource("rules", "words.toml")).content
    return {name: _plain(words) for family in content.values() for name, words in family.items()}


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words as they are compared: lower case, single blanks for ``_`` and ``-``."""
    return tuple(" ".join(word.lower().replace("_", " ").replace("-", " ").split()) for word in words)
