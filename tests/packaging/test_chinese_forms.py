"""Simplified texts hold no Traditional characters or Taiwanese words, and the other way round.

What belongs to which form is known from the two standards of old: GB 2312 lists the characters of the mainland, Big5
those of Taiwan. A character that only the other standard has is in the wrong form; where both have it, words tell.
"""

import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
STANDARD = {"zh_Hans": "gb2312", "zh_Hant": "big5"}
LANGUAGE_NAMES = {"简体中文", "繁體中文"}  # each is written in its own form in every language
FOREIGN = {
    "zh_Hans": """
        档案 汇入 汇出 储存 复原 预设 使用者 萤幕 软体 程式 栏位 滑鼠 网路 讯息 杂讯 最佳化 通路 行销 转换率 透过
        工作阶段 「 」
    """,
    "zh_Hant": """
        數據 文件 默認 保存 撤銷 導入 導出 信息 用戶 質量 設置 打印 屏幕 程序 網絡 軟件 硬件 搜索 激活 營銷 響應
        菜單 窗口 粘貼 添加 渠道 噪聲 線索 注冊 注册 恢複 推荐 系數 日歷 周期 每周 上周 聯系 關系 注明 單元格
        工作簿 電子表格 幻燈片 儀表盤 創建 打開 轉化 增長 訪問 發票 視圖 退出 您 占用 “ ”
    """,
}

OTHER_WORDS = {
    "zh_Hans": "看板 仪表板 分组 区隔 客群 首次回复 首次回应",
    "zh_Hant": "看板 分組 區隔 客群 細分 首次回應",
}
"""What would be a second word for a thing that has one: dashboard 仪表盘, 儀表板; segment 细分, 分群; first response
首次响应, 首次回覆."""


def test_the_standards_tell_the_forms_apart() -> None:
    assert wrong_characters("zh_Hans", "数据设置") == set()
    assert wrong_characters("zh_Hans", "資料") == {"資"}
    assert wrong_characters("zh_Hant", "資料設定") == set()
    assert wrong_characters("zh_Hant", "设置") == {"设"}


@pytest.mark.parametrize("form", sorted(STANDARD))
def test_characters_belong_to_the_form(form: str) -> None:
    wrong = {where: found for where, text in texts(form) if (found := wrong_characters(form, text))}
    assert not wrong


@pytest.mark.parametrize("form", sorted(STANDARD))
def test_words_belong_to_the_form(form: str) -> None:
    said = [(where, word) for where, text in texts(form) for word in FOREIGN[form].split() if word in text]
    assert not said


@pytest.mark.parametrize("form", sorted(STANDARD))
def test_a_thing_has_one_word(form: str) -> None:
    said = [(where, word) for where, text in texts(form) for word in OTHER_WORDS[form].split() if word in text]
    assert not said


@pytest.mark.parametrize("form", sorted(STANDARD))
def test_punctuation_is_full_width(form: str) -> None:
    """No comma, colon, semicolon, question mark or bracket of the Latin kind after a Chinese character."""
    marks = ",;:?!"
    said = [where for where, text in texts(form) if any(is_chinese(a) and b in marks for a, b in pairwise(text))]
    assert not said


def texts(form: str) -> Iterator[tuple[str, str]]:
    """Every text in that form, with the place where it stands."""
    for message in ET.parse(RESOURCES / "i18n" / f"kpidesk_{form}.ts").getroot().iter("message"):
        text = message.findtext("translation") or ""
        if text not in LANGUAGE_NAMES:
            yield message.findtext("source") or "", text
    for path in sorted(RESOURCES.rglob("*.toml")):
        yield from declared(tomllib.loads(path.read_text(encoding="utf-8")), form, path.name)


def declared(node: object, form: str, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        if isinstance(node.get("en"), str) and isinstance(node.get(form), str):
            yield where, node[form]
        for name, child in node.items():
            yield from declared(child, form, f"{where}.{name}")
    elif isinstance(node, list):
        for child in node:
            yield from declared(child, form, where)


def wrong_characters(form: str, text: str) -> set[str]:
    return {character for character in text if is_chinese(character) and not is_listed(character, STANDARD[form])}


def is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def is_listed(character: str, standard: str) -> bool:
    try:
        character.encode(standard)
    except UnicodeEncodeError:
        return False
    return True
