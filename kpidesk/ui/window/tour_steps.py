"""The steps of the tour: the page of each, the control that it points at, and its words."""

from dataclasses import dataclass

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ui.window.page_stack import WELCOME


@dataclass(frozen=True, slots=True)
class Step:
    """One stop: ``spots`` are the names of widgets that may be pointed at, the first that is seen."""

    page: str
    spots: tuple[str, ...]
    title: Message
    text: Message
    argument: str = ""


_TABLES = "tables"
"""The view of the page of data that shows sheets and columns."""

DROP = Step(
    WELCOME,
    ("tour.drop",),
    Message(QT_TRANSLATE_NOOP("tour", "Drop your sheets")),
    Message(
        QT_TRANSLATE_NOOP(
            "tour",
            "Spreadsheets or whole folders, anywhere on the window, as they are. Nothing leaves this computer. "
            "Next takes the sample company, so that there is something to look at.",
        )
    ),
)
ADD = Step(
    "data",
    ("tour.sheets",),
    Message(QT_TRANSLATE_NOOP("tour", "Your sheets")),
    Message(
        QT_TRANSLATE_NOOP(
            "tour",
            "Drop more of them anywhere on the window at any time, as they are. Files that change are read again. "
            "Nothing leaves this computer.",
        )
    ),
    argument=_TABLES,
)
"""The first step where there are data already."""
STEPS = (
    DROP,
    Step(
        "data",
        ("tour.columns",),
        Message(QT_TRANSLATE_NOOP("tour", "See what was understood")),
        Message(
            QT_TRANSLATE_NOOP(
                "tour",
                "What each table is, what each column became and why. Change a word and everything is computed anew; "
                "what cannot be read is listed with its place.",
            )
        ),
        argument=_TABLES,
    ),
    Step(
        "dashboard",
        ("tour.news", "tour.board"),
        Message(QT_TRANSLATE_NOOP("tour", "The board: what changed, then your figures")),
        Message(
            QT_TRANSLATE_NOOP(
                "tour",
                "Each sentence leads to its reason. Boards lists the others, ready ones and your own; Edit board adds "
                "cards, charts and tables, and moves them.",
            )
        ),
    ),
    Step(
        "why",
        ("tour.why", "tour.segments", "tour.words"),
        Message(QT_TRANSLATE_NOOP("tour", "Why a figure moved")),
        Message(
            QT_TRANSLATE_NOOP(
                "tour",
                "Which drivers and which segments explain the change, when it began, and whether it is more than "
                "chance. The parts add up to the whole.",
            )
        ),
    ),
    Step(
        "whatif",
        ("tour.presets",),
        Message(QT_TRANSLATE_NOOP("tour", "What if churn were half?")),
        Message(
            QT_TRANSLATE_NOOP(
                "tour",
                "One press, or any driver by hand: LTV, CAC and the coming months follow at once. Violet is what is "
                "supposed; your data stay as they are.",
            )
        ),
    ),
    Step(
        "report",
        ("tour.export",),
        Message(QT_TRANSLATE_NOOP("tour", "Take it with you")),
        Message(
            QT_TRANSLATE_NOOP(
                "tour",
                "Slides with charts that can be edited, a workbook with live formulas, PDF or pictures; next month the "
                "same report takes one press.",
            )
        ),
    ),
)
