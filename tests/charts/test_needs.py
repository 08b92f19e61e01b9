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
        (("orders.profit",), "Needs a column in a table of orders: profit."),
        (("surveys.nps_score",), "Needs a table of survey answers: NPS answer (0–10)."),
    ],
)
def test_a_need_names_the_table_and_its_columns(missing, said):
    assert str(need(missing, "en")) == said


def test_what_no_sheet_holds_is_no_table():
    assert need(("nowhere.column",), "en") is None
    assert need((), "en") is None


def test_columns_are_said_as_columns_not_as_a_part_of_the_sentence():
    assert str(need(("customers.churn_flag",), "en")) == "Needs a column in a table of customers: churned."
    two = need(("social.engagements", "social.influencer_id"), "en")
    assert str(two) == "Needs columns in a table of social media: engagements, influencer."


def test_a_second_way_to_name_rows_is_no_sheet_by_itself():
    # leads are read by their date, or by their number and status: the number alone makes no sheet of them
    assert str(need(("leads.lead_id",), "en")) == "Needs a column in a table of leads: lead ID."


@pytest.fixture(scope="module")
def lacking(tmp_path_factory):
    """What each figure says that nothing but a table of subscriptions was brought for."""
    from kpidesk.metrics.query import Query
    from kpidesk.session.desk import open_desk

    sheet = tmp_path_factory.mktemp("book") / "subscriptions.csv"
    rows = (f"C{i},2025-{1 + i % 6:02d}-01,{'2025-08-05' if i % 5 == 0 else ''},100" for i in range(30))
    sheet.write_text("\n".join(("Customer ID,Start date,Cancel date,MRR", *rows)) + "\n")
    with open_desk((sheet,)) as desk:
        frame = desk.compute(Query())
        return {
            name: str(need(each.missing, "en") or "") for name, each in frame.series.items() if not each.is_computable
        }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kpi", "said"),
    [
        ("social_likes", "Needs a table of social media: date, likes."),
        ("influencer_cpe", "Needs a table of social media: date, influencer cost, engagements and more."),
        ("ces_channel", "Needs a table of survey answers: effort: contact channel."),
        ("search_clicks", "Needs a table of website traffic: date, clicks."),
        ("ad_impressions", "Needs a table of advertising and other spend: date, cost, impressions."),
        ("cac_paid", "Needs a table of advertising and other spend: date, cost, channel."),
        ("cqls", "Needs a table of leads: created on, status."),
        # either of several sheets is enough: the nearest is named, not all of them
        ("sessions", "Needs a table of website traffic: date, sessions."),
        ("csat", "Needs a table of survey answers: satisfaction score."),
        ("capex", "Needs a table of monthly figures: month, capital expenditure."),
        ("churned_share", "Needs a column in a table of customers: churned."),
    ],
)
def test_a_figure_names_what_it_needs_itself(lacking, kpi, said):
    assert lacking[kpi] == said


@pytest.mark.slow
def test_every_figure_that_cannot_be_computed_says_what_to_bring(lacking):
    assert len(lacking) > 100
    assert not [kpi for kpi, said in lacking.items() if not said.startswith("Needs ")]
