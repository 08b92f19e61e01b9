"""Statements for engines that are not at hand: they are made for every measure, and nothing in them is an estimate."""

import re
from datetime import date

import ibis
import pytest
from ibis.backends.sql.compilers.base import SQLGlotCompiler
from kpidesk.core.errors import UserError
from kpidesk.core.period import Grain
from kpidesk.facts.exchange import Rates
from kpidesk.facts.movements import movements
from kpidesk.facts.segmented_moves import newcomers, segmented_moves
from kpidesk.store.engine_compilers import ExactClickHouseCompiler, ExactTrinoCompiler, TryingPostgresCompiler
from kpidesk.store.engines import open_engine, without_password

ROWS = ibis.table({"c": "int64", "day": "date", "hours": "float64", "text": "string"}, name="rows")
PERIODS = ibis.table({"c": "int64", "start": "date", "end": "date", "cents": "int64"}, name="periods")
PAID = ibis.table({**PERIODS.schema(), "money": "float64", "money_of": "int16"}, name="paid")
ESTIMATES = re.compile(r"\b(approx_\w+|uniq(?:If)?\(|quantile(?:If)?\(|quantileTDigest|hll)", re.I)


def statement(compiler: SQLGlotCompiler, table: ibis.Table) -> str:
    return str(compiler.to_sqlglot(table.unbind()).sql(dialect=compiler.dialect))


@pytest.mark.parametrize("compiler", [ExactClickHouseCompiler(), ExactTrinoCompiler(), TryingPostgresCompiler()])
def test_distinct_counts_and_percentiles_are_exact(compiler: SQLGlotCompiler) -> None:
    asked = ROWS.group_by("day").agg(
        customers=ROWS.c.nunique(),
        some=ROWS.c.nunique(where=ROWS.hours > 1),
        middle=ROWS.hours.median(where=ROWS.hours > 0),
        late=ROWS.hours.quantile(0.9),
    )

    made = statement(compiler, asked)

    assert not ESTIMATES.search(made), made


@pytest.mark.parametrize("grain", list(Grain)[:5])
@pytest.mark.parametrize("compiler", [ExactClickHouseCompiler(), ExactTrinoCompiler()])
def test_movements_are_made_for_every_grain(compiler: SQLGlotCompiler, grain: Grain) -> None:
    made = statement(compiler, movements(PERIODS, grain))
    assert made.startswith(("SELECT", "WITH"))


@pytest.mark.parametrize("compiler", [ExactClickHouseCompiler(), ExactTrinoCompiler(), TryingPostgresCompiler()])
def test_movements_free_of_exchange_rates_and_by_what_changes_are_made(compiler: SQLGlotCompiler) -> None:
    rates = Rates.of({"EUR": 1.1, "EUR 2024-02": 1.2, "GBP 2024-03": 1.3, "GBP 2024-05": 1.4})
    pieces = rates.revalued(PAID, date(2024, 6, 30))
    moves = movements(pieces, Grain.MONTH)
    told = pieces.mutate(a_plan=ibis.literal("Pro"))
    for expr in (
        moves,
        segmented_moves(told, moves, ["a_plan"], Grain.MONTH),
        newcomers(told, moves, ["a_plan"], Grain.MONTH),
        segmented_moves(told, moves, ["a_plan"], Grain.MONTH, has_credits=True),
        newcomers(told, moves, ["a_plan"], Grain.MONTH, has_credits=True),
    ):
        assert statement(compiler, expr).startswith(("SELECT", "WITH"))


def test_a_cast_that_may_fail_is_a_function_of_the_session_on_postgres() -> None:
    made = statement(TryingPostgresCompiler(), ROWS.select(at=ROWS.text.try_cast("timestamp")))
    assert "pg_temp.kpidesk_try_timestamp" in made.lower()


def test_an_address_is_shown_without_its_password() -> None:
    assert without_password("postgres://me:secret@host:5432/db") == "postgres://me:…@host:5432/db"


def test_an_unknown_engine_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserError, match="names no engine"):
        open_engine("mysql://somewhere")
