import json

import pytest
from documents import a_dataset, a_workspace, workspaces
from hypothesis import given
from kpidesk.core.errors import UserError
from kpidesk.core.messages import Message, Template
from kpidesk.workspace.codec import CodecError, from_plain, settled, to_plain
from kpidesk.workspace.document import Dataset, ViewQuery, Workspace
from kpidesk.workspace.migrations import migrated


def test_a_full_document_survives_json():
    document = a_workspace(a_dataset())
    assert from_plain(Workspace, json.loads(json.dumps(to_plain(document), allow_nan=False))) == document


@given(workspaces)
def test_any_document_survives_json(document):
    assert from_plain(Workspace, json.loads(json.dumps(to_plain(document), allow_nan=False))) == document


def test_fields_of_another_version_are_left_out_and_missing_ones_take_their_default():
    assert from_plain(ViewQuery, {"grain": "week", "hologram": 3}) == ViewQuery(grain=ViewQuery().grain.WEEK)


@pytest.mark.parametrize(
    "plain",
    [
        [],
        None,
        {"name": 3},
        {"query": {"grain": "fortnight"}},
        {"query": {"first": "soon"}},
        {"annotations": [3]},
        {"scenarios": {"s": {"id": "s"}}},
        {"rules": {"active_window_days": "90"}},
        {"rules": {"active_window_days": True}},
        {"rules": {"rates": {"USD": "many"}}},
        {"rules": {"as_of": "31.12.2024"}},
    ],
)
def test_a_value_of_another_type_is_refused_with_its_place(plain):
    with pytest.raises(CodecError, match="workspace"):
        from_plain(Workspace, plain)


def test_a_dataset_without_an_id_is_refused():
    with pytest.raises(CodecError, match=r"workspace\.id"):
        from_plain(Dataset, {"name": "x"})


def test_messages_settle_to_texts_and_numbers():
    inner = Message(Template("a", "{n} of {path}"), n=3, path=__import__("pathlib").Path("/x"))
    message = Message(Template("b", "Look: {inner}"), inner=inner)
    assert str(settled(message)) == str(message)
    assert from_plain(Message, to_plain(settled(message))) == settled(message)


def test_steps_are_applied_in_order_and_to_a_copy():
    old = {"a": [1]}
    steps = {1: lambda d: {**d, "b": d["a"]}, 2: lambda d: {"c": d["b"] + [2]}}
    assert migrated(old, 1, steps, to=3) == {"c": [1, 2]}
    assert old == {"a": [1]}


def test_a_newer_format_is_refused():
    with pytest.raises(UserError, match="newer version"):
        migrated({}, 2, {}, to=1)
