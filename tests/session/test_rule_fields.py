"""Rules as fields: what is typed is what holds, and what makes no sense is refused."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from kpidesk.core.errors import UserError
from kpidesk.session.rule_fields import Kind, parsed, text_of, value_of, with_value
from kpidesk.session.rule_sections import SECTIONS
from kpidesk.workspace.document import Rules

FIELDS = {field.path: field for section in SECTIONS for field in section.fields}
TYPED = {
    "currency": ("eur", "EUR"),
    "rates": ("EUR 1.08, gbp: 1.27, EUR 2026-3 1.1", {"EUR": 1.08, "GBP": 1.27, "EUR 2026-03": 1.1}),
    "as_of": ("2026/6/30", date(2026, 6, 30)),
    "active_window_days": ("120", 120),
    "gap_months": ("0", 0),
    "past_due_days": ("45", 45),
    "business.active.events": ("report, export、report", ("report", "export")),
    "business.product_qualified.features": ("5", 5),
    "business.stage_words.mql": ("warm；heiß", ("warm", "heiß")),
    "business.business_hours.opens": ("8:30", 8.5),
    "business.business_hours.holidays": ("2026-01-01, 2026-12-25", (date(2026, 1, 1), date(2026, 12, 25))),
    "business.paid_channels": ("Google Ads, LinkedIn", ("Google Ads", "LinkedIn")),
    "business.cac_lag_months": ("3", 3),
    "business.handling_hours": ("0,75", 0.75),
}


@pytest.mark.parametrize(("path", "typed", "value"), [(path, *pair) for path, pair in TYPED.items()])
def test_what_is_typed_holds_and_is_written_so_that_it_reads_the_same(path, typed, value):
    field = FIELDS[path]
    rules = with_value(Rules(), field, parsed(field, typed))
    assert value_of(rules, field) == value
    assert with_value(Rules(), field, parsed(field, text_of(rules, field))) == rules


@pytest.mark.parametrize("field", FIELDS.values(), ids=list(FIELDS))
def test_every_field_reads_back_its_default(field):
    rules = Rules()
    if field.kind not in (Kind.SWITCH, Kind.WEEKDAYS):
        assert parsed(field, text_of(rules, field)) == value_of(rules, field)
    assert with_value(rules, field, value_of(rules, field)) == rules


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("currency", "euro"),
        ("rates", "EUR"),
        ("rates", "EUR 0"),
        ("rates", "EUR 2026-13 1.1"),
        ("as_of", "2026-02-30"),
        ("gap_months", "-1"),
        ("gap_months", "1.5"),
        ("active_window_days", "many"),
        ("business.business_hours.opens", "9:75"),
        ("business.handling_hours", "nan"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(path, typed):
    with pytest.raises(UserError):
        parsed(FIELDS[path], typed)


def test_the_desk_opens_before_it_closes():
    with pytest.raises(UserError, match="before it closes"):
        with_value(Rules(), FIELDS["business.business_hours.closes"], 8.0)


def test_an_empty_field_is_found_from_the_data():
    for path in ("currency", "as_of", "business.paid_channels"):
        assert parsed(FIELDS[path], " ") is None


def test_words_taken_away_leave_no_trace():
    field = FIELDS["business.stage_words.won"]
    assert with_value(with_value(Rules(), field, ("yes",)), field, ()) == Rules()


@given(st.sampled_from(list(FIELDS.values())), st.text(max_size=24))
def test_no_text_breaks_a_field(field, typed):
    if field.kind in (Kind.SWITCH, Kind.WEEKDAYS):
        return
    try:
        rules = with_value(Rules(), field, parsed(field, typed))
    except UserError:
        return
    assert parsed(field, text_of(rules, field)) == value_of(rules, field)


RATES = st.floats(min_value=0, max_value=1e9, exclude_min=True)


@given(st.dictionaries(st.sampled_from(["VND", "EUR", "EUR 2026-03", "IDR"]), RATES, min_size=1))
@example({"VND": 0.0000394, "EUR": 1.08})
@example({"IDR": 16345.678, "VND": 25_380_000.0})
def test_any_rate_is_written_so_that_it_reads_the_same_to_the_last_digit(rates):
    field = FIELDS["rates"]
    assert parsed(field, text_of(with_value(Rules(), field, rates), field)) == rates


HANDLING = FIELDS["business.handling_hours"]


@given(st.floats(min_value=HANDLING.least, max_value=HANDLING.most))
def test_any_number_is_written_so_that_it_reads_the_same(number):
    assert parsed(HANDLING, text_of(with_value(Rules(), HANDLING, number), HANDLING)) == number


def test_a_rate_is_written_as_one_writes_it():
    field = FIELDS["rates"]
    rules = with_value(Rules(), field, {"VND": 0.0000394, "EUR": 1.08, "USD": 1.0, "XAU": 2_500_000.0})
    assert text_of(rules, field) == "VND 0.0000394, EUR 1.08, USD 1, XAU 2500000"
