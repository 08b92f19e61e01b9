"""An error in an event handler is an error; it does not end the program."""

import subprocess
import sys

import pytest

PLAY = """
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from kpidesk.qt.look import prepare

class Mixed:
    def changeEvent(self, event):
        super().changeEvent(event)
        {wrong}

class Before(Mixed, QWidget):
    pass

app = QApplication(["-platform", "offscreen"])
prepare(app)

class After(QWidget):
    def changeEvent(self, event):
        super().changeEvent(event)
        {wrong}

for made in (Before, After):
    widget = made()
    try:
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    except Exception as error:
        print(type(error).__name__)
"""


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ("int('x')", "ValueError"),
        ("[][0]", "IndexError"),
        ("1 / 0", "ZeroDivisionError"),
        ("len(3)", "TypeError"),
        ("raise KeyError('a')", "KeyError"),
    ],
)
def test_an_error_in_a_handler_reaches_who_called(wrong, name):
    played = subprocess.run(  # if it were wrong, it would end this process too
        [sys.executable, "-c", PLAY.format(wrong=wrong)], capture_output=True, text=True, timeout=120, check=False
    )
    assert (played.returncode, played.stdout.split()) == (0, [name, name]), played.stderr[-2000:]
