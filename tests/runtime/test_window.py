"""The ladder of a letter: every age, purpose and purse leads to exactly one way, never a dear one."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.events import (
    Edited,
    HumanReplied,
    Left,
    Medium,
    Met,
    Opened,
    Said,
    Sent,
    Shared,
    Stumbled,
    Tapped,
    Withdrew,
    Woken,
)
from bot.runtime import window
from bot.runtime.window import Hold, Purse, Send, Template, Wait, Why, decide, shut
from bot.wire.messages import Account, Address, Inbound, Purpose

ZALO = window.WINDOWS["zalo_oa"]
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
RICH = Purse(0, 200, DAY)
SPENT = Purse(200, 200, 6 * HOUR)
NOW = datetime(2026, 8, 12, 5, 0, tzinfo=UTC)
DEAR = (Purpose.CHAT, Purpose.NEWS, Purpose.REMINDER)
WORTH = (Purpose.ANSWER, Purpose.NOTICE, Purpose.RECEIPT)

ages = st.none() | st.timedeltas(-HOUR, 10 * DAY)
purses = st.builds(
    Purse, st.integers(0, 300), st.integers(0, 300), st.timedeltas(timedelta(seconds=1), DAY)
)


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("age", [timedelta(0), 47 * HOUR, 48 * HOUR])
@pytest.mark.parametrize("purse", [RICH, SPENT, Purse(0, 0, DAY)])
def test_within_two_days_everything_is_free(purpose, age, purse) -> None:
    assert decide(ZALO, age, purpose, purse, has_template=True) == Send(0)


@pytest.mark.parametrize("age", [49 * HOUR, 7 * DAY])
@pytest.mark.parametrize("template", [False, True])
@pytest.mark.parametrize("purpose", Purpose)
def test_after_two_days_only_what_is_worth_money_goes(purpose, age, template) -> None:
    way = decide(ZALO, age, purpose, RICH, has_template=template)
    assert way == (Send(1) if purpose in WORTH else Wait(Why.DEAR))


@pytest.mark.parametrize("age", [7 * DAY + timedelta(seconds=1), 8 * DAY, 400 * DAY, None])
@pytest.mark.parametrize("purse", [RICH, SPENT])
@pytest.mark.parametrize("purpose", Purpose)
def test_after_seven_days_nothing_is_sent_but_a_template(purpose, age, purse) -> None:
    assert decide(ZALO, age, purpose, purse, has_template=False) == Wait(Why.CLOSED)
    announced = purpose in (Purpose.ANSWER, Purpose.NOTICE)
    wanted = Template() if announced else Wait(Why.CLOSED)
    assert decide(ZALO, age, purpose, purse, has_template=True) == wanted


@pytest.mark.parametrize(
    ("billed", "cap", "parts", "goes"),
    [(199, 200, 1, True), (200, 200, 1, False), (198, 200, 3, False), (0, 0, 1, False)],
)
def test_no_letter_goes_over_the_cap(billed, cap, parts, goes) -> None:
    """A long answer costs as many messages as it takes."""
    purse = Purse(billed, cap, DAY)
    way = decide(ZALO, 3 * DAY, Purpose.ANSWER, purse, has_template=False, parts=parts)
    assert (way == Send(parts)) is goes


def test_a_spent_day_leaves_a_template_or_tomorrow() -> None:
    spent = {"window": ZALO, "age": 3 * DAY, "purpose": Purpose.ANSWER, "purse": SPENT}
    assert decide(**spent, has_template=True) == Template()
    assert decide(**spent, has_template=False) == Hold()
    closing = spent | {"age": 7 * DAY - 5 * HOUR}
    assert decide(**closing, has_template=False) == Wait(Why.SPENT)
    never = spent | {"purse": Purse(0, 0, HOUR)}
    assert decide(**never, has_template=False) == Wait(Why.SPENT)


@given(ages, st.sampled_from(Purpose), purses, st.booleans(), st.integers(1, 9))
def test_money_is_never_spent_where_it_must_not_be(age, purpose, purse, template, parts) -> None:
    """Whatever comes, the way out keeps the window, the cap and the purpose."""
    way = decide(ZALO, age, purpose, purse, has_template=template, parts=parts)
    if isinstance(way, Send):
        assert age is not None
        assert age <= (ZALO.open if way.paid else ZALO.free)
        assert way.paid in (0, parts)
        assert purse.billed + way.paid <= purse.cap or not way.paid
        assert purpose in WORTH or not way.paid
    if isinstance(way, Template):
        assert template
        assert purpose in (Purpose.ANSWER, Purpose.NOTICE)
    if isinstance(way, Hold):
        assert age + purse.tomorrow < ZALO.open
        assert decide(
            ZALO,
            age + purse.tomorrow,
            purpose,
            Purse(0, purse.cap, DAY),
            has_template=template,
            parts=parts,
        ) == Send(parts)


@given(ages, st.sampled_from(Purpose), st.booleans())
def test_a_refusal_of_the_messenger_goes_on_below(age, purpose, template) -> None:
    way = shut(purpose, has_template=template)
    assert way == decide(ZALO, None, purpose, RICH, has_template=template)


def came(event, at=NOW, channel="zalo_oa") -> Inbound:
    return Inbound("k", Address(Account(channel, "1"), "u"), event, sent_at=at)


@pytest.mark.parametrize(
    "event",
    [
        Opened(None),
        Said("5"),
        Tapped("level", "5"),
        Edited("x"),
        Sent(Medium.PHOTO),
        Met("follow"),
        Shared("Lan", ""),
        Stumbled(),
    ],
)
def test_what_a_citizen_does_opens_the_window_at_its_own_time(event) -> None:
    assert window.heard(came(event, NOW - 3 * DAY), None, NOW) == NOW - 3 * DAY
    assert window.heard(came(event, NOW + HOUR), None, NOW) == NOW
    assert window.heard(came(event, NOW - 3 * DAY), NOW - HOUR, NOW) == NOW - HOUR
    assert window.heard(came(event), None, NOW) == NOW


@pytest.mark.parametrize("event", [Left(), HumanReplied(), Withdrew(), Woken("held")])
def test_what_is_no_act_of_theirs_opens_nothing(event) -> None:
    assert window.heard(came(event), None, NOW) is None
    assert window.heard(came(event), NOW - DAY, NOW) == NOW - DAY


def test_an_apology_for_a_timer_is_no_act() -> None:
    assert window.heard(came(Stumbled(), None), None, NOW) is None


@pytest.mark.parametrize("channel", ["telegram", "zalo_bot", "console"])
def test_channels_without_windows_remember_no_time(channel) -> None:
    assert window.heard(came(Said("5"), channel=channel), None, NOW) is None
