"""Write resources/i18n/pinyin.toml: how the characters in the texts of the program sound, for the search by pinyin.

    uv run --no-project --with pypinyin python packaging/i18n/pinyin_table.py

pypinyin (MIT) reads whole texts, so that a character gets the sounds that it has in them and no rare ones: its 3.6 MB
of dictionaries stay here. Run it again where tests/core/test_pinyin.py misses a character of a new label.
"""

import re
from pathlib import Path

from pypinyin import lazy_pinyin

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TABLE = RESOURCES / "i18n" / "pinyin.toml"
HEAD = """\
# How the characters in the texts of the program sound, by syllable; ü is v, as it is typed.
# Written by packaging/i18n/pinyin_table.py.

[syllables]
"""
_HAN = re.compile("[\u3400-\u9fff]+")
_AS_TYPED = {"lve": ("lve", "lue"), "nve": ("nve", "nue")}


def sounds(folder: Path) -> dict[str, set[str]]:
    """The characters of all texts there by the syllables that they have in them."""
    found: dict[str, set[str]] = {}
    for path in sorted({*folder.rglob("*.toml"), *folder.rglob("*.ts")} - {TABLE}):
        for run in set(_HAN.findall(path.read_text(encoding="utf-8"))):
            for sign, syllable in zip(run, lazy_pinyin(run), strict=True):
                for typed in _AS_TYPED.get(syllable, (syllable,)):
                    found.setdefault(typed, set()).add(sign)
    return found


def main() -> None:
    """Replace the table."""
    lines = (f'{syllable} = "{"".join(sorted(signs))}"\n' for syllable, signs in sorted(sounds(RESOURCES).items()))
    TABLE.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
