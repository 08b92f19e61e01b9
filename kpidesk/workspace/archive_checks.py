"""What is looked at before a byte of somebody's workspace file is believed."""

import json
import re
import stat
import zipfile
from collections.abc import Mapping
from typing import BinaryIO

from kpidesk.workspace.codec import Plain

MAX_MEMBERS = 10_000
MAX_MANIFEST = 4 << 20
MAX_DOCUMENT = 64 << 20
MAX_DEPTH = 64

_KNOWN = re.compile(r"manifest\.json|workspace\.json|tables/[A-Za-z0-9_-]{1,64}\.parquet")
_ENCRYPTED = 0x1
_OTHER = bytes(set(range(256)) - set(b"[]{}"))
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)


class Damaged(Exception):
    """The archive is not one that we wrote; says which part."""


def checked_members(file: BinaryIO) -> Mapping[str, zipfile.ZipInfo]:
    """The members that we know by name; raises Damaged for anything that a save of ours cannot have made.

    Members of other names are left alone, but a name that points out of the archive condemns it.
    """
    file.seek(0, 2)
    size = file.tell()
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise Damaged("members")
    for info in infos:
        _check(info)
    names = [info.filename for info in infos]
    if len({name.casefold() for name in names}) != len(names):
        raise Damaged("duplicate names")
    if sum(info.compress_size for info in infos) > size:
        raise Damaged("overlapping members")
    members = {info.filename: info for info in infos if _KNOWN.fullmatch(info.filename)}
    for name, limit in (("manifest.json", MAX_MANIFEST), ("workspace.json", MAX_DOCUMENT)):
        if name not in members or members[name].file_size > limit:
            raise Damaged(name)
    file.seek(0)
    return members


def parse_json(body: bytes) -> dict[str, Plain]:
    """One JSON object of limited depth; raises Damaged."""
    depth = deepest = 0
    for byte in _STRING.sub(b"", body).translate(None, delete=_OTHER):
        depth += 1 if byte in b"[{" else -1
        deepest = max(deepest, depth)
    if deepest > MAX_DEPTH:
        raise Damaged("depth")
    try:
        plain = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Damaged("JSON") from error
    if not isinstance(plain, dict):
        raise Damaged("JSON")
    return plain


def _check(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    parts = name.split("/")
    if "\0" in name or "\\" in name or ":" in name or name.startswith("/") or ".." in parts or name != info.filename:
        raise Damaged("names")
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Damaged("links")
    if info.flag_bits & _ENCRYPTED or info.compress_type != zipfile.ZIP_STORED or info.file_size != info.compress_size:
        raise Damaged("packing")
