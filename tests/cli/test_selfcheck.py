import pytest
from kpidesk.core.errors import UserError
from kpidesk.core.messages import Message, Template
from kpidesk.session.selfcheck import CASES, is_met, run_selfcheck
from kpidesk.session.selfchecks.case import Case


def test_ids_are_unique():
    ids = [case.id for case in CASES]
    assert len(set(ids)) == len(ids)


@pytest.fixture(scope="module")
def checks():
    return {check.id: check for check in run_selfcheck()}


@pytest.mark.slow
@pytest.mark.parametrize("id", [case.id for case in CASES])
def test_a_published_example_is_met(checks, id):
    check = checks[id]
    assert check.ok, f"expected {check.expected}, got {check.got}"


def test_a_failing_check_is_shown_as_failing():
    def refuse(bench):
        raise UserError(Message(Template("", "It cannot be read")))

    cases = [
        Case("a", "s", 1.0, lambda b: 1.1, 0.05),
        Case("b", "s", 1.0, refuse),
        Case("c", "s", 1.0, lambda b: 1.04, 0.05),
    ]
    checks = list(run_selfcheck(cases))
    assert [check.ok for check in checks] == [False, False, True]
    assert "cannot be read" in checks[1].got


@pytest.mark.parametrize(
    ("expected", "got", "is_ok"),
    [
        (1.0, 1.0, True),
        (1.0, None, False),
        (None, None, True),
        (None, 0.0, False),
        ((1.0, None), (1.0, None), True),
        ((1.0, None), (1.0,), False),
        ((1.0,), 1.0, False),
        ("ok", "ok", True),
        ("ok", 1.0, False),
    ],
)
def test_answers_are_compared_part_by_part(expected, got, is_ok):
    assert is_met(expected, got, 1e-9) is is_ok
