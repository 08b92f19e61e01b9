"""Files of the user's own that were damaged: a copy stays beside them, and it is said."""

import logging

from kpidesk.session.mapping_memory import MappingMemory
from kpidesk.session.settings import LETTER_KEYS, Settings

BROKEN = '{"version": 1, "values": {"window.si'


def test_damaged_settings_are_kept_beside_and_told_of(tmp_path, caplog):
    path = tmp_path / "settings.json"
    path.write_text(BROKEN)
    with caplog.at_level(logging.WARNING, logger="kpidesk"):
        settings = Settings(path)
    settings.set(LETTER_KEYS, not settings.get(LETTER_KEYS))
    assert (tmp_path / "settings.json.damaged").read_text() == BROKEN
    assert [finding.code for finding in settings.findings] == ["settings.file"]
    assert str(settings.findings[0].hint) == "The file as it was is kept as settings.json.damaged."
    assert "settings.json" in caplog.text
    assert Settings(path).findings == ()


def test_damaged_memory_of_mappings_is_kept_beside_and_told_of_once(tmp_path):
    path = tmp_path / "mappings.json"
    path.write_text(BROKEN)
    memory = MappingMemory(path)
    memory.forget()
    assert (tmp_path / "mappings.json.damaged").read_text() == BROKEN
    assert [finding.code for finding in memory.take_findings()] == ["mappings.file"]
    assert memory.take_findings() == ()


def test_missing_files_are_no_damage(tmp_path):
    memory = MappingMemory(tmp_path / "mappings.json")
    memory.forget()
    assert memory.take_findings() == ()
    assert Settings(tmp_path / "settings.json").findings == ()
    assert list(tmp_path.iterdir()) == []
