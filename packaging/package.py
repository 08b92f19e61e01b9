"""Builds the package of the system that it runs on: one folder by PyInstaller, then what users download.

python packaging/package.py            build/packages/: .deb and .tar.xz, or installer, or .dmg
python packaging/package.py --folder   build/dist/kpidesk only
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kpidesk import __version__  # noqa: E402  the tree that is packaged, not one that is installed

STAGE = ROOT / "build" / "package"
DIST = ROOT / "build" / "dist"
OUT = ROOT / "build" / "packages"
# Files by their path, modules of Python by their name.
FORBIDDEN = re.compile(
    r"Qt6?(Network|Qml|Quick|WebEngine|WebSockets)|libssl|arrow_(flight|s3|gcs|azure)|(^|/)_ssl\.|^_internal/(requests|"
    r"urllib3|httpx|aiohttp|websockets?|grpc|boto3|paramiko|polars|psycopg|pyspark)(/|$)"
)
FORBIDDEN_MODULES = re.compile(
    r"^(requests|urllib3|httpx|aiohttp|websockets?|grpc|boto3|paramiko|polars|pandas|psycopg|pyspark|trino|fsspec|"
    r"clickhouse_connect|_ssl|ftplib|smtplib|imaplib|poplib|nntplib|telnetlib|xmlrpc|http\.(client|server|cookiejar)|"
    r"urllib\.request)(\.|$)"
)
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def version_stamp() -> str:
    """``0.1.0 (v0.1.0-3-gabc1234)``: the version of the source, and what git calls this tree."""
    asked = subprocess.run(
        ["git", "describe", "--tags", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    tree = asked.stdout.strip()
    return f"{__version__} ({tree})" if tree else __version__


def hash_of_sources() -> str:
    """Another text for each state of the sources: what the program keeps for the next start holds for one of them."""
    digest = hashlib.sha256()
    for folder in (ROOT / "kpidesk", ROOT / "resources"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def stage() -> None:
    """Write what the specification expects: version, hash of the sources, licences, icons."""
    STAGE.mkdir(parents=True, exist_ok=True)
    (STAGE / "version.txt").write_text(version_stamp(), encoding="utf-8")
    (STAGE / "build.txt").write_text(hash_of_sources(), encoding="utf-8")
    with (STAGE / "licences.txt").open("w", encoding="utf-8") as page:
        collector = [sys.executable, str(ROOT / "packaging" / "collect_licences.py")]
        subprocess.run(collector, stdout=page, check=True, env=os.environ | {"PYTHONIOENCODING": "utf-8"})
    draw_icons()


def draw_icons() -> None:
    """The mark in all sizes as PNG, and as one file of icons for Windows and for macOS."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication(["icons"])
    renderer = QSvgRenderer(str(ROOT / "resources" / "icons" / "kpidesk.svg"))
    for size in ICON_SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(STAGE / f"kpidesk-{size}.png"))
    with Image.open(STAGE / f"kpidesk-{ICON_SIZES[-1]}.png") as largest:
        largest.save(STAGE / "kpidesk.ico", sizes=[(size, size) for size in ICON_SIZES if size <= 256])
        largest.save(STAGE / "kpidesk.icns")
    del app


def freeze() -> Path:
    """Run PyInstaller; answers the folder of the program."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(DIST), "--workpath", str(ROOT / "build" / "pyinstaller")]
    subprocess.run([*command, *places, str(ROOT / "packaging" / "kpidesk.spec")], check=True, cwd=ROOT)
    folder = DIST / "kpidesk"
    for link in [path for path in folder.rglob("*") if path.is_symlink() and not path.exists()]:
        link.unlink()  # to what was left out
    if sys.platform == "linux":
        (folder / "kpidesk-cli").symlink_to("kpidesk")
        from linux_trim import trim

        trim(folder)
    refuse_network(folder)
    if sys.platform != "darwin":  # there the bundle is made and signed by now
        resources = next(folder.rglob("resources/catalogue")).parent
        subprocess.run([sys.executable, str(ROOT / "packaging" / "ready_sample.py"), str(resources)], check=True)
    return folder


def refuse_network(folder: Path) -> None:
    """The product is offline: stop where a library or a module that speaks to a network slipped in."""
    from PyInstaller.archive.readers import CArchiveReader

    program = folder / ("kpidesk.exe" if sys.platform == "win32" else "kpidesk")
    modules = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz").toc
    files = (path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    wrong = sorted([*filter(FORBIDDEN.search, files), *filter(FORBIDDEN_MODULES.search, modules)])
    if wrong:
        sys.exit("What speaks to a network is in the package:\n  " + "\n  ".join(wrong))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", action="store_true", help="the folder of the program only")
    only_folder = parser.parse_args().folder
    stage()
    folder = freeze()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{folder}: {size / 1e6:.0f} MB")
    if only_folder:
        return
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    match sys.platform:
        case "linux":
            from linux_package import write_deb, write_tarball

            made = [write_deb(folder, STAGE, OUT, __version__), write_tarball(folder, OUT, __version__)]
        case "win32":
            made = [windows_installer()]
        case _:
            made = [disk_image()]
    for path in made:
        print(f"{path}: {path.stat().st_size / 1e6:.0f} MB")


def windows_installer() -> Path:
    """An installer by Inno Setup, which must be there."""
    compiler = shutil.which("ISCC") or r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe"
    defines = [f"/DVersion={__version__}", r"/DSource=build\dist\kpidesk", r"/DOutput=build\packages"]
    subprocess.run([compiler, "/Qp", *defines, r"packaging\windows\kpidesk.iss"], check=True, cwd=ROOT)
    return OUT / f"kpidesk-{__version__}-windows.exe"


def disk_image() -> Path:
    """A .dmg with the application and a way into Applications."""
    source = ROOT / "build" / "dmg"
    shutil.rmtree(source, ignore_errors=True)
    source.mkdir(parents=True)
    shutil.copytree(DIST / "KPI Desk.app", source / "KPI Desk.app", symlinks=True)
    (source / "Applications").symlink_to("/Applications")
    image = OUT / f"kpidesk-{__version__}-macos.dmg"
    command = ["hdiutil", "create", "-volname", "KPI Desk", "-srcfolder", str(source), "-ov", "-format", "UDZO"]
    subprocess.run([*command, str(image)], check=True)
    return image


if __name__ == "__main__":
    main()
