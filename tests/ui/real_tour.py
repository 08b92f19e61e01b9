"""The same way from outside: a window on a screen, a pointer that moves, keys that are struck, files that are dragged.

    xvfb-run -a -s "-screen 0 1600x1000x24" python -m tests.ui.real_tour FOLDER [--keyboard] [--theme dark]

Needs xdotool and, where the screen has none, a window manager (openbox): without one no window is the active one and
none shows its focus. A picture of the screen after each step, and the walk to each control, go into FOLDER.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from kpidesk.qt.look import Look, apply_look
from kpidesk.session.settings import THEME
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from tests.ui.desk import a_company
from tests.ui.tour import CTRL, Tour

_NAMES = {
    Qt.Key.Key_Tab: "Tab", Qt.Key.Key_Return: "Return", Qt.Key.Key_Space: "space", Qt.Key.Key_Escape: "Escape",
    Qt.Key.Key_Up: "Up", Qt.Key.Key_Down: "Down", Qt.Key.Key_F6: "F6",
}  # fmt: skip
_DRAGGED = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel
class Files(QLabel):
    def mouseMoveEvent(self, event):
        drag, data = QDrag(self), QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in sys.argv[1:]])
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)
app = QApplication([])
files = Files("files")
files.setGeometry(1460, 300, 120, 120)
files.show()
app.exec()
"""
MOST_KEYS = 80


class RealTour(Tour):
    """What a hand does, done by xdotool; where things are is asked of the window, what they do is not."""

    def __init__(self, app: QApplication, folder: Path, *, by_keyboard: bool, theme: str) -> None:
        super().__init__(app, folder, by_keyboard=by_keyboard)
        self.walks: list[tuple[int, str]] = []
        self._nth = 0
        self.binding.settings.set(THEME, theme)
        apply_look(app, Look(theme=theme))
        self.window.move(0, 0)
        self.until(self.window.isActiveWindow, "no window manager made the window the active one")

    def strike(self, *words: str) -> None:
        """One call of xdotool, and time for the window to hear of it."""
        subprocess.run(["xdotool", *words], check=True, timeout=30)
        self.wait(60)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        name = _NAMES.get(key) or chr(key).lower()
        self.strike("key", f"ctrl+{name}" if modifier == CTRL else name)

    def command(self, key: Qt.Key) -> None:
        self.until(self.window.isActiveWindow, "not in front")
        self.key(key, CTRL)

    def type(self, text: str) -> None:
        self.strike("type", "--delay", "20", text)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Go there and press."""
        point = widget.mapToGlobal(widget.rect().center() if at is None else at)
        self.strike("mousemove", str(point.x()), str(point.y()))
        self.strike("click", "1")

    def walk_to(self, widget: QWidget) -> None:
        """F6 to its part of the window, then Tab."""
        self.until(self.window.isActiveWindow, "not in front")
        struck = 0
        regions = [region for region in self.window.frame.regions() if region.isAncestorOf(widget)]
        for _ in range(8):
            focused = QApplication.focusWidget()
            if not regions or (focused is not None and regions[0].isAncestorOf(focused)):
                break
            self.key(Qt.Key.Key_F6)
            struck += 1
        while not widget.hasFocus():
            assert struck < MOST_KEYS, ("not reached by keys", type(widget).__name__, widget.accessibleName())
            self.key(Qt.Key.Key_Tab)
            struck += 1
        self.walks.append((struck, f"{type(widget).__name__} {widget.accessibleName()!r}"))
        self.picture(f"at-{type(widget).__name__}")

    def use(self, widget: QWidget) -> None:
        self.until(lambda: widget.isVisible() and widget.isEnabled(), f"{type(widget).__name__} is not to be used")
        if self.by_keyboard:
            self.walk_to(widget)
            self.key(Qt.Key.Key_Space)
        else:
            self.rest(widget)
            self.show_all_of(widget)
            self.click(widget)

    def rest(self, widget: QWidget) -> None:
        """Wait as an eye does until it stays where it is."""
        at, stays = QPoint(-1, -1), 0
        while stays < 5:
            now = widget.mapToGlobal(QPoint())
            stays = stays + 1 if now == at else 0
            at = now
            self.wait(100)

    def show_all_of(self, widget: QWidget) -> None:
        """Turn the wheel over the page until it is in sight."""
        page = self.window.stack
        for _ in range(30):
            middle = widget.mapTo(self.window, widget.rect().center())
            if not page.isAncestorOf(widget) or self.window.childAt(middle) in (widget, *widget.findChildren(QWidget)):
                return
            point = QPoint(self.window.mapToGlobal(middle).x(), page.mapToGlobal(page.rect().center()).y())
            self.strike("mousemove", str(point.x()), str(point.y()))
            self.strike("click", "5")

    def pick(self, text: str) -> None:
        popover = self.popover()
        self.picture(f"list-{text}")
        if self.by_keyboard:
            super().pick(text)
            return
        model, rows = popover._model, popover._list
        index = next(model.index(r) for r in range(model.rowCount()) if model.choice(r).text == text)
        rows.scrollTo(index)
        self.click(rows.viewport(), rows.visualRect(index).center())

    def answer(self, *paths: Path) -> None:
        def type_in() -> None:
            if not isinstance(QApplication.activeModalWidget(), QFileDialog):
                QTimer.singleShot(50, type_in)
                return
            self.wait(400)
            self.picture("file-dialog")
            self.strike("key", "ctrl+a")
            self.type(" ".join(f'"{path}"' for path in paths) if len(paths) > 1 else str(paths[0]))
            self.strike("key", "Return")

        QTimer.singleShot(50, type_in)

    def bring(self, *paths: Path) -> None:
        if self.by_keyboard:
            super().bring(*paths)
            return
        self.watch.step = "bring files"
        other = subprocess.Popen([sys.executable, "-c", _DRAGGED, *map(str, paths)])
        try:
            self.wait(3000)
            self.strike("mousemove", "1520", "380", "mousedown", "1")
            for x in (1500, 1480, 1400, 1200, 1000, 900, 800, 760, 750):
                self.strike("mousemove", str(x), "450")
            self.picture("dragged-over")
            self.strike("mouseup", "1")
            self.wait(500)
        finally:
            other.terminate()
            other.wait()

    def picture(self, name: str) -> None:
        """What stands on the screen."""
        self.wait(250)
        self._nth += 1
        self.window.screen().grabWindow(0).save(str(self.folder / f"{self._nth:02}-{name}.png"))


def go(tour: RealTour, sheets: Path) -> None:
    """From the files on the desk to the slides."""
    tour.picture("welcome")
    tour.bring(*sorted(sheets.iterdir()))
    tour.correct("profit share", "Amount")
    tour.picture("corrected")
    tour.accept()
    tour.picture("dashboard")
    tour.filter("Plan", "Team")
    tour.picture("filtered")
    sys.stdout.write(f"rows behind churn: {tour.drill('customer_churn_rate')}\n")
    tour.picture("rows")
    tour.halve_churn()
    tour.picture("halved")
    tour.save(tour.folder / "made.kpidesk")
    tour.picture("saved")
    tour.open(tour.folder / "made.kpidesk")
    tour.picture("opened")
    tour.export(tour.folder / "board.pptx")
    tour.picture("exported")
    sys.stdout.write(f"slides: {(tour.folder / 'board.pptx').stat().st_size} bytes\n")


def main() -> int:
    """Walk it, and say how far each walk was."""
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--keyboard", action="store_true")
    options.add_argument("--theme", default="light")
    chosen = options.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    manager = shutil.which("openbox")
    managing = subprocess.Popen([manager]) if manager is not None else None
    with tempfile.TemporaryDirectory() as made:
        sheets = Path(made)
        a_company(sheets)
        lines = ["order_id,customer_id,order_date,amount,profit share"]
        lines += [f"O{i},C0-{i % 5},2025-0{i % 9 + 1}-10,100,40" for i in range(1, 29)]
        (sheets / "orders.csv").write_text("\n".join(lines) + "\n")
        tour = RealTour(QApplication([]), chosen.folder, by_keyboard=chosen.keyboard, theme=chosen.theme)
        try:
            go(tour, sheets)
            for struck, control in tour.walks:
                sys.stdout.write(f"{struck:3} keys to {control}\n")
        finally:
            tour.picture("end")
            tour.close()
            if managing is not None:
                managing.terminate()
    return 0


if __name__ == "__main__":
    sys.exit(main())
