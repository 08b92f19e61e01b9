"""What a formula lacks: all of its parts, but of parts of which one is enough only those of the nearest."""

from collections.abc import Mapping

from kpidesk.core.ids import MetricName
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.expr import Binary, Call, Expr, Negative, Ref
from kpidesk.metrics.functions import FUNCTIONS

Missing = Mapping[MetricName, tuple[str, ...]]
"""What each KPI lacks, as ``table.column``."""


def missing_parts(expr: Expr | None, missing: Missing, catalogue: Catalogue) -> tuple[str, ...]:
    """What would have to be imported for a formula; a part that can be assumed only where nothing else lacks."""
    firm = {name: columns for name, columns in missing.items() if catalogue.get(name).fallback is None}
    return _along(expr, firm) or _along(expr, missing)


def _along(expr: Expr | None, missing: Missing) -> tuple[str, ...]:
    match expr:
        case Ref(name=name):
            return missing.get(name, ())
        case Negative(operand=operand):
            return _along(operand, missing)
        case Binary(left=left, right=right):
            return _all((left, right), missing)
        case Call(function=function, arguments=arguments):
            if not FUNCTIONS[function].needs_any:
                return _all(arguments, missing)
            return min((_along(each, missing) for each in arguments), key=_distance, default=())
    return ()


def _all(parts: tuple[Expr, ...], missing: Missing) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column for part in parts for column in _along(part, missing)))


def _distance(columns: tuple[str, ...]) -> tuple[bool, int, int]:
    """A figure for a monthly sheet is the last resort; then the fewest sheets, and the fewest columns."""
    tables = {column.partition(".")[0] for column in columns}
    return "monthly_metrics" in tables, len(tables), len(columns)
