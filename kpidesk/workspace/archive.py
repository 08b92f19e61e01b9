"""The ``.kpidesk`` file: a zip of ``manifest.json``, ``workspace.json`` and ``tables/*.parquet``, all stored.

Nothing in it is trusted: members are read by the names that we write, never extracted by theirs, sizes and depths are
capped, hashes checked. A file that cannot be read whole is refused whole.
"""

import hashlib
import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, NoReturn

from kpidesk import __version__
from kpidesk.core.errors import UserError
from kpidesk.core.ids import DatasetId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.core.system_reasons import system_reason
from kpidesk.workspace.archive_checks import Damaged, checked_members, parse_json
from kpidesk.workspace.codec import CodecError, from_plain, to_plain
from kpidesk.workspace.document import Dataset, Workspace
from kpidesk.workspace.migrations import FORMAT, migrated
from kpidesk.workspace.replacing import replace_file

SUFFIX = ".kpidesk"
_PIECE = 1 << 20


def write_archive(
    target: Path, document: Workspace, tables: Mapping[DatasetId, Path], progress: Progress | None = None
) -> None:
    """Save the document and the table of each of its datasets; raises UserError, and the old file stays."""
    progress = progress or Progress()
    hashes: dict[str, str] = {}

    def write(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for done, dataset in enumerate(document.datasets):
                progress.step(done, len(document.datasets) + 1)
                hashes[dataset] = _copy_in(archive, f"tables/{dataset}.parquet", tables[dataset], progress)
            text = json.dumps(to_plain(_relative(document, target.parent.resolve())), ensure_ascii=False, indent=1)
            body = text.encode(errors="backslashreplace")  # JSON's own way to write a path that is no text
            archive.writestr("workspace.json", body)
            hashes[""] = hashlib.sha256(body).hexdigest()
            archive.writestr("manifest.json", json.dumps(_manifest(hashes)))

    replace_file(target, write, verify=_verify, keep_backup=True)


def read_archive(path: Path, folder: Path, progress: Progress | None = None) -> Workspace:
    """The saved document; its tables are written to ``folder/<dataset>.parquet``. Raises UserError."""
    progress = progress or Progress()
    try:
        with path.open("rb") as file:
            members = checked_members(file)
            with zipfile.ZipFile(file) as archive:
                manifest = parse_json(archive.read(members["manifest.json"]))
                document = _document(archive, members, manifest)
                for done, dataset in enumerate(document.datasets):
                    progress.step(done, len(document.datasets))
                    _copy_out(archive, members, dataset, manifest, folder)
    except OSError as error:
        raise UserError(
            Message(
                QT_TRANSLATE_NOOP("workspace", "{file} cannot be read: {reason}"),
                file=path.name,
                reason=system_reason(error),
            )
        ) from error
    except (Damaged, CodecError, zipfile.BadZipFile, EOFError, ValueError, KeyError, NotImplementedError) as error:
        # NotImplementedError: packed in a way that zipfile does not know
        _refuse(path, error)
    return _absolute(document, path.parent)


def _document(
    archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], manifest: Mapping[str, object]
) -> Workspace:
    format = manifest.get("format")
    if not isinstance(format, int) or format < 1:
        raise Damaged("format")
    body = archive.read(members["workspace.json"])
    if format <= FORMAT and hashlib.sha256(body).hexdigest() != _hash(manifest, ""):
        raise Damaged("workspace.json")
    plain = migrated(parse_json(body) if format <= FORMAT else {}, format)
    document = from_plain(Workspace, plain)
    for key, dataset in document.datasets.items():
        if key != dataset.id or f"tables/{key}.parquet" not in members:
            raise Damaged(str(key))
    return document


def _copy_in(archive: zipfile.ZipFile, name: str, source: Path, progress: Progress) -> str:
    """Store one table, answer its hash."""
    digest = hashlib.sha256()
    with source.open("rb") as table, archive.open(name, "w", force_zip64=True) as member:
        while piece := table.read(_PIECE):
            progress.raise_if_cancelled()
            digest.update(piece)
            member.write(piece)
    return digest.hexdigest()


def _copy_out(
    archive: zipfile.ZipFile,
    members: Mapping[str, zipfile.ZipInfo],
    dataset: DatasetId,
    manifest: Mapping[str, object],
    folder: Path,
) -> None:
    digest = hashlib.sha256()
    final = folder / f"{dataset}.parquet"
    part = final.with_suffix(".part")
    try:
        with archive.open(members[f"tables/{dataset}.parquet"]) as member, part.open("wb") as table:
            while piece := member.read(_PIECE):
                digest.update(piece)
                table.write(piece)
        if digest.hexdigest() != _hash(manifest, dataset):
            raise Damaged(dataset)
        part.replace(final)
    finally:
        part.unlink(missing_ok=True)


def _manifest(hashes: Mapping[str, str]) -> dict[str, object]:
    return {"format": FORMAT, "application": "kpidesk", "version": __version__, "sha256": dict(hashes)}


def _hash(manifest: Mapping[str, object], name: str) -> object:
    hashes = manifest.get("sha256")
    return hashes.get(name) if isinstance(hashes, dict) else None


def _verify(path: Path) -> None:
    """Raise OSError unless every byte of the new file can be read back."""
    try:
        with zipfile.ZipFile(path) as archive:
            broken = archive.testzip()
    except zipfile.BadZipFile as error:
        raise OSError(str(error)) from error
    if broken is not None:
        raise OSError(broken)


def _relative(document: Workspace, folder: Path) -> Workspace:
    """Source paths seen from the saved file, so that a folder can be moved or mailed as a whole."""

    def moved(dataset: Dataset) -> Dataset:
        try:
            path = os.path.relpath(dataset.source.path, folder)
        except ValueError:  # another drive
            return dataset
        return replace(dataset, source=replace(dataset.source, path=Path(path).as_posix()))

    return replace(document, datasets={key: moved(d) for key, d in document.datasets.items()})


def _absolute(document: Workspace, folder: Path) -> Workspace:
    """Source paths as this computer knows them; the files are not looked at."""

    def moved(dataset: Dataset) -> Dataset:
        path = os.path.normpath(folder.resolve() / dataset.source.path)
        return replace(dataset, source=replace(dataset.source, path=path))

    return replace(document, datasets={key: moved(d) for key, d in document.datasets.items()})


def _refuse(path: Path, error: Exception) -> NoReturn:
    raise UserError(
        Message(
            QT_TRANSLATE_NOOP("workspace", "{file} is not a sound KPI Desk workspace ({place})."),
            file=path.name,
            place=str(error)[:80],
        ),
        Message(QT_TRANSLATE_NOOP("workspace", "Open the copy beside it that ends in .bak, if there is one.")),
    ) from error
