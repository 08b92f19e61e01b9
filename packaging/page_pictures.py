"""Draw every page, dialog and state of the window in all languages, themes and sizes, with contact sheets to look at.

xvfb-run -a -s "-screen 0 1600x1000x24" uv run --no-sync python packaging/page_pictures.py FOLDER [DATA]
    [--only SCENE,…] [--languages en,…] [--themes light,…] [--sizes 1440,1024] [--empty]

``--only`` takes beginnings of the names in page_scenes.py; ``--empty`` draws the pages before anything is imported.
QT_SCALE_FACTOR=1.5 or 2 draws them finer. The folder is for eyes, not for the repository.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from board_scenes import BOARD_SCENES
from kpidesk.app.wiring import warm_up, wire
from kpidesk.core.resources import resource
from kpidesk.qt.cycle_collector import CycleCollector
from kpidesk.qt.look import Look, apply_look, prepare
from kpidesk.session.folders import Folders
from kpidesk.session.results import ResultsState
from kpidesk.session.settings import LANGUAGE, THEME
from kpidesk.ui.importing.review_view import ReviewView
from kpidesk.ui.window.binding import WindowBinding
from kpidesk.ui.window.main_window import MainWindow
from page_scenes import EMPTY, SCENES, Scene, review
from page_steps import OutOfSight
from PySide6.QtCore import QEventLoop, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shell_scenes import SHELL_SCENES

LANGUAGES = ("en", "zh_Hans", "zh_Hant")
THEMES = ("light", "dark")
HEIGHTS = {1440: 900, 1024: 700, 960: 640}
SIZES = ("1440", "1024")
PATIENCE_MS, STEP_MS, SETTLED_MS = 240_000, 50, 300
LONGEST_MS = 240_000
ACROSS, THUMB, TITLE = 3, 640, 32


def wait(ms: int) -> None:
    """Let the window live."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def settle(desk: WindowBinding) -> None:
    """Until nothing is computed, all that fills a page in turns is there and the charts have found their size."""
    quiet = 0
    for _ in range(LONGEST_MS // STEP_MS):
        wait(STEP_MS)
        quiet = 0 if desk.services.runner.is_busy else quiet + STEP_MS
        if quiet >= SETTLED_MS:
            return


def picture(window: QWidget) -> QPixmap:
    """The window with what floats above it."""
    whole = window.grab()
    floating = [w for w in QApplication.topLevelWidgets() if w is not window and w.isVisible() and w.width() > 1]
    painter = QPainter(whole)
    for each in floating:
        place = each.geometry().translated(-window.geometry().topLeft())
        if isinstance(each, QDialog):
            place.moveTop(max(place.top(), TITLE))  # as a desktop keeps the title in sight
            frame(painter, each, place)
        painter.save()
        if not each.mask().isEmpty():  # what the window system would cut off
            painter.setClipRegion(each.mask().translated(place.topLeft()))
        painter.drawPixmap(place.topLeft(), each.grab())
        painter.restore()
    painter.end()
    return whole


def frame(painter: QPainter, dialog: QDialog, place: QRect) -> None:
    """The title and the edge that a desktop draws around a dialog: Xvfb has no window manager."""
    whole = place.adjusted(-1, -TITLE, 0, 0)
    painter.fillRect(whole, dialog.palette().window())
    painter.setPen(dialog.palette().windowText().color())
    painter.drawText(whole.adjusted(0, 0, 0, -place.height()), Qt.AlignmentFlag.AlignCenter, dialog.windowTitle())
    painter.setPen(dialog.palette().dark().color())
    painter.drawRect(whole)


def sheet(pictures: Sequence[Path], target: Path) -> None:
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


def take_in(desk: WindowBinding, data: Path) -> None:
    """Import as proposed, where a user would be asked, and wait for the numbers."""
    services = desk.services
    desk.files.take([data])
    page = desk.window.stack.get("data")
    for _ in range(PATIENCE_MS // STEP_MS):
        wait(STEP_MS)
        if page.is_reviewing:
            page.findChild(ReviewView).on_accept()
        if services.results.state in (ResultsState.READY, ResultsState.FAILED):
            break
    settle(desk)
    services.notices.clear("import.done")


def draw(desk: WindowBinding, scene: Scene, target: Path) -> bool:
    """One scene into one file; False where a window of this size has no such part of the page."""
    try:
        for step in scene.steps:
            step(desk)
            settle(desk)
    except OutOfSight:
        return False
    picture(desk.window).save(str(target))
    if scene.undo is not None:
        scene.undo(desk)
        wait(STEP_MS)
    return True


def main(told: argparse.Namespace) -> None:
    """Every scene in every language, theme and size."""
    folder: Path = told.folder
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    prepare(app)
    apply_look(app, Look())
    CycleCollector(app)
    window = MainWindow()
    desk = wire(window, Folders.below(Path(tempfile.mkdtemp())))
    warm_up(desk.services)
    window.show()
    settle(desk)
    scenes = EMPTY
    if not told.empty:
        take_in(desk, told.data)
        copied = Path(tempfile.mkdtemp()) / told.data.name
        (shutil.copytree if told.data.is_dir() else shutil.copy)(told.data, copied)
        scenes = (*SCENES, *BOARD_SCENES, *SHELL_SCENES, review(copied))
    wanted = [scene for scene in scenes if not told.only or scene.name.startswith(told.only)]
    for language in told.languages:
        for theme in told.themes:
            desk.services.settings.set(LANGUAGE, language)
            desk.services.settings.set(THEME, theme)
            for width in map(int, told.sizes):
                window.resize(width, HEIGHTS[width])
                targets = {folder / f"{each.name}-{language}-{theme}-{width}.png": each for each in wanted}
                made = [target for target, scene in targets.items() if draw(desk, scene, target)]
                sheet(made, folder / f"sheet-{language}-{theme}-{width}.png")
                print(folder / f"sheet-{language}-{theme}-{width}.png", flush=True)
    os._exit(0)  # the threads of the engine need no farewell here


def several(text: str) -> tuple[str, ...]:
    """Words between commas."""
    return tuple(text.split(","))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("data", type=Path, nargs="?", default=resource("samples", "tideline"))
    parser.add_argument("--only", type=several, default=())
    parser.add_argument("--languages", type=several, default=LANGUAGES)
    parser.add_argument("--themes", type=several, default=THEMES)
    parser.add_argument("--sizes", type=several, default=SIZES)
    parser.add_argument("--empty", action="store_true")
    main(parser.parse_args())
