"""What an installation says of itself."""

from kpidesk import __version__
from kpidesk.core.version import licences_text, version_text
from kpidesk.session.folders import Folders
from kpidesk.session.installation import installation_facts


def test_a_checkout_has_the_version_of_its_source_and_ships_no_licences() -> None:
    assert version_text() == __version__
    assert licences_text() == ""


def test_the_facts_name_version_engine_and_folders(tmp_path) -> None:
    facts = {str(fact.name): fact.value for fact in installation_facts(Folders.below(tmp_path))}
    assert facts["Version"] == __version__
    assert "duckdb 1" in facts["Engine and readers"] or "duckdb 2" in facts["Engine and readers"]
    assert facts["Crash reports"] == str(tmp_path / "state" / "crashes")
    assert facts["Free space there"].endswith(" GB")
