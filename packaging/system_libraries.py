"""Print the Debian packages that Qt's libraries and Chinese text still need here; nothing when all is there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

# Shared library -> Debian package. Qt's wheels bring everything else.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
NEEDED_BY = (
    "Qt/lib/libQt6Gui.so.6",
    "Qt/lib/libQt6Widgets.so.6",
    "Qt/lib/libQt6Svg.so.6",
    "Qt/lib/libQt6XcbQpa.so.6",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqoffscreen.so",
)


def missing_libraries(qt: Path) -> set[str]:
    """Names of shared libraries that the loader does not find for the parts of Qt that a desktop needs."""
    missing: set[str] = set()
    for part in NEEDED_BY:
        if (qt / part).exists():
            listing = subprocess.run(["ldd", str(qt / part)], capture_output=True, text=True, check=False).stdout
            missing.update(re.findall(r"^\s*(\S+) => not found", listing, re.MULTILINE))
    return missing


def has_chinese_font() -> bool:
    listing = shutil.which("fc-list")
    if listing is None:
        return False
    return bool(
        subprocess.run([listing, ":lang=zh-tw", "family"], capture_output=True, text=True, check=False).stdout.strip()
    )


def main() -> None:
    qt = next(Path(sys.prefix).glob("lib/python3*/site-packages/PySide6"), None)
    packages = set()
    if qt is not None:
        unknown = {name for name in missing_libraries(qt) if name not in PACKAGES}
        packages = {PACKAGES[name] for name in missing_libraries(qt) if name in PACKAGES}
        for name in sorted(unknown):
            print(f"Qt needs {name}, and no package is known for it.", file=sys.stderr)
    if shutil.which("fc-list") is None:
        packages.add("fontconfig")
    if not has_chinese_font():
        packages.add("fonts-noto-cjk")
    print(" ".join(sorted(packages)))


if __name__ == "__main__":
    main()
