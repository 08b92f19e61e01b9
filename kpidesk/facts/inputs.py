"""What facts are made from: typed tables, and the rules by which they are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kpidesk.core.findings import Location
from kpidesk.core.ids import DatasetId
from kpidesk.schema.business_rules import BusinessRules
from kpidesk.schema.model import ColumnType


class FactColumn(NamedTuple):
    """A column of a typed table; a plain pair of name and type will do.

    ``is_attribute`` None means: facts decide (known roles by their nature, any other column is an attribute).
    """

    name: str
    type: ColumnType
    is_attribute: bool | None = None


@dataclass(frozen=True, slots=True)
class FactInput:
    """One typed table that the store holds.

    ``table`` is a name of the schema; columns are named by role or, for attributes, by normalised header, beside
    ``row_no``. ``source`` reads ``file › sheet``. ``currency`` is the one that the cells themselves show, if they do.
    """

    dataset: DatasetId
    table: str
    columns: tuple[tuple[str, ColumnType] | FactColumn, ...]
    name: str
    source: str
    currency: str = ""

    @property
    def typed(self) -> Mapping[str, FactColumn]:
        """The columns by name."""
        return {column[0]: FactColumn(*column) for column in self.columns}

    def has(self, *names: str) -> bool:
        """True where it has all of these columns."""
        return set(names) <= {column[0] for column in self.columns}

    def place(self, row: int | None = None) -> Location:
        """Where a row stands in the user's own file."""
        file, _, sheet = self.source.partition(" › ")
        return Location(file=file, sheet=sheet or None, row=row)


@dataclass(frozen=True, slots=True)
class FactRules:
    """The workspace's choices that change facts.

    ``currency`` is the one of the answers, by default the most common; ``rates`` says how many of its units one unit of
    another is worth: ``EUR`` always, ``EUR 2024-03`` from that month on. ``gap_months`` is the pause from which a
    return counts as a reactivation instead of a late renewal; 0 leaves every gap. ``active_window_days`` is how long an
    order keeps its customer active. ``days_per_month`` and ``weeks_per_month`` turn daily and weekly prices into
    monthly ones. ``past_due_days`` is how long a subscription that is past due still counts. ``discounts`` says which
    are deducted: ``recurring`` (all that hold for more than the first bill), ``forever``, ``all`` or ``none``.
    ``until_paid_period`` takes cancel dates for the day of the request, so that what was paid for counts to its end;
    else they are the first day that is not paid for. ``starts`` is the first month of the fiscal year. ``business``
    says how leads, users, tickets and channels count.
    """

    currency: str | None = None
    rates: Mapping[str, float] = field(default_factory=dict)
    active_window_days: int = 90
    gap_months: int = 1
    days_per_month: float = 365.25 / 12
    weeks_per_month: float = 365.25 / 12 / 7
    past_due_days: int = 30
    discounts: str = "recurring"
    until_paid_period: bool = False
    starts: int = 1
    business: BusinessRules = field(default_factory=BusinessRules)
