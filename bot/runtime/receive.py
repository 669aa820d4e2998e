"""Takes a batch of what happened through the conversation, all in one transaction.

The order of acts: claim, lock, gather, step, record, save, post. It sends nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.conversation import codec
from bot.conversation.events import Left, Said
from bot.conversation.offers import offered
from bot.conversation.state import State
from bot.conversation.step import step
from bot.conversation.turn import Fact, Turn
from bot.phrases.recognise import recognise
from bot.runtime.facts import given
from bot.runtime.letters import letters
from bot.runtime.stage import Stage, gather
from bot.store import conversations, inbox, outbox, timers
from bot.wire.messages import Inbound
from feedback.domain.ids import Person
from feedback.domain.questionnaire import Questionnaire
from feedback.services.codes import Codes
from feedback.store.work import Work


@dataclass(frozen=True)
class Rules:
    """What the office decided, and the ports that receiving needs."""

    codes: Codes
    questionnaire: Callable[[Work], Questionnaire]
    web_page: str = ""
    reply_days: int = 30
    evidence_days: int = 90


@dataclass(frozen=True, slots=True)
class Received:
    """What a batch came to."""

    fresh: int
    repeats: int
    facts: tuple[Fact, ...]
    letters: int


def receive(work: Work, rules: Rules, batch: Sequence[Inbound]) -> Received:
    """Handle a batch once: what was claimed before is skipped, the rest steps in its order."""
    claimed = inbox.claim(work, [inbound.key for inbound in batch])
    fresh = _first_of_each(batch, claimed)
    if not fresh:
        return Received(0, len(batch), (), 0)
    people = _people(work, fresh)
    saved = conversations.lock(work, {people[i.key]: i.address.account.channel for i in fresh})
    states = {person: codec.load(text or None) for person, text in saved.items()}
    stage = gather(work, rules, fresh, people, states)
    post: list[outbox.Letter] = []
    facts: list[Fact] = []
    wakes: list[timers.Timer] = []
    for inbound in fresh:
        person = people[inbound.key]
        turn = _take(work, stage, states, person, inbound)
        facts += turn.facts
        post += letters(work, person, inbound, turn.says, turn.state.language)
        wakes += [
            timers.Timer(work.new_id(), person, wake.name, work.now + wake.after)
            for wake in turn.wakes
        ]
    _keep(work, rules, fresh, people, states)
    stage.ledger.write()
    outbox.post(work, post)
    timers.put(work, wakes)
    return Received(len(fresh), len(batch) - len(fresh), tuple(facts), len(post))


def _first_of_each(batch: Sequence[Inbound], claimed: frozenset[str]) -> list[Inbound]:
    left = set(claimed)
    fresh = []
    for inbound in batch:
        if inbound.key in left:
            left.remove(inbound.key)
            fresh.append(inbound)
    return fresh


def _people(work: Work, fresh: Sequence[Inbound]) -> dict[str, Person]:
    return {
        inbound.key: work.vault.person(inbound.address.account.channel, inbound.address.person)
        for inbound in fresh
    }


def _take(
    work: Work, stage: Stage, states: dict[Person, State], person: Person, inbound: Inbound
) -> Turn:
    state = states.get(person) or codec.fresh()
    if isinstance(inbound.event, Left):
        conversations.lose(work, person)
        outbox.drop_all(work, person, "left")
    at = _moment(work, inbound)
    scene = stage.scene(person, state, inbound, at)
    event = inbound.event
    if isinstance(event, Said):
        choice = recognise(event.text, offered(state, scene), state.language)
        event = replace(event, choice=choice)
    turn = step(state, event, scene, at)
    states[person] = turn.state
    for fact in given(turn.facts, stage, person, inbound, turn.state.language, at):
        stage.ledger.take(fact)
    return turn


def _moment(work: Work, inbound: Inbound) -> datetime:
    """Give the messenger's own time where it says one that can be true, else ours."""
    sent = inbound.sent_at
    if sent is None or sent > work.now or sent < work.now - timedelta(days=1):
        return work.now
    return sent


def _keep(
    work: Work,
    rules: Rules,
    fresh: Sequence[Inbound],
    people: dict[str, Person],
    states: dict[Person, State],
) -> None:
    channels = {people[i.key]: i.address.account.channel for i in fresh}
    conversations.save(
        work, {person: _saved(channel, states[person]) for person, channel in channels.items()}
    )
    addresses = {people[i.key]: i.address for i in fresh if not isinstance(i.event, Left)}
    until = work.now + timedelta(days=rules.reply_days)
    known = conversations.known_until(work, addresses)
    half = work.now + timedelta(days=rules.reply_days / 2)
    due = {p: a for p, a in addresses.items() if known.get(p, work.now) < half}
    conversations.meet(work, due, until)


def _saved(channel: str, state: State) -> conversations.Saved:
    private = bool(state.held or state.photos)
    return conversations.Saved(channel, codec.save(state), private)
