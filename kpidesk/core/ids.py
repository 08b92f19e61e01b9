"""Names that must not be mixed up."""

import uuid
from typing import NewType

DatasetId = NewType("DatasetId", str)
MetricName = NewType("MetricName", str)
DriverName = NewType("DriverName", str)
ScenarioId = NewType("ScenarioId", str)
DashboardId = NewType("DashboardId", str)
TileId = NewType("TileId", str)


def new_id() -> str:
    """A short random name, unique for any practical number of objects."""
    return uuid.uuid4().hex[:12]
