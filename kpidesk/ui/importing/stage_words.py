"""The stages of growth in the reader's words."""

from kpidesk.qt.translation import render
from kpidesk.ui.metrics.metric_browser import STAGES


def stage_text(stage: str) -> str:
    """The name of a stage."""
    return render(STAGES[stage]) if stage in STAGES else stage
