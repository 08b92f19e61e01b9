"""A share above 100% is never told without a warning."""

from kpidesk.core.formatting import Style
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.impossible import NOTE, impossible_findings
from kpidesk.metrics.query import Query

from tests.facts.companies import Company

CATALOGUE = load_catalogue()


def a_sheet(company: Company, *months: tuple[int, int]) -> None:
    """Customers at the start and lost customers, month by month."""
    for number, (start, lost) in enumerate(months, 1):
        day = f"2024-0{number}-01"
        rows = ((day, "starting_customers", start), (day, "churned_customers", lost))
        company.add("monthly_metrics", "month metric value", *rows)


def test_churn_of_more_than_all_is_told_with_a_warning(company: Company) -> None:
    """9 of 3 customers left in March, says the sheet: 300%."""
    a_sheet(company, (100, 5), (98, 4), (3, 9))
    query = Query(metrics=("customer_churn_rate", "retention_rate"), grain=Grain.MONTH)
    frame = Engine(CATALOGUE, company.facts()).compute(query)
    (told,) = impossible_findings(frame, CATALOGUE, Style())
    assert "above 100% in 1 period, 300.0% in 2024-03" in str(told.message)
    for series in frame.series.values():  # what rests on it says so too
        assert NOTE.text in [note.template.text for note in series.notes]


def test_all_of_them_is_no_contradiction(company: Company) -> None:
    a_sheet(company, (100, 5), (95, 95))
    frame = Engine(CATALOGUE, company.facts()).compute(Query(metrics=("customer_churn_rate",), grain=Grain.MONTH))
    assert not impossible_findings(frame, CATALOGUE, Style())
