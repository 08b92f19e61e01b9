"""What a user may suppose: an override of one driver, and a named scenario of several."""

import math
import re
from dataclasses import dataclass, replace
from enum import Enum

from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName, ScenarioId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.core.units import Unit

_PLAIN = str.maketrans(
    {"×": "x", "*": "x", "÷": "/", "％": "%", "−": "-", "＋": "+", "，": ",", "＝": "="} | dict.fromkeys("$€£¥")
)
_GROUPED = r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"
_CONTINENTAL = r"[1-9]\d{0,2}(?:\.\d{3})+,\d+"
_NUMBER = rf"(?:{_GROUPED}|{_CONTINENTAL}|\d+(?:[.,]\d+)?|[.,]\d+)(?:e[+-]?\d{{1,2}})?"
_FACTOR = re.compile(rf"x(?P<after>{_NUMBER})|(?P<before>{_NUMBER})x|/(?P<divisor>{_NUMBER})")
_AMOUNT = re.compile(rf"(?P<sign>=?[+-]?)(?P<number>{_NUMBER})(?P<suffix>%|pts?|pp|points?|)")


class Kind(Enum):
    """How an override acts on the baseline ``b`` with its amount ``a``."""

    FACTOR = "factor"  # a × b
    PERCENT = "percent"  # b × (1 + a); 10% is 0.1
    POINTS = "points"  # b + a, in the driver's own unit; one point of a share is 0.01
    ABSOLUTE = "absolute"  # a


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the business: those of one value of an attribute."""

    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class Override:
    """One driver supposed to be different, in the whole business or in a part of it.

    ``amount`` is in the driver's own unit for ABSOLUTE and POINTS (a share of 5% is 0.05), a plain number otherwise.
    ``start`` and ``ramp`` are as a Scenario's, which hold where these are None.
    """

    driver: DriverName
    kind: Kind
    amount: float
    is_on: bool = True
    part: Part | None = None
    start: Period | None = None
    ramp: int | None = None

    @property
    def place(self) -> tuple[DriverName, Part | None]:
        """What it changes: a stack of the window has one override for each."""
        return self.driver, self.part

    def applied(self, baseline: float) -> float:
        """The driver's value under this override; NaN where it is relative to a baseline that is not known."""
        match self.kind:
            case Kind.FACTOR:
                return baseline * self.amount
            case Kind.PERCENT:
                return baseline * (1 + self.amount)
            case Kind.POINTS:
                return baseline + self.amount
            case _:
                return self.amount

    def __str__(self) -> str:
        """The change as ``parse_override`` reads it."""
        match self.kind:
            case Kind.FACTOR:
                return f"x{self.amount + 0.0:.12g}"
            case Kind.PERCENT:
                return f"{self.amount * 100:+.12g}%"
            case Kind.POINTS:
                return f"{self.amount:+.12g}"
            case _:
                return f"{'=' if self.amount < 0 else ''}{self.amount + 0.0:.12g}"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named stack of overrides; several on one driver act one after the other. It never changes the baseline.

    ``start`` is the first period in which the overrides hold on the month path; None is the first month of the path.
    ``ramp`` is over how many months from there they come into full force, in equal steps; 0 and 1 are at once.
    ``note`` is the user's own word on it.
    """

    id: ScenarioId
    name: str
    overrides: tuple[Override, ...] = ()
    start: Period | None = None
    ramp: int = 0
    note: str = ""

    @property
    def active(self) -> tuple[Override, ...]:
        return tuple(override for override in self.overrides if override.is_on)

    def with_override(self, override: Override) -> "Scenario":
        """The scenario in which ``override`` is the only one on its driver and part; it keeps their place."""
        kept = [o for o in self.overrides if o.place != override.place]
        place = next((i for i, o in enumerate(self.overrides) if o.place == override.place), len(kept))
        return replace(self, overrides=(*kept[:place], override, *kept[place:]))

    def without(self, driver: DriverName, part: Part | None = None) -> "Scenario":
        return replace(self, overrides=tuple(o for o in self.overrides if o.place != (driver, part)))


def parse_override(driver: str, text: str, unit: Unit | None = None) -> Override:
    """Read ``x0.5``, ``/2``, ``+10%``, ``-20%``, ``+2pt``, ``+500``, ``500`` or ``5.2%``; raises UserError.

    A signed number is added to the baseline, an unsigned one replaces it; a leading ``=`` makes a signed number replace
    it too (``=-500``). With a ``unit``, texts that make no sense for it are refused: points and unsigned percents are
    for shares.
    """
    bare = re.sub(r"\s+", "", text).translate(_PLAIN).casefold()
    if match := _FACTOR.fullmatch(bare):
        factor = _number(match["after"] or match["before"] or match["divisor"])
        if match["divisor"] is None and math.isfinite(factor):
            return Override(DriverName(driver), Kind.FACTOR, factor)
        if match["divisor"] is not None and factor:
            return Override(DriverName(driver), Kind.FACTOR, 1 / factor)
    elif (match := _AMOUNT.fullmatch(bare)) and math.isfinite(_number(match["number"])):
        return _amount(DriverName(driver), match, unit)
    raise UserError(
        Message(QT_TRANSLATE_NOOP("scenario", "{driver}: “{text}” is not a change"), driver=driver, text=text),
        Message(QT_TRANSLATE_NOOP("scenario", "Write {examples}."), examples="x0.5, +10%, -20%, /2, 500, 5.2%, +2pt"),
    )


def _amount(driver: DriverName, match: re.Match[str], unit: Unit | None) -> Override:
    """The override of a text that is a number with an optional sign and unit."""
    sign, number, suffix = match["sign"], _number(match["number"]), match["suffix"]
    amount = -number if sign.endswith("-") else number
    is_share = unit is None or unit.kind == "share"
    if suffix == "%" and sign in ("+", "-"):
        return Override(driver, Kind.PERCENT, amount / 100)
    if suffix and not is_share:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("scenario", "{driver} is not a share, so it has no percents"), driver=driver),
            Message(QT_TRANSLATE_NOOP("scenario", "Write +5% to raise it by a twentieth, or the amount itself.")),
        )
    scaled = amount / 100 if suffix else amount
    if sign in ("+", "-") or suffix.startswith("p"):
        return Override(driver, Kind.POINTS, scaled)
    return Override(driver, Kind.ABSOLUTE, scaled)


def _number(text: str) -> float:
    """A written number; a comma that groups thousands is dropped, any other is the decimal one, as in 0,039."""
    if re.fullmatch(_CONTINENTAL, text):
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(",", "") if re.fullmatch(_GROUPED, text) else text.replace(",", "."))
