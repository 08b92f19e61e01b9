"""Makes the libraries of a Linux package smaller: symbols for debuggers, data and functions that nothing asks for."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

# Qt asks ICU for sorting by language, calendars and time zones, upper and lower case, and has names of languages,
# regions, units and currencies of its own. Converters of old encodings, line breaks and spelled-out numbers are for
# others, and so are the calendars of languages that the product does not speak.
_ICU_UNUSED = re.compile(r"(?!coll/)\w+/.*|.*\.(cnv|spp)|(?!en|zh)[a-z]{2,3}(_\w+)?\.res")


# Linked, but nothing here calls them: what others would ask of each. PyArrow links plans of queries to itself; the
# special functions of scipy need linear algebra for ellipsoidal harmonics alone (numpy brings its own).
_UNCALLED = {"libarrow_substrait.so.*": set(), "libscipy_openblas-*.so": {"scipy_dstevr_"}}
_JUMP = {"x86_64": "jmp abort@PLT", "aarch64": "b abort"}


def trim(folder: Path) -> None:
    """Trim every library of the folder of the program."""
    strip_symbols(folder)
    for pattern, asked in _UNCALLED.items():
        for library in folder.rglob(pattern):
            if not library.is_symlink():
                hollow(library, asked, folder)
    share_twins(folder)
    for library in folder.rglob("libicudata.so.*"):
        if not library.is_symlink():
            shrink_icu(library)


def strip_symbols(folder: Path) -> None:
    """Take the symbols for debuggers out of libraries.

    Not out of those in ``*.libs``, which were patched in a way that forbids it, nor out of those that were laid out
    anew after linking (BOLT), as some builds of Python are: they have none.
    """
    for library in folder.rglob("*.so*"):
        is_own = library.is_file() and not library.is_symlink() and not library.parent.name.endswith(".libs")
        if is_own and not was_laid_out_anew(library):
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True, stderr=subprocess.DEVNULL)


def was_laid_out_anew(library: Path) -> bool:
    """Whether BOLT left its sections in the library: taking symbols out would break its table of addresses."""
    command = ["readelf", "--wide", "--sections", str(library)]
    return "bolt" in subprocess.run(command, check=True, capture_output=True, text=True).stdout


def share_twins(folder: Path) -> None:
    """Where two wheels bring the same library, the second is a link to the first."""
    first: dict[bytes, Path] = {}
    for library in sorted(folder.rglob("*.libs/*.so*")):
        if library.is_symlink():
            continue
        twin = first.setdefault(library.read_bytes(), library)
        if twin is not library:
            library.unlink()
            library.symlink_to(Path("..") / twin.parent.name / twin.name)


def hollow(library: Path, asked: set[str], folder: Path) -> None:
    """Put a library of the same name in its place that ends the program if one of its functions is called after all.

    Nothing is done where other libraries ask for more than ``asked``.
    """
    wanted = symbols(library, "--defined-only") & set().union(
        *(symbols(other, "--undefined-only") for other in folder.rglob("*.so*") if other != library)
    )
    jump = _JUMP.get(os.uname().machine)
    if jump is None or not wanted <= asked:
        print(f"{library.name} stays whole: {', '.join(sorted(wanted - asked)) or 'no rule for this processor'}")
        return
    text = "".join(f".globl {name}\n.type {name}, %function\n{name}: {jump}\n" for name in sorted(wanted))
    link(f".text\n{text}", library)


def symbols(library: Path, which: str) -> set[str]:
    """The dynamic symbols that a library defines or asks for, without their versions."""
    listing = subprocess.run(["nm", "-D", which, str(library)], check=True, capture_output=True, text=True).stdout
    return {line.split()[-1].partition("@")[0] for line in listing.splitlines()}


def link(assembly: str, library: Path) -> None:
    """Write a shared library of that name from a text for the assembler."""
    with tempfile.TemporaryDirectory() as work:
        source, compiled = Path(work) / "source.s", Path(work) / "compiled.o"
        source.write_text(assembly + '.section .note.GNU-stack,"",%progbits\n')
        subprocess.run(["as", "-o", str(compiled), str(source)], check=True)
        command = ["ld", "-shared", "-z", "noexecstack", "-soname", library.name, "-o", str(library), str(compiled)]
        subprocess.run(command, check=True)


def shrink_icu(library: Path) -> None:
    """Leave in ICU's data what Qt asks for; nothing is done where Debian's icu-devtools is not installed."""
    if shutil.which("icupkg") is None:
        print("icu-devtools is not installed: the package is 25 MB larger than it need be.")
        return
    version = library.suffix[1:]
    with tempfile.TemporaryDirectory() as work:
        data, unused = Path(work) / f"icudt{version}l.dat", Path(work) / "unused.txt"
        subprocess.run(["objcopy", "-O", "binary", "--only-section=.rodata", str(library), str(data)], check=True)
        listing = subprocess.run(["icupkg", "-l", str(data)], check=True, capture_output=True, text=True).stdout.split()
        unused.write_text("".join(f"{name}\n" for name in listing if _ICU_UNUSED.fullmatch(name)))
        if subprocess.run(["icupkg", "--ignore-deps", "-r", str(unused), str(data)], check=False).returncode:
            print(f"{library.name} stays whole: this icupkg does not know its format.")
            return
        symbol = f"icudt{version}_dat"
        label = f".section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, %object\n{symbol}:"
        link(f'{label} .incbin "{data}"\n.size {symbol}, . - {symbol}\n', library)
