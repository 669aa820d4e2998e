"""Gateway of conversations and of where their people can be reached."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter

from sqlalchemy import BindParameter, bindparam, delete, func, select, update

from bot.store.tables import contact, conversation
from bot.wire.messages import Account, Address
from feedback.domain.ids import Person
from feedback.store.prepared import write_many
from feedback.store.upsert import replacing, unless_there
from feedback.store.vault import Unreadable
from feedback.store.work import Work

_IN: BindParameter[bytes] = bindparam("people", expanding=True)
_STATES = (
    select(
        conversation.c.person,
        conversation.c.state,
        conversation.c.kid,
        conversation.c.sealed,
        conversation.c.met_until,
        conversation.c.heard_at,
    )
    .where(conversation.c.person.in_(_IN))
    # PostgreSQL locks in the order it reads: overlapping batches would else end in a deadlock.
    .order_by(conversation.c.person)
    .with_for_update()
)
_CONTACTS = select(
    contact.c.person,
    contact.c.channel,
    contact.c.account,
    contact.c.kid,
    contact.c.sealed,
    contact.c.reachable,
    contact.c.until,
).where(contact.c.person.in_(_IN))


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a person can be reached, whether they still let us, and until when we keep it."""

    address: Address
    reachable: bool
    until: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """A saved state, empty for someone new; until when the person's address is kept; last heard."""

    state: str = ""
    met_until: datetime | None = None
    heard_at: datetime | None = None


def lock(work: Work, people: Mapping[Person, str]) -> dict[Person, Known]:
    """Load and lock the conversations of people (with their channel), in key order.

    On PostgreSQL a new person's row is made first, so that two processes meet on it.
    """
    # On SQLite a work has the whole file from its beginning, and nobody to meet.
    if work.connection.dialect.name != "sqlite":
        rows = [
            {
                "person": person,
                "channel": channel,
                "state": "",
                "sealed": None,
                "kid": "",
                "met_until": None,
                "changed_at": work.now,
                "heard_at": None,
            }
            for person, channel in sorted(people.items())
        ]
        work.connection.execute(unless_there(work.connection, conversation), rows)
    found = work.connection.execute(_STATES, {"people": sorted(people)}).all()
    return {
        Person(person): Known(
            state if sealed is None else _opened(work, kid, sealed), met_until, heard_at
        )
        for person, state, kid, sealed, met_until, heard_at in found
    }


def _opened(work: Work, kid: str, sealed: bytes) -> str:
    """Open a sealed state; one whose key is gone is that of a stranger."""
    try:
        return work.vault.unseal(kid, sealed).decode()
    except Unreadable:
        return ""


@dataclass(frozen=True, slots=True)
class Saved:
    """A state to keep; ``private`` says that it holds a citizen's own words."""

    channel: str
    state: str
    private: bool
    met_until: datetime | None
    heard_at: datetime | None = None


def save(work: Work, states: Mapping[Person, Saved]) -> None:
    """Write the states of people, sealing the private ones."""
    rows = [
        {
            "person": person,
            "channel": saved.channel,
            # Sealed or in the clear, never both: a copy beside the seal would undo it.
            "state": "" if saved.private else saved.state,
            "sealed": work.vault.seal(saved.state.encode()) if saved.private else None,
            "kid": work.vault.kid if saved.private else "",
            "met_until": saved.met_until,
            "changed_at": work.now,
            "heard_at": saved.heard_at,
        }
        for person, saved in sorted(states.items(), key=itemgetter(0))
    ]
    write_many(work.connection, replacing(work.connection, conversation), rows)


def drop(work: Work, people: Collection[Person]) -> None:
    """Keep nothing of people, not even that they wrote."""
    if people:
        theirs = delete(conversation).where(conversation.c.person.in_(sorted(people)))
        work.connection.execute(theirs)


def reaches(work: Work, people: Collection[Person]) -> dict[Person, Reach]:
    """Find where people can be reached; who was sealed under a lost key cannot be any more."""
    if not people:
        return {}
    found = {}
    for person, channel, account, kid, sealed, reachable, until in work.connection.execute(
        _CONTACTS, {"people": sorted(people)}
    ):
        # One address that nobody can read must not hold up a whole account.
        with suppress(Unreadable):
            name = work.vault.unseal(kid, sealed).decode()
            address = Address(Account(channel, account), name)
            found[Person(person)] = Reach(address, reachable, until)
    return found


def meet(work: Work, addresses: Mapping[Person, Address], until: datetime) -> None:
    """Remember where people can be reached, until an instant."""
    rows = [
        {
            "person": person,
            "channel": address.account.channel,
            "account": address.account.name,
            "sealed": work.vault.seal(address.person.encode()),
            "kid": work.vault.kid,
            "reachable": True,
            "until": until,
        }
        for person, address in sorted(addresses.items())
    ]
    write_many(work.connection, replacing(work.connection, contact), rows)


def heard(work: Work, person: Person) -> datetime | None:
    """Give when someone last did something; None where nothing is known of it."""
    query = select(conversation.c.heard_at).where(conversation.c.person == person)
    found = work.connection.scalar(query)
    return found if isinstance(found, datetime) else None


def unheard(work: Work, person: Person, last: datetime | None) -> None:
    """Note that what was known of someone's last act does not hold, unless they acted since."""
    work.connection.execute(
        update(conversation)
        .where(conversation.c.person == person, conversation.c.heard_at == last)
        .values(heard_at=None)
    )


def lose(work: Work, person: Person) -> None:
    """Note that a person has left; nothing more is sent until they write again."""
    work.connection.execute(
        update(contact).where(contact.c.person == person).values(reachable=False)
    )
    work.connection.execute(
        # Whoever writes again is then met anew, which makes them reachable.
        update(conversation).where(conversation.c.person == person).values(met_until=None)
    )


def forget_idle(work: Work, before: datetime) -> int:
    """Drop conversations that nobody touched since an instant; give how many."""
    idle = delete(conversation).where(conversation.c.changed_at < before)
    return work.connection.execute(idle).rowcount


def count_idle(work: Work, before: datetime) -> int:
    """Count the conversations that nobody touched since an instant."""
    idle = select(func.count()).where(conversation.c.changed_at < before)
    return work.connection.scalar(idle) or 0


def count_addresses(work: Work) -> int:
    """Count the people whose address in a messenger is kept."""
    return work.connection.scalar(select(func.count()).select_from(contact)) or 0


def expired(work: Work, now: datetime, limit: int) -> list[Person]:
    """Give people whose address is past its time, longest past first."""
    query = select(contact.c.person).where(contact.c.until < now).order_by(contact.c.until)
    return [Person(one) for one in work.connection.scalars(query.limit(limit))]


def prolong(work: Work, people: Collection[Person], until: datetime) -> None:
    """Keep the addresses of people who can be reached until an instant."""
    if people:
        theirs = contact.c.person.in_(sorted(people)) & contact.c.reachable.is_(True)
        work.connection.execute(update(contact).where(theirs).values(until=until))


def forget_addresses(work: Work, people: Collection[Person], now: datetime) -> int:
    """Drop the addresses of these people that are past their time; give how many."""
    if not people:
        return 0
    # The day is asked once more: some of them were prolonged just now.
    past = contact.c.person.in_(sorted(people)) & (contact.c.until < now)
    return work.connection.execute(delete(contact).where(past)).rowcount
