"""A formula of the catalogue as a live Excel formula with the same answers, including *no value*.

A cell without a value holds an em dash, not nothing: Excel would read an empty cell as 0. Arithmetic on a text is an
error, and every formula turns errors into the em dash again, so *no value* travels exactly as NaN does.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kpidesk.core.formatting import NO_VALUE
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.expr import Binary, Call, Expr, Negative, Number, Ref
from kpidesk.metrics.functions import half_year_of

CellOf = Callable[[MetricName, int], str | None]
"""The reference of a KPI's cell, shifted by some periods (−1: the one before); None where there is none."""

IsKnown = Callable[[Expr], bool]
"""Whether a part of a formula has a value in any period: ``first`` takes the first such part, for all periods."""

_MISSING = "NA()"
_YEAR = {Grain.DAY: 365, Grain.WEEK: 52, Grain.MONTH: 12, Grain.QUARTER: 4, Grain.YEAR: 1}


def _always(_: Expr) -> bool:
    return True


def to_excel(expr: Expr, cell_of: CellOf, grain: Grain = Grain.MONTH, is_known: IsKnown = _always) -> str:
    """The whole formula, beginning with ``=``; functions in English, as files store them.

    >>> to_excel(Binary("/", Ref(MetricName("ltv")), Ref(MetricName("cac"))), lambda name, lag: name.upper() + "1")
    '=IFERROR((LTV1/CAC1),"—")'
    """
    return f'=IFERROR({_text(_chosen(expr, is_known), cell_of, grain, 0)},"{NO_VALUE}")'


def _chosen(expr: Expr, is_known: IsKnown) -> Expr:
    """The formula without ``first``: the part that it takes stands in its place; a cell cannot look at all others."""
    match expr:
        case Call(function="first", arguments=arguments):
            return _chosen(next((part for part in arguments if is_known(part)), arguments[-1]), is_known)
        case Call(function=name, arguments=arguments, position=position):
            return Call(name, tuple(_chosen(part, is_known) for part in arguments), position)
        case Negative(operand=operand):
            return replace(expr, operand=_chosen(operand, is_known))
        case Binary(left=left, right=right):
            return replace(expr, left=_chosen(left, is_known), right=_chosen(right, is_known))
        case _:
            return expr


def _text(expr: Expr, cell_of: CellOf, grain: Grain, lag: int) -> str:
    match expr:
        case Number(value=value):
            return f"({value!r})" if value < 0 else f"{value:.15g}"
        case Ref(name=name):
            return cell_of(name, lag) or _MISSING
        case Negative(operand=operand):
            return f"(0-{_text(operand, cell_of, grain, lag)})"
        case Binary(operator=operator, left=left, right=right):
            return f"({_text(left, cell_of, grain, lag)}{operator}{_text(right, cell_of, grain, lag)})"
        case Call():
            return _call(expr, cell_of, grain, lag)


def _call(call: Call, cell_of: CellOf, grain: Grain, lag: int) -> str:
    """One function; ValueError for one that is not known here."""
    if call.function in ("previous", "year_ago"):
        back = 1 if call.function == "previous" else _YEAR.get(grain)
        return _MISSING if back is None else _text(call.arguments[0], cell_of, grain, lag - back)
    if call.function == "mean_of_half_year":
        return _mean([_text(call.arguments[0], cell_of, grain, lag - back) for back in half_year_of(grain)])
    arguments = [_text(argument, cell_of, grain, lag) for argument in call.arguments]
    match call.function:
        case "monthly":
            (share,) = arguments
            months = grain.months
            return share if months == 1 else f"IF({share}>1,{_MISSING},1-(1-{share})^(1/{months:.15g}))"
        case "yearly":
            (share,) = arguments
            return f"IF({share}>1,{_MISSING},1-(1-{share})^({12 / grain.months:.15g}))"
        case "evenly_monthly":
            return f"({arguments[0]}/{grain.months:.15g})"
        case "unless_negative":
            return f"IF({arguments[0]}<0,{_MISSING},{arguments[0]})"
        case "default":
            value, otherwise = arguments
            if isinstance(call.arguments[0], Binary | Negative):  # never a text: a number or an error
                return f"IFERROR({value},{otherwise})"
            return f"IF(ISNUMBER({value}),{value},{otherwise})"
        case "sum_known":
            known = ",".join(f"ISNUMBER({a})" for a in arguments)
            parts = "+".join(f"IF(ISNUMBER({a}),{a},0)" for a in arguments)
            return f"IF(OR({known}),{parts},{_MISSING})"
        case "where_known":
            value, other = arguments
            return f"IF(ISNUMBER({other}),{value},{_MISSING})"
        case "min" | "max":
            known = ",".join(f"ISNUMBER({a})" for a in arguments)
            return f"IF(AND({known}),{call.function.upper()}({','.join(arguments)}),{_MISSING})"
        case "share":
            return f"({arguments[0]}/{arguments[1]})"
        case _:
            raise ValueError(call.function)


def _mean(cells: Sequence[str]) -> str:
    """The mean of those cells that hold a number."""
    there = [cell for cell in cells if cell != _MISSING]
    if not there:
        return _MISSING
    total = "+".join(f"IF(ISNUMBER({cell}),{cell},0)" for cell in there)
    count = "+".join(f"IF(ISNUMBER({cell}),1,0)" for cell in there)
    return f"(({total})/({count}))"
