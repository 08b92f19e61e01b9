"""Decks and books with formulas to export."""

from datetime import datetime

import numpy as np
from kpidesk.charts.card import build_card
from kpidesk.charts.pivot import build_pivot
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.export.deck import Book, DataTable, Deck, Slide
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.expr import Binary, Call, Number, Ref

from tests.charts.frames import a_catalogue, a_company, a_definition, a_frame, a_series, months, nan
from tests.charts.gallery import gallery


def ref(name):
    return Ref(MetricName(name))


def with_formula(definition, expr, text):
    from dataclasses import replace

    return replace(definition, expr=expr, formula=text)


def a_formula_catalogue() -> Catalogue:
    """The formulas of acceptance 28: LTV = ARPA × margin ÷ churn, LTV/CAC, payback; and one that looks back."""
    arpa, margin, churn = ref("arpa"), ref("gross_margin"), ref("customer_churn_rate")
    ltv = Binary("/", Binary("*", arpa, Call("default", (margin, Number(1.0)))), Call("monthly", (churn,)))
    growth = Binary("-", Binary("/", arpa, Call("previous", (arpa,))), Number(1.0))
    return Catalogue.of(
        [
            a_definition("arpa", "ARPA", "money / month / customer"),
            a_definition("gross_margin", "=Gross margin", "share"),
            a_definition("customer_churn_rate", "Customer churn", "share", good="down"),
            a_definition("cac", "CAC", "money / customer", good="down"),
            with_formula(a_definition("ltv", "LTV", "money / customer"), ltv, "arpa * default(gross_margin, 1) / …"),
            with_formula(a_definition("ltv_cac", "LTV/CAC", "ratio"), Binary("/", ref("ltv"), ref("cac")), "ltv / cac"),
            with_formula(a_definition("arpa_growth", "ARPA growth", "share"), growth, "arpa / previous(arpa) - 1"),
        ]
    )


def a_book(tables=()) -> Book:
    """Three months: as in acceptance 28, then churn halved, then without churn."""
    arpa, margin = np.array([100.0, 100.0, 110.0]), np.array([0.8, 0.8, nan])
    churn, cac = np.array([0.05, 0.025, 0.0]), np.array([600.0, 600.0, 600.0])
    ltv = np.array([1600.0, 3200.0, nan])
    series = [
        a_series("arpa", arpa),
        a_series("gross_margin", margin),
        a_series("customer_churn_rate", churn),
        a_series("cac", cac),
        a_series("ltv", ltv),
        a_series("ltv_cac", ltv / cac),
        a_series("arpa_growth", [0.25, 0.0, 0.1]),
    ]
    return Book(a_frame(series, months("2026-01", 3), running=1), a_formula_catalogue(), tables)


def a_deck(book=None, style=None) -> Deck:
    """A slide of each kind of figure, one of cards, one of a pivot."""
    style = style or Style()
    company, catalogue = a_company(), a_catalogue()
    names = [MetricName(n) for n in ("mrr", "customer_churn_rate", "nps", "activation_rate")]
    cards = tuple(build_card(name, company, catalogue, style) for name in names)
    pivot = build_pivot(company, catalogue, style, names[:3])
    definitions = (catalogue.get("mrr"),)
    slides = tuple(Slide(figure=figure, definitions=definitions) for figure in gallery(style).values())
    slides = (*slides, Slide("Cards", cards=cards), Slide("Pivot", pivot=pivot))
    return Deck("Board pack", slides, "June 2026", style, book, datetime(2026, 6, 18, 9, 0))


HOSTILE = DataTable("subs/[2026]", ("customer", "note", "mrr"), [("=1+1", "@cmd", 5.0), ("+A", "-B", -5.0)])
