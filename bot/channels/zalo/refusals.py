"""Owns what each refusal of Zalo means for a message: its class alone decides.

It repeats no error's own text, which can hold the address asked, and so the bot's token.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from bot.wire.channel import Gone, Later, Never, SendError, WindowClosed

# No call of Zalo's has a key of its own: each further try may say the same thing twice.
MOST_FAILURES = 3
"""Tries of a message that may or may not have gone out each time."""
_SOON = 30.0


class Refusal(StrEnum):
    """Why a call failed, as far as it matters for what to do next."""

    TOKEN = "token"  # noqa: S105 - a word
    """The token is no longer good: renew it once, call once more."""
    SETTING = "setting"
    """App, account, package or leave: only a person can mend it; the whole account waits."""
    GONE = "gone"
    """This person has left, blocked us or lost their account."""
    WINDOW = "window"
    """This person has to write first."""
    PAYLOAD = "payload"
    """The message itself can never be sent."""
    RATE = "rate"
    """Too many calls in this minute."""
    QUOTA = "quota"
    """The month or the plan is used up; someone should know."""
    TRANSIENT = "transient"
    """It may or may not have gone out; a few more tries."""
    BROKEN = "broken"
    """Zalo itself fails and says so, for an hour perhaps: tried ever more seldom until it works.

    One that fails after it sent makes a message come again; one lost to all would be worse.
    """
    UNREACHED = "unreached"
    """Nobody was there, so that nothing went out; it is tried until somebody is."""


ALARMING = frozenset({Refusal.TOKEN, Refusal.SETTING, Refusal.QUOTA})
"""What a person has to look after."""

OA = {
    -216: Refusal.TOKEN,
    -220: Refusal.TOKEN,
    -204: Refusal.SETTING,
    -205: Refusal.SETTING,
    -209: Refusal.SETTING,
    -212: Refusal.SETTING,
    -219: Refusal.SETTING,
    -221: Refusal.SETTING,
    -223: Refusal.SETTING,
    -224: Refusal.SETTING,
    -235: Refusal.SETTING,
    -240: Refusal.SETTING,
    -242: Refusal.SETTING,
    -320: Refusal.SETTING,
    -321: Refusal.SETTING,
    -213: Refusal.GONE,
    -217: Refusal.GONE,
    -227: Refusal.GONE,
    -244: Refusal.GONE,
    -218: Refusal.WINDOW,
    -230: Refusal.WINDOW,
    -232: Refusal.WINDOW,
    -100: Refusal.PAYLOAD,
    -201: Refusal.PAYLOAD,
    -210: Refusal.PAYLOAD,
    -233: Refusal.PAYLOAD,
    -234: Refusal.PAYLOAD,
    -248: Refusal.PAYLOAD,
    -249: Refusal.PAYLOAD,
    -403: Refusal.PAYLOAD,
    -32: Refusal.RATE,
    -211: Refusal.QUOTA,
    -200: Refusal.TRANSIENT,
}
"""developers.zalo.me, mã lỗi. -234 (night) holds for promotions and -249 for templates only."""

BOT = {
    400: Refusal.PAYLOAD,
    401: Refusal.SETTING,
    403: Refusal.BROKEN,
    404: Refusal.PAYLOAD,
    408: Refusal.TRANSIENT,
    429: Refusal.QUOTA,
}
"""docs.zaloplatforms.com, BOT, error_code; 403 is "Internal server error" there."""

RESTS = {
    Refusal.UNREACHED: 10.0,
    Refusal.TOKEN: 60.0,
    # -32 counts by the minute.
    Refusal.RATE: 60.0,
    Refusal.SETTING: 600.0,
    Refusal.QUOTA: 3600.0,
}
"""Seconds for which a whole account waits."""

NO_FORM = frozenset({-201, -233})
"""What an account answers to a message of a form that it does not take."""


@dataclass
class Refused(Exception):
    """A call that failed; ``code`` is Zalo's own number, or what kind of failure it was."""

    refusal: Refusal
    code: int | str


Alarm = Callable[[str], None]
"""Told, in a word or two, what only a person can mend."""


def alarming(refused: Refused, alarm: Alarm) -> None:
    """Raise the alarm where a person has to look after it."""
    if refused.refusal in ALARMING:
        alarm(f"{refused.refusal} {refused.code}")


def refused_by_oa(code: int) -> Refused:
    """Class an error of the OpenAPI; an unknown one may pass."""
    return Refused(OA.get(code, Refusal.TRANSIENT), code)


def refused_by_bot(code: int) -> Refused:
    """Class an error of the Bot Platform; an unknown one may pass."""
    return Refused(BOT.get(code, Refusal.TRANSIENT), code)


def meaning(refused: Refused, failures: int = 1) -> SendError:
    """Say what to do next; ``failures`` counts the transient ones of this message, with this."""
    reason = f"{refused.refusal} {refused.code}"
    error: SendError
    match refused.refusal:
        case Refusal.TOKEN | Refusal.RATE | Refusal.SETTING | Refusal.QUOTA | Refusal.UNREACHED:
            error = Later(RESTS[refused.refusal], account_wide=True, reason=reason)
        case Refusal.BROKEN:
            error = Later(_SOON, reason=reason)
        case Refusal.TRANSIENT if failures < MOST_FAILURES:
            error = Later(_SOON, reason=reason)
        case Refusal.TRANSIENT | Refusal.PAYLOAD:
            error = Never(reason)
        case Refusal.GONE:
            error = Gone(reason)
        case Refusal.WINDOW:
            error = WindowClosed(reason)
        case _:
            assert_never(refused.refusal)
    return error
