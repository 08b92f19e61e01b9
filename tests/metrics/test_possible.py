"""What sheets will give is told from the roles of their columns alone."""

from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.possible import possible_kpis

LEDGER = frozenset({"subscription_id", "customer_id", "start_date", "cancel_date", "mrr"})


def test_nothing_gives_nothing():
    assert "mrr" not in possible_kpis(load_catalogue(), {})


def test_ledger_gives_what_is_computed_from_it_and_not_what_needs_spend():
    found = possible_kpis(load_catalogue(), {"subscriptions": LEDGER})
    assert {"mrr", "arr", "customer_churn_rate", "nrr", "arpa"} <= found
    assert not {"cac", "ltv_cac", "nps"} & found


def test_another_table_adds_what_stands_on_both():
    catalogue = load_catalogue()
    spend = frozenset({"date", "channel", "cost"})
    assert "ltv_cac" in possible_kpis(catalogue, {"subscriptions": LEDGER, "spend": spend})


def test_monthly_sheet_gives_its_own_figures_and_their_formulas():
    found = possible_kpis(load_catalogue(), {"monthly_metrics": frozenset({"month", "ltv", "cac"})})
    assert {"ltv", "cac", "ltv_cac"} <= found


def test_customers_with_price_and_end_stand_for_a_ledger():
    customers = frozenset({"customer_id", "signup_date", "cancel_date", "mrr"})
    assert {"mrr", "customer_churn_rate"} <= possible_kpis(load_catalogue(), {"customers": customers})
