"""Deals that were won while nobody said for how much."""

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.making import Making
from kpidesk.facts.visits import says


def note_unpriced_deals(making: Making) -> None:
    """Findings for them where others have an amount: they are won, and no part of what the average deal is worth."""
    for one in making.of("deals"):
        if not one.has("amount") or not (one.has("stage") or one.has("is_won")):
            continue
        won = says(one.text("stage"), making.rules.business, "won") if one.has("stage") else one.rows["is_won"]
        unpriced = won & one.rows["amount"].isnull()
        text = QT_TRANSLATE_NOOP(
            "facts", "{n} {n|deal|deals} of {table} won without an amount: not in the average deal size"
        )
        making.notice_rows(one, unpriced, Finding(Level.WARNING, "facts.deals_without_amount", Message(text)))
