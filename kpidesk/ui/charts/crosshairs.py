"""The crosshair of one chart leads those of the others over the same periods."""

from collections.abc import Callable, Iterable

from kpidesk.core.period import Period
from kpidesk.ui.charts.chart_tile import ChartTile


def lead(here: ChartTile, others: Callable[[], Iterable[ChartTile]]) -> None:
    """Let the crosshair of ``here`` run in all of ``others`` that show the period it stands at."""

    def follow(row: int) -> None:
        period = _period(here, row)
        for other in others():
            if other is not here and other.figure is not None:
                rows = other.figure.table.rows if other.view.figure.readout_xs and period is not None else ()
                other.view.follow(next((at for at, line in enumerate(rows) if line[0] == period), -1))

    here.view.pointed.connect(follow)


def _period(tile: ChartTile, row: int) -> Period | None:
    """The period of a row of its figure, None where rows are none."""
    rows = tile.figure.table.rows if tile.figure is not None else ()
    found = rows[row][0] if 0 <= row < len(rows) else None
    return found if isinstance(found, Period) else None
