"""Every command explains itself."""

import argparse

import pytest
from kpidesk.cli.arguments import build_parser
from kpidesk.cli.main import main


def commands() -> dict[str, argparse.ArgumentParser]:
    parser = build_parser()
    return next(dict(each.choices) for each in parser._actions if isinstance(each, argparse._SubParsersAction))


@pytest.mark.parametrize("name", commands())
def test_help_of_every_command_can_be_written(name: str) -> None:
    assert name in commands()[name].format_help()


@pytest.mark.parametrize("more", [["--seed", "-1"], ["--seed", "1.5"], ["--elasticity", "nan"]])
def test_numbers_that_are_none_are_wrong_usage(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["whatif", "sheet.csv", "--set", "cac=x0.5", *more]) == 2
    assert f"{more[1]!r} is not" in capsys.readouterr().err
