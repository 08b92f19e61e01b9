"""The packages of Linux from the folder of the program: a .deb for Debian and Ubuntu, a tarball for any folder."""

import gzip
import os
import re
import shutil
import subprocess
import sys
import tarfile
from datetime import UTC, datetime
from pathlib import Path

from system_libraries import PACKAGES

LINUX = Path(__file__).resolve().parent / "linux"
ICONS = Path("usr/share/icons/hicolor")
# What a library asks for that is always there: the C library and the loader.
_BASE = re.compile(r"^(ld-linux|lib(c|m|dl|rt|pthread|util|resolv)\.so)")
_ALSO = {
    "libz.so.1": "zlib1g",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libzstd.so.1": "libzstd1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libXau.so.6": "libxau6",
    "libdrm.so.2": "libdrm2",
    "libcrypto.so.3": "libssl3 | libssl3t64",  # for fast hashes; without it Python has slower ones
}
# What one part asks for that the program starts without: printers.
_OPTIONAL = {"libcups.so.2": "libcups2 | libcups2t64"}
_NAMES = {**PACKAGES, **_ALSO}


def needed_libraries(folder: Path) -> set[str]:
    """Names of shared libraries that the program's own ask for and that it does not bring."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and is_elf(path)]
    brought = {path.name for path in folder.rglob("*")}
    needed: set[str] = set()
    for file in files:
        listing = subprocess.run(["readelf", "-d", str(file)], capture_output=True, text=True, check=True).stdout
        needed.update(re.findall(r"NEEDED.*\[(.+)\]", listing))
    return {name for name in needed - brought if not _BASE.match(name)}


def is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def depends(folder: Path) -> list[str]:
    """Debian's packages that hold those libraries; stops at one of which no package is known."""
    names = needed_libraries(folder) - _OPTIONAL.keys()
    if unknown := sorted(names - _NAMES.keys()):
        sys.exit(f"No package is known for {', '.join(unknown)}; add it to packaging/linux_package.py.")
    return sorted({_NAMES[name] for name in names} | {f"libc6 (>= {libc_version(folder)})"})


def libc_version(folder: Path) -> str:
    """The newest version of the C library that anything in the folder asks for."""
    newest = (2, 28)
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink() and is_elf(file):
            text = subprocess.run(["readelf", "-V", str(file)], capture_output=True, text=True, check=True).stdout
            for major, minor in re.findall(r"GLIBC_(\d+)\.(\d+)", text):
                newest = max(newest, (int(major), int(minor)))
    return ".".join(map(str, newest))


def write_deb(folder: Path, stage: Path, out: Path, version: str) -> Path:
    """The program in /usr/lib/kpidesk, two commands, a desktop entry, icons, the type of workspaces."""
    root = stage / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(folder, root / "usr/lib/kpidesk", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    for name in ("kpidesk", "kpidesk-cli"):
        (root / "usr/bin" / name).symlink_to(f"../lib/kpidesk/{name}")
    put_desktop_files(root, stage, version)
    size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    machine = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    printers = ", ".join(_OPTIONAL.values())
    control.write_text(
        f"Package: kpidesk\nVersion: {version}\nArchitecture: {machine}\nSection: office\nPriority: optional\n"
        f"Maintainer: The KPI Desk authors <kpidesk@localhost>\nInstalled-Size: {size}\n"
        f"Depends: {', '.join(depends(folder))}\n"
        f"Recommends: fonts-noto-cjk, desktop-file-utils, shared-mime-info, hicolor-icon-theme, {printers}\n"
        "Description: every growth figure of a business from its spreadsheets\n"
        " Recognises the sheets of a business, computes its growth figures with their definitions,\n"
        " explains what changed and why, answers what-if questions and writes charts for the slide.\n"
        " Works on this computer alone.\n",
        encoding="utf-8",
    )
    set_modes(root)
    target = out / f"kpidesk_{version}_{machine}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(root), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def put_desktop_files(root: Path, stage: Path, version: str) -> None:
    """What a desktop reads: entry, icons, MIME type, AppStream, and the documents that Debian asks for."""
    share = root / "usr/share"
    for target, source in (
        ("applications/kpidesk.desktop", LINUX / "kpidesk.desktop"),
        ("mime/packages/kpidesk.xml", LINUX / "kpidesk.xml"),
        ("icons/hicolor/scalable/apps/kpidesk.svg", LINUX.parent.parent / "resources/icons/kpidesk.svg"),
        ("doc/kpidesk/copyright", stage / "licences.txt"),
    ):
        (share / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, share / target)
    for picture in stage.glob("kpidesk-*.png"):
        size = picture.stem.rpartition("-")[2]
        for kind, name in (("apps", "kpidesk"), ("mimetypes", "application-x-kpidesk")):
            place = root / ICONS / f"{size}x{size}" / kind / f"{name}.png"
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(picture, place)
    meta = (LINUX / "org.kpidesk.KPIDesk.metainfo.xml").read_text(encoding="utf-8")
    place = share / "metainfo" / "org.kpidesk.KPIDesk.metainfo.xml"
    place.parent.mkdir(parents=True)
    today = datetime.now(UTC).date().isoformat()
    place.write_text(meta.replace("@VERSION@", version).replace("@DATE@", today), encoding="utf-8")
    news = LINUX.parent / "CHANGELOG.md"
    with gzip.GzipFile(share / "doc/kpidesk/changelog.gz", "wb", mtime=0) as file:
        file.write(news.read_bytes())


def set_modes(root: Path) -> None:
    """Readable by all, writable by the owner, whatever the umask was; programs and libraries may run."""
    for path in root.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if runs else 0o644)


def write_tarball(folder: Path, out: Path, version: str) -> Path:
    """The folder as it is: unpack it anywhere and start ``kpidesk`` in it."""
    target = out / f"kpidesk-{version}-linux-{os.uname().machine}.tar.xz"
    plain = target.with_suffix("")
    with tarfile.open(plain, "w") as archive:
        archive.add(folder, arcname=f"kpidesk-{version}", filter=as_root)
    subprocess.run(["xz", "-6", "-T0", str(plain)], check=True)  # on every core, which Python's own xz is not
    return target


def as_root(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """No name of the builder in the archive."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry
