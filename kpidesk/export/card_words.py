"""A KPI card in words, the same on slides and on paper."""

from kpidesk.charts.card import ARROWS, Card
from kpidesk.charts.feet import begun
from kpidesk.charts.figure import text_of
from kpidesk.core.formatting import NO_VALUE
from kpidesk.core.messages import Translate


def card_lines(card: Card, translate: Translate) -> tuple[str, ...]:
    """Name, value, change (never told by colour alone) with what it is compared to, and what the foot says."""
    versus = text_of(card.comparison_text or card.baseline_text, translate)
    delta = f"{ARROWS[card.direction]}{card.delta_text}" if card.delta_text else ""
    change = " ".join(part for part in (delta, card.factor_text, versus) if part)
    return card.label, card.value_text or NO_VALUE, change or " ", begun(text_of(card.foot, translate)) or " "
