"""Messages: places, plurals, names of ids, and the gap between Han characters and what fills a place."""

from datetime import date

import pytest
from kpidesk.core.messages import Message, Template, fill, on_day
from kpidesk.workspace.codec import settled

NAMES = {
    ("names.kpis", "customer_churn_rate"): "客户流失率",
    ("names.kpis", "ltv_cac"): "LTV/CAC",
    ("names.columns", "orders.amount"): "订单 › 金额",
    ("names.columns", "orders.order_date"): "订单 › 下单日期",
    ("names.marks", ", "): "、",
    ("names.language", "en"): "zh_Hans",
    ("facts", "no rows from {first} to {last}"): "{first} 至 {last} 没有数据行",
}


def chinese(context: str, text: str) -> str:
    return NAMES.get((context, text), text)


def english(_: str, text: str) -> str:
    return text


@pytest.mark.parametrize(
    ("text", "params", "said"),
    [
        ("{n} {n|row|rows} of {name}", {"n": 1, "name": "a.csv"}, "1 row of a.csv"),
        ("{n} {n|row|rows} of {name}", {"n": 2, "name": "a.csv"}, "2 rows of a.csv"),
        ("{n} {n|row|rows} since {year}", {"n": 12345, "year": 2026}, "12,345 rows since 2026"),
        ("{other} stays", {"n": 2}, "{other} stays"),
        ("Set {driver} to {value}", {"driver": "cac", "value": "$5"}, "Set cac to $5"),
    ],
)
def test_places_and_plurals(text: str, params: dict[str, object], said: str) -> None:
    assert fill(text, params, english) == said


@pytest.mark.parametrize(
    ("text", "params", "said"),
    [
        ("将{driver}设为 {value}", {"driver": "customer_churn_rate", "value": "3.4%"}, "将客户流失率设为 3.4%"),
        ("对{kpi}影响最大", {"kpi": "ltv_cac"}, "对 LTV/CAC 影响最大"),
        (
            "数据中没有{columns}。",
            {"columns": "orders.amount, orders.order_date"},
            "数据中没有订单 › 金额、订单 › 下单日期。",
        ),
        ("典型的列：{columns}。", {"columns": "客户, Name"}, "典型的列：客户、Name。"),
        ("基准为 {value} 时", {"value": "23.8万美元"}, "基准为 23.8万美元时"),
        ("基准为 {value} 时", {"value": "—"}, "基准为—时"),
        ("数据截至{day}", {"day": "2026年6月18日"}, "数据截至2026年6月18日"),
        ("较{period}", {"period": "5月"}, "较5月"),
        ("{n} 行", {"n": 9}, "9 行"),
        ("变化{change}，", {"change": "−0.6"}, "变化 −0.6，"),
        ("已移除“{name}”。", {"name": "MRR"}, "已移除“MRR”。"),
        ("没有{reason}数值", {"reason": Message(Template("x", "任何"))}, "没有任何数值"),
        ("{last}{name}从 {before} 起", {"last": "5月", "name": "MRR", "before": 2}, "5月 MRR 从 2 起"),
        ("{last}{name}从 {before} 起", {"last": "5月", "name": "客户", "before": 2}, "5月客户从 2 起"),
    ],
)
def test_chinese_sentences(text: str, params: dict[str, object], said: str) -> None:
    assert fill(text, params, chinese) == said


def test_a_message_inside_a_message_is_rendered_first() -> None:
    inner = Message(Template("x", "{kpi} has no value"), kpi="customer_churn_rate")
    assert Message(Template("x", "No: {reason}"), reason=inner).render(chinese) == "No: 客户流失率 has no value"
    assert str(Message(Template("x", "No: {reason}"), reason=inner)) == "No: customer_churn_rate has no value"


def test_days_are_written_as_the_reader_writes_them_also_after_a_file() -> None:
    ends = {"first": on_day(date(2009, 12, 2)), "last": on_day(date(2010, 11, 30))}
    message = settled(Message(Template("facts", "no rows from {first} to {last}"), **ends))
    assert message.render(english) == "no rows from 2 Dec 2009 to 30 Nov 2010"
    assert message.render(chinese) == "2009年12月2日至2010年11月30日没有数据行"
