"""An explanation in sentences: what moved, since when, whether it is noise, which drivers, where, who, what else."""

from collections.abc import Sequence

from kpidesk.analysis.attribution import MOVEMENTS, Contribution
from kpidesk.analysis.causes import Cause
from kpidesk.analysis.changes import telling
from kpidesk.analysis.drills import Drill
from kpidesk.analysis.segments import SegmentSplit
from kpidesk.analysis.suspects import is_whole
from kpidesk.analysis.why import Why
from kpidesk.core.decimals import in_one_precision
from kpidesk.core.formatting import Style, format_change, format_date, format_period, format_value, in_a_sentence
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template, verbatim
from kpidesk.core.period import Period
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.noise import INTERVAL
from kpidesk.metrics.usual_moves import LEAST_Z

_NAMED = 3
_LEAST_SHARE = 0.1
_MOST_OF_IT = 0.5


def sentences(why: Why, catalogue: Catalogue, style: Style, notes: Sequence[tuple[Period, str]] = ()) -> list[Message]:
    """The paragraph, a sentence each; ``notes`` are what the user wrote of the periods in between."""
    found = [_moved(why, catalogue, style)]
    if why.change:
        found += [cause_sentence(why.kpi, cause, catalogue, style) for cause in why.own_causes[:2]]
        found += [*_noise(why, catalogue, style), *_drivers(why, catalogue, style)]
        found += [*_segment(why, catalogue, style), *_customers(why, style)]
    found += [_coincidence(period, text, style) for period, text in notes]
    return found


def _moved(why: Why, catalogue: Catalogue, style: Style) -> Message:
    definition, found = catalogue.get(why.kpi), why.attribution
    kind = definition.unit.kind
    said = {
        "name": definition.label(style.language),
        "first": format_period(why.first, style),
        "last": format_period(why.last, style),
        "before": format_value(found.before, kind, style),
        "after": format_value(found.after, kind, style),
    }
    if found.change is None:
        return Message(QT_TRANSLATE_NOOP("why", "{name} has no value in both periods."), **said)
    if not found.change:
        return Message(QT_TRANSLATE_NOOP("why", "{name} is {after} in {last}, as in {first}."), **said)
    said["change"] = format_change(found.change, kind, style, beside=found.after or 0.0)
    if said["before"] == said["after"]:
        text = QT_TRANSLATE_NOOP("why", "{name} is {after} in {last}, nearly as in {first}: {change}.")
        return Message(text, **said)
    if max(found.before or 0.0, found.after or 0.0) < 0:  # a loss that "falls" would read as good
        went = QT_TRANSLATE_NOOP("why", "{name} went from {before} in {first} to {after} in {last}: {change}.")
        return Message(went, **said)
    if found.change > 0:
        rose = QT_TRANSLATE_NOOP("why", "{name} rose from {before} in {first} to {after} in {last}: {change}.")
        return Message(rose, **said)
    fell = QT_TRANSLATE_NOOP("why", "{name} fell from {before} in {first} to {after} in {last}: {change}.")
    return Message(fell, **said)


def cause_sentence(kpi: str, cause: Cause, catalogue: Catalogue, style: Style) -> Message:
    """From when on which driver of which segment is on another level, and what of the figure's change that is."""
    driver, figure = catalogue.get(cause.driver), catalogue.get(kpi)
    own, kind = driver.unit.kind, figure.unit.kind
    said = {
        "period": since_when(cause, style),
        "driver": in_a_sentence(driver.label(style.language)),
        "segment": cause.segment or "",
        "before": format_value(cause.before, own, style),
        "after": format_value(cause.after, own, style),
        "name": figure.label(style.language),
        "part": format_change(cause.contribution, kind, style),
        "change": format_change(cause.change, kind, style),
    }
    return Message(_CAUSES[cause.segment is not None, kpi in MOVEMENTS, cause.driver == kpi], **said)


def since_when(cause: Cause, style: Style) -> Message:
    """The day from which it holds and between which days it lies, where days tell it; else the period."""
    since = cause.since
    if since is None:
        return verbatim(format_period(cause.period, style))
    day, low, high = (format_date(each, style) for each in (since.day, since.low, since.high))
    if since.low == since.high:
        return verbatim(day)
    if since.is_jump:
        return Message(QT_TRANSLATE_NOOP("why", "about {day} ({low} to {high})"), day=day, low=low, high=high)
    text = QT_TRANSLATE_NOOP("why", "about {day} ({low} to {high} with 95% confidence)")
    return Message(text, day=day, low=low, high=high)


_CAUSES = {
    (True, False, False): QT_TRANSLATE_NOOP(
        "why",
        "Since {period}, {driver} in {segment} is {after} on average instead of {before}: "
        "that explains {part} of {change} (means of up to a year before and since).",
    ),
    (False, False, False): QT_TRANSLATE_NOOP(
        "why",
        "Since {period}, {driver} is {after} on average instead of {before}: "
        "that explains {part} of {change} (means of up to a year before and since).",
    ),
    (True, True, False): QT_TRANSLATE_NOOP(
        "why",
        "Since {period}, {driver} in {segment} is {after} a month on average instead of {before}: "
        "that explains {part} of {change} in what {name} moves a month.",
    ),
    (False, True, False): QT_TRANSLATE_NOOP(
        "why",
        "Since {period}, {driver} is {after} a month on average instead of {before}: "
        "that explains {part} of {change} in what {name} moves a month.",
    ),
    (True, False, True): QT_TRANSLATE_NOOP(
        "why",
        "Since {period}, {driver} in {segment} is {after} on average instead of {before}: "
        "that is {part} of {change} in all.",
    ),
    (False, False, True): QT_TRANSLATE_NOOP(
        "why", "Since {period}, {driver} is {after} on average instead of {before}."
    ),
}
_CAUSES |= {(is_of_segment, True, True): _CAUSES[is_of_segment, False, True] for is_of_segment in (True, False)}
"""By whether it is of a segment, whether the figure is a stock, whether the driver is the figure itself."""


def _noise(why: Why, catalogue: Catalogue, style: Style) -> list[Message]:
    """Whether it moved beyond what it always does, and whether both ends may be the same."""
    kind = catalogue.get(why.kpi).unit.kind
    found: list[Message] = []
    move = why.move
    if move is not None and move.z is not None and move.usual is not None and (move.usual or move.drift):
        way = -1 if why.last < why.first else 1
        ends = sorted(way * move.drift + side * LEAST_Z * move.usual for side in (-1, 1))
        low, high = (format_change(end, kind, style) for end in ends)
        if why.noise is not None and why.noise.judged_by == INTERVAL:
            text = QT_TRANSLATE_NOOP("why", "It usually moves by {low} to {high}.")
        elif why.noise is not None and why.noise.is_noise and not move.is_noise:
            text = _less(why.noise.value, way * move.drift)
        elif why.noise is not None and why.noise.is_noise:
            text = QT_TRANSLATE_NOOP("why", "It usually moves by {low} to {high}: this may be noise.")
        elif move.is_noise:
            text = QT_TRANSLATE_NOOP("why", "It usually moves by {low} to {high}: this is as usual.")
        else:
            text = QT_TRANSLATE_NOOP("why", "It usually moves by {low} to {high}: this is more than noise.")
        found.append(Message(text, low=low, high=high))
    if why.noise is not None and why.noise.judged_by == INTERVAL and why.noise.is_noise:
        text = QT_TRANSLATE_NOOP("why", "The 95% interval of the change holds 0: chance alone may explain it.")
        found.append(Message(text))
    if why.noise is not None and why.noise.is_noise is None:
        text = QT_TRANSLATE_NOOP("why", "Too few earlier changes are known to say whether that is more than noise.")
        found.append(Message(text))
    return found


def _less(change: float, usual: float) -> Template:
    """What is said of a change that could be none at all, where the figure always moves."""
    if change * usual > 0:
        return QT_TRANSLATE_NOOP("why", "It usually moves by {low} to {high}: this is less than usual.")
    if usual > 0:
        return QT_TRANSLATE_NOOP(
            "why", "It usually moves by {low} to {high}: this is below that, but not by enough to be sure."
        )
    return QT_TRANSLATE_NOOP(
        "why", "It usually moves by {low} to {high}: this is above that, but not by enough to be sure."
    )


def _drivers(why: Why, catalogue: Catalogue, style: Style) -> list[Message]:
    """The largest part, then the next ones that matter; nothing of a share or a mean, whose two sides grow together."""
    parts = telling(catalogue, why.attribution, why.frame.grain)
    is_share = catalogue.get(why.kpi).interval == "wilson" or is_whole(catalogue, why.kpi, why.frame.grain)
    if not parts or why.change is None or is_share:
        return []
    total = sum(abs(part.contribution) for part in parts)
    shown = [part for part in parts[:_NAMED] if abs(part.contribution) >= _LEAST_SHARE * total] or parts[:1]
    kind = catalogue.get(why.kpi).unit.kind
    alike = in_one_precision([part.contribution for part in shown], kind, style)
    first = QT_TRANSLATE_NOOP("why", "{name} explains {part} of {change}.")
    said = [
        Message(
            first,
            name=_name(shown[0], catalogue, style),
            part=format_change(shown[0].contribution, kind, alike),
            change=format_change(why.change, kind, alike),
        )
    ]
    said += _drilled(shown[0], why.drill(shown[0].id), _name(shown[0], catalogue, style), kind, style)
    if len(shown) > 1:
        rest = _comma(style).join(
            f"{_name(part, catalogue, style)} {format_change(part.contribution, kind, alike)}" for part in shown[1:]
        )
        said.append(Message(QT_TRANSLATE_NOOP("why", "Next: {drivers_said}."), drivers_said=rest))
    return said


def _drilled(driver: Contribution, found: Drill | None, name: str, kind: str, style: Style) -> list[Message]:
    """The segment in which most of the driver's part lies; nothing where it is spread."""
    if found is None or not found.parts or found.parts[0].contribution / driver.contribution < _MOST_OF_IT:
        return []
    first = found.parts[0]
    text = QT_TRANSLATE_NOOP("why", "Of this, {name} in {segment} alone makes {part}.")
    part = format_change(first.contribution, kind, style)
    return [Message(text, name=in_a_sentence(name), segment=first.segment, part=part)]


def _comma(style: Style) -> str:
    return "，" if style.is_chinese else ", "


def _name(part: Contribution, catalogue: Catalogue, style: Style) -> str:
    return catalogue.get(part.id).label(style.language)


def _segment(why: Why, catalogue: Catalogue, style: Style) -> list[Message]:
    """Where it moved most, and whether by its own figure or by its share: not a part of what drivers explain.

    It is the whole change once more, split by what the figure itself was in each segment.
    """
    split = next(iter(why.splits), None)
    if split is None or not split.segments or why.change is None:
        return []
    kind = catalogue.get(why.kpi).unit.kind
    part = split.segments[0]
    if part.segment == NO_ATTRIBUTE_VALUE:
        return []
    said = {
        "name": in_a_sentence(catalogue.get(why.kpi).label(style.language)),
        "change": format_change(why.change, kind, style),
        "segment": part.segment,
        "part": format_change(part.contribution, kind, style),
        "rate": format_change(part.rate, kind, style),
        "mix": format_change(part.mix, kind, style),
    }
    if all(each.before is None and each.after is None for each in split.segments):
        if abs(split.rest) > abs(part.contribution):
            return []  # most of it no segment tells
        text = QT_TRANSLATE_NOOP(
            "why", "The same {change}, by what moved it in each segment: {segment} moved most, {part}."
        )
        return [Message(text, **said)]
    if abs(part.mix) < _LEAST_SHARE * abs(part.contribution):
        text = QT_TRANSLATE_NOOP(
            "why", "The same {change}, split by each segment's own {name}: {segment} moved most, {part}."
        )
        return [Message(text, **said)]
    text = QT_TRANSLATE_NOOP(
        "why",
        "The same {change}, split by each segment's own {name}: {segment} moved most, {part}, "
        "of it {rate} by its own figure, {mix} by its share.",
    )
    return [Message(text, **said)]


def has_mix(split: SegmentSplit) -> bool:
    """True where segments also count by their share of the whole."""
    return any(part.mix for part in split.segments)


def _customers(why: Why, style: Style) -> list[Message]:
    if not why.customers:
        return []
    shown = why.customers[:_NAMED]
    names = _comma(style).join(
        _with_amount(each.said, format_change(each.change, "money", style), style) for each in shown
    )
    return [Message(QT_TRANSLATE_NOOP("why", "Largest customers that moved in MRR: {names}."), names=names)]


def _with_amount(name: str, amount: str, style: Style) -> str:
    """A name and what stands to it, told apart: a name may end in a number."""
    return f"{name}（{amount}）" if style.is_chinese else f"{name} ({amount})"


def _coincidence(period: Period, text: str, style: Style) -> Message:
    """At the same time, which is no cause."""
    words = QT_TRANSLATE_NOOP("why", "In the same time, {period}: {note}.")
    return Message(words, period=format_period(period, style), note=text.rstrip(".。"))
