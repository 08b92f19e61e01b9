"""The report that a user puts together: sections in order, each a page of the deck. Frozen; a change is a new one."""

from dataclasses import dataclass

from kpidesk.charts.spec import ChartSpec
from kpidesk.core.ids import MetricName

KINDS = ("headline", "cards", "chart", "table", "text", "scenario")
"""What a section can be; ``scenario`` shows the one that is on, and nothing where none is."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a report. ``title`` and ``text`` are the user's own; '' stands for what the product would say.

    ``id`` stays for as long as the section is kept: exported charts are found again by it.
    """

    id: str
    kind: str
    title: str = ""
    text: str = ""
    metrics: tuple[MetricName, ...] = ()
    chart: ChartSpec | None = None


@dataclass(frozen=True, slots=True)
class ReportPlan:
    """Title, sections and shape of a report; without sections it is the one that is made of the data by itself.

    ``template`` is the path of the user's own slides, '' for none.
    """

    title: str = ""
    sections: tuple[Section, ...] = ()
    ratio: str = "16:9"
    template: str = ""
    has_pseudonyms: bool = False

    def section(self, id: str) -> Section | None:
        """The section of that id, None where it is gone."""
        return next((each for each in self.sections if each.id == id), None)
