"""An error in a method that Qt calls is an error; it does not end the program."""

import subprocess
import sys

import pytest

PLAY = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from kpidesk.qt.look import prepare

class Mixed:
    def changeEvent(self, event):
        super().changeEvent(event)
        {wrong}

class Before(Mixed, QWidget):
    pass

sys.excepthook = lambda kind, error, trace: print(kind.__name__)
app = QApplication(["-platform", "offscreen"])
prepare(app)

class After(QWidget):
    def changeEvent(self, event):
        super().changeEvent(event)
        {wrong}

widgets = [made() for made in (Before, After)]
for widget in widgets:
    QCoreApplication.postEvent(widget, QEvent(QEvent.Type.LanguageChange))
QCoreApplication.sendPostedEvents()
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
def test_two_errors_in_handlers_during_one_call_are_told_both(wrong, name):
    played = subprocess.run(  # if it were wrong, it would end this process too
        [sys.executable, "-c", PLAY.format(wrong=wrong)], capture_output=True, text=True, timeout=120, check=False
    )
    assert (played.returncode, played.stdout.split()) == (0, [name, name]), played.stderr[-2000:]


FROM_QT = """
import sys
from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication, QGraphicsItem, QGraphicsScene, QGraphicsView, QHBoxLayout, QHeaderView, QTableView, QWidget
)
from kpidesk.qt.look import prepare

told = []
sys.excepthook = lambda kind, error, trace: told.append(kind.__name__)
app = QApplication(["-platform", "offscreen"])
prepare(app)

class Head(QHeaderView):
    def paintSection(self, painter, box, section):
        1 / 0

class Table(QTableView):
    def indexAt(self, point) -> QModelIndex:
        [][0]

class Row(QHBoxLayout):
    def setGeometry(self, box):
        int("x")

class Item(QGraphicsItem):
    def boundingRect(self):
        return QRectF(0, 0, 50, 50)

    def paint(self, painter, option, widget=None):
        {}["a"]

class Painted(QWidget):
    def paintEvent(self, event):
        painter = QPainter(self)
        self.begun.append(painter)
        1 / 0

def table(window):
    made = Table(window)
    made.setModel(QStandardItemModel(2, 2, made))
    made.setHorizontalHeader(Head(Qt.Orientation.Horizontal, made))
    return made

def scene(window):
    view = QGraphicsView(window)
    view.setScene(QGraphicsScene(view))
    view.scene().addItem(Item())
    return view

def layout(window):
    made = QWidget(window)
    Row(made).addWidget(QWidget())
    return made

def painted(window):
    made = Painted(window)
    made.begun = []
    return made

for make in (table, scene, layout, painted):
    told.clear()
    window = QWidget()
    made = make(window)
    made.resize(200, 100)
    window.show()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    app.processEvents()
    if make is painted:
        assert made.begun and not any(each.isActive() for each in made.begun)
    print(make.__name__, *sorted(set(told)))
"""


def test_an_error_where_no_python_called_is_told_and_painters_are_put_down():
    played = subprocess.run(  # if it were wrong, it would end this process too
        [sys.executable, "-c", FROM_QT], capture_output=True, text=True, timeout=120, check=False
    )
    assert (played.returncode, played.stdout.splitlines()) == (
        0,
        [
            "table IndexError ZeroDivisionError",
            "scene KeyError",
            "layout ValueError",
            "painted ZeroDivisionError",
        ],
    ), played.stderr[-2000:]
