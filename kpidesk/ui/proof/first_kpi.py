"""Which KPI is held against other sources before one is chosen."""

from kpidesk.core.ids import MetricName
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame
from kpidesk.workspace.ready_boards import OVERVIEW, ready_boards


def first_told(catalogue: Catalogue, frame: ResultFrame | None) -> MetricName:
    """The first that tables give and that has a value, those of the first board before others.

    Where none has one, or no answer is known yet (None), the first that tables could give.
    """
    every = dict.fromkeys((*ready_boards()[OVERVIEW].metrics, *catalogue.definitions))
    names = [name for name in every if name in catalogue and catalogue.get(name).measures]
    return next((name for name in names if frame is not None and frame.value(name) is not None), names[0])
