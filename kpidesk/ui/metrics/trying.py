"""A way back that the user wants to try: it becomes a scenario in one step, which can be undone."""

from kpidesk.core.formatting import Style, format_value
from kpidesk.core.ids import DriverName, ScenarioId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.scenario.model import Kind, Override, Scenario
from kpidesk.session.commands.scenarios import Suppose
from kpidesk.session.services import Services
from kpidesk.session.ways_back import WayBack

_SCENARIO = ScenarioId("why")


def suppose_way(services: Services, way: WayBack, style: Style) -> None:
    """Set its driver to what is needed, in a scenario of its own."""
    definition = services.catalogue.get(way.driver)
    value = format_value(way.needed, definition.unit.kind, style)
    text = QT_TRANSLATE_NOOP("commands", "Set {driver} to {value}")
    override = Override(DriverName(way.driver), Kind.ABSOLUTE, way.needed)
    label = Message(text, driver=definition.label(style.language), value=value)
    services.session.execute(Suppose(Scenario(_SCENARIO, "", (override,)), label))
