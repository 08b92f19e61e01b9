"""Which attributes customers change over their life: movements follow those, and no others."""

import pytest

from tests.facts.companies import Company

HEADER = "customer_id start_date cancel_date mrr plan region"
FIRST, LATER = ("2024-01-01", "2024-03-01", 10), ("2024-03-01", None, 10)
TRANSFERS = (6, 7)


def transfers(company: Company, attribute: str) -> set[tuple[int, str]]:
    """The kind and segment of all transfers between segments."""
    facts = company.facts()
    moves = facts.relation("moves_month", (attribute,))
    assert moves is not None
    found = facts.run(moves.filter(moves.kind.isin(TRANSFERS)).select("kind", f"a_{attribute}"))
    return {(int(kind), str(value)) for kind, value in zip(found["kind"], found[f"a_{attribute}"], strict=True)}


@pytest.mark.parametrize(
    ("before", "after", "plans", "regions"),
    [
        (("Pro", "EU"), ("Pro", "EU"), set(), set()),
        (("Pro", "EU"), ("Max", "EU"), {(6, "Max"), (7, "Pro")}, set()),
        (("Pro", "EU"), ("Pro", "US"), set(), {(6, "US"), (7, "EU")}),
        (("Pro", "Max"), ("Max", "Pro"), {(6, "Max"), (7, "Pro")}, {(6, "Pro"), (7, "Max")}),
        (("ProE", "U"), ("Pro", "EU"), {(6, "Pro"), (7, "ProE")}, {(6, "EU"), (7, "U")}),
    ],
)
def test_only_what_changes_is_followed(
    company: Company,
    before: tuple[str, str],
    after: tuple[str, str],
    plans: set[tuple[int, str]],
    regions: set[tuple[int, str]],
) -> None:
    others = [(name, *FIRST, *said) for name, said in (("b", ("Pro", "EU")), ("d", ("Max", "US")))]
    company.add("subscriptions", HEADER, ("a", *FIRST, *before), ("a", *LATER, *after), *others)
    assert transfers(company, "plan") == plans
    assert transfers(company, "region") == regions


def test_rows_of_one_day_that_differ_in_money_alone_all_count(company: Company) -> None:
    twin = ("a", "2024-01-01", None, 10.0, "Pro", "EU")
    far = ("a", "2024-01-01", None, 10.0 + 2**15 / 100, "Pro", "EU")
    company.add("subscriptions", HEADER, twin, far, twin, ("b", *FIRST, "Pro", "EU"))
    facts = company.facts()
    periods = facts.relation("periods", ())
    assert periods is not None
    assert sorted(facts.run(periods.select("c", "cents"))["cents"]) == [1000, 1000, 1000 + 2**15]
    assert [finding.count for finding in facts.findings if finding.code == "facts.duplicate_rows"] == [1]
