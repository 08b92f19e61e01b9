"""Deals with several columns that tell how they stand: which says what was won, and the day on which they closed.

A CRM lists beside the step of its pipeline whether a deal is open, won or lost, and beside the day of a win the day of
any close.
"""

from collections.abc import Sequence
from dataclasses import replace

from kpidesk.ingest.mapping import Mapping as TableMapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition_assignment import Scores
from kpidesk.ingest.recognition_values import format_for
from kpidesk.schema.model import ColumnType, TableSchema
from kpidesk.schema.vocabulary import Tokens, Vocabulary

_PERHAPS = 0.6
_OUTCOMES = frozenset(("won", "lost"))
_OWN_AMOUNTS: tuple[Tokens, ...] = (("amount", "in", "company", "currency"), ("amount", "converted"))
"""What HubSpot and Salesforce call a deal's amount at the account's own currency."""
_FIGURES = (ColumnType.MONEY, ColumnType.NUMBER)


def settle_deals(
    mapping: TableMapping, table: TableSchema, columns: Sequence[ColumnProfile], scores: Scores, vocabulary: Vocabulary
) -> TableMapping:
    """The mapping with stage and closing day at the columns that tell of deals won and lost."""
    stage, closed = mapping.column("stage"), mapping.column("closed_date")
    profiles = {column.index: column for column in columns}
    if stage is not None and not _outcomes(profiles[stage.index], vocabulary):
        told = [n for n in _free(mapping, scores, "stage") if _outcomes(columns[n], vocabulary) == _OUTCOMES]
        mapping = _moved(mapping, table, "stage", columns[told[0]], vocabulary) if len(told) == 1 else mapping
    if closed is not None and _says(closed.header, vocabulary, vocabulary.won):
        any_close = [
            n
            for n in _free(mapping, scores, "closed_date")
            if columns[n].type is ColumnType.DATE and columns[n].filled > profiles[closed.index].filled
            if not _says(columns[n].header, vocabulary, vocabulary.won | vocabulary.expected)
        ]
        if any_close:
            fullest = max(any_close, key=lambda n: (columns[n].filled, -n))
            mapping = _moved(mapping, table, "closed_date", columns[fullest], vocabulary)
    return mapping


def in_own_currency(
    mapping: TableMapping, table: TableSchema, columns: Sequence[ColumnProfile], vocabulary: Vocabulary
) -> TableMapping:
    """The amounts at the column that tells them in the company's own currency, where deals are in several."""
    currency, amount = mapping.column("currency"), mapping.column("amount")
    if currency is None or amount is None:
        return mapping
    profiles = {column.index: column for column in columns}
    named = {vocabulary.tokens(column.header): column for column in columns}
    own = next((named[tokens] for tokens in _OWN_AMOUNTS if tokens in named), None)
    is_told = own is not None and own.type in _FIGURES and own.filled >= profiles[amount.index].filled
    if own is None or not is_told or own.index == amount.index or len(profiles[currency.index].words) < 2:
        return mapping
    mapping = _moved(mapping, table, "amount", own, vocabulary)
    beside = named.get((*vocabulary.tokens(own.header), "currency"))
    if beside is not None:
        return _moved(mapping, table, "currency", beside, vocabulary)
    without = tuple(replace(c, role=None, is_attribute=True) if c.role == "currency" else c for c in mapping.columns)
    return replace(mapping, columns=without)


def _outcomes(column: ColumnProfile, vocabulary: Vocabulary) -> frozenset[str]:
    """Which of won and lost the column's words say."""
    meanings = {vocabulary.stages.get(vocabulary.fold(word), "") for word in column.words}
    return _OUTCOMES & meanings


def _free(mapping: TableMapping, scores: Scores, role: str) -> list[int]:
    return [n for (n, name), s in scores.items() if name == role and s >= _PERHAPS and mapping.columns[n].role is None]


def _says(header: str, vocabulary: Vocabulary, listed: frozenset[Tokens]) -> bool:
    said = vocabulary.tokens(header)
    return any(said[at : at + len(words)] == words for words in listed for at in range(len(said) - len(words) + 1))


def _moved(
    mapping: TableMapping, table: TableSchema, role: str, to: ColumnProfile, vocabulary: Vocabulary
) -> TableMapping:
    """The role at another column, read as the role needs it."""
    before = mapping.column(role)
    form = format_for(table.roles[role], to, vocabulary)
    columns = [
        replace(c, role=None, is_attribute=c.type is not ColumnType.DATE)
        if c is before
        else replace(
            c,
            role=role,
            type=form.type,
            format=form,
            confidence=before.confidence if before else c.confidence,
            is_attribute=table.roles[role].is_attribute,
        )
        if c.index == to.index
        else c
        for c in mapping.columns
    ]
    return replace(mapping, columns=tuple(columns))
