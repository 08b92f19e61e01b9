import pytest
from kpidesk.ingest.text_encoding import find_encoding

CHINESE = (
    "订单编号,客户名称,金额,日期\n1001,北京科技有限公司,1200.50,2024年3月5日\n1002,上海贸易有限公司,88,2024年3月6日\n"
)
TAIWANESE = "訂單編號,客戶名稱,金額,日期\n1001,台北科技股份有限公司,1200.50,民國113年3月5日\n1002,高雄貿易公司,88,無\n"
JAPANESE = "注文番号,顧客名,金額\n1001,さくらシステム株式会社,1200\n1002,ヤマダストア東京店,88\n"
KOREAN = "주문번호,고객명,금액\n1001,서울상사,1200\n1002,부산무역 주식회사,88\n"
GERMAN = "Kunde;Umsatz;Stadt\nMüller GmbH;1.234,50 €;München\nGroßhändler;12,00 €;Köln\n"
POLISH = "Klient;Miasto\nŻabka Łódź;Kraków\nŚwiatło;Gdańsk\nCzęść zamówień;Poznań\n"
RUSSIAN = "Клиент;Сумма;Город\nООО Ромашка;1200;Москва\nИванов;88;Казань\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "gb18030"),
        (CHINESE, "gbk"),
        (TAIWANESE, "big5"),
        (JAPANESE, "cp932"),
        (KOREAN, "cp949"),
        (GERMAN, "cp1252"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (GERMAN, "mac_roman"),
        (CHINESE, "utf-8"),
        (CHINESE, "utf-8-sig"),
        (CHINESE, "utf-16"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-16-be"),
        ("plain,ascii\n1,2\n", "ascii"),
    ],
)
def test_text_reads_back_whatever_its_encoding(text, encoding):
    data = text.encode(encoding)
    assert data.decode(find_encoding(data).name) == text


def test_a_piece_may_end_within_a_character():
    data = CHINESE.encode()[:20]
    assert find_encoding(data, is_whole=False).name == "utf-8"


def test_a_few_bad_bytes_do_not_make_a_utf8_file_another_encoding():
    data = (CHINESE * 5).encode() + b"\xff\n"
    found = find_encoding(data)
    assert (found.name, found.has_errors) == ("utf-8", True)


def test_a_lone_accent_is_no_chinese():
    data = b"name,city\nJos\xe9,Paris\n" + b"x,y\n" * 50
    assert data.decode(find_encoding(data).name).startswith("name,city\nJosé")


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp1252", ["Société Générale", "José Núñez", "Malmö", "Preis €", "it’s fine", "10 °C", "Ação"]),
        ("cp1250", ["Dvořák", "Příbram", "Škoda", "Ružomberok"]),
        ("cp1250", ["Łódź", "Żabka", "Kraków", "Poznań"]),
        ("cp1251", ["Москва", "Заказ №5", "ООО Ромашка"]),
        ("koi8_r", ["Москва", "Санкт-Петербург", "ООО Ромашка"]),
        ("cp1253", ["Αθήνα", "Θεσσαλονίκη", "Πελάτης"]),
        ("cp1254", ["Çağrı", "Müşteri", "Iğdır"]),
        ("cp1255", ["תל אביב", "לקוח", "ירושלים"]),
        ("cp1256", ["القاهرة", "عميل", "الرياض"]),
        ("cp850", ["Größe", "Köln", "Müller"]),
        ("mac_roman", ["Société", "Crème brûlée", "José", "Ação"]),
        ("gb18030", ["张伟", "李娜", "广州天河店"]),
        ("big5", ["王小明", "高雄市", "訂單編號"]),
        ("cp932", ["東京", "カンパニー", "株式会社"]),
        ("cp949", ["서울", "김철수", "주문번호"]),
    ],
)
def test_a_few_foreign_names_in_an_english_file_are_enough(encoding, names):
    text = "id,name\n" + "".join(f"{i},Bob\n" for i in range(40)) + "".join(f"{i},{n}\n" for i, n in enumerate(names))
    data = text.encode(encoding)
    assert data.decode(find_encoding(data).name) == text
