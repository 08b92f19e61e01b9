"""A recipe counts as the window does: its currency, rates, year, KPIs and targets go with it."""

import tomllib
from dataclasses import replace

from kpidesk.core.ids import MetricName
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.pacing import Target
from kpidesk.session.custom_kpis import read_targets
from kpidesk.session.recipe_text import write_recipe
from kpidesk.workspace.document import Rules, Workspace


def written(document, path):
    write_recipe(path, document, (), "en")
    return tomllib.loads(path.read_text())


def test_rules_of_money_go_with_it(tmp_path):
    rules = Rules(currency="EUR", rates={"USD": 0.92}, fiscal_year_starts=4)
    recipe = written(replace(Workspace(), rules=rules), tmp_path / "monthly.toml")
    assert (recipe["currency"], recipe["rates"]) == ("EUR", "USD 0.92")
    assert recipe["fiscal-year-start"] == "4"


def test_rules_that_are_usual_are_left_out(tmp_path):
    recipe = written(Workspace(), tmp_path / "monthly.toml")
    assert not {"currency", "rates", "fiscal-year-start", "with"} & set(recipe)


def test_targets_go_into_a_file_beside_it(tmp_path):
    mrr = MetricName("mrr")
    document = replace(Workspace(), targets={mrr: Target(mrr, 250e3)})
    recipe = written(document, tmp_path / "monthly.toml")
    (target,) = read_targets(tmp_path / recipe["with"], load_catalogue())
    assert (target.metric, target.value) == ("mrr", 250e3)
