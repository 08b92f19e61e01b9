import json
import os
import sys
import zipfile
from pathlib import Path

import pytest
from documents import a_dataset, a_workspace
from kpidesk.core.errors import Cancelled, UserError
from kpidesk.core.progress import Progress
from kpidesk.workspace import replacing
from kpidesk.workspace.archive import read_archive, write_archive
from kpidesk.workspace.archive_checks import Damaged, parse_json

MANIFEST = {"format": 1, "sha256": {}}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    table = tmp_path / "source.parquet"
    table.write_bytes(os.urandom(200_000))
    document = a_workspace(a_dataset(folder=tmp_path / "data"))
    target = tmp_path / "acme.kpidesk"
    write_archive(target, document, dict.fromkeys(document.datasets, table))
    return target


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "tables"
    folder.mkdir()
    return folder


def test_what_was_saved_is_opened(saved, folder, tmp_path):
    assert read_archive(saved, folder) == a_workspace(a_dataset(folder=tmp_path / "data"))
    assert (folder / "subs1.parquet").read_bytes() == (tmp_path / "source.parquet").read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["acme.kpidesk", "source.parquet", "tables"]


def test_source_paths_move_with_the_file(saved, folder, tmp_path):
    plain = json.loads(zipfile.ZipFile(saved).read("workspace.json"))
    assert plain["datasets"]["subs1"]["source"]["path"] == "data/subs.csv"
    elsewhere = tmp_path / "moved"
    elsewhere.mkdir()
    moved = saved.rename(elsewhere / "a.kpidesk")
    assert read_archive(moved, folder).datasets["subs1"].source.path == str(elsewhere / "data" / "subs.csv")


def test_the_version_before_is_kept_beside(saved):
    before = saved.read_bytes()
    write_archive(saved, a_workspace(), {})
    assert replacing.backup_of(saved).read_bytes() == before


def _zip(path: Path, members: dict[str, bytes | str], compression: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return path


def _refused(path: Path, folder: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_archive(path, folder)
    assert not list(folder.iterdir())
    return str(caught.value)


GOOD = {"manifest.json": json.dumps(MANIFEST), "workspace.json": "{}"}


@pytest.mark.parametrize(
    "extra",
    [
        {"../evil.parquet": b"x"},
        {"/etc/passwd": b"x"},
        {"tables\\..\\x.parquet": b"x"},
        {"C:/x": b"x"},
        {"tables/a.parquet": b"x", "tables/A.parquet": b"y"},
        {"manifest.json": "[]"},
        {"manifest.json": "{"},
        {"manifest.json": '{"format": "1"}'},
        {"manifest.json": '{"format": 0}'},
        {"workspace.json": "[" * 100_000},
        {"workspace.json": '{"a":' * 70 + "1" + "}" * 70},
    ],
)
def test_hostile_members_are_refused(tmp_path, folder, extra):
    assert "not a sound" in _refused(_zip(tmp_path / "x.kpidesk", GOOD | extra), folder)


def test_a_link_is_refused(tmp_path, folder):
    path = tmp_path / "x.kpidesk"
    with zipfile.ZipFile(path, "w") as archive:
        for name, body in GOOD.items():
            archive.writestr(name, body)
        link = zipfile.ZipInfo("tables/a.parquet")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    _refused(path, folder)


def test_packed_members_are_refused_for_they_may_be_bombs(tmp_path, folder):
    _refused(_zip(tmp_path / "x.kpidesk", GOOD | {"tables/a.parquet": b"0" * 10_000_000}, zipfile.ZIP_DEFLATED), folder)


def test_a_newer_format_is_refused_and_the_file_left_as_it_was(tmp_path, folder):
    path = _zip(tmp_path / "x.kpidesk", GOOD | {"manifest.json": '{"format": 99}', "workspace.json": "hologram"})
    before = path.read_bytes()
    assert "newer version" in _refused(path, folder)
    assert path.read_bytes() == before


def test_every_changed_byte_is_noticed_or_harmless(saved, folder, tmp_path):
    body = saved.read_bytes()
    whole = read_archive(saved, folder)
    table = (folder / "subs1.parquet").read_bytes()
    for at in range(0, len(body), 4999):
        broken = tmp_path / "broken.kpidesk"
        broken.write_bytes(body[:at] + bytes([body[at] ^ 0x55]) + body[at + 1 :])
        for old in folder.iterdir():
            old.unlink()
        try:
            assert read_archive(broken, folder) == whole
            assert (folder / "subs1.parquet").read_bytes() == table
        except UserError:
            assert not list(folder.iterdir())


def test_a_cut_or_empty_file_is_refused(saved, folder):
    body = saved.read_bytes()
    for length in (0, 10, len(body) // 2, len(body) - 1):
        saved.write_bytes(body[:length])
        _refused(saved, folder)


def test_a_missing_file_is_refused_in_one_sentence(tmp_path, folder):
    assert "none.kpidesk cannot be read" in _refused(tmp_path / "none.kpidesk", folder)


def test_brackets_inside_texts_do_not_count_as_depth():
    assert parse_json(json.dumps({"a": "[" * 1000 + '\\"['}).encode())
    with pytest.raises(Damaged):
        parse_json(b"[" * 65 + b"]" * 65)


class FullDisk:
    """A file that takes so many bytes and then says that the disk is full."""

    def __init__(self, file, room: int) -> None:
        self._file = file
        self._room = room

    def write(self, piece) -> int:
        self._room -= len(piece)
        if self._room < 0:
            raise OSError(28, "No space left on device")
        return self._file.write(piece)

    def __getattr__(self, name):
        return getattr(self._file, name)


@pytest.mark.parametrize("room", [0, 1, 100, 5_000, 100_000, 199_999, 200_500])
def test_a_full_disk_leaves_the_old_file_and_no_temporary(saved, tmp_path, monkeypatch, room):
    before = saved.read_bytes()
    names = sorted(p.name for p in tmp_path.iterdir())
    original = replacing.replace_file

    def on_a_full_disk(target, write, **options):
        original(target, lambda file: write(FullDisk(file, room)), **options)

    monkeypatch.setattr("kpidesk.workspace.archive.replace_file", on_a_full_disk)
    document = a_workspace(a_dataset())
    with pytest.raises(UserError, match="could not be saved: No space left"):
        write_archive(saved, document, dict.fromkeys(document.datasets, tmp_path / "source.parquet"))
    assert saved.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == names


def test_a_cancelled_save_leaves_the_old_file(saved, tmp_path):
    before = saved.read_bytes()
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        write_archive(saved, a_workspace(a_dataset()), {"subs1": tmp_path / "source.parquet"}, progress)
    assert saved.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_a_folder_that_may_not_be_written_is_one_clear_error(tmp_path):
    with pytest.raises(UserError, match="could not be saved"):
        write_archive(tmp_path / "no" / "such" / "a.kpidesk", a_workspace(), {})


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_kill_at_any_point_leaves_the_old_or_the_new_file_whole(saved, folder, tmp_path):
    old = a_workspace(a_dataset(folder=tmp_path / "data"))
    new = a_workspace()
    outcomes = set()
    for point in range(1, 40):
        child = os.fork()
        if child == 0:
            _die_at(point)
            write_archive(saved, new, {})
            os._exit(0)
        _, status = os.waitpid(child, 0)
        found = read_archive(saved, folder)
        assert found in (old, new)
        outcomes.add(found == new)
        for left in tmp_path.glob(".*.tmp"):
            left.unlink()
        if os.waitstatus_to_exitcode(status) == 0:
            break
        if found == new:
            write_archive(saved, old, {"subs1": tmp_path / "source.parquet"})
    assert outcomes == {True, False}


def _die_at(point: int) -> None:
    """Let the process end without a word at the point-th call that touches the disk."""
    calls = iter(range(1, point + 1))

    def watch(event: str, _: object) -> None:
        if event in ("open", "os.link", "os.rename", "os.remove") and next(calls) == point:
            os._exit(9)

    sys.addaudithook(watch)
