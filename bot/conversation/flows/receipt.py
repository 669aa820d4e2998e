"""The receipt of a case: number, date, what happens next. The number is said once, here."""

from dataclasses import replace

from bot.conversation.events import Filed
from bot.conversation.here import Here, asking_after
from bot.conversation.turn import NUMBER, Say, Turn
from feedback.domain.cases import number as follow_up
from feedback.domain.cases.kinds import CaseKind

_GUIDED = (CaseKind.COMPLAINT, CaseKind.DENUNCIATION)


def given(here: Here, filed: Filed) -> Turn:
    """Give the receipt of a case that was stored."""
    says = [
        _received(here, filed),
        _number(filed),
        *_date(filed),
        *_where(here),
        *asking_after(here),
    ]
    state = replace(here.state, said=(), filed=True) if filed.remark else here.state
    return Turn(state, says=tuple(says))


def _received(here: Here, filed: Filed) -> Say:
    if filed.unrouted:
        return (
            Say("receipt.unrouted", args=(("authority", here.scene.authority),))
            if (here.scene.authority)
            else Say("receipt.unrouted_unknown")
        )
    if filed.remark:
        return Say("receipt.remark")
    return Say(f"receipt.{filed.kind}")


def _number(filed: Filed) -> Say:
    shown = follow_up.written(filed.number) if follow_up.is_valid(filed.number) else filed.number
    return Say(NUMBER, quotes=(("number", shown),))


def _date(filed: Filed) -> tuple[Say, ...]:
    if filed.due is None:
        return ()
    phrase = "receipt.due_provisional" if filed.provisional else "receipt.due"
    return (Say(phrase, dates=(("due", filed.due),)),)


def _where(here: Here) -> tuple[Say, ...]:
    if not here.scene.follow:
        return (Say("receipt.here"),)
    return (Say("receipt.follow", args=(("page", here.scene.follow),)),)
