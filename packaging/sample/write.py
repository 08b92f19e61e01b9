"""Write the sample company: resources/samples/tideline.xlsx (all tables) and resources/samples/tideline/*.csv.

    uv run python packaging/sample/write.py

Deterministic: the same bytes each time, so that the files in the repository can be checked against this script.
"""

import csv
import random
import sys
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from company import live
from tables import TABLES, Table

ROOT = Path(__file__).resolve().parents[2] / "resources" / "samples"


def main(folder: Path) -> None:
    company = live()
    tables = {name: make(company, random.Random(name)) for name, make in TABLES.items()}
    (folder / "tideline").mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        _write_csv(folder / "tideline" / f"{name}.csv", table)
    _write_workbook(folder / "tideline.xlsx", tables)


def _write_csv(path: Path, table: Table) -> None:
    head, rows = table
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows([_text(cell) for cell in row] for row in rows)


def _text(cell: object) -> object:
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M:%S" if cell.second else "%Y-%m-%d %H:%M")
    return f"{cell:g}" if isinstance(cell, float) and cell == round(cell) and abs(cell) < 1e6 else cell


def _write_workbook(path: Path, tables: dict[str, Table]) -> None:
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"title": "Tideline, a sample company", "created": datetime(2026, 6, 18)})
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    for name, (head, rows) in tables.items():
        sheet = book.add_worksheet(name.replace("_", " ").capitalize())
        sheet.write_row(0, 0, head, bold)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(head) - 1, 16)
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    sheet.write_datetime(number, column, cell, moment)
                elif isinstance(cell, date):
                    sheet.write_datetime(number, column, datetime(cell.year, cell.month, cell.day), day)
                elif cell not in (None, ""):
                    sheet.write(number, column, cell)
    book.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
