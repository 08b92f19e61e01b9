"""All checks of the doctor, in the order in which they are run: the quick and telling ones first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kpidesk.core.findings import Finding
from kpidesk.core.progress import Progress
from kpidesk.facts.doctor.amounts import check_constants, check_currencies, check_outliers, check_scale
from kpidesk.facts.doctor.exam import Exam, ExamTable, Findings
from kpidesk.facts.doctor.gaps import check_gaps
from kpidesk.facts.doctor.migration import check_migration
from kpidesk.facts.doctor.orphans import check_orphans
from kpidesk.facts.doctor.repeats import check_customers, check_repeats
from kpidesk.facts.doctor.row_checks import check_rows
from kpidesk.facts.inputs import FactInput
from kpidesk.store.database import Database


@dataclass(frozen=True, slots=True)
class Check:
    """One named check over all tables."""

    name: str
    find: Callable[[Exam], Findings]


CHECKS: tuple[Check, ...] = (
    Check("rows", check_rows),
    Check("currencies", check_currencies),
    Check("constants", check_constants),
    Check("gaps", check_gaps),
    Check("scale", check_scale),
    Check("outliers", check_outliers),
    Check("migration", check_migration),
    Check("orphans", check_orphans),
    Check("repeats", check_repeats),
    Check("customers", check_customers),
)


def open_exam(store: Database, inputs: Sequence[FactInput], today: date) -> Exam:
    """The tables of these inputs that have columns to look at; the store must know them."""
    tables = (ExamTable(one, store.table(one.dataset)) for one in inputs)
    return Exam(store, tuple(tables), today)


def examine(exam: Exam, check: Check, progress: Progress) -> tuple[Finding, ...]:
    """What one check finds; raises Cancelled when told to stop."""
    exam.progress = progress
    return tuple(check.find(exam))
