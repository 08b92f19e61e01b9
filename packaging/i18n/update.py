"""Collect the texts of the package into resources/i18n/*.ts, say what is not translated, compile the *.qm.

    uv run python packaging/i18n/update.py [--check]

``--check`` changes nothing and ends with status 1 where a text is missing, unfinished or not compiled.
Texts of the catalogue and the schema are translated where they are declared, in resources/**/*.toml; their notes and
names are compiled with the rest (see declared.py), the names in English too.
"""

import argparse
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import declared

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
FOLDER = RESOURCES / "i18n"
LANGUAGES = ("zh_Hans", "zh_Hant")
Texts = dict[tuple[str, str], str | None]


def tool(name: str) -> str:
    return str(next(Path(sys.executable).parent.glob(f"pyside6-{name}*")))


def collect(target: Path, language: str) -> None:
    modules = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "kpidesk").rglob("*.py"))
    command = [
        tool("lupdate"),
        *modules,
        "-locations",
        "none",
        "-no-obsolete",
        "-target-language",
        language,
        "-ts",
        str(target),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def compile_to(language: str, target: Path) -> None:
    """The texts of the code, where the language is not its own, and what resources declare, as one .qm."""
    with tempfile.TemporaryDirectory() as folder:
        extra = Path(folder) / "declared.ts"
        declared.write(declared.entries(RESOURCES), language, extra)
        sources = [*([FOLDER / f"kpidesk_{language}.ts"] if language in LANGUAGES else []), extra]
        command = [tool("lrelease"), "-silent", *(str(source) for source in sources), "-qm", str(target)]
        subprocess.run(command, check=True, capture_output=True)


def texts(path: Path) -> Texts:
    """Translation by (context, source); None where there is none yet."""
    found: Texts = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") != "unfinished"
            form = "" if translation is None else "".join(translation.itertext()).strip()
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = form if done and form else None
    return found


def check(language: str) -> list[str]:
    """What is wrong with one language, a line each."""
    path = FOLDER / f"kpidesk_{language}.ts"
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / path.name
        collect(fresh, language)
        wanted, have = texts(fresh), texts(path)
    wrong = [f"{language}: not collected: {context}: {text}" for context, text in wanted.keys() - have.keys()]
    wrong += [f"{language}: no longer used: {context}: {text}" for context, text in have.keys() - wanted.keys()]
    wrong += [
        f"{language}: not translated: {context}: {text}" for (context, text), form in have.items() if form is None
    ]
    return wrong


def check_compiled(language: str) -> list[str]:
    """Whether the .qm is that of the texts as they are."""
    with tempfile.TemporaryDirectory() as folder:
        compiled, kept = Path(folder) / "a.qm", FOLDER / f"kpidesk_{language}.qm"
        compile_to(language, compiled)
        if kept.is_file() and kept.read_bytes() == compiled.read_bytes():
            return []
    return [f"{language}: not compiled since the last change"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not arguments.check:
        for language in LANGUAGES:
            collect(FOLDER / f"kpidesk_{language}.ts", language)
        for language in ("en", *LANGUAGES):
            target = FOLDER / f"kpidesk_{language}.qm"
            beside = target.with_suffix(".qm.new")
            compile_to(language, beside)
            beside.replace(target)  # a running window has the old one mapped into its memory
    wrong = [line for language in LANGUAGES for line in check(language)]
    wrong += [line for language in ("en", *LANGUAGES) for line in check_compiled(language)]
    print("\n".join(wrong) or "All texts are translated and compiled.")
    return 1 if wrong and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
