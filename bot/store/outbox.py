"""Gateway of what is still to be said, and of the lease on saying it."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from bot.store.tables import lease, outbox
from bot.wire.messages import Account, Button, Purpose
from feedback.domain.ids import Person
from feedback.store.prepared import inserting, write_many
from feedback.store.upsert import unless_there
from feedback.store.vault import Unreadable
from feedback.store.work import Work, given_at

HELD = "held"
"""The problem of a letter for which there was no money left that day."""
Buttons = tuple[tuple[Button, ...], ...]
_IMPLAUSIBLE = timedelta(hours=1)
"""Longer than any lease is taken for, and than a letter that failed is put off."""
_DELETE = delete(outbox).where(outbox.c.id == bindparam("of"))
_LAST = select(func.max(outbox.c.id)).where(
    outbox.c.person.in_(bindparam("people", expanding=True)), outbox.c.state == "due"
)


@dataclass(frozen=True, slots=True)
class Letter:
    """One message of ours to one person; ``private`` ones rest sealed.

    ``text`` may hold marks for texts of cases; ``notice`` is what it tells about a case.
    """

    id: int
    person: Person
    account: Account
    text: str
    buttons: Buttons
    ack: str | None
    tries: int = 0
    private: bool = False
    notice: int | None = None
    purpose: Purpose = Purpose.CHAT


@dataclass(frozen=True, slots=True)
class Written:
    """A letter to post, its text and buttons packed."""

    id: int
    person: Person
    account: Account
    packed: str
    ack: str | None
    private: bool = False
    notice: int | None = None
    purpose: Purpose = Purpose.CHAT


def post(work: Work, letters: Sequence[Letter]) -> None:
    """Add letters, due at once."""
    put(work, [_written(letter) for letter in letters])


def follow(work: Work, people: Collection[Person]) -> None:
    """Let letters to these people, who are locked, come after all that still wait for them.

    Another process may have posted those since this transaction began, or by a clock ahead of ours.
    """
    last = work.connection.scalar(_LAST, {"people": sorted(people)})
    if last is not None:
        work.ids.pass_by(last)


def put(work: Work, letters: Sequence[Written]) -> None:
    """Add letters that are packed already, due at once."""
    rows = [
        {
            "id": letter.id,
            "person": letter.person,
            "channel": letter.account.channel,
            "account": letter.account.name,
            "body": "" if letter.private else letter.packed,
            "sealed": work.vault.seal(letter.packed.encode()) if letter.private else None,
            "kid": work.vault.kid if letter.private else "",
            "notice": letter.notice,
            "purpose": letter.purpose.value,
            "ack": letter.ack,
            "due_at": work.now,
            "tries": 0,
            "state": "due",
            "problem": "",
        }
        for letter in letters
    ]
    write_many(work.connection, inserting(outbox), rows)


def heads(work: Work, account: Account, *, limit: int, busy: Collection[Person]) -> list[Letter]:
    """Give the first letter of each person that is due now, oldest first.

    A person whose first letter waits for a later time gives none, and neither does a busy one.
    """
    earlier = outbox.alias()
    query = (
        select(outbox)
        .where(
            outbox.c.channel == account.channel,
            outbox.c.account == account.name,
            outbox.c.state == "due",
            outbox.c.due_at <= work.now,
            # What is on its way is still in the table, and would be sent twice.
            outbox.c.person.not_in(list(busy)),
            ~exists().where(
                earlier.c.person == outbox.c.person,
                earlier.c.id < outbox.c.id,
                earlier.c.state == "due",
            ),
        )
        .order_by(outbox.c.id)
        .limit(limit)
    )
    return list(_readable(work, work.connection.execute(query).mappings().all()))


def _readable(work: Work, rows: Sequence[RowMapping]) -> Iterator[Letter]:
    """Read letters; one whose key is gone can never be sent, and must not hold the others."""
    for row in rows:
        try:
            yield _letter(work, row)
        except Unreadable:
            bury(work, row["id"], "unreadable")


def sent(work: Work, ids: Collection[int]) -> None:
    """Take away letters that went out."""
    if ids:
        work.connection.execute(_DELETE, [{"of": identity} for identity in sorted(ids)])


def delay(work: Work, identity: int, until: datetime, problem: str, *, counts: bool = True) -> None:
    """Try a letter again later; ``counts`` says whether it used up one of the tries it has."""
    work.connection.execute(
        update(outbox)
        .where(outbox.c.id == identity)
        .values(due_at=until, tries=outbox.c.tries + int(counts), problem=problem)
    )


def hold(work: Work, identity: int, until: datetime) -> None:
    """Keep a letter for a day when there is money again, or until its person comes back."""
    work.connection.execute(
        # Not a try: waiting for money uses up none of those that a letter has.
        update(outbox).where(outbox.c.id == identity).values(due_at=until, problem=HELD)
    )


def hasten(work: Work, people: Collection[Person]) -> None:
    """Let the letters that were held for these people go now."""
    if people:
        held = and_(outbox.c.state == "due", outbox.c.problem == HELD)
        theirs = outbox.c.person.in_(sorted(people))
        work.connection.execute(update(outbox).where(theirs, held).values(due_at=work.now))


def held(work: Work, person: Person) -> list[tuple[int, int]]:
    """Give the letters held for a person that tell of a case, each with its notice."""
    these = and_(outbox.c.state == "due", outbox.c.problem == HELD, outbox.c.person == person)
    query = select(outbox.c.id, outbox.c.notice).where(these, outbox.c.notice.is_not(None))
    return [(int(letter), int(notice)) for letter, notice in work.connection.execute(query)]


def bury(work: Work, identity: int, problem: str) -> None:
    """Keep a letter that can never be sent, out of the way of the next."""
    _dies(work, outbox.c.id == identity, problem)


def drop_all(work: Work, person: Person, problem: str) -> list[int]:
    """Bury everything still to be said to a person who has left; give the notices in it."""
    these = and_(outbox.c.person == person, outbox.c.state == "due")
    told = select(outbox.c.notice).where(these, outbox.c.notice.is_not(None))
    notices = [int(one) for one in work.connection.scalars(told)]
    _dies(work, these, problem)
    return notices


def _dies(work: Work, these: ColumnElement[bool], problem: str) -> None:
    """Keep letters as dead; what was sealed in them dies with them."""
    work.connection.execute(
        update(outbox).where(these).values(state="dead", problem=problem, sealed=None, kid="")
    )


def count_dead(work: Work, before: datetime) -> int:
    """Count the letters that could never be sent and were due before an instant."""
    query = select(func.count()).where(outbox.c.state == "dead", outbox.c.due_at < before)
    return work.connection.scalar(query) or 0


def forget_dead(work: Work, before: datetime) -> int:
    """Drop the letters that could never be sent and were due before an instant; give how many."""
    dead = delete(outbox).where(outbox.c.state == "dead", outbox.c.due_at < before)
    return work.connection.execute(dead).rowcount


def count(work: Work) -> dict[str, int]:
    """Count the letters by state."""
    rows = work.connection.execute(select(outbox.c.state, func.count()).group_by(outbox.c.state))
    return {str(state): int(n) for state, n in rows}


def problems(work: Work) -> dict[str, int]:
    """Count the letters that could never be sent, by why."""
    why = select(outbox.c.problem, func.count()).where(outbox.c.state == "dead")
    rows = work.connection.execute(why.group_by(outbox.c.problem))
    return {str(problem): int(n) for problem, n in rows}


def oldest_waiting(work: Work) -> datetime | None:
    """Give when the letter was written that has waited longest, None where none waits.

    However often it was put off since: it is what its person still does not have. One that is held
    for want of money waits as it should.
    """
    waiting = and_(outbox.c.state == "due", outbox.c.problem != HELD)
    found = work.connection.scalar(select(func.min(outbox.c.id)).where(waiting))
    return None if found is None else given_at(found)


def catch_up(work: Work) -> None:
    """Let go now what waits only because the clock was ahead when it was written or put off."""
    ahead = or_(
        # What was never tried is due since it was written; a later time is a wrong clock's.
        and_(outbox.c.tries == 0, outbox.c.due_at > work.now),
        outbox.c.due_at > work.now + _IMPLAUSIBLE,
    )
    waiting = and_(outbox.c.state == "due", outbox.c.problem != HELD, ahead)
    work.connection.execute(update(outbox).where(waiting).values(due_at=work.now))


def take_lease(work: Work, name: str, owner: str, until: datetime) -> bool:
    """Take or renew a lease unless another owner holds it; say whether it is held now.

    One that would be held for long yet was taken when the clock was ahead, and counts for nothing.
    """
    row = {"name": name, "owner": owner, "until": until}
    # Inserted before it is changed: where two begin at once, the row decides, on either database.
    if work.connection.execute(unless_there(work.connection, lease), [row]).rowcount == 1:
        return True
    lapsed = or_(lease.c.until < work.now, lease.c.until > work.now + _IMPLAUSIBLE)
    renewed = work.connection.execute(
        update(lease)
        .where(lease.c.name == name, or_(lease.c.owner == owner, lapsed))
        .values(owner=owner, until=until)
    )
    return renewed.rowcount == 1


def drop_lease(work: Work, name: str, owner: str) -> None:
    """Give a lease back, so that another owner need not wait."""
    # Only one's own: it may have lapsed, and be another's by now.
    work.connection.execute(delete(lease).where(lease.c.name == name, lease.c.owner == owner))


def pack(text: str, buttons: Buttons) -> str:
    """Write a text and its buttons as the outbox keeps them."""
    rows = [[(button.label, button.data, button.typed) for button in row] for row in buttons]
    return json.dumps([text, rows], ensure_ascii=False, separators=(",", ":"))


def _written(letter: Letter) -> Written:
    return Written(
        letter.id,
        letter.person,
        letter.account,
        pack(letter.text, letter.buttons),
        letter.ack,
        letter.private,
        letter.notice,
        letter.purpose,
    )


def _letter(work: Work, row: RowMapping) -> Letter:
    sealed = row["sealed"]
    body = row["body"] if sealed is None else work.vault.unseal(row["kid"], sealed).decode()
    text, rows = json.loads(body)
    buttons = tuple(tuple(Button(*key) for key in line) for line in rows)
    return Letter(
        row["id"],
        row["person"],
        Account(row["channel"], row["account"]),
        text,
        buttons,
        row["ack"],
        row["tries"],
        sealed is not None,
        row["notice"],
        Purpose(row["purpose"]),
    )
