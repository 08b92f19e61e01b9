"""What an import should know about its data before anyone trusts a number: findings on proposals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, quoted
from kpidesk.ingest.item_prices import item_tax
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import OTHER, ColumnMapping, Mapping
from kpidesk.ingest.numbers import parse_number
from kpidesk.ingest.parsing import read_cells
from kpidesk.ingest.per_unit import assumption
from kpidesk.ingest.price_parts import discount_assumed
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.proposal import UNREADABLE
from kpidesk.ingest.recognition_cents import CENTS
from kpidesk.ingest.recognition_months import body_rows
from kpidesk.ingest.scales import scale_above, scale_in
from kpidesk.ingest.swapped_dates import reads_otherwise, swapped_dates
from kpidesk.ingest.units import POINTS, says_percent
from kpidesk.ingest.won_deals import won_by_date, won_column
from kpidesk.ingest.words import is_missing
from kpidesk.schema.intervals import interval_months
from kpidesk.schema.model import ColumnType, Schema
from kpidesk.schema.vocabulary import Vocabulary
from kpidesk.store.cell_value import Unreadable

_EXAMPLES = 3
_NUMERIC = (ColumnType.NUMBER, ColumnType.MONEY, ColumnType.PERCENT)
_WORDS = (ColumnType.TEXT, ColumnType.ID)
_SWAPPED = {"dmy": "mdy", "mdy": "dmy"}


def check_proposal(
    region: Region, mapping: Mapping, profiles: Sequence[ColumnProfile], schema: Schema, vocabulary: Vocabulary
) -> tuple[Finding, ...]:
    """What the sampled rows of a region show under a mapping."""
    look = _Look(region, mapping, profiles, schema, vocabulary)
    found = [*look.totals()]
    if mapping.table != OTHER:
        found += [
            *look.needs(),
            *look.unreadable(),
            *look.dates(),
            *swapped_dates(region, mapping),
            *look.signs(),
            *look.points(),
            *look.intervals(),
            *look.currencies(),
            *look.cents(),
            *look.scales(),
            *look.assumed(),
        ]
        found += look.survivors()
    return tuple(found)


def still_noticed(noticed: Sequence[Finding], mapping: Mapping) -> tuple[Finding, ...]:
    """What the whole import showed about a table, as far as it still holds under another mapping."""
    gone = set()
    if mapping.lasts is None:
        gone.add("ingest.history")
    if all(column.format.year is None for column in mapping.columns):
        gone.add("ingest.month_without_year")
    return tuple(finding for finding in noticed if finding.code not in gone)


def place(region: Region, row: int | None = None, column: int | None = None) -> Location:
    """A place in the region's sheet."""
    return Location(file=region.sheet.file.name, sheet=region.sheet.sheet, row=row, column=column)


@dataclass(frozen=True, slots=True)
class _Look:
    """One region under one mapping, looked at for one kind of trouble after another."""

    region: Region
    mapping: Mapping
    profiles: Sequence[ColumnProfile]
    schema: Schema
    vocabulary: Vocabulary

    def totals(self) -> Iterator[Finding]:
        again = self.region.repeated_headers
        if again:
            text = QT_TRANSLATE_NOOP(
                "checks", "{rows} {rows|row that repeats|rows that repeat} the header {rows|is|are} left out."
            )
            yield _note(
                "ingest.repeated_header", Message(text, rows=len(again)), place(self.region, again[0]), len(again)
            )
        rows = [row for row in self.region.total_rows if row not in again]
        if rows:
            text = QT_TRANSLATE_NOOP(
                "checks", "{rows} total {rows|row is|rows are} left out, so nothing is counted twice."
            )
            yield _note("ingest.total_rows", Message(text, rows=len(rows)), place(self.region, rows[0]), len(rows))

    def needs(self) -> Iterator[Finding]:
        table = self.schema.tables[self.mapping.table]
        if self.mapping.orientation == "across" or table.is_usable(self.mapping.roles):
            return
        if (won := won_column(self.mapping, self.vocabulary)) is not None:
            yield won_by_date(won, self._header(won))
            return
        lacking = min(([r for r in a if r not in self.mapping.roles] for a in table.needs), key=len)
        text = QT_TRANSLATE_NOOP("checks", "To be used as this table it lacks {roles}; give a column that role.")
        yield _warning("ingest.missing_roles", Message(text, roles=", ".join(lacking)), place(self.region))

    def unreadable(self) -> Iterator[Finding]:
        for column, profile in self._columns():
            if profile.unreadable and column.type not in _WORDS:
                text = QT_TRANSLATE_NOOP(
                    "checks",
                    "{cells} of the cells looked at in “{column}” cannot be read as {type}, such as {examples}.",
                )
                odd = self._odd_cells(column)
                examples = quoted(odd) if odd else "…"
                message = Message(
                    text, cells=profile.unreadable, column=column.header, type=column.type.value, examples=examples
                )
                row = next(iter(odd.values()), None)
                where = self._header(column) if row is None else place(self.region, row, column.index)
                yield _warning(UNREADABLE, message, where, profile.unreadable)

    def dates(self) -> Iterator[Finding]:
        """Day and month could change places in every cell: say how it was decided."""
        for column, profile in self._columns():
            other = _SWAPPED.get(column.format.date_order) if column.type is ColumnType.DATE else None
            if other is None or profile.filled == 0 or not reads_otherwise(self.region, column, other):
                continue
            text = QT_TRANSLATE_NOOP(
                "checks",
                "The dates in “{column}” could be read with day and month the other way round; read as {order}.",
            )
            order = "d/m/y" if column.format.date_order == "dmy" else "m/d/y"
            yield _warning(
                "ingest.ambiguous_date", Message(text, column=column.header, order=order), self._header(column)
            )

    def signs(self) -> Iterator[Finding]:
        """Points that could part thousands as well as decimals: say how they were read."""
        for column, profile in self._columns():
            if column.type not in _NUMERIC or not profile.is_sign_open:
                continue
            example = next((text.strip() for text in profile.samples if "." in text), "0")
            text = QT_TRANSLATE_NOOP(
                "checks",
                "The points in “{column}” could part thousands or decimals: “{example}” is read as {value}.",
            )
            value = f"{parse_number(example, column.format.decimal):g}"
            message = Message(text, column=column.header, example=example, value=value)
            yield _warning("ingest.ambiguous_number", message, self._header(column))

    def points(self) -> Iterator[Finding]:
        """Shares below one percent by the sign in the header alone: nothing else in the table shows points."""
        shares = [(c, p) for c, p in self._columns() if c.type is ColumnType.PERCENT and says_percent(c.header)]
        small = [(c, p) for c, p in shares if isinstance(p.high, int | float) and 0 < p.high <= 1]
        bare = [(c, p) for c, p in small if p.type is not ColumnType.PERCENT and c.format.multiplier == POINTS]
        if bare and len(small) == len(shares):
            column, profile = bare[0]
            text = QT_TRANSLATE_NOOP(
                "checks", "The header “{column}” says percent, so {value} is read as {value}%, not as {points}%."
            )
            high = profile.high if isinstance(profile.high, int | float) else 0.0
            message = Message(text, column=column.header, value=f"{high:g}", points=f"{100 * high:g}")
            yield _warning("ingest.percent_points", message, self._header(column), len(bare))

    def intervals(self) -> Iterator[Finding]:
        column = self.mapping.column("billing_period")
        if column is None:
            return
        texts = self._words(column)
        unknown = [text for text in texts if not is_missing(text) and interval_months(text) is None]
        if unknown:
            text = QT_TRANSLATE_NOOP(
                "checks", "Billing intervals that are not known and so not counted as MRR: {values}."
            )
            message = Message(text, values=", ".join(unknown[:10]))
            yield _warning("ingest.unknown_interval", message, self._header(column), len(unknown))

    def currencies(self) -> Iterator[Finding]:
        column = self.mapping.column("currency")
        if column is None:
            return
        found = list(dict.fromkeys(text.strip().upper() for text in self._words(column) if not is_missing(text)))
        if len(found) > 1:
            text = QT_TRANSLATE_NOOP(
                "checks", "{count} currencies in one column: {values}. Give their rates in the workspace."
            )
            message = Message(text, count=len(found), values=", ".join(found[:10]))
            yield _warning("ingest.mixed_currencies", message, self._header(column), len(found))

    def cents(self) -> Iterator[Finding]:
        """Amounts that were divided by 100: said before anything is computed from them."""
        divided = [c.header for c, _ in self._columns() if c.type is ColumnType.MONEY and c.format.multiplier == CENTS]
        if divided:
            text = QT_TRANSLATE_NOOP("checks", "Amounts in cents are divided by 100: {columns}.")
            yield _note("ingest.cents", Message(text, columns=", ".join(divided)), place(self.region))

    def assumed(self) -> Iterator[Finding]:
        """An amount beside a quantity, a discount, a tax beside prices: of which no row tells what they are of."""
        amount = assumption(self.mapping, self.region, self.vocabulary)
        if amount is not None:
            yield _warning("ingest.per_unit_or_total", amount[1], self._header(amount[0]))
        discount = discount_assumed(self.mapping, self.profiles, self.vocabulary)
        if discount is not None:
            yield _warning("ingest.discount_as_money", discount[1], self._header(discount[0]))
        tax = item_tax(self.mapping, self.region, self.vocabulary)
        if tax is not None:
            yield (_warning if tax[1] else _note)("ingest.item_tax", tax[0], place(self.region))

    def scales(self) -> Iterator[Finding]:
        """Amounts multiplied because a title or a header says in what they are counted."""
        months = self.mapping.month_columns
        for column in self.mapping.columns:
            is_amount = column.index in months or (column.role is not None and column.type is ColumnType.MONEY)
            if not is_amount or column.format.multiplier <= 1.0:
                continue
            said = scale_in(column.header) or scale_above(self.region)
            text = QT_TRANSLATE_NOOP(
                "checks", "“{said}”: amounts are multiplied by {factor}. Read the columns otherwise to take that back."
            )
            factor = f"{column.format.multiplier:,.0f}"
            message = Message(text, said=said.text[:60] if said else column.header, factor=factor)
            yield _note("ingest.scale", message, place(self.region))
            return

    def survivors(self) -> Iterator[Finding]:
        """Months of data without one end: the export may hold only those who stayed."""
        if self.mapping.table not in ("subscriptions", "customers"):
            return
        ends = [
            (c, p) for c, p in self._columns() if c.role in ("cancel_date", "churn_flag", "status", "movement_type")
        ]
        if any(self._shows_an_end(column, profile) for column, profile in ends):
            return
        if self.mapping.table == "customers" and not ends and not any(c.role == "mrr" for c in self.mapping.columns):
            return  # a list of who signed up, which tells of nobody that he stays or pays
        if any(c.role in ("start_date", "signup_date") for c in self.mapping.columns):
            text = QT_TRANSLATE_NOOP(
                "checks",
                "No row tells of anyone who left: if the export holds only those who stayed, churn is not known.",
            )
            yield _note("ingest.survivors_only", Message(text), place(self.region))

    def _shows_an_end(self, column: ColumnMapping, profile: ColumnProfile) -> bool:
        if column.role == "cancel_date":
            return profile.filled > 0
        words = {self.vocabulary.fold(text) for text in self._words(column)}
        if column.role == "churn_flag":
            return profile.distinct > 1
        meanings = self.vocabulary.status if column.role == "status" else self.vocabulary.movements
        return bool({meanings.get(word) for word in words} & {"canceled", "churn"})

    def _columns(self) -> Iterator[tuple[ColumnMapping, ColumnProfile]]:
        by_index = {profile.index: profile for profile in self.profiles}
        for column in self.mapping.columns:
            if column.role is not None and column.index in by_index:
                yield column, by_index[column.index]

    def _words(self, column: ColumnMapping) -> Sequence[str]:
        profile = next((p for p in self.profiles if p.index == column.index), None)
        return () if profile is None else tuple(profile.words or profile.samples)

    def _header(self, column: ColumnMapping) -> Location:
        row = self.region.header_row if self.region.header_row >= 0 else None
        return place(self.region, row, column.index)

    def _odd_cells(self, column: ColumnMapping) -> dict[str, int]:
        """The first cells that the column's format cannot read, as examples, each with its row."""
        odd: dict[str, int] = {}
        for row, cells in body_rows(self.region):
            text = cells[column.index] if column.index < len(cells) else ""
            if text and read_cells((text,), column.format)[0] is Unreadable.UNREADABLE:
                odd.setdefault(text.strip()[:40], row)
            if len(odd) >= _EXAMPLES:
                break
        return odd


def _note(code: str, message: Message, where: Location, count: int = 1) -> Finding:
    return Finding(Level.NOTE, code, message, where, count)


def _warning(code: str, message: Message, where: Location, count: int = 1) -> Finding:
    return Finding(Level.WARNING, code, message, where, count)
