"""Takes a batch of what happened through the conversation, all in one transaction.

The order of acts: claim, lock, gather, step, record, save, post. It sends nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.conversation import codec, visit
from bot.conversation.events import Left
from bot.conversation.state import HOLDING, State
from bot.conversation.state import Stage as Stands
from bot.conversation.turn import Fact
from bot.runtime import window
from bot.runtime.letters import letters
from bot.runtime.rules import Rules
from bot.runtime.stage import Stage, gather
from bot.runtime.turning import Turning
from bot.store import conversations, inbox, outbox, timers
from bot.wire.messages import Address, Inbound
from feedback.domain.ids import Person
from feedback.services.cases import notices
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Received:
    """What a batch came to."""

    fresh: int
    repeats: int
    facts: tuple[Fact, ...]
    letters: int


@dataclass(slots=True)
class _Talk:
    """One person's conversation while a batch is taken."""

    address: Address
    state: State
    saved: str
    private: bool
    met_until: datetime | None
    heard_at: datetime | None
    left: bool = False


@dataclass(slots=True)
class _Outcome:
    """What the steps of a batch decided, to be written at its end."""

    facts: list[Fact] = field(default_factory=list)
    post: list[outbox.Written] = field(default_factory=list)
    wakes: list[timers.Timer] = field(default_factory=list)
    back: list[Person] = field(default_factory=list)
    """Who can be written to again, and free of charge."""


def receive(work: Work, rules: Rules, batch: Sequence[Inbound]) -> Received:
    """Handle a batch once: what was claimed before is skipped, the rest steps in its order."""
    # First of all: two processes with the same update meet here, and a repeat costs nothing more.
    claimed = inbox.claim(work, [inbound.key for inbound in batch])
    fresh = _first_of_each(batch, claimed)
    if not fresh:
        return Received(0, len(batch), (), 0)
    people = _people(work, fresh)
    talks = _talks(work, fresh, people)
    # Only once they are locked: until then another process may still post to them.
    outbox.follow(work, talks.keys())
    states = {person: talk.state for person, talk in talks.items()}
    stage = gather(work, rules, fresh, people, states)
    outcome = _Outcome()
    for inbound in fresh:
        person = people[inbound.key]
        _take(work, stage, outcome, person, talks[person], inbound)
    _keep(work, rules, talks)
    # After the conversations in every process: locks taken in one order make no ring.
    stage.ledger.write()
    outbox.hasten(work, outcome.back)
    notices.again(work, outcome.back)
    outbox.put(work, outcome.post)
    timers.put(work, outcome.wakes)
    repeats = len(batch) - len(fresh)
    return Received(len(fresh), repeats, tuple(outcome.facts), len(outcome.post))


def _first_of_each(batch: Sequence[Inbound], claimed: frozenset[str]) -> list[Inbound]:
    left = set(claimed)
    fresh = []
    for inbound in batch:
        if inbound.key in left:
            # One batch may hold an update twice; the claim is good for the first.
            left.remove(inbound.key)
            fresh.append(inbound)
    return fresh


def _people(work: Work, fresh: Sequence[Inbound]) -> dict[str, Person]:
    return {
        inbound.key: work.vault.person(inbound.address.account.channel, inbound.address.person)
        for inbound in fresh
    }


def _talks(work: Work, fresh: Sequence[Inbound], people: dict[str, Person]) -> dict[Person, _Talk]:
    addresses = {people[inbound.key]: inbound.address for inbound in fresh}
    known = conversations.lock(work, {p: a.account.channel for p, a in addresses.items()})
    talks = {}
    for person, address in addresses.items():
        saved = known.get(person, _NOBODY)
        state = codec.load(saved.state or None)
        private = codec.private(state)
        talks[person] = _Talk(address, state, saved.state, private, saved.met_until, saved.heard_at)
    return talks


def _take(
    work: Work, stage: Stage, outcome: _Outcome, person: Person, talk: _Talk, inbound: Inbound
) -> None:
    before, talk.heard_at = talk.heard_at, window.heard(inbound, talk.heard_at, work.now)
    if window.reopened(talk.address.account.channel, before, talk.heard_at):
        outcome.back.append(person)
        _unask(work, person, talk)
    until = window.last_day(talk.address.account.channel, talk.heard_at)
    turning = Turning(work, stage, person, inbound, inbound.moment(work.now), until)
    played = turning.turned(talk.state, talk.saved, private=talk.private)
    turn = played.turn
    talk.state, talk.saved, talk.private = turn.state, played.saved, played.private
    talk.left = isinstance(inbound.event, Left)
    outcome.facts += turn.facts
    outcome.post += letters(work, person, inbound, played)
    for wake in turn.wakes:
        due = work.now + wake.after
        outcome.wakes.append(timers.Timer(work.new_id(), person, wake.name, due))


def _unask(work: Work, person: Person, talk: _Talk) -> None:
    """Take back what was asked in a letter that never went: it is asked again once it goes.

    Else whoever comes back would judge an answer that they never saw.
    """
    reply = talk.state.reply
    if talk.state.stage not in HOLDING or reply is None or not reply.empty:
        return
    for letter, notice in outbox.held(work, person):
        if notices.anew(work, notice):
            outbox.bury(work, letter, "asked anew")
    if reply.case in notices.untold(work, person):
        talk.state = visit.unasked(talk.state)
        talk.saved, talk.private = codec.save(talk.state), codec.private(talk.state)


def _keep(work: Work, rules: Rules, talks: dict[Person, _Talk]) -> None:
    for person, talk in talks.items():
        if talk.left:
            talk.met_until = None
            conversations.lose(work, person)
            for notice in outbox.drop_all(work, person, "left"):
                notices.unreachable(work, notice)
    until = work.now + timedelta(days=rules.reply_days)
    # Renewed at half-time only: else each message would seal and write the address anew.
    half = work.now + timedelta(days=rules.reply_days / 2)
    due = {
        person: talk.address
        for person, talk in talks.items()
        if _known(talk) and (talk.met_until is None or talk.met_until < half)
    }
    conversations.meet(work, due, until)
    for person in due:
        talks[person].met_until = until
    strangers = [person for person, talk in talks.items() if talk.state == _STRANGER]
    # PostgreSQL made a row of theirs for the lock alone.
    conversations.drop(work, strangers)
    known = {person: _saved(talk) for person, talk in talks.items() if talk.state != _STRANGER}
    conversations.save(work, known)


def _known(talk: _Talk) -> bool:
    """Say whether we may have to write to someone: not who left, nor who was never answered."""
    return not talk.left and talk.state.stage is not Stands.NEW


def _saved(talk: _Talk) -> conversations.Saved:
    channel = talk.address.account.channel
    return conversations.Saved(channel, talk.saved, talk.private, talk.met_until, talk.heard_at)


_STRANGER = State()
"""Of whoever was never answered: nothing of them is kept."""
_NOBODY = conversations.Known()
