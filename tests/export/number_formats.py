"""Numbers as Office writes them in the formats that we give it."""

import itertools


def as_shown(form: str, value: float) -> str:
    """The number in one of these formats."""
    sections = form.split(";")
    if len(sections) == 3 and value <= 0:
        form, value = sections[1 if value < 0 else 2], abs(value)
    form = form.split(";")[0]
    literals = form.split('"')
    parts = [(part, at % 2 == 1) for at, part in enumerate(literals)]
    said = []
    for part, is_literal in parts:
        said.append(part if is_literal or not part else _digits(part, value))
    return "".join(said)


def _digits(part: str, value: float) -> str:
    if part == "0\\.0,":
        tenths = str(round(abs(value) / 1e3)).rjust(2, "0")
        return f"{tenths[:-1]}.{tenths[-1]}"
    percent = part.endswith("%")
    bare = part.rstrip("%")
    commas = sum(1 for _ in itertools.takewhile(lambda sign: sign == ",", reversed(bare)))
    decimals = len(bare.rstrip(",").partition(".")[2])
    number = abs(value) * (100 if percent else 1) / 1000**commas
    return f"{number:,.{decimals}f}{'%' if percent else ''}"
