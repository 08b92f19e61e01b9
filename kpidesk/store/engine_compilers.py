"""What Ibis' compilers leave out or only estimate, made exact: a KPI is never an estimate of an engine's own."""

import ibis.expr.datatypes as dt
import ibis.expr.operations as ops
import sqlglot.expressions as sge
from ibis.backends.sql.compilers.clickhouse import ClickHouseCompiler
from ibis.backends.sql.compilers.postgres import PostgresCompiler
from ibis.backends.sql.compilers.pyspark import PySparkCompiler
from ibis.backends.sql.compilers.trino import TrinoCompiler


class TryingPostgresCompiler(PostgresCompiler):
    """PostgreSQL has no cast that answers null where it fails; functions of the session do it."""

    __slots__ = ()

    def visit_Cast(self, op: ops.Cast, *, arg: sge.Expression, to: dt.DataType) -> sge.Expression:
        # Yes and no become numbers of one kind only.
        if op.arg.dtype.is_boolean() and to.is_numeric():
            arg = self.cast(arg, dt.int32)
        return super().visit_Cast(op, arg=arg, to=to)

    def visit_TryCast(self, op: ops.TryCast, *, arg: sge.Expression, to: dt.DataType) -> sge.Expression:
        name = "timestamp" if to.is_timestamp() else "float" if to.is_floating() else "int"
        if to.is_integer() and op.arg.dtype.is_floating():
            # A number is rounded by the cast, and a text with decimals would be none.
            arg = self.f.round(arg)
        return self.f[f"pg_temp.kpidesk_try_{name}"](self.cast(arg, dt.string))


class SparkCompiler(PySparkCompiler):
    """Ibis puts the condition of a percentile also around its share, which Spark wants plain."""

    __slots__ = ()

    def visit_Quantile(
        self, op: ops.Quantile, *, arg: sge.Expression, quantile: sge.Expression, where: sge.Expression | None
    ) -> sge.Expression:
        return self.f.percentile(arg if where is None else self.if_(where, arg, sge.null()), quantile)

    def visit_Median(self, op: ops.Median, *, arg: sge.Expression, where: sge.Expression | None) -> sge.Expression:
        return self.f.percentile(arg if where is None else self.if_(where, arg, sge.null()), sge.convert(0.5))


class ExactTrinoCompiler(TrinoCompiler):
    """Trino's own percentiles are estimates: a KPI is computed from the sorted values."""

    __slots__ = ()
    UNSUPPORTED_OPS = tuple(op for op in TrinoCompiler.UNSUPPORTED_OPS if op not in (ops.Median, ops.Quantile))

    def visit_Median(self, op: ops.Median, *, arg: sge.Expression, where: sge.Expression | None) -> sge.Expression:
        return self._interpolated(arg, sge.convert(0.5), where)

    def visit_Quantile(
        self, op: ops.Quantile, *, arg: sge.Expression, quantile: sge.Expression, where: sge.Expression | None
    ) -> sge.Expression:
        return self._interpolated(arg, quantile, where)

    def _interpolated(self, arg: sge.Expression, share: sge.Expression, where: sge.Expression | None) -> sge.Expression:
        known = sge.Not(this=sge.Is(this=arg, expression=sge.null()))
        known = known if where is None else sge.and_(where, known)
        values = self.f.array_sort(sge.Filter(this=self.f.array_agg(arg), expression=sge.Where(this=known)))
        place = sge.paren((self.f.cardinality(values) - 1) * share, copy=False)
        low = self.f.element_at(values, self.cast(self.f.floor(place), dt.int64) + 1)
        high = self.f.element_at(values, self.cast(self.f.ceil(place), dt.int64) + 1)
        return low + (high - low) * sge.paren(place - self.f.floor(place), copy=False)


class ExactClickHouseCompiler(ClickHouseCompiler):
    """ClickHouse's own distinct counts and quantiles are estimates: a KPI is counted exactly."""

    __slots__ = ()

    SIMPLE_OPS = ClickHouseCompiler.SIMPLE_OPS | {ops.CountDistinct: "uniqExact"}

    def visit_Quantile(
        self, op: ops.Quantile, *, arg: sge.Expression, quantile: sge.Expression, where: sge.Expression | None
    ) -> sge.Expression:
        return self._exact(arg, quantile, where)

    def _exact(self, arg: sge.Expression, share: sge.Expression, where: sge.Expression | None) -> sge.Expression:
        if where is None:
            return sge.ParameterizedAgg(this="quantileExactInclusive", expressions=[share], params=[arg])
        return sge.ParameterizedAgg(this="quantileExactInclusiveIf", expressions=[share], params=[arg, where])
