"""What was answered once stands at once the next time, and only for the very same data, rules and program."""

import numpy as np
import pytest
from kpidesk.core.period import Grain
from kpidesk.metrics.query import Query
from kpidesk.schema.business_rules import BusinessRules
from kpidesk.session import known_answers
from kpidesk.session.answer_file import UNUSABLE, read_answers, write_answers
from kpidesk.session.commands.view import SetRules
from kpidesk.session.desk import open_desk
from kpidesk.session.folders import Folders
from kpidesk.session.jobs import InlineRunner
from kpidesk.session.local_backend import LocalBackend
from kpidesk.session.results import ResultsState
from kpidesk.session.services import build_services
from kpidesk.workspace.document import Rules

HEAD = "customer_id,plan,start_date,cancel_date,mrr\n"
ROWS = "".join(f"C{n},{'Pro' if n % 3 else 'Team'},2024-{n % 12 + 1:02}-03,,{n}0\n" for n in range(1, 40))
QUERY = Query()


@pytest.fixture
def saved(tmp_path):
    """A workspace on disk."""
    (tmp_path / "subs.csv").write_text(HEAD + ROWS + "C50,Pro,2024-03-05,2024-09-01,55\n")
    with open_desk([tmp_path / "subs.csv"]) as desk:
        return desk.save(tmp_path / "subs.kpidesk")


@pytest.fixture
def opened(tmp_path):
    """Opens a workspace in a session of its own that remembers; says whether its answers were known."""
    running = []

    def open_(path, *, rules=None):
        services = build_services(InlineRunner(), LocalBackend, Folders.below(tmp_path / "home"), remembers=True)
        running.append(services)
        recalled = []
        services.results.recalled.connect(lambda: recalled.append(services.results.state))
        services.results.request("page", QUERY)
        services.persistence.open(path)
        if rules is not None:
            recalled.clear()
            services.session.execute(SetRules(rules))
        services.results.ask_attributes()
        return services, recalled

    yield open_
    for services in running:
        services.close()


def cache_of(tmp_path):
    return sorted((tmp_path / "home" / "cache" / "answers").glob("*"))


def alike(frame, other):
    """Equal in every number and every word."""
    assert (frame.periods, frame.segments, frame.grain, frame.as_of) == (
        other.periods,
        other.segments,
        other.grain,
        other.as_of,
    )
    assert (frame.currency, frame.profile, frame.by) == (other.currency, other.profile, other.by)
    assert dict(frame.sources) == dict(other.sources)
    assert np.array_equal(frame.incomplete, other.incomplete)
    assert [str(found.message) for found in frame.findings] == [str(found.message) for found in other.findings]
    assert list(frame.series) == list(other.series)
    for one, two in zip(frame.series.values(), other.series.values(), strict=True):
        for name in ("values", "n", "low", "high", "gap_codes", "partial"):
            mine, its = getattr(one, name), getattr(two, name)
            assert (mine is None) == (its is None)
            assert mine is None or (
                mine.dtype == its.dtype and np.array_equal(mine, its, equal_nan=mine.dtype == float)
            )
        assert (str(one.reason), one.missing, str(one.gaps), one.given, one.lag) == (
            str(two.reason),
            two.missing,
            str(two.gaps),
            two.given,
            two.lag,
        )
        assert [*map(str, one.notes + one.gap_texts)] == [*map(str, two.notes + two.gap_texts)]


@pytest.mark.parametrize("starts", [1, 4])
def test_answers_are_read_as_they_were_written(tmp_path, saved, starts):
    queries = (QUERY, Query(by="plan"), Query(grain=Grain.QUARTER), Query(grain=Grain.YEAR, by="plan"))
    path = tmp_path / "some.answers"
    with open_desk([saved]) as desk:
        desk.set_rules(Rules(fiscal_year_starts=starts, business=BusinessRules(cac_lag_months=starts)))
        frames = {query: desk.compute(query) for query in queries}
        write_answers(path, frames, desk.engine.attributes)
        read, attributes = read_answers(path)
        assert attributes == desk.engine.attributes
    for query in queries:
        alike(read[query], frames[query])


def test_answers_whose_words_are_one_line_are_read_as_well(tmp_path, saved):
    path = tmp_path / "some.answers"
    with open_desk([saved]) as desk:
        frames = {query: desk.compute(query) for query in (QUERY, Query(by="plan"))}
        write_answers(path, frames, desk.engine.attributes)
        with np.load(path) as held:
            arrays = dict(held)
        text = arrays["words"].tobytes()
        assert text.count(b"\n") == len(frames) + 1
        arrays["words"] = np.frombuffer(text.replace(b"\n", b" "), dtype=np.uint8)
        with path.open("wb") as file:
            np.savez(file, allow_pickle=False, **arrays)
        read, _ = read_answers(path)
    for query, frame in frames.items():
        alike(read[query], frame)


def test_the_second_opening_has_its_answers_before_the_facts(saved, opened):
    first, was_known = opened(saved)
    assert was_known == []
    second, was_known = opened(saved)
    assert was_known == [ResultsState.BUILDING]
    assert second.results.state is ResultsState.READY
    assert second.results.attributes == first.results.engine.attributes
    alike(second.results.answer("page"), first.results.answer("page"))
    alike(second.results.answer("page"), second.results.engine.compute(QUERY))


def test_other_data_other_rules_and_another_program_find_nothing(tmp_path, saved, opened, monkeypatch):
    opened(saved)
    (tmp_path / "subs.csv").write_text(HEAD + ROWS)
    with open_desk([tmp_path / "subs.csv"]) as desk:
        other = desk.save(tmp_path / "other.kpidesk")
    assert opened(other)[1] == []
    assert opened(saved, rules=Rules(gap_months=3))[1] == []
    assert opened(saved)[1] == [ResultsState.BUILDING]
    monkeypatch.setattr(known_answers, "build_stamp", lambda: "another")
    assert opened(saved)[1] == []


@pytest.mark.parametrize("damage", ["empty", "cut", "garbage", "turned"])
def test_a_damaged_file_is_as_good_as_none(tmp_path, saved, opened, damage):
    opened(saved)
    (path,) = cache_of(tmp_path)
    whole = path.read_bytes()
    middle = len(whole) // 2
    turned = whole[:middle] + bytes(255 - byte for byte in whole[middle : middle + 400]) + whole[middle + 400 :]
    path.write_bytes({"empty": b"", "cut": whole[:middle], "garbage": b"PK\x03\x04" * 99, "turned": turned}[damage])
    with pytest.raises(UNUSABLE):
        read_answers(path)
    services, was_known = opened(saved)
    assert was_known == []
    assert services.results.state is ResultsState.READY
    assert services.notices.standing == ()
    read_answers(path)  # and it is a sound one again


def test_a_cache_that_cannot_be_written_stands_in_nobodys_way(tmp_path, saved, opened):
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "cache").write_text("a file where a folder should be")
    for _ in range(2):
        services, was_known = opened(saved)
        assert (was_known, services.results.state) == ([], ResultsState.READY)


def test_old_answers_are_cleared_away(tmp_path, saved, opened, monkeypatch):
    monkeypatch.setattr(known_answers, "MOST_FILES", 2)
    for gap in (1, 2, 3, 4):
        opened(saved, rules=Rules(gap_months=gap))
    assert len(cache_of(tmp_path)) == 2


def test_one_without_memory_writes_nothing(tmp_path, saved):
    with open_desk([saved]) as desk:
        desk.compute(QUERY)
        desk.services.results.ask_attributes()
        assert not desk.services.folders.answers.exists()
