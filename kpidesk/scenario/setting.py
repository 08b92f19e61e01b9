"""A supposition as one writes it on the command line: ``customer_churn_rate[plan=Enterprise]=x0.5@2027-01~6``."""

import re
from dataclasses import dataclass, replace

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.core.units import Unit
from kpidesk.scenario.model import Override, Part, parse_override

_SETTING = re.compile(
    r"(?P<driver>[^\[\]=]+?)\s*(?:\[(?P<attribute>[^=\]]+)=(?P<value>[^\]]+)\]\s*)?"
    r"=(?P<change>[^@~]*)(?:@(?P<start>[^~]+))?(?:~(?P<ramp>[^@]*))?"
)
_MONTHS = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Setting:
    """What is changed and where, from when on and over how many months, with the change itself as yet unread."""

    driver: str
    change: str
    part: Part | None = None
    start: Period | None = None
    ramp: int | None = None

    def override(self, driver: str | None = None, unit: Unit | None = None) -> Override:
        """The override, of a driver whose name is known by now; UserError for a change that its unit does not have."""
        read = parse_override(driver or self.driver, self.change, unit)
        return replace(read, part=self.part, start=self.start, ramp=self.ramp)


def read_setting(text: str) -> Setting:
    """Take a supposition apart; raises UserError.

    >>> read_setting("customer_churn_rate[plan=Enterprise]=x0.5~6")
    Setting(driver='customer_churn_rate', change='x0.5', part=Part(attribute='plan', value='Enterprise'), start=None, \
ramp=6)
    """
    match = _SETTING.fullmatch(text.strip())
    if match is None or not match["driver"].strip():
        raise UserError(
            Message(QT_TRANSLATE_NOOP("scenario", "“{text}” does not say which driver changes and how"), text=text),
            Message(QT_TRANSLATE_NOOP("scenario", "Write it like {example}."), example="customer_churn_rate=x0.5"),
        )
    part = None if match["attribute"] is None else Part(match["attribute"].strip(), match["value"].strip())
    return Setting(match["driver"].strip(), match["change"], part, _start(match["start"]), _ramp(match["ramp"]))


def parse_setting(text: str) -> Override:
    """Read a supposition whose driver's unit does not matter; raises UserError."""
    return read_setting(text).override()


def _start(text: str | None) -> Period | None:
    if text is None:
        return None
    try:
        return Period.parse(text.strip())
    except ValueError as error:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("scenario", "“{text}” is not a month to start from"), text=text),
            Message(QT_TRANSLATE_NOOP("scenario", "Write it like {example}."), example="2027-01"),
        ) from error


def _ramp(text: str | None) -> int | None:
    if text is None:
        return None
    if not _MONTHS.fullmatch(text.strip()):
        raise UserError(
            Message(QT_TRANSLATE_NOOP("scenario", "“{text}” is not a number of months"), text=text),
            Message(QT_TRANSLATE_NOOP("scenario", "Write it like {example}."), example="customer_churn_rate=x0.5~6"),
        )
    return int(text)
