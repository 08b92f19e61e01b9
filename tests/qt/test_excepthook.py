"""A crash is reported without values; expected trouble is told; a cancel is silent."""

import sys

import pytest
from kpidesk.core.errors import Cancelled, UserError
from kpidesk.core.messages import verbatim
from kpidesk.qt.excepthook import CrashHook, write_report


@pytest.fixture
def hook(tmp_path, qapp):
    hook = CrashHook(tmp_path / "crashes")
    hook.install()
    yield hook
    hook.remove()


def raised(error: Exception) -> Exception:
    try:
        _raise(error)
    except Exception as caught:  # noqa: BLE001
        return caught
    raise AssertionError


def _raise(error: Exception) -> None:
    raise error


def test_report_holds_no_message_and_no_folder():
    error = raised(ValueError("cell of ACME: 4,182,900.00"))
    report = write_report(error)
    assert "ValueError" in report
    assert "ACME" not in report
    assert "/home" not in report


def test_crash_is_written_and_told(hook, tmp_path):
    crashes = []
    hook.tell_crash = crashes.append
    error = raised(RuntimeError("secret"))
    sys.excepthook(RuntimeError, error, error.__traceback__)
    assert crashes[0].path.read_text() == crashes[0].report
    assert list((tmp_path / "crashes").glob("crash-*.txt")) == [crashes[0].path]


def test_user_error_is_told_and_not_reported(hook, tmp_path):
    told = []
    hook.tell_user = told.append
    error = raised(UserError(verbatim("x")))
    sys.excepthook(UserError, error, None)
    assert told == [error]
    assert not list((tmp_path / "crashes").glob("crash-*.txt"))


def test_cancel_is_silent(hook, tmp_path):
    told = []
    hook.tell_user = hook.tell_crash = told.append
    sys.excepthook(Cancelled, raised(Cancelled()), None)
    assert told == []
