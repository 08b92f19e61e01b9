"""Our statements are those of Ibis; a long one is compiled in pieces."""

import ibis
import pytest
from kpidesk.core.courtesy import be_courteous
from kpidesk.store.compiling import statement_of

SALES = ibis.table({"day": "date", "customer": "int64", "amount": "int64", "plan": "string"}, name="sales")
CUSTOMERS = ibis.table({"customer": "int64", "country": "string"}, name="customers")


def monthly():
    month = SALES.mutate(month=SALES.day.truncate("M"))
    return month.group_by("month").agg(total=month.amount.sum(), who=month.customer.nunique())


def joined():
    both = SALES.join(CUSTOMERS, "customer")
    return both.filter(both.country.isin(["DE", "FR"])).order_by("amount").limit(5)


def ranked():
    order = ibis.window(group_by=SALES.customer, order_by=SALES.day)
    return SALES.mutate(nth=ibis.row_number().over(order), before=SALES.amount.lag().over(order)).distinct()


@pytest.mark.parametrize("query", [lambda: SALES, monthly, joined, ranked, lambda: monthly().union(monthly())])
def test_a_statement_is_the_one_of_ibis(query):
    assert statement_of(query()) == str(ibis.to_sql(query(), dialect="duckdb", pretty=False))


def test_a_window_may_go_first_between_the_parts_of_a_statement():
    pauses = []
    be_courteous(lambda: pauses.append("pause"))
    try:
        statement_of(joined())
    finally:
        be_courteous(None)
    assert len(pauses) > 10
