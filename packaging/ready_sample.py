"""Imports the sample company and answers its first board, so that a package has both: a new user waits for neither.

python packaging/ready_sample.py RESOURCES      the folder of resources of a built program; see session.ready_sample

What is written is named by the build, so it is made with the resources of the very program that is to find it.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    resources = Path(sys.argv[1]).resolve()
    vars(sys)["_MEIPASS"] = str(resources.parent)  # as the frozen program finds them
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from kpidesk.core.resources import resources_root, sample_company
    from kpidesk.session.folders import Folders
    from kpidesk.session.jobs import InlineRunner
    from kpidesk.session.local_backend import LocalBackend
    from kpidesk.session.ready_sample import READY
    from kpidesk.session.services import build_services

    assert resources_root() == resources, resources_root()
    ready = resources.joinpath(*READY)
    shutil.rmtree(ready, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="kpidesk-sample-") as home:
        folders = Folders.below(Path(home))
        services = build_services(InlineRunner(), LocalBackend, folders, remembers=True)
        services.importing.take_sample((sample_company(),))
        answer_board(services)
        services.close()
        ready.mkdir()
        for file in (*(folders.cache / "sample").iterdir(), *folders.answers.iterdir()):
            shutil.copyfile(file, ready / file.name)
    made = sorted(path.suffix for path in ready.iterdir())
    assert made == [".answers", ".kpidesk"], made
    return 0


def answer_board(services) -> None:
    """Ask what the first board asks; the answers are noted when it is known what can split them, so that comes last."""
    from kpidesk.ui.dashboard.board_answers import KEY, BoardAnswers
    from kpidesk.ui.dashboard.board_choice import board_now, shown_id
    from kpidesk.workspace.ready_boards import OVERVIEW, ready_boards

    answers, results, document = BoardAnswers(services), services.results, services.session.document
    answers.ask(ready_boards()[OVERVIEW].metrics)
    frame = results.answer(KEY)
    board = board_now(document, shown_id(document, None), frame, "en", results.engine.attributes)
    answers.frames(board, frame)
    results.ask_attributes()


if __name__ == "__main__":
    sys.exit(main())
