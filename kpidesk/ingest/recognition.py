"""What a region is: each business table is tried on it, the one that explains its columns best is taken, or none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kpidesk.core.courtesy import make_way
from kpidesk.core.messages import Message
from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.dates import YEARLESS
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import OTHER, ColumnMapping
from kpidesk.ingest.mapping import Mapping as TableMapping
from kpidesk.ingest.month_rows import settle_month_rows, settle_usage_months
from kpidesk.ingest.parsing import ColumnFormat
from kpidesk.ingest.per_unit import settle_per_unit
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition_assignment import assign, assign_quickly
from kpidesk.ingest.recognition_companions import give_companions, least_beside
from kpidesk.ingest.recognition_deals import in_own_currency, settle_deals
from kpidesk.ingest.recognition_entries import settle_entries
from kpidesk.ingest.recognition_grain import grain_factor, is_cohort
from kpidesk.ingest.recognition_headers import HeaderIndex, HeaderMatch, build_index
from kpidesk.ingest.recognition_ledger import ledger_columns
from kpidesk.ingest.recognition_list import recognise_list
from kpidesk.ingest.recognition_months import TABLE as MONTHLY
from kpidesk.ingest.recognition_months import recognise_across
from kpidesk.ingest.recognition_questions import answered_role, question_factor
from kpidesk.ingest.recognition_relations import refine
from kpidesk.ingest.recognition_trials import (
    Trial,
    against_factor,
    column_confidence,
    contract,
    deciding,
    measured_factor,
    movement_factor,
    of_other_rows,
    table_confidence,
    telling,
    usable_factor,
    with_stand_ins,
)
from kpidesk.ingest.recognition_values import format_for, is_duration, suitability
from kpidesk.ingest.scales import with_scale
from kpidesk.schema.model import ColumnType, Schema, TableSchema
from kpidesk.schema.vocabulary import Vocabulary, load_vocabulary

_LEAST = 0.44
"""A role whose header and cells together score less is not given."""
_LEAST_TABLE = 0.62
"""A table whose columns explain less is none."""
_THIN = 1.3
"""Below this a table has to be usable, or to explain most columns, or to be named."""
_NAMED = 0.75
"""What a sheet's name is worth beside its columns."""
_UNDECIDED = 0.6
"""What is left of a table where a column decides for another one."""
_OTHER_ROWS = 0.65
"""What is left of a table where the first column is the number of another one's rows."""
_LEAST_ROWS, _LEAST_MONTHS = 2, 3
"""So many rows named like KPIs, and so many months, make a table of months beside many other columns."""
_FIGURES = 0.95
"""How sure it is that a list of figures by their names is one."""
_PIVOT = frozenset({("row", "label"), ("column", "label")})


@dataclass(frozen=True, slots=True)
class Names:
    """What the sheet and the file are called."""

    sheet: str | None
    file: str


class Recogniser:
    """Compares regions with the tables of a schema."""

    def __init__(self, schema: Schema, vocabulary: Vocabulary, index: HeaderIndex) -> None:
        self.schema = schema
        self.vocabulary = vocabulary
        self.index = index
        self._name_words = {
            table.name: tuple(vocabulary.tokens(name) for name in table.names) for table in schema.tables.values()
        }

    def recognise(self, region: Region, profiles: Sequence[ColumnProfile], names: Names) -> TableMapping:
        """What the region and each of its columns are taken for."""
        if region.orientation == "across":
            return with_scale(recognise_across(region, profiles, self.index), region)
        matches = [self.index.match(profile.header) for profile in profiles]
        if self._is_pivot(profiles):
            return self._other(profiles, (evidence.pivot_output(),))
        if (figures := recognise_list(region, profiles, self.index)) is not None:
            return with_scale(figures, region)
        if region.header_row < 0 or is_cohort(profiles):
            return self._other(profiles, (evidence.nothing_fits(),))
        if both_ways := ledger_columns(region, profiles, self.vocabulary):
            return self._other(profiles, (evidence.money_both_ways(both_ways),))
        trials = self._weigh([self._try(t, profiles, matches) for t in self.schema.tables.values()], profiles, names)
        others = of_other_rows(profiles, matches, self.schema)
        trials = [replace(t, total=_OTHER_ROWS * t.total) if t.table.name in others else t for t in trials]
        trials.sort(key=lambda trial: -trial.total)
        best = trials[0] = contract(trials)
        if best.total < _LEAST_TABLE or (best.total < _THIN and self._is_thin(best, profiles, names)):
            across = recognise_across(region, profiles, self.index)
            if len(across.row_roles) >= _LEAST_ROWS and len(across.month_columns) >= _LEAST_MONTHS:
                return with_scale(across, region)
            return self._other(profiles, (evidence.nothing_fits(),))
        second = max(trials[1].total, _LEAST_TABLE) if len(trials) > 1 else _LEAST_TABLE
        confidence = table_confidence(best.total, second)
        if not best.table.is_usable(frozenset(best.roles.values())):
            confidence = round(0.8 * confidence, 2)
        return self._mapping(region, profiles, matches, replace(best, roles=assign(best.scores)), confidence, names)

    def as_table(self, region: Region, profiles: Sequence[ColumnProfile], table: str) -> TableMapping:
        """The region read as a table that the user named: only the columns are guessed."""
        if table not in self.schema.tables:
            return replace(self._other(profiles, (evidence.corrected(),)), confidence=1.0)
        if region.orientation == "across" and table == MONTHLY:
            across = with_scale(recognise_across(region, profiles, self.index), region)
            return replace(across, table=MONTHLY, confidence=1.0, evidence=(evidence.corrected(), *across.evidence))
        matches = [self.index.match(profile.header) for profile in profiles]
        trial = self._try(self.schema.tables[table], profiles, matches)
        names = Names(region.sheet.sheet, region.sheet.file.stem)
        mapping = self._mapping(region, profiles, matches, replace(trial, roles=assign(trial.scores)), 1.0, names)
        return replace(mapping, evidence=(evidence.corrected(), *mapping.evidence))

    def as_figures(self, region: Region, profiles: Sequence[ColumnProfile]) -> TableMapping:
        """The region read as monthly figures, which its rows said themselves that they are."""
        mapping = self.as_table(region, profiles, MONTHLY)
        return replace(mapping, confidence=_FIGURES, evidence=mapping.evidence[1:])

    def _try(self, table: TableSchema, profiles: Sequence[ColumnProfile], matches: Sequence[HeaderMatch]) -> Trial:
        make_way()
        scores: dict[tuple[int, str], float] = {}
        for number, (profile, match) in enumerate(zip(profiles, matches, strict=True)):
            if table.name == "surveys" and (answer := answered_role(profile, self.vocabulary)) is not None:
                scores[number, answer[0]] = answer[1] - 0.0005 * number
            least = max(0.97 * match.no_role, least_beside(table, match))
            for (name, role), score in match.roles.items():
                if name != table.name or score <= least or table.roles[role].accompanies:
                    continue
                value = score * suitability(table.roles[role], profile, self.vocabulary)
                if value >= _LEAST:
                    scores[number, role] = max(value - 0.0005 * number, scores.get((number, role), 0.0))
        scores = with_stand_ins(scores, table, profiles)
        return Trial(table, scores, assign_quickly(scores))

    def _weigh(self, trials: list[Trial], profiles: Sequence[ColumnProfile], names: Names) -> list[Trial]:
        """Sum what each column says for each table: much where only that table explains it, little where all do."""
        columns = range(len(profiles))
        by_column = [[t.scores[c, t.roles[c]] if c in t.roles else 0.0 for t in trials] for c in columns]
        weights = [telling(scores, trials) for scores in by_column]
        weighed = []
        measured = measured_factor(profiles, self.vocabulary)
        decided = {role for trial in trials for role in deciding(trial)}
        for place, trial in enumerate(trials):
            needed = {role for alternative in trial.table.needs for role in alternative}
            total = 0.0
            for c in trial.roles:
                weight = 1.5 if trial.roles[c] in needed else 1.0
                total += weight * weights[c] * by_column[c][place] ** 1.5
            explained = sum(row[place] for row in by_column) / max(len(profiles), 1)
            total = (total + 0.5 * explained) * usable_factor(trial, profiles)
            if decided and not decided & trial.table.roles.keys():
                total *= _UNDECIDED
            total *= question_factor(trial.table.name, profiles) * movement_factor(trial, profiles)
            total *= measured * against_factor(trial.table, profiles, self.vocabulary)
            total *= grain_factor(trial.table.name, {r: profiles[c] for c, r in trial.roles.items()}, profiles)
            weighed.append(replace(trial, total=total * (1 + _NAMED * self._named(trial.table.name, names))))
        return weighed

    def _is_thin(self, trial: Trial, profiles: Sequence[ColumnProfile], names: Names) -> bool:
        """Whether little speaks for a table: what it needs is missing, most columns play no part, no name says it."""
        filled = sum(profile.filled > 0 for profile in profiles)
        is_usable = trial.table.is_usable(frozenset(trial.roles.values()))
        return not is_usable and len(trial.roles) < 0.6 * filled and self._named(trial.table.name, names) < 0.5

    def _named(self, table: str, names: Names) -> float:
        """How far the sheet's or the file's name is a word for the table, 0 to 1."""
        best = 0.0
        for text, worth in ((names.sheet, 1.0), (names.file, 0.9 if names.sheet is None else 0.3)):
            tokens = self.vocabulary.tokens(text) if text else ()
            for words in self._name_words[table]:
                size = len(words)
                places = [i for i in range(len(tokens) - size + 1) if tokens[i : i + size] == words]
                if places and words:
                    at_end = self.vocabulary.copies.issuperset(tokens[places[-1] + size :])
                    best = max(best, worth * (1.0 if size == len(tokens) else 0.7 if at_end else 0.5))
        return best

    def _is_pivot(self, profiles: Sequence[ColumnProfile]) -> bool:
        return any(self.vocabulary.tokens(profile.header) in _PIVOT for profile in profiles)

    def _other(self, profiles: Sequence[ColumnProfile], because: tuple[Message, ...]) -> TableMapping:
        columns = tuple(_plain_column(profile) for profile in profiles)
        return TableMapping(OTHER, 0.5, columns, evidence=because)

    def _mapping(
        self,
        region: Region,
        profiles: Sequence[ColumnProfile],
        matches: Sequence[HeaderMatch],
        trial: Trial,
        confidence: float,
        names: Names,
    ) -> TableMapping:
        columns = []
        for number, (profile, match) in enumerate(zip(profiles, matches, strict=True)):
            role = trial.roles.get(number)
            column = _plain_column(profile)
            if role is not None:
                sure = column_confidence(number, role, trial.scores)
                form = format_for(trial.table.roles[role], profile, self.vocabulary)
                word = match.words.get((trial.table.name, role), role)
                because = (evidence.header_names_it(profile.header, word), *profile.evidence)
                column = replace(
                    column,
                    role=role,
                    type=form.type,
                    format=form,
                    confidence=sure,
                    evidence=because,
                    is_attribute=trial.table.roles[role].is_attribute,
                )
            columns.append(column)
        mapping = TableMapping(trial.table.name, confidence, tuple(columns))
        mapping = refine(mapping, region, profiles, trial.scores, [match.no_role for match in matches], self.vocabulary)
        if mapping.table == "deals":
            mapping = settle_deals(mapping, trial.table, profiles, trial.scores, self.vocabulary)
        mapping = settle_entries(mapping, profiles, self.vocabulary)
        mapping = give_companions(mapping, trial.table, profiles, matches, self.vocabulary)
        if mapping.table == "deals":
            mapping = in_own_currency(mapping, trial.table, profiles, self.vocabulary)
        mapping = settle_per_unit(with_scale(mapping, region), region, self.vocabulary)
        mapping = settle_usage_months(settle_month_rows(mapping, region), region)
        return replace(mapping, evidence=self._why(trial, mapping, names))

    def _why(self, trial: Trial, mapping: TableMapping, names: Names) -> tuple[Message, ...]:
        best = sorted((c for c in mapping.columns if c.role), key=lambda c: -c.confidence)[:4]
        because = [evidence.typical_columns([c.header for c in best])] if best else []
        if self._named(trial.table.name, names) >= 0.5:
            because.append(evidence.named_so(names.sheet or names.file))
        if not trial.table.is_usable(mapping.roles):
            because.append(evidence.lacks(missing_roles(trial.table, mapping.roles)))
        return tuple(because)


def missing_roles(table: TableSchema, present: frozenset[str]) -> tuple[str, ...]:
    """What the alternative that is nearest to being met still lacks."""
    lacking = [tuple(role for role in alternative if role not in present) for alternative in table.needs]
    return min(lacking, key=len, default=())


def recogniser_of(schema: Schema) -> Recogniser:
    """The recogniser of a schema, compiled once for the process."""
    found = _COMPILED.get(id(schema))
    if found is None or found.schema is not schema:
        vocabulary = load_vocabulary()
        found = _COMPILED[id(schema)] = Recogniser(schema, vocabulary, build_index(schema, vocabulary))
    return found


_COMPILED: dict[int, Recogniser] = {}


def _plain_column(profile: ColumnProfile) -> ColumnMapping:
    """A column without a role; names of months alone, and lengths of time, stay the words that they are."""
    is_worded = profile.format.date_order in YEARLESS or is_duration(profile)
    form = ColumnFormat() if is_worded else profile.format
    return ColumnMapping(
        header=profile.header,
        index=profile.index,
        role=None,
        type=form.type,
        format=form,
        confidence=0.5,
        evidence=profile.evidence,
        is_attribute=form.type in (ColumnType.TEXT, ColumnType.FLAG, ColumnType.ID, ColumnType.NUMBER),
    )
