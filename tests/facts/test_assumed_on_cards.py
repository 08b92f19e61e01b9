"""What nobody told and the definitions assume is said on the card, not only behind it."""

from kpidesk.charts.card import build_card
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query

from tests.facts.companies import Company

NAMES = tuple(MetricName(name) for name in ("gross_margin", "ltv", "mrr"))


def feet(company: Company) -> dict[str, tuple[str, str]]:
    catalogue = load_catalogue()
    frame = Engine(catalogue, company.facts()).compute(Query(metrics=NAMES, grain=Grain.MONTH))
    cards = {name: build_card(name, frame, catalogue, Style()) for name in NAMES}
    return {str(name): (str(card.foot), str(card.short_foot)) for name, card in cards.items()}


def test_cards_say_that_the_margin_is_assumed(company: Company) -> None:
    """Nothing tells a cost: the lifetime value is of an assumed margin, MRR of none."""
    lives = [(f"c{at}", "2024-01-05", "2024-03-09" if at < 20 else None, 100) for at in range(100)]
    company.add("subscriptions", "customer_id start_date cancel_date mrr", *lives)
    found = feet(company)
    assert found["gross_margin"][0].endswith("gross margin unknown: 100% assumed")
    assert found["gross_margin"][1].endswith("partly assumed")
    assert found["ltv"][1].endswith("partly assumed")
    assert "assumed" not in "".join(found["mrr"])
