"""Runs the steps of a recipe that change how a table is understood, and tells which of them found nothing to act on."""

from dataclasses import dataclass

from kpidesk.core.findings import Finding
from kpidesk.ingest.proposal import TableProposal
from kpidesk.ingest.recipe import Recipe, Step
from kpidesk.schema.model import Schema

UNMET = "recipe.step_unmet"
"""A remembered step that finds no column, label or header of that name in this file."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A table after steps, and the findings of those that could not be taken."""

    table: TableProposal
    findings: tuple[Finding, ...] = ()


def take_step(table: TableProposal, step: Step, schema: Schema) -> Followed:
    """One correction by the user: the table after it, with the step in its recipe. Quick: no file is read.

    A step that finds nothing to hold on to leaves the table as it was and is a finding.
    """
    raise NotImplementedError


def follow(table: TableProposal, recipe: Recipe, schema: Schema) -> Followed:
    """A table of a new file after all steps of a recipe; steps that do not match are findings."""
    raise NotImplementedError
