"""Formulas: the grammar, its limits, and units."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kpidesk.core.units import Unit
from kpidesk.metrics.expr import Binary, Call, Negative, Number, Ref, references
from kpidesk.metrics.formula import MAX_LENGTH, FormulaError, parse_formula
from kpidesk.metrics.unit_inference import infer_unit

UNITS = {
    name: Unit.parse(text)
    for name, text in {
        "mrr": "money / month",
        "customers": "customer",
        "arpa": "money / month / customer",
        "cac": "money / customer",
        "churn": "share",
        "margin": "share",
        "clicks": "click",
        "impressions": "impression",
    }.items()
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("user * month", "count"),
        ("customer * day", "count"),
        ("month", "months"),
        ("hour / ticket", "hours"),
        ("money / month / customer", "money"),
        ("order / customer", "ratio"),
    ],
)
def test_a_unit_prints_as_what_it_counts(text, kind):
    assert Unit.parse(text).kind == kind


def test_products_bind_tighter_than_sums_and_chains_lean_left():
    expr = parse_formula("a - b - c * d")
    assert isinstance(expr, Binary)
    assert expr.operator == "-"
    assert isinstance(expr.left, Binary)
    assert expr.left.operator == "-"
    assert isinstance(expr.right, Binary)
    assert expr.right.operator == "*"


def test_calls_negatives_and_numbers_are_read():
    expr = parse_formula("-default(a, 1.5e2)")
    assert isinstance(expr, Negative)
    assert isinstance(expr.operand, Call)
    assert expr.operand.arguments[1] == Number(150.0, position=12)
    assert references(expr) == ("a",)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 0),
        ("a +", 3),
        ("(a", 2),
        ("a)", 1),
        ("a b", 2),
        ("a ** b", 3),
        ("a // b", 3),
        ("eval(a)", 0),
        ("a.b", 1),
        ("a[0]", 1),
        ("'a'", 0),
        ("a = 1", 2),
        ("a; b", 1),
        ("lambda: a", 6),
        ("monthly(a, b)", 0),
        ("monthly()", 8),
        ("first(a)", 0),
        ("1e999", 0),
        ("١ + 1", 0),
        ("a\x00", 1),
        ("π", 0),
    ],
)
def test_what_is_no_formula_is_refused_with_its_place(text, position):
    with pytest.raises(FormulaError) as caught:
        parse_formula(text)
    assert caught.value.position == position
    assert str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 499,
        "-" * 499 + "1",
        "max(" * 120,
        "a+" * 249 + "a",
        "(" * 200 + "a" + ")" * 200,
        "a" * 1_000_000,
        "1" * (MAX_LENGTH + 1),
        "first(" + ",".join("a" * 200) + ")",
    ],
)
def test_hostile_formulas_end_within_50_ms(text):
    start = time.process_time()
    with pytest.raises(FormulaError):
        parse_formula(text)
    assert time.process_time() - start < 0.05


def place_of_error(text):
    try:
        parse_formula(text)
    except FormulaError as error:
        return error.position
    return 0


@given(st.text(max_size=600))
def test_any_text_is_a_formula_or_a_formula_error(text):
    assert 0 <= place_of_error(text) <= len(text)


@given(st.text(alphabet="ab1.+-*/(), \tmonthlyfirst", max_size=80))
def test_texts_of_the_right_letters_never_break_the_parser(text):
    assert 0 <= place_of_error(text) <= len(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("mrr / customers", "money / month / customer"),
        ("arpa * margin / monthly(churn)", "money / customer"),
        ("cac / (arpa * margin)", "month"),
        ("months_per_year * mrr", "money / year"),
        ("1 / monthly(churn)", "month"),
        ("1 - churn", "share"),
        ("share(mrr, mrr)", "share"),
        ("default(mrr, 0) + mrr", "money / month"),
        ("100 * churn", "share"),
        ("-mrr", "money / month"),
    ],
)
def test_units_follow_the_formula(text, unit):
    assert infer_unit(parse_formula(text), UNITS) == Unit.parse(unit)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("mrr + customers", 4),
        ("mrr - cac", 4),
        ("default(mrr, 1)", 0),
        ("min(mrr, customers)", 0),
        ("monthly(mrr)", 0),
        ("1 + customers", 2),
        ("mrr + nothing", 6),
        ("share(cac, mrr)", 0),
    ],
)
def test_units_that_do_not_go_together_are_refused_at_their_place(text, position):
    with pytest.raises(FormulaError) as caught:
        infer_unit(parse_formula(text), UNITS)
    assert caught.value.position == position


def test_a_cost_per_customer_over_an_aggregate_mrr_is_no_number_of_months():
    found = infer_unit(parse_formula("cac / mrr"), UNITS)
    assert not found.may_be_declared(Unit.parse("month"))


def test_a_quotient_of_counts_may_read_as_a_share():
    assert infer_unit(parse_formula("clicks / impressions"), UNITS).may_be_declared(Unit.parse("share"))


def test_a_lone_name_is_a_reference():
    assert parse_formula("  mrr ") == Ref("mrr", 2)
