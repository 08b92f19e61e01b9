"""The crosshair of one chart leads those of the others over the same periods."""

from collections.abc import Callable, Iterable

from kpidesk.ui.charts.chart_tile import ChartTile


def lead(here: ChartTile, others: Callable[[], Iterable[ChartTile]]) -> None:
    """Let the crosshair of ``here`` run in all of ``others`` that show the period it stands at."""

    def follow(row: int) -> None:
        period = here.period_at(row)
        for other in others():
            if other is not here and other.figure is not None:
                rows = other.figure.table.rows if other.view.figure.readout_xs and period is not None else ()
                other.view.follow(next((at for at, line in enumerate(rows) if line[0] == period), -1))

    here.view.pointed.connect(follow)
