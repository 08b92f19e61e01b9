"""What moves along with a ratio that is supposed different: at the same volume, what stands above its line.

An ARPA of 110 in place of 100 with the customers there are is a tenth more MRR; a CAC a fifth lower is a fifth less
spend. The catalogue computes ARPA from MRR and not the other way round, so no formula says this.
"""

from functools import lru_cache

from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue, formula_of
from kpidesk.metrics.expr import Binary, Expr, Number, Ref

_AMOUNTS = ("stock", "flow")


@lru_cache(maxsize=1024)
def parts_of(catalogue: Catalogue, name: MetricName, grain: Grain = Grain.MONTH) -> tuple[MetricName, ...]:
    """The amount above the line of a plain ratio and the counted amounts that it rests on; none for anything else."""
    definition = catalogue.definitions[name]
    above = _above(formula_of(definition, grain)) if definition.kind == "ratio" else None
    if above is None or above not in catalogue or catalogue.definitions[above].kind not in _AMOUNTS:
        return ()
    leaves = [leaf for leaf in catalogue.leaves(above) if catalogue.definitions[leaf].kind in _AMOUNTS]
    return tuple(dict.fromkeys((*leaves, above)))


@lru_cache(maxsize=1024)
def reach_of(catalogue: Catalogue, name: MetricName, grain: Grain = Grain.MONTH) -> tuple[MetricName, ...]:
    """Everything that may move when this KPI is supposed different, in evaluation order; not itself."""
    found = set(catalogue.dependents(name))
    for part in parts_of(catalogue, name, grain):
        found |= {part, *catalogue.dependents(part)}
    return tuple(each for each in catalogue.order if each in found and each != name)


def _above(expr: Expr | None) -> MetricName | None:
    """What stands above the line of ``a / b``, calibrated by a factor or not."""
    match expr:
        case Binary(operator="*", left=Binary() as inner, right=Number()):
            return _above(inner)
        case Binary(operator="/", left=Ref(name=name), right=Ref()):
            return name
        case _:
            return None
