"""A company to add typed tables to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.facts.companies import Company, a_company


@pytest.fixture
def company(tmp_path: Path) -> Iterator[Company]:
    company = a_company(tmp_path)
    yield company
    company.store.close()
