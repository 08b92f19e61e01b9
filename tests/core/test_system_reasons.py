"""Why a file cannot be used is said in the reader's words, not in the system's."""

import errno

import pytest
from kpidesk.core.system_reasons import system_reason


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENOENT, errno.EIO, errno.EBUSY])
def test_a_usual_reason_can_be_translated(number):
    assert system_reason(OSError(number, "as the system says")).template.context == "files"
    assert "as the system says" not in str(system_reason(OSError(number, "as the system says")))


def test_a_rare_reason_is_told_as_the_system_says_it():
    assert str(system_reason(OSError(errno.EPIPE, "Broken pipe"))) == "Broken pipe"
    assert str(system_reason(OSError())) == "OSError"
