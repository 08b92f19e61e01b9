"""Every command explains itself."""

import argparse

import pytest
from kpidesk.cli.arguments import build_parser


def commands() -> dict[str, argparse.ArgumentParser]:
    parser = build_parser()
    return next(dict(each.choices) for each in parser._actions if isinstance(each, argparse._SubParsersAction))


@pytest.mark.parametrize("name", commands())
def test_help_of_every_command_can_be_written(name: str) -> None:
    assert name in commands()[name].format_help()
