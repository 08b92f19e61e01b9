"""A formula is read by the names of its KPIs and in words, not by ids and names of functions."""

import re

import pytest
from kpidesk.cli.translation import translate_to
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.formula_words import formula_words


def said(formula, language="en"):
    return formula_words(formula, load_catalogue(), language, translate_to(language))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "ARPA × Gross margin ÷ (Customer churn a month)"),
        ("zh_Hans", "每账户平均收入 × 毛利率 ÷ (按月计的客户流失率)"),
        ("zh_Hant", "每帳戶平均收入 × 毛利率 ÷ (依月計的客戶流失率)"),
    ],
)
def test_formula_is_said_by_names(language, words):
    assert said("arpa * gross_margin / monthly(customer_churn_rate)", language) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "(Revenue, else Recurring revenue of the period) ÷ Users"),
        ("zh_Hans", "(收入，没有时为本期经常性收入) ÷ 用户"),
        ("zh_Hant", "(收入，沒有時為本期經常性收入) ÷ 使用者"),
    ],
)
def test_the_first_of_several_is_said_in_words(language, words):
    assert said("first(revenue, recurring_revenue) / users", language) == words


def test_a_call_that_is_all_of_it_needs_no_brackets():
    assert said("previous(mrr)") == "MRR of the period before"
    assert said("(mrr)") == "MRR"
    assert said("(mrr) / (revenue)") == "(MRR) ÷ (Revenue)"


def test_a_call_in_a_call_is_said_inside():
    assert said("default(first(mqls, sqls), 0) + 1") == (
        "(Marketing qualified leads, else Sales qualified leads, else 0) + 1"
    )


def test_what_several_terms_are_of_stands_in_brackets():
    assert said("previous(mrr + revenue) * 2") == "((MRR + Revenue) of the period before) × 2"


@pytest.mark.parametrize("language", ["en", "zh_Hans", "zh_Hant"])
def test_no_formula_of_the_catalogue_shows_a_function_by_its_name(language):
    for definition in load_catalogue().definitions.values():
        for formula in (definition.formula, definition.long_formula, definition.snapshot_formula):
            words = said(formula, language)
            assert not re.search(r"[a-z_]\(", words), words
            assert words.count("(") == words.count(")")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Ad clicks where Ad impressions are known"),
        ("zh_Hans", "广告展示次数已知时的广告点击"),
        ("zh_Hant", "廣告曝光次數已知時的廣告點擊"),
    ],
)
def test_half_of_a_pair_is_said_with_the_other(language, words):
    assert said("where_known(ad_clicks, ad_impressions)", language) == words
