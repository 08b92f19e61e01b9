"""Rows of figures whose months run across: what each is called, its unit, and how its figures are read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kpidesk.ingest.decimal_style import is_typed
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import Mapping as TableMapping
from kpidesk.ingest.parsing import ColumnFormat, parse_cell
from kpidesk.ingest.recognition_months import label_of, labelled_cells
from kpidesk.ingest.scales import scale_in
from kpidesk.ingest.shares import are_points
from kpidesk.ingest.units import POINTS, is_percent, says_percent
from kpidesk.ingest.words import is_total
from kpidesk.schema.model import ColumnType, TableSchema


@dataclass(frozen=True, slots=True)
class Series:
    """One row: its number in the sheet, its label, the texts beside it, its cells."""

    row: int
    label: str
    beside: tuple[str, ...]
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        """The text in a column, '' beyond the row's end."""
        return self.cells[index] if index < len(self.cells) else ""


def series_of(region: Region, mapping: TableMapping) -> Iterator[Series]:
    """The rows that a mapping names, each KPI once: where several have one label, the total, else the first filled."""
    by_label: defaultdict[str, list[Series]] = defaultdict(list)
    for found in every_series(region, mapping):
        if found.label in mapping.row_roles:
            by_label[found.label].append(found)
    chosen = [_counted(rows, mapping.month_columns) for rows in by_label.values()]
    return iter(sorted(chosen, key=lambda each: each.row))


def every_series(region: Region, mapping: TableMapping) -> Iterator[Series]:
    """All labelled rows of a region whose months run across."""
    label = label_of(mapping)
    first = min(mapping.month_columns, default=0)
    for row, text, cells in labelled_cells(region, label):
        beside = tuple(cell.strip() for at, cell in enumerate(cells[:first]) if at != label and cell.strip())
        yield Series(row, text, beside, cells)


def _counted(rows: Sequence[Series], months: Sequence[int]) -> Series:
    totals = [each for each in rows if any(is_total(text) for text in each.beside)]
    filled = [each for each in totals or rows if any(each.cell(index).strip() for index in months)]
    return (filled or totals or rows)[0]


def row_format(
    series: Series, metric: str, region: Region, formats: Mapping[int, ColumnFormat], schema: TableSchema
) -> dict[int, ColumnFormat]:
    """How each of a row's figures is read: shares and scales are the row's own, signs of decimals the column's."""
    forms = {index: replace(form, type=ColumnType.NUMBER) for index, form in formats.items()}
    role = schema.roles.get(metric)
    amounts = max((form.multiplier for form in forms.values()), default=1.0)
    if role is not None and role.type is ColumnType.PERCENT:
        factor = _share_factor(series, metric, forms, is_typed=is_typed(region.sheet))
    elif (own := _scale(series)) is not None:
        factor = own
    else:
        factor = amounts if role is not None and role.type is ColumnType.MONEY else 1.0
    return {index: replace(form, multiplier=factor) for index, form in forms.items()}


def figures_of(series: Series, forms: Mapping[int, ColumnFormat]) -> dict[int, float | str]:
    """The numbers in a row by column; where a cell cannot be read, its text."""
    found: dict[int, float | str] = {}
    for index, form in forms.items():
        text = series.cell(index)
        try:
            value = parse_cell(text, form)
        except (ValueError, OverflowError):
            found[index] = text
            continue
        if isinstance(value, int | float):
            found[index] = float(value)
    return found


def _share_factor(series: Series, metric: str, forms: Mapping[int, ColumnFormat], *, is_typed: bool) -> float:
    """What turns a row's bare numbers into shares: points where a sign or their size says so."""
    bare = {i: replace(form, multiplier=1.0) for i, form in forms.items() if not says_percent(series.cell(i))}
    numbers = [value for value in figures_of(series, bare).values() if isinstance(value, float)]
    if not is_typed and (says_percent(series.label) or any(map(is_percent, series.beside))):
        return POINTS
    return POINTS if are_points(metric, numbers) else 1.0


def _scale(series: Series) -> float | None:
    """The scale that a row's label or its unit names for amounts."""
    texts = (series.label, *series.beside, *(f"({text})" for text in series.beside))
    return next((scale.factor for text in texts if (scale := scale_in(text)) is not None), None)
