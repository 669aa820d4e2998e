"""An update that waits on the disk is read back as it came, also by a later release."""

import json
from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.conversation.events import Event, Filed, Medium, Noted, Said, Stumbled, Tapped, Woken
from bot.wire import codec
from bot.wire.codec import KINDS, NotAnUpdate
from bot.wire.messages import Account, Address, Inbound

OURS = {Woken, Stumbled, Filed, Noted}
"""Events that the product makes itself; they come again by themselves."""

moments = some.datetimes(timezones=some.just(UTC))
texts = some.text(some.characters(), max_size=60)  # lone surrogates and all
updates = some.builds(
    Inbound,
    key=texts,
    address=some.builds(Address, some.builds(Account, texts, texts), texts),
    event=some.one_of([some.from_type(kind) for kind in KINDS.values()]),
    ack=some.none() | texts,
    sent_at=some.none() | moments,
    language=some.none() | texts,
    came_at=some.none() | moments,
)


@given(updates)
def test_every_update_is_read_back_as_it_was_written(update: Inbound) -> None:
    assert codec.read(codec.write(update)) == update


def test_every_event_from_outside_can_wait() -> None:
    assert set(KINDS.values()) == set(get_args(Event)) - OURS


@pytest.mark.parametrize("kind", sorted(OURS, key=str))
def test_an_event_of_our_own_never_waits(kind: type) -> None:
    with pytest.raises(KeyError):
        codec.write(Inbound("k", ADDRESS, kind(**OWN.get(kind, {}))))


ADDRESS = Address(Account("zalo_oa", "1"), "p")
OWN = {
    Woken: {"name": "idle"},
    Filed: {"number": "1", "kind": "report"},
    Noted: {"case": 1, "act": "add", "taken": True},
}


def test_the_first_form_is_read_for_ever() -> None:
    """What the first release with a spool wrote, byte by byte."""
    text = (
        '{"v":1,"key":"oa:1:m1","channel":"zalo_oa","account":"1","person":"p","event":{"is":'
        '"tapped","prompt":"level","choice":"5","desk":3,"day":"2026-08-12"},"ack":"m1","sent":'
        '"2026-08-12T05:00:00+00:00","language":"vi","came":"2026-08-12T05:00:01+00:00"}'
    )
    update = Inbound(
        "oa:1:m1",
        ADDRESS,
        Tapped("level", "5", 3, date(2026, 8, 12)),
        "m1",
        datetime(2026, 8, 12, 5, tzinfo=UTC),
        "vi",
        datetime(2026, 8, 12, 5, 0, 1, tzinfo=UTC),
    )
    assert codec.read(text) == update
    assert codec.write(update) == text


def test_what_a_later_release_adds_with_a_default_may_be_absent() -> None:
    """An event that gained a field is read as it was before."""
    record = json.loads(codec.write(Inbound("k", ADDRESS, KINDS["sent"](Medium.PHOTO))))
    del record["event"]["size"]
    assert codec.read(json.dumps(record)).event == KINDS["sent"](Medium.PHOTO)


@pytest.mark.parametrize(
    "change",
    [
        {"v": 2},
        {"event": {"is": "danced"}},
        {"event": {"is": "said"}},
        {"event": {"is": "said", "text": 5}},
        {"event": {"is": "sent", "medium": "hologram"}},
        {"event": {"is": "tapped", "prompt": "p", "choice": "c", "desk": True}},
        {"event": "said"},
        {"person": None},
        {"sent": "yesterday"},
    ],
)
def test_what_cannot_be_read_is_told_apart(change: dict) -> None:
    record = json.loads(codec.write(Inbound("k", ADDRESS, Said("xin chào"))))
    with pytest.raises(NotAnUpdate):
        codec.read(json.dumps(record | change))


@given(some.text() | some.recursive(some.none() | some.integers(), some.lists).map(json.dumps))
def test_no_text_at_all_breaks_the_reader(text: str) -> None:
    with pytest.raises(NotAnUpdate):
        codec.read(text)
