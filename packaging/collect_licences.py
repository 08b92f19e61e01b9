"""The licences of everything that a package ships, as one page of text on standard output."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
TEXTS = Path(__file__).resolve().parent / "licences"
_LICENCE_FILE = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$", re.IGNORECASE)
_RULE = "=" * 100

# Needed by those who use the product from Python, left out of packages.
NOT_SHIPPED = ("pandas",)

DOCUMENTS = Path("/usr/share/doc")
DEBIAN_PACKAGES = (
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-render-util0", "libxcb-util1",
    "libxcb-xkb1", "libxkbcommon0", "libxkbcommon-x11-0", "libexpat1", "libffi[0-9]*", "libbz2-1.0", "liblzma5",
    "zlib1g", "libuuid1", "libzstd1", "libstdc++6", "libgcc-s1", "libicu[0-9]*",
)  # fmt: skip

# Not in the wheels: what Qt's licence asks to be said.
QT = """\
Qt and Qt for Python (PySide6, Shiboken6) are used under the GNU Lesser General Public License, version 3, unchanged but
for symbols of debuggers, as shared libraries beside the program: they may be replaced by other builds of the same
versions. Their sources are at https://download.qt.io/official_releases/. The texts of the LGPL and of the GPL, which it
refers to, are at the end.
"""


def shipped() -> list[Distribution]:
    """The distributions that the product needs at run time, all the way down, by name."""
    found: dict[str, Distribution] = {}
    waiting = ["kpidesk"]
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(name)
        except PackageNotFoundError:
            continue  # a requirement of another system
        for text in found[key].requires or ():
            requirement = Requirement(text)
            extras = ("", "duckdb") if key == "ibis-framework" else ("",)
            marker = requirement.marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(requirement.name)
    for name in ("kpidesk", *NOT_SHIPPED):
        found.pop(name, None)
    return [found[key] for key in sorted(found)]


def texts(dist: Distribution) -> Iterator[str]:
    """The licence files that came with a distribution."""
    for file in dist.files or ():
        if _LICENCE_FILE.search(str(file)) and file.suffix not in (".py", ".pyc"):
            path = Path(str(file.locate()))
            if path.is_file():
                yield path.read_text(encoding="utf-8", errors="replace").strip()


def of_the_system() -> Iterator[str]:
    """The terms of Debian's libraries that a package brings, and of ICU, which comes with Qt."""
    for pattern in DEBIAN_PACKAGES:
        for path in sorted(DOCUMENTS.glob(f"{pattern}/copyright"))[-1:]:
            yield f"{path.parent.name}\n\n{path.read_text(encoding='utf-8', errors='replace').strip()}"


def page() -> str:
    parts = [f"KPI Desk\n\n{(ROOT / 'LICENSE').read_text(encoding='utf-8').strip()}"]
    icons = sorted((ROOT / "resources" / "icons").glob("LICENSE*"))
    parts.extend(f"Icons ({file.name})\n\n{file.read_text(encoding='utf-8').strip()}" for file in icons)
    prefix, version = Path(sys.base_prefix), f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = (prefix / "lib" / version / "LICENSE.txt", prefix / "LICENSE.txt")  # the second: Windows
    python = next((path for path in places if path.is_file()), None)
    terms = python.read_text(encoding="utf-8").strip() if python else "https://docs.python.org/3/license.html"
    parts.append(f"Python {sys.version.split()[0]}\n\n{terms}")
    parts.append(f"Qt\n\n{QT.strip()}")
    for dist in shipped():
        meta = dist.metadata
        terms = meta.get("License-Expression") or (meta.get("License") or "").split("\n")[0] or "see below"
        body = "\n\n".join(dict.fromkeys(texts(dist)))
        parts.append(f"{meta['Name']} {dist.version}: {terms}\n\n{body}".strip())
    parts.extend(of_the_system())
    parts.extend(path.read_text(encoding="utf-8").strip() for path in sorted(TEXTS.glob("*.txt")))
    return f"\n\n{_RULE}\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(page())
