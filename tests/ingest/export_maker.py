"""Exports of many products, declared column by column in exports/*.txt and filled here with rows that hang together.

A declaration is `== name | table | file name`, settings (`rows=`, `sep=`, `encoding=`), lines above the header (`> …`)
and below the rows (`< …`), then one line for each column: header, true role (`-` for none, `a/b` for either, `?` where
either answer is right), cells. A file name in .xlsx makes a workbook whose cells are typed as Excel would.

    python export_maker.py PART FOLDER

writes the files of a part and the truth.jsonl that a score of recognition reads.
"""

# ruff: noqa: SIM905

import csv
import io
import itertools
import json
import random
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import openpyxl

FOLDER = Path(__file__).parent / "exports"
_START = datetime(2024, 1, 3, 8, 12, 41)
_NAMES = "Ann Bob Cleo Dan Eve Fay Gus Hal Ida Jon Kim Lou Mia Ned Oda Pia Quin Roy Sue Tom Uma Val Wes Yan Zoe".split()
_LAST = (
    "Lee Ray Fox Berg Costa Diaz Egan Frei Gold Hart Ito Jung Klein Lopez Meyer Novak Okafor Park Rossi Smit".split()
)
_FIRMS = "Acme Beta Corvid Delta Ember Fjord Gamma Helix Ionic Juno Kestrel Lumen Mirror Nimbus Orbit Pylon".split()
_WORDS = "please the export does not load after update and we would like help with this order thanks very good".split()


@dataclass(frozen=True)
class Export:
    """One export: its text, and what a careful reader takes its table and columns for."""

    name: str
    table: str
    file: str
    above: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    below: tuple[str, ...]
    roles: dict[str, str]
    separator: str = ","
    encoding: str = "utf-8"

    @property
    def text(self) -> str:
        out = io.StringIO()
        writer = csv.writer(out, delimiter=self.separator, lineterminator="\n")
        writer.writerows(self.rows)
        return "".join(f"{line}\n" for line in self.above) + out.getvalue() + "\n".join(self.below)

    def write(self, folder: Path) -> Path:
        """The file as the product would save it."""
        path = folder / self.file
        if path.suffix == ".xlsx":
            book = openpyxl.Workbook()
            for line in self.above:
                book.active.append([line or None])
            for row in self.rows:
                book.active.append([_typed(text) for text in row])
            book.save(path)
        else:
            path.write_text(self.text, encoding=self.encoding)
        return path


def _typed(text: str) -> object:
    """What Excel makes of a text: numbers and dates, unless a leading zero says that it is a name."""
    for read in (float, datetime.fromisoformat):
        try:
            value = read(text)
        except ValueError:
            continue
        return text if text[:1] == "0" and text[1:2].isdigit() else value
    return text or None


def exports(part: str) -> list[Export]:
    """All exports of exports/PART.txt."""
    blocks = (FOLDER / f"{part}.txt").read_text(encoding="utf-8").split("\n== ")[1:]
    return [_export(block.strip("\n").split("\n")) for block in blocks]


def _export(lines: list[str]) -> Export:
    name, table, file = (part.strip() for part in lines[0].split("|"))
    settings = {"rows": "40", "sep": ",", "encoding": "utf-8"}
    above, below, columns = [], [], []
    for line in lines[1:]:
        if line.startswith(">"):
            above.append(line[2:])
        elif line.startswith("<"):
            below.append(line[2:])
        elif " | " in line:
            columns.append([part.strip() for part in line.split(" | ")])
        elif "=" in line:
            key, value = line.split("=")
            settings[key] = value
    maker = _Maker(random.Random(zlib.crc32(name.encode())), int(settings["rows"]))
    kinds = {header: kind for header, _, kind in columns}
    for header in _in_order(kinds):
        maker.add(header, kinds[header])
    rows: list[tuple[str, ...]] = [tuple(kinds), *zip(*(maker.texts[header] for header in kinds), strict=True)]
    roles = {header: role for header, role, _ in columns}
    separator = {"tab": "\t"}.get(settings["sep"], settings["sep"])
    return Export(name, table, file, tuple(above), tuple(rows), tuple(below), roles, separator, settings["encoding"])


def _in_order(kinds: dict[str, str]) -> list[str]:
    """The headers, each after those that it leans on."""
    done: dict[str, None] = {}

    def place(header: str) -> None:
        for other in _leans_on(kinds[header]):
            if other in kinds and other not in done:
                place(other)
        done[header] = None

    for header in kinds:
        if header not in done:
            place(header)
    return list(done)


def _leans_on(kind: str) -> list[str]:
    """The columns whose values a kind needs."""
    word, _, rest = kind.split(" ", 1)[-1].partition(":") if kind.startswith("?") else kind.partition(":")
    if word.startswith("="):
        return word[1:].split("*")
    if word == "sum":
        return re.split("[+−]", rest.split(":")[0])
    return [rest.split(":")[0]] if word in ("later", "part") else []


def write_part(part: str, folder: Path) -> None:
    """The files of a part, each in a folder of its own, and truth.jsonl; roles in doubt are left out of it."""
    truths = []
    for export in exports(part):
        (folder / export.name).mkdir(parents=True, exist_ok=True)
        path = export.write(folder / export.name)
        columns = {
            header: role.split("/")[0].replace("-", "other")
            for header, role in export.roles.items()
            if role != "?" and "-" not in role.split("/")[1:]
        }
        sheet = "Sheet" if path.suffix == ".xlsx" else None
        truth = {"path": f"{export.name}/{export.file}", "sheet": sheet, "table": export.table}
        truths.append(json.dumps({**truth, "header_row": len(export.above), "columns": columns}, ensure_ascii=False))
    (folder / "truth.jsonl").write_text("\n".join(truths) + "\n", encoding="utf-8")


class _Maker:
    """Fills columns one after another; later ones may look at the values of earlier ones."""

    def __init__(self, chance: random.Random, rows: int) -> None:
        self.chance = chance
        self.rows = rows
        self.values: dict[str, list[object]] = {}
        self.texts: dict[str, list[str]] = {}

    def add(self, header: str, kind: str) -> None:
        share = 1.0
        if kind.startswith("?"):
            start, kind = kind.split(" ", 1)
            share = float(start[1:])
        values, texts = zip(*itertools.islice(self._cells(kind), self.rows), strict=True)
        shown = [text if self.chance.random() < share else "" for text in texts]
        self.values[header] = list(values)
        self.texts[header] = shown

    def _cells(self, kind: str) -> Iterator[tuple[object, str]]:
        word, _, rest = kind.partition(":")
        if kind.startswith("="):
            return self._product(kind[1:])
        makers: dict[str, Callable[[str], Iterator[tuple[object, str]]]] = {
            "id": self._id, "num": self._num, "ref": self._ref, "time": self._time, "later": self._later,
            "day": self._day, "month": self._month, "money": self._money, "int": self._int, "pct": self._pct,
            "dec": self._dec, "pick": self._pick, "blank": self._blank, "const": self._const, "text": self._text,
            "email": self._email, "name": self._name, "firm": self._firm, "uuid": self._uuid, "url": self._url,
            "dur": self._dur, "part": self._part, "sum": self._sum,
        }  # fmt: skip
        return makers[word](rest)

    def _id(self, prefix: str) -> Iterator[tuple[object, str]]:
        while True:
            text = prefix + "".join(self.chance.choices("ABCDEFGHJKLMNPQRSTabcdefghkmnp23456789", k=14))
            yield text, text

    def _num(self, rest: str) -> Iterator[tuple[object, str]]:
        prefix = rest.rstrip("0123456789")
        start = rest[len(prefix) :]
        for number in itertools.count(int(start)):
            text = prefix + str(number).zfill(len(start))
            yield text, text

    def _ref(self, rest: str) -> Iterator[tuple[object, str]]:
        prefix, count = rest.rsplit(":", 1)
        pool = [text for text, _ in itertools.islice(self._num(prefix), int(count))]
        while True:
            text = str(self.chance.choice(pool))
            yield text, text

    def _time(self, form: str) -> Iterator[tuple[object, str]]:
        moment = _START
        while True:
            yield moment, moment.strftime(form)
            moment += timedelta(hours=self.chance.uniform(3, 150))

    def _later(self, rest: str) -> Iterator[tuple[object, str]]:
        header, hours, form = rest.split(":", 2)
        for value in self.values[header]:
            assert isinstance(value, datetime)
            later = value + timedelta(hours=self.chance.uniform(0.1, 1.0) * float(hours))
            yield later, later.strftime(form)

    def _day(self, form: str) -> Iterator[tuple[object, str]]:
        for number in itertools.count():
            day = _START + timedelta(days=number)
            yield day, day.strftime(form)

    def _month(self, form: str) -> Iterator[tuple[object, str]]:
        for number in itertools.count():
            day = datetime(2022 + number // 12, number % 12 + 1, 1)
            yield day, day.strftime(form)

    def _money(self, rest: str) -> Iterator[tuple[object, str]]:
        low, high, form = (*rest.split(":", 2), "")[:3]
        while True:
            value = round(self.chance.uniform(float(low), float(high)), 2)
            yield value, _shown(value, form)

    def _product(self, rest: str) -> Iterator[tuple[object, str]]:
        first, _, second = rest.partition("*")
        second, _, form = second.partition(":")
        for a, b in zip(self.values[first], self.values[second], strict=True):
            value = round(float(str(a)) * float(str(b)), 2)
            yield value, _shown(value, form)

    def _part(self, rest: str) -> Iterator[tuple[object, str]]:
        header, low, high, form = (*rest.split(":", 3), "")[:4]
        for value in self.values[header]:
            part = round(float(str(value)) * self.chance.uniform(float(low), float(high)), 2)
            yield part, str(round(part)) if form in ("", "int") else _shown(part, form)

    def _sum(self, rest: str) -> Iterator[tuple[object, str]]:
        names, _, form = rest.partition(":")
        first, sign, second = re.split("([+−])", names)
        for a, b in zip(self.values[first], self.values[second], strict=True):
            value = round(float(str(a)) + (1 if sign == "+" else -1) * float(str(b)), 2)
            yield value, _shown(value, form)

    def _int(self, rest: str) -> Iterator[tuple[object, str]]:
        low, high = (int(text) for text in rest.split(":"))
        while True:
            value = self.chance.randint(low, high)
            yield value, str(value)

    def _dec(self, rest: str) -> Iterator[tuple[object, str]]:
        low, high, digits = rest.split(":")
        while True:
            value = self.chance.uniform(float(low), float(high))
            yield value, f"{value:.{digits}f}"

    def _pct(self, rest: str) -> Iterator[tuple[object, str]]:
        low, high, form = (*rest.split(":"), "")[:3]
        while True:
            value = self.chance.uniform(float(low), float(high))
            yield value, f"{value:.2f}%" if not form else f"{value:.2f} %".replace(".", ",")

    def _pick(self, rest: str) -> Iterator[tuple[object, str]]:
        while True:
            text = self.chance.choice(rest.split("/"))
            yield text, text

    def _blank(self, rest: str) -> Iterator[tuple[object, str]]:
        return itertools.repeat(("", ""))

    def _const(self, rest: str) -> Iterator[tuple[object, str]]:
        return itertools.repeat((rest, rest))

    def _text(self, rest: str) -> Iterator[tuple[object, str]]:
        while True:
            text = " ".join(self.chance.choices(_WORDS, k=self.chance.randint(3, 9))).capitalize()
            yield text, text

    def _email(self, rest: str) -> Iterator[tuple[object, str]]:
        for number in itertools.count():
            text = f"{self.chance.choice(_NAMES)}.{self.chance.choice(_LAST)}{number}@example.com".lower()
            yield text, text

    def _name(self, rest: str) -> Iterator[tuple[object, str]]:
        first = {"first": _NAMES, "last": _LAST}.get(rest)
        while True:
            text = self.chance.choice(first) if first else f"{self.chance.choice(_NAMES)} {self.chance.choice(_LAST)}"
            yield text, text

    def _firm(self, rest: str) -> Iterator[tuple[object, str]]:
        while True:
            text = f"{self.chance.choice(_FIRMS)} {self.chance.choice(['Ltd', 'GmbH', 'Inc', 'BV', 'Labs'])}"
            yield text, text

    def _uuid(self, rest: str) -> Iterator[tuple[object, str]]:
        while True:
            digits = "".join(self.chance.choices("0123456789abcdef", k=32))
            text = f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
            yield text, text

    def _url(self, rest: str) -> Iterator[tuple[object, str]]:
        for number in itertools.count():
            text = f"{rest}/{self.chance.choice(['pricing', 'blog', 'docs', 'about', 'shop'])}/{number}"
            yield text, text

    def _dur(self, rest: str) -> Iterator[tuple[object, str]]:
        while True:
            seconds = self.chance.randint(20, int(rest or 90_000))
            yield seconds, f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _shown(value: float, form: str) -> str:
    """A number with two digits: `us` 1,234.50, `de` 1.234,50, `dep` 1234,50, `c` cents; `{}` stands for it in signs."""
    kind, _, signs = form.partition(":")
    plain = {
        "us": f"{value:,.2f}",
        "de": f"{value:,.2f}".replace(",", " ").replace(".", ",").replace(" ", "."),
        "dep": f"{value:.2f}".replace(".", ","),
        "c": f"{round(value * 100)}",
        "int": f"{round(value)}",
        "fr": f"{value:,.2f}".replace(",", "\u202f").replace(".", ","),
    }.get(kind, f"{value:.2f}")
    return signs.replace("{}", plain) if signs else plain


if __name__ == "__main__":
    write_part(sys.argv[1], Path(sys.argv[2]))
