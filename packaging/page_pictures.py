"""Draw every page of the window in all languages, both themes and two sizes, with contact sheets to look at.

QT_QPA_PLATFORM=offscreen uv run python packaging/page_pictures.py FOLDER [DATA] [--only PAGE,…] [--languages en,…]

The folder is for eyes, not for the repository.
"""

import argparse
import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from kpidesk.app.wiring import wire
from kpidesk.core.resources import resource
from kpidesk.qt.look import Look, apply_look, prepare
from kpidesk.session.folders import Folders
from kpidesk.session.results import ResultsState
from kpidesk.session.settings import LANGUAGE, THEME
from kpidesk.ui.actions.pages import PAGES
from kpidesk.ui.window.main_window import MainWindow
from PySide6.QtCore import QEventLoop, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

LANGUAGES = ("en", "zh_Hans", "zh_Hant")
THEMES = ("light", "dark")
SIZES = ((1440, 900), (1024, 700))
ARGUMENTS = {
    "kpis": ("", "customer_churn_rate"),
    "dashboard": ("overview", "board_pack", "marketing"),
    "whatif": ("halve_churn",),
}
PATIENCE_MS, STEP_MS, SETTLED_MS = 240_000, 100, 600
LONGEST_MS = 20_000
ACROSS, THUMB = 3, 640


def wait(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def settle(window: MainWindow, runner: object) -> None:
    """Until nothing is computed and the charts have found their size."""
    quiet = 0
    for _ in range(LONGEST_MS // STEP_MS):
        wait(STEP_MS)
        quiet = 0 if runner.running else quiet + STEP_MS
        if quiet >= SETTLED_MS:
            return


def sheet(pictures: list[Path], target: Path) -> None:
    """All of them side by side, small."""
    images = [QImage(str(path)).scaledToWidth(THUMB, Qt.TransformationMode.SmoothTransformation) for path in pictures]
    tall = max(image.height() for image in images)
    rows = -(-len(images) // ACROSS)
    whole = QImage(ACROSS * THUMB, rows * tall, QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.gray)
    painter = QPainter(whole)
    for place, image in enumerate(images):
        painter.drawImage(QRect(place % ACROSS * THUMB, place // ACROSS * tall, THUMB, image.height()), image)
    painter.end()
    whole.save(str(target))


def main(folder: Path, data: Path, only: tuple[str, ...], languages: tuple[str, ...]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    prepare(app)
    apply_look(app, Look())
    window = MainWindow()
    binding = wire(window, Folders.below(Path(tempfile.mkdtemp())))
    services = binding.services
    window.resize(*SIZES[0])
    window.show()
    reading = services.importing.start([data])
    window.show_page("data")
    for _ in range(PATIENCE_MS // STEP_MS):
        wait(STEP_MS)
        if reading.state.is_over and services.results.state is ResultsState.EMPTY:
            services.importing.accept(reading.result)  # as proposed, where a user would be asked
        if services.results.state in (ResultsState.READY, ResultsState.FAILED):
            break
    services.notices.clear("import.done")
    wanted = [page.id for page in PAGES if not only or page.id in only]
    for language in languages:
        for theme in THEMES:
            services.settings.set(LANGUAGE, language)
            services.settings.set(THEME, theme)
            for width, height in SIZES:
                window.resize(width, height)
                made = []
                for page in wanted:
                    for argument in ARGUMENTS.get(page, ("",)):
                        window.show_page(page, argument)
                        settle(window, services.runner)
                        name = f"{page}{'-' + argument if argument else ''}-{language}-{theme}-{width}.png"
                        window.grab().save(str(folder / name))
                        made.append(folder / name)
                sheet(made, folder / f"sheet-{language}-{theme}-{width}.png")
                print(folder / f"sheet-{language}-{theme}-{width}.png", flush=True)
    os._exit(0)  # the threads of the engine need no farewell here


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("data", type=Path, nargs="?", default=resource("samples", "tideline"))
    parser.add_argument("--only", type=lambda text: tuple(text.split(",")), default=())
    parser.add_argument("--languages", type=lambda text: tuple(text.split(",")), default=LANGUAGES)
    told = parser.parse_args()
    main(told.folder, told.data, told.only, told.languages)
