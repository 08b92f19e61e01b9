"""How drivers move together: rank correlations that a user states, made one with those of their histories."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import Array

_ROUNDS = 200
_EXACT, _NEAR = 1e-7, 2e-3
_MOST = 0.999
"""A strength of 1 leaves no room around it, into which nothing can be projected: so near is there."""

_PAIR = re.compile(r"(?P<one>[^~=]+)~(?P<other>[^~=]+)=(?P<strength>.+)")


@dataclass(frozen=True, slots=True)
class Correlation:
    """Two drivers that move together: ``strength`` is Spearman's, −1 to 1; 0 says that they have nothing in common."""

    one: DriverName
    other: DriverName
    strength: float

    @property
    def pair(self) -> frozenset[DriverName]:
        """Whom it is of; the order says nothing."""
        return frozenset((self.one, self.other))


def parse_correlation(text: str) -> Correlation:
    """Read ``arpa~customer_churn_rate=-0.4``; UserError for what is none."""
    found = _PAIR.fullmatch(text.strip())
    if found is None:
        raise _refusal(text)
    return correlation_of(found["one"].strip(), found["other"].strip(), found["strength"])


def correlation_of(one: str, other: str, typed: str) -> Correlation:
    """Two drivers and a typed strength: ``-0.4``, ``−40%``, ``0,4``; UserError for what is none."""
    bare = typed.strip().replace("−", "-").replace(",", ".").replace("％", "%")
    try:
        strength = float(bare.removesuffix("%")) / (100 if bare.endswith("%") else 1)
    except ValueError:
        raise _refusal(typed) from None
    if not -1 <= strength <= 1 or one == other or not one or not other:
        raise _refusal(typed)
    return Correlation(DriverName(one), DriverName(other), strength)


def with_stated(names: Sequence[str], found: Array, stated: Iterable[Correlation]) -> Array:
    """The correlations of these drivers: those stated as they are, the others as near to ``found`` as can be.

    Correlations are only possible together where their matrix is positive semi-definite. The nearest such matrix with
    the stated ones in their places is found by alternating projections (Higham 2002, with the correction of Dykstra).
    UserError, which names them, where there is none.
    """
    places = {name: place for place, name in enumerate(names)}
    known = [each for each in stated if each.one in places and each.other in places]
    if not known:
        return found
    wanted, fixed = found.copy(), np.eye(len(names), dtype=bool)
    for each in known:
        one, other = places[each.one], places[each.other]
        wanted[one, other] = wanted[other, one] = max(-_MOST, min(_MOST, each.strength))
        fixed[one, other] = fixed[other, one] = True
    alone = np.where(fixed, wanted, 0.0)
    made = _nearest(wanted, fixed)
    if made is None and np.linalg.eigvalsh(alone)[0] >= -_EXACT:
        made = alone
    if made is None:
        raise _impossible(known)
    return made


def check_together(stated: Sequence[Correlation]) -> None:
    """UserError where no drivers at all could move together like this."""
    names = list(dict.fromkeys(name for each in stated for name in (each.one, each.other)))
    with_stated(names, np.eye(len(names)), stated)


def _nearest(wanted: Array, fixed: npt.NDArray[np.bool_]) -> Array | None:
    """The nearest correlation matrix with the fixed entries of the wanted one; None where none has them."""
    made, correction, least = wanted, np.zeros_like(wanted), -1.0
    for _ in range(_ROUNDS):
        sizes, vectors = np.linalg.eigh(made - correction)
        whole = (vectors * np.maximum(sizes, 0.0)) @ vectors.T
        correction = whole - (made - correction)
        made = np.where(fixed, wanted, whole)
        least = np.linalg.eigvalsh(made)[0]
        if least >= -_EXACT:
            break
    return np.asarray(made) if least >= -_NEAR else None


def _impossible(known: Sequence[Correlation]) -> UserError:
    pairs = ", ".join(f"{each.one}~{each.other}={each.strength:g}".replace("=-", "=−") for each in known)
    text = QT_TRANSLATE_NOOP("scenario", "No drivers can move together like this: {pairs}")
    hint = QT_TRANSLATE_NOOP(
        "scenario", "Two that go with a third go with one another: bring one of the numbers nearer to 0."
    )
    return UserError(Message(text, pairs=pairs), Message(hint))


def _refusal(text: str) -> UserError:
    return UserError(
        Message(QT_TRANSLATE_NOOP("scenario", "“{text}” does not say how two drivers move together"), text=text),
        Message(
            QT_TRANSLATE_NOOP("scenario", "Write a number from −1 to 1, such as {examples}."), examples="0.4, −0.7"
        ),
    )
