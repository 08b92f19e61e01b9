"""What a formula lacks: of several ways the nearest, and nothing that can be assumed."""

from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.missing_parts import missing_parts

PRICE, PROFIT = ("subscriptions.mrr",), ("orders.profit",)


def lacks(kpi, **missing):
    catalogue = load_catalogue()
    return missing_parts(catalogue.get(kpi).expr, missing, catalogue)


def test_of_several_ways_the_nearest_is_named():
    whole = {"cost_of_revenue": ("monthly_metrics.cost_of_revenue",), "recurring_revenue": PRICE}
    assert lacks("gross_margin", gross_profit=PROFIT, **whole) == PROFIT


def test_what_can_be_assumed_is_named_only_where_nothing_else_lacks():
    assert lacks("ltv", arpa=PRICE, gross_margin=PROFIT) == PRICE
    assert lacks("ltv", gross_margin=PROFIT) == PROFIT
