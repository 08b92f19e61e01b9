"""Words that spreadsheets of many countries use for the same thing: missing, yes, no, total, the months."""

import re
import unicodedata

from kpidesk.store.missing import MISSING


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TRUE = _words("""
    true t yes y 1 1.0 on ja j oui si sí sì sim tak да evet wahr vrai verdadero verdadeiro igaz
    vero waar sant prawda ano yep
    是 真 对 對 有 启用 啟用 已启用 已啟用 开启 開啟 已开启 はい 有り あり 예 ✓ ✔ √ ☑ ○ ◯ 〇
""")
FALSE = _words("""
    false f no n 0 0.0 off nein non não nao nie нет hayır falsch faux falso hamis
    onwaar falskt fałsz nope
    否 假 错 錯 停用 禁用 已停用 未启用 未啟用 未开启 いいえ 無し なし 无 無 没有 沒有 不是 いいえ 아니오 ✗ ✘ × ☐
""")

TOTALS = _words("""
    total totals sum sums subtotal subtotals summe gesamt gesamtsumme gesamtergebnis zwischensumme
    totale totaal totaux suma somma soma razem итого всего toplam
    合计 合計 总计 總計 小计 小計 总和 總和 共计 共計 汇总 計 合計金額 합계 총계 소계
""") | {"grand total", "grand totals", "sub total", "sub-total", "total general", "total général", "overall total"}

UNITS = _words("""
    % # $ € £ ¥ ￥ ‰ usd eur gbp cny rmb jpy hkd twd cad aud chf sgd inr krw brl
    k m mn bn '000 000s k$ $k $m €k k€ m€ €m t€ usd'000 tusd teur keur kusd usdk eurk kgbp k£ £k mio mio€ milliers miles
    pcs units unit count number no. nr qty persons people users customers seats days day hours hrs h min minutes sec
    seconds s months month weeks years pct percent stück anzahl tage stunden nombre jours unidades días
    元 万元 萬元 千元 亿元 億元 美元 人 个 個 次 天 日 小时 小時 件 单 單 位 户 戶 百分比
""")
"""What a row below the names of columns may say that they are counted in."""

_CJK_TOTAL = "合计|合計|总计|總計|小计|小計"
_TOTAL_HINT = re.compile("tota|sum|som|gesamt|razem|toplam|ergebnis", re.I)
"""In each of the words in Latin letters; laws of the tests hold it to that."""

_TOTAL_LEAD = re.compile(
    r"(?:grand |sub[- ]?|overall )?totals?(?:\s*[:：]|\s+-|\s+\(|\s+for\s|$)"
    rf"|(?:total|sum|summe|gesamt|{_CJK_TOTAL})\s*[:：]",
    re.I,
)
_TOTAL_TAIL = re.compile(rf".{{1,60}}(?:\s(?:sub)?totals?|\s?(?:{_CJK_TOTAL}|汇总)|-?\s?(?:summe|ergebnis))", re.I)

_MONTH_NAMES = (
    "january jan januar janvier janv enero ene janeiro gennaio gen januari jänner januarius 1月 一月"
    " stycznia sty styczeń января янв январь ocak oca ianuarie ian leden ledna tammikuu 1월",
    "february feb februar février fevrier févr fevr fév febrero fevereiro fev febbraio februari 2月 二月"
    " lutego luty lut февраля фев февраль şubat şub februarie únor února helmikuu 2월",
    "march mar märz maerz mär mrz mars marzo março marco maart mrt 3月 三月"
    " marca marzec марта мар март mart martie březen března maaliskuu 3월",
    "april apr avril avr abril abr aprile 4月 四月"
    " kwietnia kwi kwiecień апреля апр апрель nisan nis aprilie duben dubna huhtikuu 4월",
    "may mai mayo maio maggio mag mei 5月 五月 maja maj мая май mayıs květen května toukokuu 5월",
    "june jun juni juin junio junho giugno giu 6月 六月"
    " czerwca cze czerwiec июня июн июнь haziran haz iunie červen června kesäkuu 6월",
    "july jul juli juillet juil julio julho luglio lug 7月 七月"
    " lipca lip lipiec июля июл июль temmuz tem iulie červenec července heinäkuu 7월",
    "august aug août aout agosto ago augustus 8月 八月"
    " sierpnia sie sierpień августа авг август ağustos ağu augusti srpen srpna elokuu 8월",
    "september sep sept septembre septiembre setiembre setembro set settembre 9月 九月"
    " września wrz wrzesień сентября сен сент сентябрь eylül eyl septembrie září syyskuu 9월",
    "october oct oktober okt octobre octubre outubro out ottobre ott 10月 十月"
    " października paź październik октября окт октябрь ekim eki octombrie říjen října lokakuu 10월",
    "november nov novembre noviembre novembro 11月 十一月"
    " listopada lis listopad ноября ноя нояб ноябрь kasım kas noiembrie listopadu marraskuu 11월",
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre 12月 十二月"
    " grudnia gru grudzień декабря дек декабрь aralık ara decembrie prosinec prosince joulukuu 12월",
)
MONTHS = {name: i + 1 for i, names in enumerate(_MONTH_NAMES) for name in names.split()}
"""Folded month names and short forms of several languages, to 1 … 12."""

_UNITS: tuple[tuple[float, str], ...] = (
    (0.001, "ms"),
    (
        1.0,
        "s sec secs second seconds sek sekunde sekunden seconde secondes seg segundo segundos secondo secondi 秒 秒钟",
    ),
    (60.0, "m min mins minute minutes minuten minuto minutos minuti minuut 分 分钟 分鐘"),
    (3_600.0, "h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur 小时 小時 时 時 時間"),
    (86_400.0, "d day days tag tage tagen jour jours j día días dia dias giorno giorni dag dagen 天 日"),
    (604_800.0, "w wk week weeks woche wochen semaine semaines semana semanas settimana settimane weken 周 週 星期"),
)
TIME_UNITS = {name: seconds for seconds, names in _UNITS for name in names.split()}
"""Folded words for a length of time, to seconds; a month is none, for it has no fixed length."""

ERRORS = _words("""
    #DIV/0! #N/A #NAME? #NULL! #NUM! #REF! #VALUE! #SPILL! #CALC! #GETTING_DATA #ERROR! #FIELD! #BLOCKED!
""")
"""What error cells of spreadsheets show."""

_ODD_SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2060\u3000\ufeff]+")


_LONGEST_MARK = 8
TEXT_MARKS = "'`"
"""What programs put before a number or a date so that spreadsheets take it for text."""


def tidy(text: str) -> str:
    """The text with full-width letters and digits made plain, odd spaces too, invisible ones gone; stripped."""
    if text.isascii():
        return text.strip()
    return unicodedata.normalize("NFKC", _ODD_SPACE.sub(" ", text)).strip()


def fold(text: str) -> str:
    """``tidy`` and without case, inner spaces single: for looking words up."""
    return " ".join(tidy(text).casefold().split())


def is_missing(text: str) -> bool:
    """Whether a cell of any kind is blank or says that nothing is known."""
    stripped = text.strip()
    return not stripped or (len(stripped) <= _LONGEST_MARK and ((folded := fold(stripped)) == "" or folded in MISSING))


def may_be_total(text: str) -> bool:
    """False only for texts that cannot be totals, told more quickly than by is_total."""
    return not text.isascii() or _TOTAL_HINT.search(text) is not None


def is_total(text: str) -> bool:
    """Whether a label names a total or a subtotal: ``Grand Total``, ``Total: Account``, ``EMEA Total``, ``合计``."""
    if not text or len(text) > 80:
        return False
    folded = fold(text).rstrip(":： ")
    return (
        folded in TOTALS
        or bool(_TOTAL_LEAD.match(folded) or _TOTAL_LEAD.match(fold(text)))
        or bool(_TOTAL_TAIL.fullmatch(folded))
    )
