"""Every error that Zalo names has its class, and the class alone says what comes next."""

import pytest

from bot.channels.zalo.refusals import (
    ALARMING,
    BOT,
    MOST_FAILURES,
    OA,
    RESTS,
    Refusal,
    Refused,
    meaning,
    refused_by_bot,
    refused_by_oa,
)
from bot.wire.channel import Gone, Later, Never, SendError, WindowClosed
from bot.wire.messages import Address, Outbound
from tests.standins.zalo import Phone
from tests.standins.zalo.refused import WORDS
from tests.zalo.conftest import Bot, Office

MEANS: dict[Refusal, SendError] = {
    Refusal.TOKEN: Later(60, account_wide=True),
    Refusal.SETTING: Later(600, account_wide=True),
    Refusal.GONE: Gone(),
    Refusal.WINDOW: WindowClosed(),
    Refusal.PAYLOAD: Never(""),
    Refusal.RATE: Later(60, account_wide=True),
    Refusal.QUOTA: Later(3600, account_wide=True),
    Refusal.TRANSIENT: Later(30),
    Refusal.BROKEN: Later(30),
    Refusal.UNREACHED: Later(10, account_wide=True),
}
PAPER = {
    Refusal.TOKEN: {-216, -220},
    Refusal.SETTING: {
        *(-204, -205, -209, -212, -219, -221, -223, -224, -235, -240, -242, -320, -321)
    },
    Refusal.GONE: {-213, -217, -227, -244},
    Refusal.WINDOW: {-218, -230, -232},
    Refusal.PAYLOAD: {-100, -201, -210, -233, -234, -248, -249, -403},
    Refusal.RATE: {-32},
    Refusal.QUOTA: {-211},
    Refusal.TRANSIENT: {-200},
}


def same(error: SendError, expected: SendError) -> bool:
    """Compare what is to be done, not why."""
    if isinstance(error, Later) and isinstance(expected, Later):
        return (error.seconds, error.account_wide) == (expected.seconds, expected.account_wide)
    return type(error) is type(expected)


@pytest.mark.parametrize("refusal", list(Refusal))
def test_every_class_means_one_thing_to_do(refusal: Refusal) -> None:
    assert same(meaning(Refused(refusal, 0)), MEANS[refusal])


def test_every_number_has_the_class_that_zalo_gives_it() -> None:
    """And no number has two."""
    by_class = {
        refusal: {code for code, given in OA.items() if given is refusal} for refusal in PAPER
    }
    assert by_class == PAPER
    assert set(WORDS) <= set(OA)


def test_a_wait_of_the_whole_account_is_a_class_with_a_rest() -> None:
    waiting = {one for one, error in MEANS.items() if isinstance(error, Later)}
    assert set(RESTS) == waiting - {Refusal.TRANSIENT, Refusal.BROKEN}
    assert set(RESTS) >= ALARMING


def test_what_may_have_gone_out_is_tried_a_few_times_only() -> None:
    refused = refused_by_oa(-200)
    errors = [meaning(refused, tries) for tries in range(1, MOST_FAILURES + 1)]
    assert [type(error) for error in errors] == [Later, Later, Never]


@pytest.mark.parametrize("code", [-1, -999, 7, 10**30])
def test_an_unknown_number_may_pass(code: int) -> None:
    assert refused_by_oa(code).refusal is Refusal.TRANSIENT
    assert refused_by_bot(code).refusal is Refusal.TRANSIENT


@pytest.mark.parametrize("code", sorted(OA))
async def test_each_refusal_of_the_account_arrives_as_its_class(
    office: Office, lan: Phone, code: int
) -> None:
    """Over the wire, as HTTP 200 with a number; alarms ring for people's work alone."""
    office.oa.faults.inject_error("message/cs", code, times=2)
    with pytest.raises(SendError) as caught:
        await office.channel.send(Outbound(1, Address(office.account, lan.id), "Xin chào"))
    assert same(caught.value, MEANS[OA[code]])
    assert bool(office.alarms) == (OA[code] in ALARMING)
    assert lan.said == []


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("code", sorted(BOT))
async def test_each_refusal_of_the_bot_platform_arrives_as_its_class(
    door: Bot, code: int, mirrored: bool
) -> None:
    """With its number as HTTP status, or with HTTP 200."""
    phone = door.server.phone()
    await phone.say("Xin chào")
    door.server.mirrors_status = mirrored
    door.server.faults.inject_error("sendMessage", code)
    with pytest.raises(SendError) as caught:
        await door.channel.send(Outbound(1, Address(door.channel.account, phone.id), "Chào"))
    assert same(caught.value, MEANS[BOT[code]])
    assert bool(door.alarms) == (BOT[code] in ALARMING)
