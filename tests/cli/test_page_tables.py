"""The tables of support, orders and traffic, and survival of revenue, as the command line prints them."""

import pytest
from companies import company

TICKETS = """Ticket,Created at,First response at,Resolved at,Type
1,2025-01-06 09:10,2025-01-06 09:40,2025-01-06 10:10,bug
2,2025-01-06 09:50,2025-01-06 13:50,,bug
3,2025-01-07 17:00,2025-01-08 17:00,2025-01-09 17:00,question
4,2025-01-13 09:00,,,question
5,2025-01-14 20:00,,,bug
"""
ORDERS = "Order no.,Order date,Customer ID,Category,Amount\n" + "".join(
    f"O{n}-{i},2025-0{i + 1}-1{n % 9},C{n},{('Tea', 'Pots')[n % 2]},{10 * (n + 1)}\n"
    for n in range(10)
    for i in range(1 + n % 3)
)
TRAFFIC = """Date,Page,Sessions,Engaged sessions,Pageviews
2025-01-03,/a,100,40,200
2025-01-03,/b,1000,840,2000
2025-02-03,/a,100,40,200
2025-02-03,/b,1000,840,2000
"""
LEDGER = """Customer ID,Plan,Start date,Cancel date,MRR
A,Gold,2024-01-10,,100
B,Basic,2024-01-20,2024-02-20,300
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    return company(folder, tickets=TICKETS, orders=ORDERS, web_traffic=TRAFFIC)


def test_support_tells_what_was_answered_in_time(run, small):
    told = run.json("table", "support", small, "--as-of", "2025-01-14")
    first = next(each for each in told["within"] if (each["step"], each["hours"]) == ("first_response", 24.0))
    assert (first["done"], first["n"]) == (3, 4)
    assert told["hours"]["counts"][0][9] == 3


def test_orders_by_group_and_by_category(run, small):
    told = run.json("table", "orders", small)
    assert sum(each["buyers"] for each in told["rfm"]["groups"]) == told["rfm"]["total"]["buyers"] == 10
    assert sum(map(sum, told["rfm"]["square"])) == 10
    paid = sum(10 * (n + 1) * (1 + n % 3) for n in range(10))
    assert told["rfm"]["total"]["paid"] == paid
    assert told["mix"][-1]["revenue"] == paid
    run("table", "orders", small, "--by", "category", "--csv")


def test_traffic_by_page_begins_with_the_worst(run, small):
    told = run.json("table", "traffic", small)
    assert [each["name"] for each in told["rows"]] == ["/a", "/b", None]
    assert [round(each["bounce"]["value"], 4) for each in told["rows"]] == [0.6, 0.16, 0.2]


def test_traffic_says_what_is_of_a_month_and_what_of_the_whole_range(run, small):
    """1,100 sessions of February stand beside pages of all three, 2,200 in all."""
    told = run.json("table", "traffic", small)
    assert (told["period"], told["values"]["sessions"]) == ("2025-02", 1100)
    assert (told["over"], told["rows"][-1]["values"]["sessions"]) == ({"from": "2025-01", "to": "2025-03"}, 2200)
    run("table", "traffic", small)
    assert "sessions  2025-02: 1,100" in run.out


def test_survival_of_revenue(run, tmp_path):
    files = company(tmp_path, subscriptions=LEDGER)
    told = run.json("table", "survival", files, "--kept", "revenue", "--as-of", "2024-04-30")
    assert told["kept"] == "revenue"
    assert told["curves"][-1]["shares"] == [1, 0.25, 0.25, 0.25]
    assert told["curves"][-1]["at_risk"][0] == 2


@pytest.mark.parametrize("kind", ["orders", "traffic"])
def test_range_beyond_the_data_has_no_figures(kind, run, small):
    run("table", kind, small, "--from", "2099-01")


def test_names_that_a_spreadsheet_would_run_are_tamed_in_any_script(run, tmp_path):
    source = company(tmp_path, orders=ORDERS.replace("Tea", "＝Tea"))
    for command in (("table", "orders", source), ("compute", source, "--kpi", "revenue")):
        run(*command, "--by", "category", "--csv")
        assert "'＝Tea" in run.out, command
