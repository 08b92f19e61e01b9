"""A formula in the panel is read by the names of its KPIs, not by their ids."""

import pytest
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.ui.metrics.definition_panel import formula_text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "ARPA × Gross margin ÷ monthly(Customer churn)"),
        ("zh_Hans", "每账户平均收入 × 毛利率 ÷ monthly(客户流失率)"),
        ("zh_Hant", "每帳戶平均收入 × 毛利率 ÷ monthly(客戶流失率)"),
    ],
)
def test_formula_is_said_by_names(language: str, said: str) -> None:
    assert formula_text("arpa * gross_margin / monthly(customer_churn_rate)", load_catalogue(), language) == said
