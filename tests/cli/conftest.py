import pytest
from companies import SKOK, SPEND, SUBSCRIPTIONS, Command, company


@pytest.fixture
def run(capsys):
    return Command(capsys)


@pytest.fixture(scope="session")
def acme(tmp_path_factory):
    """Five subscriptions and their advertising."""
    return company(tmp_path_factory.mktemp("acme"), subscriptions=SUBSCRIPTIONS, ad_spend=SPEND)


@pytest.fixture(scope="session")
def skok(tmp_path_factory):
    """The well-known example of unit economics, as a monthly sheet."""
    return company(tmp_path_factory.mktemp("skok"), metrics=SKOK)
