"""Movement: short fades of what comes up, and none where less movement is wanted."""

from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

FADE_MS = 120


@dataclass
class _Motion:
    is_reduced: bool = False


_MOTION = _Motion()


def set_reduced_motion(reduced: bool) -> None:
    """Whether things come and go at once."""
    _MOTION.is_reduced = reduced


def fade_in(widget: QWidget) -> None:
    """Let a widget that has just come appear within a blink; the effect goes when it is over."""
    if _MOTION.is_reduced:
        return
    effect = QGraphicsOpacityEffect(widget)
    effect.setOpacity(0.0)
    widget.setGraphicsEffect(effect)
    fade = QPropertyAnimation(effect, b"opacity", widget)
    fade.setDuration(FADE_MS)
    fade.setStartValue(0.0)
    fade.setEndValue(1.0)
    fade.setEasingCurve(QEasingCurve.Type.OutCubic)
    fade.finished.connect(lambda: widget.setGraphicsEffect(None))
    fade.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)
