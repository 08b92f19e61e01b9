"""The law of the house: who may import whom, how long a module may be, how texts are written."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "kpidesk"
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_import_contracts_are_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(linter), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_is_short_and_imports_statically(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    assert source.count("\n") <= 300, f"{module.name} has {source.count(chr(10))} lines: split it by reason to change"
    names = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    assert not names & {"__import__", "eval", "exec"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_translatable_texts_are_literals(module: Path) -> None:
    """An alias or an f-string is never found by the extractor, or never matches what it found."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "tr" and isinstance(node.func, ast.Attribute):
            texts = node.args[:1]
        elif name == "QT_TRANSLATE_NOOP":
            texts = node.args
        else:
            continue
        for text in texts:
            place = f"{module.relative_to(ROOT)}:{node.lineno}"
            assert isinstance(text, ast.Constant), f"{place}: not a literal"
            assert isinstance(text.value, str), f"{place}: not a text"


def test_nothing_speaks_of_one_machine() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode:
        pytest.skip("not a checkout")
    for name in tracked.stdout.splitlines():
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".sh", ".yml"}:
            assert f"{ROOT}/" not in path.read_text(encoding="utf-8"), name
