"""What the catalogue declares of one KPI: names, meaning, how it is computed, how sure it can be, what is good."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.core.units import Unit
from kpidesk.metrics.conditions import Condition
from kpidesk.metrics.expr import Expr

_LONG_NAME = 40
"""A head of a help text that is longer is a sentence, not a name."""

CALENDAR = "calendar"
"""Stage of the lengths of the period, which the engine itself gives and which are no KPIs."""

Kind = Literal["flow", "stock", "ratio", "derived"]
Direction = Literal["up", "down", "none"]
Aggregate = Literal[
    "sum", "count", "count_distinct", "mean", "median", "p90", "nth_order", "survival", "predicted_value", "products"
]
IntervalKind = Literal["", "wilson", "nps", "mean", "quotient", "survival", "per_count", "growth", "ratio"]
NoInterval = Literal["", "total", "quantile", "totals_only", "apart", "model", "assumed", "users_overlap", "amounts"]


@dataclass(frozen=True, slots=True)
class Measure:
    """An aggregate over one relation of the facts.

    ``relation`` "moves" stands for the movements of the asked grain. ``of`` is the column, weighted by ``weight`` where
    that is set, or the time passed from ``since`` to it in ``clock`` (day, hour). ``time`` says which date decides the
    period. ``where`` are conditions joined by *and*; ``less`` are those of rows that count negative (customers that
    left). ``is_stock``: the running sum of the flow, so the state at a period's end. ``is_money``: the column holds
    cents, the answer whole units. ``is_snapshot``: of tables without dates. ``pair`` counts distinct pairs of ``of``
    with a finer period ("day": user-days). ``nth`` is which of its customer's orders a row must begin, or after how
    many months survival is asked for (0: the median life). ``unless`` is a ``table.column`` that, where it is there,
    answers instead, so that parts of a ratio come from one table. "products" sums ``of`` × ``times`` over units: rows,
    or what all rows of one ``per`` come to (``is_counted``: how many different ones they name). ``is_outcome``: it
    counts what an outcome's own
    attribute speaks of (customers that left have a reason). ``is_overall``: every segment shows the figure of all.
    ``is_netted``: movements between the ends of a quarter or year, as a rate over it asks; others are those of months.
    """

    relation: str
    aggregate: Aggregate
    of: str = ""
    where: tuple[Condition, ...] = ()
    less: tuple[Condition, ...] = ()
    time: str = "day"
    since: str = ""
    clock: str = "day"
    weight: str = ""
    pair: str = ""
    nth: int = 0
    is_stock: bool = False
    is_money: bool = False
    is_snapshot: bool = False
    unless: str = ""
    times: str = ""
    per: str = ""
    is_counted: bool = False
    is_outcome: bool = False
    is_overall: bool = False
    is_netted: bool = False
    note: Mapping[str, str] = field(default_factory=dict, hash=False, compare=False)


@dataclass(frozen=True, slots=True)
class Spread:
    """What Fieller's interval of a quotient Σa ÷ Σb over independent units (customers, orders, days) needs.

    ``squares``, ``cross``, ``base`` are Σa², Σab and Σb², each a sum of measures less others; without ``cross`` and
    ``base`` every b is 1. ``units`` names the KPI that counts the units; "" are those that the measures see. ``above``
    and ``below`` are Σa and Σb; the KPI is ``offset`` + a multiple of their quotient.
    """

    above: Expr
    below: Expr
    squares: tuple[tuple[int, Measure], ...]
    cross: tuple[tuple[int, Measure], ...] = ()
    base: tuple[tuple[int, Measure], ...] = ()
    units: MetricName | None = None
    offset: float = 0.0

    @property
    def measures(self) -> tuple[Measure, ...]:
        """All measures that it needs."""
        return tuple(measure for part in (self.squares, self.cross, self.base) for _, measure in part)


@dataclass(frozen=True, slots=True)
class Band:
    """A range of values and how the field reads it; ``low`` included, ``high`` not; None is open.

    ``grain`` is set where the figure is one of a year, a month …, so that it says nothing about another.
    """

    low: float | None
    high: float | None
    label: Mapping[str, str]
    source: str
    is_good: bool | None = None
    grain: str = ""


@dataclass(frozen=True, slots=True)
class DriverBounds:
    """How far a what-if may vary a KPI: absolute limits (None: none) and the slider's step (None: 1% of the value)."""

    low: float | None = None
    high: float | None = None
    step: float | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """One KPI: a measure, a formula, a value given by a monthly sheet, or several of these in that order of trust.

    ``labels``, ``help`` are texts by language (en, zh_Hans, zh_Hant). ``n`` names the KPI that counts its observations.
    ``interval_of`` names what its interval is made from (nps: promoters, detractors, answers; quotient: the
    rates, moved together). ``spreads`` are alternatives for a ratio: that of the table it comes from is taken.
    ``no_interval`` says why it has none.
    ``snapshot_expr`` replaces the formula where the data have no dates, ``long_expr`` that of quarters and years: what
    is said of the customers of the start is no sum of months. ``shows_churn``: refused where exports hold
    survivors only. ``sign`` −1: by convention negative, however a sheet writes it. ``is_opening``: a state at the
    period's start. ``is_bounded``: a share that cannot leave 0 … 1. ``is_never_negative``: an amount that cannot fall
    below 0. ``is_everywhere``: where a segment has no value of its own the whole business' holds.
    ``is_sum_of_months``: over a quarter or year it is the sum of its months.
    ``lag_rule`` names the rule of the workspace that says from how many months before the dividend is. ``fallback`` is
    assumed, and noted, where nothing is known. ``gap_note`` says why a single value is missing where its divisor
    is 0. ``ripens`` names the rule that says how many days after its period a count of who came in it is known.
    ``also`` are further names that readers look for it by, in any language.
    """

    name: MetricName
    labels: Mapping[str, str]
    help: Mapping[str, str]
    unit: Unit
    kind: Kind
    good: Direction
    stage: str
    source: str
    needs: tuple[str, ...] = ()
    formula: str = ""
    expr: Expr | None = None
    snapshot_formula: str = ""
    snapshot_expr: Expr | None = None
    snapshot_note: Mapping[str, str] = field(default_factory=dict)
    long_formula: str = ""
    long_expr: Expr | None = None
    measures: tuple[Measure, ...] = ()
    bands: tuple[Band, ...] = ()
    interval: IntervalKind = ""
    interval_of: tuple[MetricName, ...] = ()
    spreads: tuple[Spread, ...] = ()
    no_interval: NoInterval = ""
    n: MetricName | None = None
    digits: int | None = None
    driver: DriverBounds | None = None
    fallback: float | None = None
    fallback_note: Mapping[str, str] = field(default_factory=dict)
    gap_note: Mapping[str, str] = field(default_factory=dict)
    shows_churn: bool = False
    sign: int = 0
    is_opening: bool = False
    is_bounded: bool = False
    is_never_negative: bool = False
    is_everywhere: bool = False
    is_sum_of_months: bool = False
    lag_rule: str = ""
    ripens: str = ""
    also: tuple[str, ...] = ()
    file: str = ""
    line: int = 0

    @property
    def exprs(self) -> tuple[Expr, ...]:
        """All its formulas, whatever the grain."""
        return tuple(expr for expr in (self.expr, self.snapshot_expr, self.long_expr) if expr is not None)

    @property
    def measure(self) -> Measure | None:
        """The preferred aggregate, None for a KPI that only a formula or a sheet gives."""
        return self.measures[0] if self.measures else None

    def bands_of(self, grain: Grain) -> tuple[Band, ...]:
        """The ranges that say something about a figure of such periods."""
        return tuple(band for band in self.bands if band.grain in ("", grain.value))

    @property
    def counts_rows(self) -> bool:
        """Whether it is made of the rows that filters let through: nothing is assumed or told of the whole business."""
        is_measured = any(not measure.is_overall for measure in self.measures)
        return is_measured and self.fallback is None and self.stage != CALENDAR

    def label(self, language: str) -> str:
        """Its name in a language, else in English."""
        return self.labels.get(language, self.labels["en"])

    @property
    def names(self) -> tuple[str, ...]:
        """All that it answers to: its id, labels and other names, what an abbreviation stands for (its help's head)."""
        heads = (text.replace("：", ":").partition(":") for text in self.help.values())
        heads_of_help = (head for head, mark, _ in heads if mark and len(head) < _LONG_NAME)
        return (self.name, *self.labels.values(), *self.also, *heads_of_help)

    def help_text(self, language: str) -> str:
        """What it means, in a language, else in English."""
        return self.help.get(language, self.help.get("en", ""))
