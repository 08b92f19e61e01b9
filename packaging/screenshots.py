"""Draw the README's pictures from the real window on the sample company, small.

QT_QPA_PLATFORM=offscreen uv run python packaging/screenshots.py [FOLDER]
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from kpidesk.app.wiring import wire
from kpidesk.core.resources import resource
from kpidesk.qt.look import Look, apply_look, prepare
from kpidesk.session.results import ResultsState
from kpidesk.ui.importing.review_view import ReviewView
from kpidesk.ui.window.main_window import MainWindow
from page_pictures import settle
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

WIDTH = 1080
PATIENCE_MS = 120_000
SHEET = """Kundenliste Europa;;;;;
Stand: 30.06.2026;;;;;
;;;;;
Kunden-Nr;Tarif;Betrag;Intervall;Beginn;Ende
0042;Team;1.290,00;jährlich;03.04.2024;
0043;Business;4.800,00;jährlich;17.04.2024;30.11.2025
0051;Team;129,50;monatlich;28.04.2024;
0057;Solo;19,00;monatlich;05.05.2024;14.01.2025
Gesamt;;6.238,50;;;
"""


def wait(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(PATIENCE_MS // 100):
        if is_so():
            return
        wait(100)
    raise TimeoutError


def save(window: MainWindow, path: Path) -> None:
    """The window at reading size."""
    picture = window.grab().toImage().scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    picture.convertToFormat(QImage.Format.Format_RGB888).save(str(path), "PNG", 0)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    prepare(app)
    apply_look(app, Look())
    window = MainWindow()
    binding = wire(window)
    services = binding.services
    window.resize(1440, 900)
    window.show()
    services.importing.start([resource("samples", "tideline")])
    window.show_page("data")
    page_of_data = window.stack.get("data")
    wait_until(lambda: page_of_data.is_reviewing)
    page_of_data.findChild(ReviewView).on_accept()
    wait_until(lambda: services.results.state in (ResultsState.READY, ResultsState.FAILED))
    services.notices.clear("import.done")
    for page, argument, name in (
        ("dashboard", "", "dashboard"),
        ("kpis", "customer_churn_rate", "kpi"),
        ("whatif", "halve_churn", "whatif"),
    ):
        window.show_page(page, argument)
        settle(binding)
        save(window, folder / f"{name}.png")
    with tempfile.TemporaryDirectory() as scratch:
        sheet = Path(scratch) / "kunden_europa.csv"
        sheet.write_text(SHEET, encoding="cp1252")
        services.importing.start([sheet])
        window.show_page("data")
        wait_until(lambda: page_of_data.is_reviewing)
        settle(binding)
        save(window, folder / "review.png")
    os._exit(0)  # the threads of the engine need no farewell here


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "screenshots")
