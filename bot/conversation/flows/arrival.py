"""A code came in: where it leads, and what the citizen hears about it. It records no rating."""

from dataclasses import replace

from bot.conversation import desk_list
from bot.conversation.events import Tapped
from bot.conversation.here import Here, then, told
from bot.conversation.keeping import release
from bot.conversation.prompts import level_named, place
from bot.conversation.scene import Arrival, Desk, Landing, Rated
from bot.conversation.table import Cue, move
from bot.conversation.turn import Say, Turn
from bot.conversation.visit import begun, gone_astray, reopened, standing

# Zalo has no link that brings a code: who mistypes one twice is better off with a list.
_TRIES_BEFORE_LIST = 2
_TRIES_BEFORE_OTHER_ADVICE = 3


def arrive(here: Here, arrival: Arrival) -> Turn:
    """Greet at the desk that a code leads to, or say kindly why it leads nowhere."""
    desk = arrival.desk
    if arrival.landing in (Landing.MOVED, Landing.REVOKED):
        return _elsewhere(here, desk, f"arrive.{arrival.landing.value}", arrival.formerly)
    if arrival.landing is Landing.CONTINUED and here.scene.rated:
        return _continued(here, desk, here.scene.rated)
    if arrival.landing is Landing.PICKED and desk:
        return _at(here, desk, Say("arrive.welcomed"))
    if arrival.landing in (Landing.HERE, Landing.CONTINUED) and desk:
        return _at(here, desk, _greeting(here))
    forged = arrival.landing is Landing.FORGED
    return lost(here, "arrive.forged" if forged else "arrive.unknown")


def listed(here: Here, tap: Tapped) -> Turn:
    """Take a press under the list of desks: another page of it, or a desk of now."""
    if tap.choice == desk_list.MORE and here.scene.desks:
        state = move(here.state, Cue.OTHER)
        return told(replace(state, page=desk_list.turned(state, here.scene.desks)), "desks.page")
    where = here.scene.arrival
    if tap.prompt == desk_list.PROMPT and where is not None and where.landing is Landing.PICKED:
        return arrive(here, where)
    return told(move(here.state, Cue.OTHER), "stale")


def lost(here: Here, phrase: str = "arrive.unknown") -> Turn:
    """Say that a code leads nowhere, and what never to give to anyone who asks."""
    if blocked(here):
        return resting(here)
    state = gone_astray(replace(here.state, tries=here.state.tries + 1))
    if here.scene.zalo:
        state = replace(state, pace=state.pace.missing(here.at))
        # The miss that reaches the limit is itself the last that is tried.
        if blocked(replace(here, state=state)):
            return resting(replace(here, state=state))
    # A strange code may be a sticker over the poster, of somebody who is after money.
    says = [Say(phrase), Say("arrive.beware")]
    if here.scene.desks and state.tries >= _TRIES_BEFORE_LIST:
        says.append(Say("arrive.list"))
        state = replace(state, page=1)
    elif state.tries >= _TRIES_BEFORE_OTHER_ADVICE:
        says.append(Say("arrive.tries"))
    return Turn(state, says=tuple(says))


def blocked(here: Here) -> bool:
    """Say whether this person tried so many wrong codes that none is tried for a while."""
    return here.scene.zalo and here.state.pace.blocked(here.at)


def resting(here: Here) -> Turn:
    """Say that codes are not tried for now, and what can be done meanwhile."""
    return told(move(replace(here.state, page=1), Cue.OTHER), "arrive.rest")


def _at(here: Here, desk: Desk, *says: Say) -> Turn:
    rated = here.rated(desk.id, here.today)
    if here.state.desk == desk.id and here.state.day == here.today:
        state = reopened(here.state)
    else:
        state = standing(here.state, rated, here.scene) if rated else begun(here.state, desk.id)
    if state.day is not None:
        says = (*says, Say("arrive.again", args=place(desk), named=level_named(state.level)))
    turn = Turn(state, says=(*says, *_sample(desk)))
    return then(turn, release(state))


def _elsewhere(here: Here, desk: Desk | None, phrase: str, formerly: str | None) -> Turn:
    if desk is None:
        return Turn(gone_astray(here.state), says=(Say(f"{phrase}_away"),))
    if formerly:
        args = (*place(desk), ("formerly", formerly))
        return _at(here, desk, _greeting(here), Say(f"{phrase}_from", args=args))
    return _at(here, desk, _greeting(here), Say(phrase, args=place(desk)))


def _greeting(here: Here) -> Say:
    return Say("arrive.welcomed" if here.welcomed else "arrive.here")


def _continued(here: Here, desk: Desk | None, rated: Rated) -> Turn:
    state = standing(here.state, rated, here.scene)
    named = level_named(rated.level)
    if desk and desk.id == rated.desk:
        echo = Say("arrive.continued", args=place(desk), named=named, day=rated.day)
    else:
        echo = Say("arrive.continued_unnamed", named=named, day=rated.day)
    says = (echo, *(_sample(desk) if desk else ()))
    freed = then(Turn(state, says=says), release(state))
    return replace(freed, state=move(freed.state, Cue.CARRY_ON))


def _sample(desk: Desk) -> tuple[Say, ...]:
    return (Say("arrive.sample"),) if desk.sample else ()
