import pytest
from kpidesk.ingest.excel_facts import number_format


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("0%", "percent"),
        ("0.0%;[Red]-0.0%", "percent"),
        ('"$"#,##0.00_);[Red]\\("$"#,##0.00\\)', "money"),
        ("_-* #,##0.00 [$€-407]_-;-* #,##0.00 [$€-407]_-", "money:EUR"),
        ("[$$-409]#,##0.00", "money:USD"),
        ("[$¥-804]#,##0", "money:CNY"),
        ("[$¥-411]#,##0", "money:JPY"),
        ('#,##0.00\\ "EUR"', "money:EUR"),
        ("£#,##0", "money:GBP"),
        ('"￥"#,##0.00', "money"),
        ("#,##0.00", ""),
        ('0.0"%"', "points"),
        ('0.00"x"', ""),
        ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", ""),
        ('h"时"mm"分"', ""),
        ("00000", ""),
        ("General", ""),
        ("", ""),
    ],
)
def test_a_number_format_tells_percents_and_currencies(code, meaning):
    assert number_format(code) == meaning
