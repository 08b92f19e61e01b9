"""What a figure lacks, in words."""

import pytest
from kpidesk.charts.needs import need


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (
            ("spend.date", "spend.cost"),
            "Needs a table of advertising and other spend: date, cost.",
        ),
        (
            ("subscriptions.customer_id", "subscriptions.start_date", "subscriptions.cancel_date", "subscriptions.mrr"),
            "Needs a table of subscriptions: customer, start date, end date and more.",
        ),
        (
            ("subscriptions.mrr", "spend.cost", "subscriptions.start_date"),
            "Needs tables of subscriptions, advertising and other spend.",
        ),
        (("orders.profit",), "Needs profit in a table of orders."),
        (("surveys.nps_score",), "Needs a table of survey answers: NPS answer (0–10)."),
    ],
)
def test_a_need_names_the_table_and_its_columns(missing, said):
    assert str(need(missing, "en")) == said


def test_what_no_sheet_holds_is_no_table():
    assert need(("nowhere.column",), "en") is None
    assert need((), "en") is None
