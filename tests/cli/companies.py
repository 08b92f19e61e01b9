"""Small companies as CSV files, and the command line called in this process."""

import json
from pathlib import Path

import pytest
from kpidesk.cli.main import main

SUBSCRIPTIONS = """customer_id,plan,region,start_date,cancel_date,mrr
A,Gold,North,2024-01-05,,100
B,Gold,North,2024-01-09,2024-03-10,100
C,Silver,=South,2024-01-20,,50
D,Silver,=South,2024-02-04,,50
E,Gold,North,2024-03-06,,200
"""
SPEND = """date,channel,impressions,clicks,cost
2024-01-10,Search,1000,5,300
2024-02-10,Search,1000,7,100
2024-03-10,Social,2000,20,200
"""
SKOK = "month,arpa,gross_margin,cac,customer_churn_rate\n2024-01,100,0.8,600,0.05\n2024-02,100,0.8,600,0.05\n"


def company(folder: Path, **files: str) -> Path:
    """A folder with these CSV files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


class Command:
    """Calls the command line and keeps what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *words: object) -> int:
        status = main([str(word) for word in words])
        captured = self._capsys.readouterr()
        self.out, self.err = captured.out, captured.err
        return status

    def json(self, *words: object) -> dict:
        """What one JSON object on standard output says; nothing else may stand there."""
        self.status = self(*words, "--json")
        return json.loads(self.out)
