"""The data behind a button comes back as what was put there, within what messengers carry."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.events import Tapped
from bot.wire.buttons import NotAButton, decode, encode

NAMES = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", max_size=20)
TAPS = st.builds(
    Tapped,
    prompt=NAMES,
    choice=NAMES.filter(lambda name: len(name) <= 8),
    desk=st.none() | st.integers(1, 2**31 - 1),
    day=st.none() | st.dates(date(2025, 1, 1), date(2099, 12, 31)),
)


@given(tap=TAPS)
def test_a_press_is_what_the_button_was(tap: Tapped) -> None:
    data = encode(tap)
    assert len(data.encode()) <= 64
    assert decode(data) == tap


def test_data_that_would_not_fit_is_refused_when_made() -> None:
    with pytest.raises(ValueError, match="fit"):
        encode(Tapped("q-" + "x" * 60, "5"))


@pytest.mark.parametrize(
    "data",
    ["", "1", "2.level.5..", "1.level.5.", "1.level.5.ő.", "1.level.5..zzzzzzzzzz", "1.a.b.c.d.e"],
)
def test_data_of_another_making_is_no_button(data: str) -> None:
    with pytest.raises(NotAButton):
        decode(data)


@given(data=st.text(max_size=80))
def test_reading_data_raises_nothing_else(data: str) -> None:
    with contextlib.suppress(NotAButton):
        assert isinstance(decode(data), Tapped)
