"""What a what-if can use besides the figures of the whole: the same by parts, and what the ledger says of customers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kpidesk.metrics.frame import ResultFrame
from kpidesk.scenario.ages import Ages
from kpidesk.scenario.presets import Largest


@dataclass(frozen=True, eq=False)
class Beside:
    """Figures split by attributes, how old customers are, and who pays most; what is not known is left out."""

    split: Mapping[str, ResultFrame] = field(default_factory=dict)
    ages: Ages | None = None
    largest: Largest | None = None


ALONE = Beside()
