"""Two sources for one KPI: the causes of a difference sum to it, and each is what it is called."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.analysis.reconciliation import Gap, Months, Why, causes, disagreement, gaps, is_shifted
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.session.desk import open_desk
from kpidesk.session.reconciling import reconcile, reconcile_report, sources_of, sources_side_by_side

MRR = MetricName("mrr")
AMOUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 1000))


@st.composite
def a_source(draw):
    before, now, after = draw(AMOUNTS), draw(AMOUNTS), draw(AMOUNTS)
    more = draw(st.frozensets(st.sampled_from("abcdefgh")))
    return Months(before, now, after, frozenset({*before, *now, *after}) | more)


@given(a_source(), a_source())
def test_the_causes_sum_to_the_difference(first, second):
    found = causes(first, second)
    assert sum(cause.cents for cause in found) == sum(second.now.values()) - sum(first.now.values())
    differing = {who for who in {*first.now, *second.now} if first.now.get(who, 0) != second.now.get(who, 0)}
    assert sum(cause.customers for cause in found) == len(differing)


@given(a_source())
def test_a_source_agrees_with_itself(source):
    assert causes(source, source) == ()


def test_gaps_are_where_both_have_a_value_and_beyond_one_percent_is_told():
    months = [Period.parse(f"2024-0{number}") for number in range(1, 5)]
    listed = gaps(months, [100.0, None, 100.0, 0.0], [101.0, 5.0, 101.5, 0.0])
    assert [gap.is_beyond for gap in listed] == [False, True, False]
    (finding,) = disagreement(MRR, ("subscriptions", "invoices"), listed, "+1.5%")
    assert (finding.code, finding.count) == ("metrics.sources_disagree", 1)
    assert "2024-03" in str(finding.message)
    assert disagreement(MRR, ("a", "b"), listed[:1], "") == ()


def test_a_series_that_is_a_month_late_is_recognised():
    months = [Period.parse(f"2024-0{number}") for number in range(1, 8)]
    series = [100.0, 130.0, 90.0, 160.0, 150.0, 190.0, 210.0]
    late = [Gap(month, a, b) for month, a, b in zip(months, series, [95.0, *series[:-1]], strict=True)]
    other = [Gap(month, a, b) for month, a, b in zip(months, series, [one * 1.1 for one in series], strict=True)]
    assert is_shifted(late)
    assert not is_shifted(other)


def a_company(folder: Path) -> Path:
    """Subscriptions, the invoices of them with four mistakes, and a monthly sheet that is 5 off in June."""
    (folder / "subscriptions.csv").write_text(
        "customer_id,plan,start_date,cancel_date,mrr\na,Pro,2024-01-01,,100\nb,Pro,2024-01-01,2024-04-01,50\n"
        "c,Pro,2024-02-01,,80\nd,Pro,2024-01-01,,30\n",
        encoding="utf-8",
    )
    billed = {"a": (100, range(1, 7)), "b": (50, range(1, 5)), "c": (95, range(2, 7)), "x": (40, range(3, 7))}
    lines = [
        f"{who}{month},{who},2024-{month:02}-01,2024-{month:02}-01,2024-{month + 1:02}-01,{amount}"
        for who, (amount, months) in billed.items()
        for month in months
    ]
    head = "invoice_id,customer_id,invoice_date,period_start,period_end,amount\n"
    (folder / "invoices.csv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    values = (180, 260, 260, 210, 210, 215)
    sheet = "".join(f"2024-{month:02},{value}\n" for month, value in enumerate(values, start=1))
    (folder / "kpis.csv").write_text("month,mrr\n" + sheet, encoding="utf-8")
    return folder


def test_three_sources_of_mrr_and_why_they_disagree(tmp_path):
    with open_desk([a_company(tmp_path)]) as desk:
        backend, document = desk.services.backend.get(), desk.document
        sources = sources_of(backend, document.used, document.rules, MRR)
        invoices, sheet = found = reconcile(MRR, sources, Style())
        report = reconcile_report(MRR, sources, found)
    assert [source.way for source in sources] == ["subscriptions", "invoices", "monthly_metrics"]
    assert {str(gap.period): gap.difference for gap in invoices.gaps}["2024-04"] == 75
    at, why = invoices.causes[0]
    assert str(at) == "2024-04"
    assert {cause.why: (cause.cents, cause.samples) for cause in why} == {
        Why.TIMING: (5000, ("b",)),
        Why.ONLY_SECOND: (4000, ("x",)),
        Why.ONLY_FIRST: (-3000, ("d",)),
        Why.AMOUNT: (1500, ("c",)),
    }
    assert [str(gap.period) for gap in sheet.gaps if gap.is_beyond] == ["2024-06"]
    assert report["chosen"] == "subscriptions"
    assert len(report["pairs"]) == 2
    assert all(pair["findings"] for pair in report["pairs"])


def test_what_was_counted_for_a_comparison_is_removed_and_the_data_s_own_facts_stay(tmp_path, monkeypatch):
    closed = []
    monkeypatch.setattr(Facts, "close", lambda facts: closed.append(id(facts)))
    with open_desk([a_company(tmp_path)]) as desk:
        own, document = desk.engine.facts, desk.document
        backend = desk.services.backend.get()
        sources, _found = sources_side_by_side(backend, document.used, document.rules, MRR, Style(), Progress())
        assert {id(source.engine.facts) for source in sources} == set(closed)
        assert id(own) not in closed
        assert desk.engine.facts is own


@pytest.mark.parametrize("name", ["revenue", "active_customers"])
def test_other_kpis_are_reconciled_too(tmp_path, name):
    with open_desk([a_company(tmp_path)]) as desk:
        document = desk.document
        sources = sources_of(desk.services.backend.get(), document.used, document.rules, MetricName(name))
        found = reconcile(MetricName(name), sources, Style())
    ways = [source.way for source in sources]
    assert ways == (["invoices"] if name == "revenue" else ["subscriptions", "invoices"])
    assert len(found) == len(ways) - 1
    assert all(not each.causes for each in found)
