"""Units and their algebra: money over customers is money per customer, and money plus customers is a mistake.

A unit is a product of named dimensions: ``money``, a time (``month``, ``day``, ``hour``, ``second``) or a noun that is
counted (``customer``, ``order``, ``click`` …). Units without dimensions
say how they read: ``share``, ``ratio``, ``score``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

TIMES = ("month", "day", "hour", "second")
_READINGS = ("share", "ratio", "score")


@dataclass(frozen=True, slots=True)
class Unit:
    """Exponents by dimension, sorted by name, and how a unit without money or time reads."""

    dimensions: tuple[tuple[str, int], ...] = ()
    reading: str = ""

    @classmethod
    def parse(cls, text: str) -> "Unit":
        """Read ``money / month / customer``, ``share``, ``share / month``, ``customer``; ValueError where malformed."""
        exponents: dict[str, int] = {}
        reading = ""
        sign = 1
        for token in text.replace("*", " * ").replace("/", " / ").split():
            if token in "*/":
                sign = 1 if token == "*" else -1
            elif token in _READINGS:
                reading = token
            elif token.isidentifier():
                exponents[token] = exponents.get(token, 0) + sign
            elif token != "1":
                raise ValueError(text)
        return cls(_sorted(exponents), reading)

    @property
    def kind(self) -> str:
        """How a number of this unit is printed.

        One of money, months, days, hours, seconds, count, share, score, ratio. Days, weeks or months of so many users
        are counted.
        """
        exponents = self.exponents
        if exponents.get("money", 0) == 1:
            return "money"
        if self.reading:
            return self.reading
        nouns = [name for name, power in self.dimensions if name not in TIMES and power == 1]
        for time in TIMES:
            if exponents.get(time, 0) == 1 and not nouns:
                return f"{time}s"
        others = [name for name, power in self.dimensions if name not in TIMES and power < 0]
        return "count" if nouns and not others else "ratio"

    @property
    def exponents(self) -> Mapping[str, int]:
        return MappingProxyType(dict(self.dimensions))

    @property
    def is_plain(self) -> bool:
        """True where it has no dimension at all: a number, a share, a ratio."""
        return not self.dimensions

    def __mul__(self, other: "Unit") -> "Unit":
        return self._combined(other, 1)

    def __truediv__(self, other: "Unit") -> "Unit":
        return self._combined(other, -1)

    def _combined(self, other: "Unit", sign: int) -> "Unit":
        exponents = dict(self.dimensions)
        for name, power in other.dimensions:
            exponents[name] = exponents.get(name, 0) + sign * power
        return Unit(_sorted(exponents))

    def agrees_with(self, other: "Unit") -> bool:
        """True where both have the same dimensions: they may be added and compared."""
        return self.dimensions == other.dimensions

    def may_be_declared(self, declared: "Unit") -> bool:
        """True where a formula of this unit may be declared as that one.

        The dimensions agree, or the declared one says how a quotient of counts reads (clicks over impressions: share).
        """
        if self.dimensions == declared.dimensions:
            return True
        rest = self / Unit(declared.dimensions)
        nouns_only = all(name not in TIMES and name != "money" for name, _ in rest.dimensions)
        return bool(declared.reading) and nouns_only and sum(power for _, power in rest.dimensions) == 0

    def __str__(self) -> str:
        above = [name for name, power in self.dimensions for _ in range(power)]
        below = [name for name, power in self.dimensions for _ in range(-power)]
        head = " * ".join([self.reading, *above] if self.reading else above) or "1"
        return " / ".join([head, *below])


def _sorted(exponents: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted((name, power) for name, power in exponents.items() if power))


MONEY = Unit.parse("money")
SHARE = Unit.parse("share")
RATIO = Unit.parse("ratio")
NUMBER = Unit()
