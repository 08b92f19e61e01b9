"""A way back that the user wants to try: it becomes a scenario in one step, which can be undone."""

from itertools import count

from kpidesk.core.formatting import Style, format_value
from kpidesk.core.ids import DriverName, ScenarioId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.scenario.model import Kind, Override, Scenario
from kpidesk.session.commands.scenarios import Suppose
from kpidesk.session.services import Services
from kpidesk.session.ways_back import WayBack
from kpidesk.workspace.document import Workspace


def suppose_way(services: Services, way: WayBack, style: Style) -> None:
    """Set its driver to what is needed, in a scenario of its own, in the place of the last way that was tried alone."""
    definition = services.catalogue.get(way.driver)
    value = format_value(way.needed, definition.unit.kind, style)
    text = QT_TRANSLATE_NOOP("commands", "Set {driver} to {value}")
    override = Override(DriverName(way.driver), Kind.ABSOLUTE, way.needed)
    label = Message(text, driver=definition.label(style.language), value=value)
    services.session.execute(Suppose(Scenario(_free_id(services.session.document), "", (override,)), label))


def _free_id(document: Workspace) -> ScenarioId:
    """One that no scenario has which the user made something of."""
    names = (ScenarioId("why" if n == 1 else f"why-{n}") for n in count(1))
    return next(name for name in names if _is_mere_try(document.scenarios.get(name)))


def _is_mere_try(known: Scenario | None) -> bool:
    return known is None or not (known.name or known.note or known.ramp or known.start or len(known.overrides) > 1)
