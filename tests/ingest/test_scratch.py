import subprocess
import sys
import time
from pathlib import Path

from kpidesk.ingest.scratch import clear_left_behind

HOLD = """
import sys, tempfile
tempfile.tempdir = sys.argv[1]
from kpidesk.ingest.scratch import own_scratch
print(own_scratch(), flush=True)
sys.stdin.read()
"""


def a_process(parent):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(parent)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    return process, Path(process.stdout.readline().strip())


def ended(process):
    process.stdin.close()
    process.stdout.close()
    process.wait(20)


def test_a_killed_process_leaves_a_folder_that_the_next_one_removes(tmp_path):
    killed, left = a_process(tmp_path)
    living, kept = a_process(tmp_path)
    killed.kill()
    ended(killed)
    assert left.is_dir()
    clear_left_behind(tmp_path, time.time())
    assert not left.exists()
    assert kept.is_dir()
    ended(living)
    assert not kept.exists()


def test_a_folder_without_a_lock_is_removed_only_when_it_is_old(tmp_path):
    folder = tmp_path / "kpidesk-import-old"
    folder.mkdir()
    clear_left_behind(tmp_path, time.time())
    assert folder.is_dir()
    clear_left_behind(tmp_path, time.time() + 7200)
    assert not folder.exists()
