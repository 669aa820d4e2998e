"""Whatever a terminal sends, it becomes keys and pastes: never a failure, never keys of a paste."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste
from textual.message import Message

from admin_tui.inflow import MOST_PASTED, Inflow

_BEGIN, _END = b"\x1b[200~", b"\x1b[201~"
# Beginnings of sequences, a window of no size, a key beyond Unicode, half a surrogate (55296).
_TYPED = (
    b"\x1b \x1b[ \x1b[20 \x1b[<0;1;1M \x1b[48;0;0;0;0t \xff \x1b[99999999999;1u \x1b[55296;1u 1"
)
# OSC 52 is how a program asks a terminal for the clipboard.
_PIECES = st.sampled_from([_BEGIN, _END, b"\x1b]52;c;aQ==\x07", *_TYPED.split(b" ")])
_STREAMS = st.lists(st.one_of(_PIECES, st.binary(max_size=40)), max_size=30).map(b"".join)


def pastes(messages: Iterable[Message]) -> list[str]:
    return [one.text for one in messages if isinstance(one, Paste)]


def keys(messages: Iterable[Message]) -> list[str]:
    return [one.key for one in messages if isinstance(one, Key)]


def fed(data: bytes, cuts: Iterable[int] = ()) -> list[Message]:
    """Feed bytes in pieces."""
    inflow, places = Inflow(), [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    return [one for a, b in pairwise(places) for one in inflow.feed(data[a:b])]


@given(_STREAMS)
def test_nothing_that_comes_makes_it_fail(data: bytes) -> None:
    inflow = Inflow()
    for part in (data, b"\x1b[201~", b"\x1b[201~"):
        list(inflow.feed(part))
    assert pastes(inflow.feed(_BEGIN + b"xin" + _END)) == ["xin"]


@given(st.text(max_size=60), st.lists(st.integers(0, 10_000), max_size=6))
def test_a_paste_is_one_paste_however_it_arrives(text: str, cuts: list[int]) -> None:
    """In whatever pieces, and with whatever in it but its own end."""
    inside = text.replace("\x1b", "").encode("utf-8", "replace")
    came = fed(_BEGIN + inside + _END + b"a", cuts)
    assert len(pastes(came)) == 1
    assert keys(came) == ["a"]


@given(st.text(alphabet="\x00\x07\x1b[]1;mu~PR\x9b\r\n\tab", max_size=80))
def test_what_is_pasted_is_never_a_key_nor_acts_on_a_terminal(text: str) -> None:
    if _END.decode() in text:
        return
    came = fed(_BEGIN + text.encode() + _END)
    assert keys(came) == []
    [pasted] = pastes(came)
    assert all(character >= " " or character in "\n\t" for character in pasted)
    assert "\x9b" not in pasted


def test_a_paste_is_cut_where_it_is_too_long_and_what_follows_is_no_key() -> None:
    came = fed(_BEGIN + b"1" * (MOST_PASTED * 3) + _END + b"x", range(0, MOST_PASTED * 3, 1024))
    [pasted] = pastes(came)
    assert len(pasted) == MOST_PASTED
    assert keys(came) == ["x"]


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        (b"\x1bOP", "f1"),
        (b"\x1b[20~", "f9"),
        (b"\x1b[A", "up"),
        (b"\x11", "ctrl+q"),
        (b"\r", "enter"),
    ],
)
def test_keys_that_begin_like_a_mark_are_keys(sent: bytes, key: str) -> None:
    """However they are cut: F9 and the mark of a paste begin alike."""
    for cut in range(len(sent) + 1):
        assert keys(fed(sent, [cut])) == [key]


@pytest.mark.parametrize(
    "wrong", [b"\x1b[99999999999;1u", b"\x1b[48;0;0;0;0t\x1b[<0;5;5M", b"\xff"]
)
def test_what_follows_a_wrong_sequence_is_still_a_key(wrong: bytes) -> None:
    assert keys(fed(wrong + b"\x1b[21~"))[-1] == "f10"


def test_a_lone_escape_is_a_key_when_nothing_follows() -> None:
    inflow, came = Inflow(), []
    assert keys(inflow.feed(b"\x1b")) == []
    while not came:
        came += keys(inflow.tick())
    assert came == ["escape"]
