"""Exports of many products, hand-kept sheets, tables that are none: how many are read right, and how sure it says."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from export_maker import Export, exports
from kpidesk.core.progress import Progress
from kpidesk.ingest.mapping import Mapping
from kpidesk.ingest.pipeline import propose
from kpidesk.schema.loader import load_schema

PARTS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
ALIKE = (frozenset(("customers", "subscriptions")),)
"""One row a customer with a plan and a price is honestly both."""
SAME = {"signup_date": "start_date"}


@dataclass(frozen=True)
class Reading:
    """One export as it was read, beside what is true of it."""

    export: Export
    mapping: Mapping

    @property
    def is_right_table(self) -> bool:
        return any({self.mapping.table, self.export.table} <= group for group in (*ALIKE, {self.export.table}))

    def judged(self) -> list[tuple[str, float, str, bool]]:
        """Header, confidence, role said ('' for none) and whether it is right, where only one answer is right."""
        said = {column.header: column for column in self.mapping.columns}
        found = []
        for header, truth in self.export.roles.items():
            if truth == "?":
                continue
            right = {SAME.get(role, role) for role in truth.split("/")}
            column = said.get(header)
            role = (column.role or "") if column and self.is_right_table else ""
            is_right = (SAME.get(role, role) or "-") in right
            found.append((header, column.confidence if column else 0.0, role, is_right))
        return found


@cache
def readings(part: str, folder: Path) -> tuple[Reading, ...]:
    found = []
    for export in exports(part):
        place = folder / part / export.name
        place.mkdir(parents=True)
        tables = propose([export.write(place)], load_schema(), Progress()).tables
        shared = [len({c.header for c in table.mapping.columns} & export.roles.keys()) for table in tables]
        found.append(Reading(export, tables[shared.index(max(shared))].mapping))
    return tuple(found)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("exports")


def scores(read: tuple[Reading, ...]) -> dict[str, float]:
    wanted = claimed = hit = whole = 0
    for reading in read:
        judged = reading.judged()
        whole += reading.is_right_table and all(is_right for *_, is_right in judged)
        for header, _, role, is_right in judged:
            wanted += "-" not in reading.export.roles[header].split("/")
            claimed += bool(role)
            hit += bool(role) and is_right
    return {
        "table": sum(reading.is_right_table for reading in read) / len(read),
        "precision": hit / claimed,
        "recall": min(1.0, hit / wanted),
        "whole": whole / len(read),
    }


@pytest.mark.parametrize("part", PARTS)
def test_exports_are_recognised(folder, part):
    found = scores(readings(part, folder))
    assert found["table"] >= 0.96
    assert found["precision"] >= 0.96
    assert found["recall"] >= 0.95
    assert found["whole"] >= 0.8


def test_of_columns_said_to_be_sure_nine_in_ten_are(folder):
    said = [
        (confidence, is_right)
        for part in PARTS
        for reading in readings(part, folder)
        if reading.is_right_table
        for _, confidence, role, is_right in reading.judged()
        if role
    ]
    for low, least in ((0.9, 0.9), (0.75, 0.8), (0.6, 0.65)):
        band = [is_right for confidence, is_right in said if low <= confidence]
        assert sum(band) / len(band) >= least, low


def test_tables_said_to_be_sure_are(folder):
    read = [reading for part in PARTS for reading in readings(part, folder)]
    for low, least in ((0.9, 0.95), (0.75, 0.85)):
        band = [reading.is_right_table for reading in read if reading.mapping.confidence >= low]
        assert sum(band) / len(band) >= least, low


def test_unknown_tables_are_never_taken_for_sure(folder):
    for part in PARTS:
        for reading in readings(part, folder):
            if reading.export.table == "other":
                assert reading.mapping.table == "other" or reading.mapping.confidence < 0.75, reading.export.name


def test_an_export_is_the_same_whenever_it_is_made():
    assert exports("first") == exports("first")
