"""Names found by sound and by letters: the spellings are those of a Chinese keyboard, the order that of a reader."""

import pytest
from kpidesk.core.name_search import name_hit
from kpidesk.core.pinyin import sounding_places, sounds
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.schema.loader import load_schema
from kpidesk.workspace.ready_boards import ready_boards


@pytest.mark.parametrize(
    ("typed", "name", "places"),
    [
        ("khlsl", "客户流失率", (0, 1, 2, 3, 4)),
        ("lsl", "客户流失率", (2, 3, 4)),
        ("lsl", "客戶流失率", (2, 3, 4)),
        ("kehu", "客户流失率", (0, 1)),
        ("ke hu liu shi lv", "客户流失率", (0, 1, 2, 3, 4)),
        ("liushilü", "客户流失率", (2, 3, 4)),
        ("kehuls", "客户流失率", (0, 1, 2, 3)),
        ("kehuliu", "客户流失率", (0, 1, 2)),
        ("xzmrr", "新增 MRR", (0, 1, 3, 4, 5)),
        ("shshj", "首响时间", None),
        ("zhsr", "总收入", None),
        ("shour", "总收入", (1, 2)),
        ("k", "客户流失率", None),
        ("mrr", "MRR", None),
    ],
)
def test_pinyin_spells_characters(typed, name, places):
    assert sounding_places(name, typed) == places


def test_every_character_of_a_name_that_is_searched_has_a_sound():
    names = [label for each in load_catalogue().definitions.values() for label in each.labels.values()]
    names += [label for board in ready_boards().values() for label in board.labels.values()]
    names += [label for table in load_schema().tables.values() for label in table.labels.values()]
    signs = {sign for name in names for sign in name if "㐀" <= sign <= "鿿"}
    assert signs
    missing = "".join(sorted(signs - sounds().keys()))
    assert not missing, f"{missing}: run packaging/i18n/pinyin_table.py"


def found(typed, language="en"):
    """The KPIs that a search lists, the best first, as the palette ranks them."""
    hits = {}
    for name, each in load_catalogue().definitions.items():
        hit = name_hit(typed, each.label(language), each.names)
        if hit is not None:
            hits[name] = hit.rank
    return sorted(hits, key=hits.__getitem__)


@pytest.mark.parametrize("language", ["en", "zh_Hans", "zh_Hant"])
def test_an_abbreviation_comes_first_in_every_language(language):
    for name in ("ltv", "mrr", "cac", "nps", "arr"):
        assert found(name, language)[0] == name


@pytest.mark.parametrize("language", ["en", "zh_Hans", "zh_Hant"])
def test_initials_find_a_rate_in_every_language(language):
    assert found("khlsl", language)[0] == "customer_churn_rate"
    assert "customer_churn_rate" in found("lsl", language)[:4]


@pytest.mark.parametrize("typed", ["monthly recurring", "经常性收入", "經常性收入", "yjcxsr"])
def test_what_an_abbreviation_stands_for_finds_it(typed):
    assert "mrr" in found(typed)[:4]


def test_a_whole_word_comes_before_what_only_holds_the_letters():
    order = found("churn")
    assert order.index("customer_churn_rate") < 12
    names = ("Purchases", "Customer churn", "Cash urn", "Churned MRR", "Prechurned")
    hits = {name: hit.rank for name in names if (hit := name_hit("churn", name)) is not None}
    assert sorted(hits, key=hits.__getitem__) == ["Customer churn", "Churned MRR", "Prechurned", "Cash urn"]


def test_words_are_found_in_any_order_and_nonsense_is_not():
    assert name_hit("response first", "First response time") is not None
    assert name_hit("lsl", "E-mails delivered") is None
    assert name_hit("zzqx", "Customer churn") is None


def test_letters_are_marked_in_the_name_also_where_another_name_answers_better():
    hit = name_hit("churn", "Share churned", ("churn", "attrition"))
    assert hit.places == (6, 7, 8, 9, 10)
    assert hit.rank == name_hit("churn", "Attrition", ("churn",)).rank
