"""From older formats of the saved document to the present one: one pure function for each number.

A step takes the plain document of its number and answers that of the next. Steps work on a copy, all or none.
"""

import copy
from collections.abc import Callable, Mapping

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.workspace.codec import Plain

FORMAT = 1
"""The number of the format that this version writes."""

Document = dict[str, Plain]
Step = Callable[[Document], Document]

STEPS: Mapping[int, Step] = {}
"""The step from each older format to the next one."""


def migrated(document: Document, format: int, steps: Mapping[int, Step] = STEPS, to: int = FORMAT) -> Document:
    """The document in the present format; raises UserError for a format that this version does not know."""
    if format > to:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("workspace", "This workspace was saved by a newer version of KPI Desk")),
            Message(QT_TRANSLATE_NOOP("workspace", "Update KPI Desk to open it; the file was left as it is.")),
        )
    present = copy.deepcopy(document)
    for number in range(format, to):
        if number not in steps:
            raise UserError(
                Message(
                    QT_TRANSLATE_NOOP("workspace", "The workspace has format {format}, which is unknown"), format=format
                )
            )
        present = steps[number](present)
    return present
