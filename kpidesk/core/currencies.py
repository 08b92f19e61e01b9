"""Names and signs of currencies, as they stand beside an amount."""

SYMBOLS = {
    "USD": "$", "EUR": "€", "GBP": "£", "CNY": "¥", "JPY": "JP¥", "HKD": "HK$", "TWD": "NT$", "INR": "₹", "KRW": "₩",
    "BRL": "R$", "AUD": "A$", "CAD": "C$", "SGD": "S$", "NZD": "NZ$", "MXN": "MX$", "CHF": "CHF ", "THB": "฿",
    "RUB": "₽", "TRY": "₺", "VND": "₫", "PHP": "₱", "PLN": "zł ", "SEK": "SEK ", "NOK": "NOK ", "DKK": "DKK ",
}  # fmt: skip
CHINESE_MONEY = {
    "zh_Hans": {"USD": "美元", "EUR": "欧元", "GBP": "英镑", "JPY": "日元", "HKD": "港元", "TWD": "新台币"},
    "zh_Hant": {"USD": "美元", "EUR": "歐元", "GBP": "英鎊", "JPY": "日圓", "HKD": "港元", "CNY": "人民幣"},
}
MONEY_NAMES = tuple(sorted({name for names in CHINESE_MONEY.values() for name in names.values()}))
"""What currencies are called behind their amounts in Chinese."""


def money_name(currency: str, language: str) -> str:
    """What the reader calls a currency: its name in Chinese, else its code."""
    return CHINESE_MONEY.get(language, {}).get(currency, currency)
