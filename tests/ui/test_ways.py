"""How the monkey finds its way: by what brought a thing into sight, and by other lines of lists where that fails."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPushButton
from tests.ui.in_sight import Thing
from tests.ui.ways import Memory, Step

OPENER, LISTED, TILE = "/Button.0", "ChoicePopover@/Button.0/QListView.0", "/Card.3"


def look(memory, *places):
    """These are in sight now, on one page."""
    kinds = {LISTED: QListView}
    memory.note([Thing(place, kinds.get(place, QPushButton)()) for place in places], "dashboard")


def a_board_met_once(memory):
    """A list of boards was opened and one was chosen that has a card, which no other board has."""
    look(memory, OPENER)
    memory.did(Step("page", "dashboard"))
    look(memory, OPENER)
    memory.did(Step("press", OPENER, (0.5, 0.5)))
    look(memory, OPENER, LISTED)
    memory.did(Step("press", LISTED, (0.5, 0.7)))
    look(memory, OPENER, TILE)
    memory.reached.update({OPENER, LISTED})


def test_the_way_back_is_by_what_brought_it_into_sight(qapp):
    memory = Memory()
    a_board_met_once(memory)
    assert [(step.kind, step.what) for step in memory.plan(random.Random(1))][-1] == ("press", TILE)
    assert [step.what for step in memory._chain(TILE)] == ["dashboard", OPENER, LISTED, TILE]
    assert memory._chain(TILE)[2].at == (0.5, 0.7)


def test_other_lines_of_a_list_are_all_tried_in_turn(qapp):
    memory, chance, lines = Memory(), random.Random(1), set()
    a_board_met_once(memory)
    for _ in range(16):
        ((page, opener, line, tile),) = memory._by_another_choice(TILE, chance)
        assert [step.what for step in (page, opener, line, tile)] == ["dashboard", OPENER, LISTED, TILE]
        memory.did(line)
        lines.add(int(line.at[1] * 10))
    assert lines == set(range(10))


def test_a_page_that_is_shown_already_is_not_gone_to_for_what_it_does_not_show(qapp):
    memory, chance = Memory(), random.Random(1)
    a_board_met_once(memory)
    look(memory, OPENER)
    planned = {tuple(step.what for step in memory.plan(chance)) for _ in range(20)}
    assert ("dashboard", TILE) not in planned
    memory.note([], "report")
    assert [step.what for step in memory.plan(chance)] == ["dashboard", TILE]


def test_what_a_key_brought_is_brought_by_that_key_on_its_page(qapp):
    memory, find = Memory(), Step("key", "ControlModifier Key_F")
    memory.did(Step("page", "dashboard"))
    look(memory, OPENER)
    memory.did(Step("press", OPENER))
    look(memory, OPENER)
    memory.did(find)
    look(memory, OPENER, LISTED)
    assert memory._chain(LISTED) == [Step("page", "dashboard"), find, Step("press", LISTED)]


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_a_key_is_known_again_by_the_name_that_is_kept(modifier):
    named, key = f"{modifier.name} {Qt.Key.Key_F.name}".split()
    assert (Qt.KeyboardModifier[named], Qt.Key[key]) == (modifier, Qt.Key.Key_F)
