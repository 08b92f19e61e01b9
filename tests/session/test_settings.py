import json
from pathlib import Path

import pytest
from kpidesk.session.settings import DECLARED, LANGUAGE, RECENT, THEME, Settings


def test_values_survive_a_restart(tmp_path):
    path = tmp_path / "deep" / "settings.json"
    settings = Settings(path)
    heard = []
    settings.changed.connect(heard.append)
    settings.set(THEME, "dark")
    settings.set(THEME, "dark")
    assert heard == ["app.theme"]
    assert Settings(path).get(THEME) == "dark"
    assert Settings(path).get(LANGUAGE) == "system"


def test_a_value_that_is_no_choice_is_refused(tmp_path):
    with pytest.raises(ValueError, match="purple"):
        Settings(tmp_path / "s.json").set(THEME, "purple")


@pytest.mark.parametrize("body", ["", "{", "[]", "3", '{"version": 1}', '{"version": "x", "values": {}}', "\x00\xff"])
def test_an_unsound_file_gives_defaults_and_a_note(tmp_path, body):
    path = tmp_path / "s.json"
    path.write_bytes(body.encode("latin-1"))
    settings = Settings(path)
    assert settings.get(THEME) == "system"
    assert [f.code for f in settings.findings] == ["settings.file"]


def test_a_bad_value_falls_back_with_a_note_and_unknown_keys_are_kept(tmp_path):
    path = tmp_path / "s.json"
    values = {"app.theme": "purple", "app.hologram": 7, "files.recent": ["/a", 3]}
    path.write_text(json.dumps({"version": 1, "values": values}))
    settings = Settings(path)
    assert settings.get(THEME) == "system"
    assert settings.get(RECENT) == ()
    assert {f.code for f in settings.findings} == {"settings.value"}
    settings.set(THEME, "light")
    assert json.loads(path.read_text())["values"]["app.hologram"] == 7


def test_recent_files_are_unique_newest_first_and_few(tmp_path):
    settings = Settings(tmp_path / "s.json")
    for number in (*range(20), 15):
        settings.remember(Path(f"/data/{number}.csv"))
    assert [p.stem for p in settings.recent[:3]] == ["15", "19", "18"]
    assert len(settings.recent) == 12
    settings.forget(Path("/data/15.csv"))
    assert settings.recent[0].stem == "19"


def test_declared_keys_are_unique_and_defaults_are_choices():
    keys = [setting.key for setting in DECLARED]
    assert len(set(keys)) == len(keys)
    assert all(not s.choices or s.default in s.choices for s in DECLARED)


def test_the_file_may_be_written_later_and_once(tmp_path):
    path, waiting = tmp_path / "s.json", []
    settings = Settings(path)
    settings.write_behind(waiting.append)
    settings.set(THEME, "dark")
    settings.set(LANGUAGE, "zh_Hans")
    assert not path.exists()
    assert settings.get(THEME) == "dark"
    waiting[0]()
    written = path.stat().st_mtime_ns, path.read_bytes()
    for write in waiting[1:]:
        write()
    assert (path.stat().st_mtime_ns, path.read_bytes()) == written
    assert (Settings(path).get(THEME), Settings(path).get(LANGUAGE)) == ("dark", "zh_Hans")
