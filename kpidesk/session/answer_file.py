"""Frames of numbers as a file: one array per kind of number over all KPIs, the words as JSON beside them.

An ordinary ``.npz`` without pickled objects, so that reading one can do no more than give numbers and words.
"""

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from kpidesk.core.courtesy import make_way
from kpidesk.core.findings import Finding
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import Message
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.frame import ResultFrame, Series
from kpidesk.metrics.query import Query
from kpidesk.workspace.codec import CodecError, from_plain, to_plain

UNUSABLE = (OSError, ValueError, KeyError, IndexError, TypeError, EOFError, zipfile.BadZipFile, CodecError)
"""What reading a file raises that is not sound."""

_NUMBERS = ("values", "n", "low", "high", "gap_codes", "partial")
_WORDS = "words"
_FRAMES, _SERIES = "frames", "series"


@dataclass(frozen=True)
class _SeriesWords:
    name: MetricName
    reason: Message | None
    missing: tuple[str, ...]
    gaps: Message | None
    notes: tuple[Message, ...]
    given: bool
    gap_texts: tuple[Message, ...]
    lag: int


@dataclass(frozen=True)
class _FrameWords:
    query: Query
    grain: Grain
    first: int
    size: int
    starts: int
    segments: tuple[str | None, ...]
    as_of: date | None
    currency: str
    profile: str
    by: str | None
    sources: Mapping[str, tuple[str, ...]]
    series: tuple[_SeriesWords, ...]


@dataclass(frozen=True)
class _Words:
    attributes: Mapping[str, tuple[str, ...]]
    findings: tuple[Finding, ...]
    frames: tuple[_FrameWords, ...]


def write_answers(path: Path, frames: Mapping[Query, ResultFrame], attributes: Mapping[str, tuple[str, ...]]) -> None:
    """Write frames of one engine, which share their findings."""
    findings = next((frame.findings for frame in frames.values()), ())
    words = _Words(attributes, findings, tuple(_words_of(query, frame) for query, frame in frames.items()))
    plain = {name: to_plain(getattr(words, name)) for name in ("attributes", "findings", _FRAMES)}
    text = _told(plain).encode(errors="backslashreplace")
    arrays = {_WORDS: np.frombuffer(text, dtype=np.uint8)}
    for number, frame in enumerate(frames.values()):
        arrays |= {f"{number}.{name}": array for name, array in _arrays_of(frame)}
    with path.open("wb") as file:
        np.savez(file, allow_pickle=False, **arrays)


def read_answers(path: Path) -> tuple[dict[Query, ResultFrame], Mapping[str, tuple[str, ...]]]:
    """The frames by their question, and what splits the data; raises one of ``UNUSABLE`` where it is not sound."""
    with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        words = from_plain(_Words, _heard(arrays[_WORDS].tobytes().decode()), "answers")
        frames = {}
        for number, each in enumerate(words.frames):
            of = {name.partition(".")[2]: arrays[name] for name in arrays.files if name.startswith(f"{number}.")}
            frames[each.query] = _frame(each, words.findings, of)
    return frames, words.attributes


def _told(words: dict[str, Any]) -> str:
    """As JSON, each frame on a line of its own, and written in pieces: nobody else computes while one is written."""
    lines = []
    for frame in words.pop(_FRAMES):
        make_way()
        series = ", ".join(_json(each) for each in frame.pop(_SERIES))
        lines.append(f'{_json(frame).removesuffix("}")}, "{_SERIES}": [{series}]}}')
    return f'{_json(words).removesuffix("}")}, "{_FRAMES}": [\n' + ",\n".join(lines) + "\n]}"


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False)


def _heard(text: str) -> Any:
    """The same read again, line by line for the same reason; what was written as one line is as good."""
    head, *frames = text.split("\n")
    if not frames:
        return json.loads(text)
    words = json.loads(f"{head}]}}")
    for frame in frames[:-1]:
        make_way()
        words[_FRAMES].append(json.loads(frame.removesuffix(",")))
    return words


def _words_of(query: Query, frame: ResultFrame) -> _FrameWords:
    first = frame.periods[0] if frame.periods else Period(frame.grain, 0)
    series = tuple(
        _SeriesWords(name, one.reason, one.missing, one.gaps, one.notes, one.given, one.gap_texts, one.lag)
        for name, one in frame.series.items()
    )
    return _FrameWords(
        query,
        frame.grain,
        first.index,
        len(frame.periods),
        first.starts,
        frame.segments,
        frame.as_of,
        frame.currency,
        frame.profile,
        frame.by,
        {str(name): files for name, files in frame.sources.items()},
        series,
    )


def _arrays_of(frame: ResultFrame) -> Iterator[tuple[str, npt.NDArray[Any]]]:
    """Each kind of number of all series that have it, one above the other, and which series these are."""
    yield "incomplete", frame.incomplete
    for name in _NUMBERS:
        make_way()
        has = [at for at, one in enumerate(frame.series.values()) if getattr(one, name) is not None]
        yield f"{name}.of", np.array(has, dtype=np.int32)
        if has:
            yield (
                name,
                np.stack([getattr(one, name) for one in frame.series.values() if getattr(one, name) is not None]),
            )


def _frame(words: _FrameWords, findings: tuple[Finding, ...], arrays: Mapping[str, npt.NDArray[Any]]) -> ResultFrame:
    numbers: list[dict[str, npt.NDArray[Any]]] = [{} for _ in words.series]
    for name in _NUMBERS:
        of = arrays[f"{name}.of"].tolist()
        if of:
            for at, part in zip(of, arrays[name], strict=True):
                numbers[at][name] = part
    shape = (len(words.segments), words.size)
    if any(part.shape != shape for parts in numbers for part in parts.values()):
        raise ValueError(shape)
    series = {
        each.name: Series(
            each.name,
            parts["values"],
            parts["n"],
            parts.get("low"),
            parts.get("high"),
            each.reason,
            each.missing,
            each.gaps,
            each.notes,
            each.given,
            each.gap_texts,
            parts.get("gap_codes"),
            parts.get("partial"),
            each.lag,
        )
        for each, parts in zip(words.series, numbers, strict=True)
    }
    return ResultFrame(
        words.grain,
        tuple(Period(words.grain, words.first + at, words.starts) for at in range(words.size)),
        words.segments,
        series,
        arrays["incomplete"],
        words.as_of,
        words.currency,
        words.profile,
        words.by,
        findings,
        {MetricName(name): files for name, files in words.sources.items()},
    )
