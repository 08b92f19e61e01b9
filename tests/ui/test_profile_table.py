"""Two profiles side by side: what is read adds up, to the cent."""

import re

from kpidesk.analysis.profile_comparison import Difference, SwitchPart
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.profiles import Choice, Profile
from kpidesk.ui.proof.profile_table import profile_table


def a_part(contribution: float) -> SwitchPart:
    choice = Choice("answer", {"en": "A reason"})
    return SwitchPart("switch", choice, choice, contribution)


def numbers(found: Difference) -> list[list[float]]:
    """The number of each cell of a line, the reasons' column last."""
    profile = Profile("a", {"en": "A"}, "", {})
    view = profile_table(load_catalogue(), (profile, profile), [found], Style())
    read = [[cell.text.replace("−", "-") for cell in line[1:4]] for line in view.rows]
    return [[float(re.sub(r"[^0-9.-]", "", text)) for text in line if text] for line in read]


def test_rounded_reasons_sum_to_the_difference_that_is_shown():
    """$8,376.33 − $4,022.76 is $4,353.57; both reasons alone would be rounded up to one cent more."""
    found = Difference(MetricName("ltv"), 4022.761, 8376.333, (a_part(2787.286), a_part(1566.286)))
    (before, after, change), *reasons = numbers(found)
    assert (before, after, change) == (4022.76, 8376.33, 4353.57)
    assert [reason for (reason,) in reasons] == [2787.29, 1566.28]


def test_a_difference_is_that_of_the_figures_beside_it():
    found = Difference(MetricName("ltv"), 2458.714, 5119.616, (a_part(2660.902),))
    assert numbers(found) == [[2458.71, 5119.62, 2660.91]]


def test_a_difference_less_than_the_digits_is_still_said():
    found = Difference(MetricName("ltv"), 10.0, 10.001, (a_part(0.001),))
    assert len(numbers(found)) == 1
