"""The stages of growth in the reader's words, in the order in which they are shown."""

from collections.abc import Mapping

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message

STAGES: Mapping[str, Message] = {
    "awareness": Message(QT_TRANSLATE_NOOP("stages", "Awareness")),
    "acquisition": Message(QT_TRANSLATE_NOOP("stages", "Acquisition")),
    "activation": Message(QT_TRANSLATE_NOOP("stages", "Activation")),
    "revenue": Message(QT_TRANSLATE_NOOP("stages", "Revenue")),
    "retention": Message(QT_TRANSLATE_NOOP("stages", "Retention")),
    "referral": Message(QT_TRANSLATE_NOOP("stages", "Referral")),
}
