"""Gateway of the record of acts. It appends; nothing here changes or removes a row."""

from hmac import compare_digest
from typing import Any

from sqlalchemy import Row, func, select

from feedback.domain.ids import CaseId
from feedback.store.chain import Note
from feedback.store.tables.offices import audit
from feedback.store.work import Work

# Few, so that it costs nothing; more than one, which somebody may have changed by hand.
_FIRST = 3
KEY_RETIRED = "key retired"
"""The act after which no row under the key that is its subject is believed."""
KEYS_LOST = "keys lost: what came before is not proven"
"""The reason of a restore without the keys: people have other names from then on."""


def note(
    work: Work,
    actor: str,
    act: str,
    subject: str,
    before: str = "",
    after: str = "",
    reason: str = "",
    *,
    case: CaseId | None = None,
    sealed: bool = False,
) -> None:
    """Note an act; it joins the record when the work commits, with all else or not at all.

    About a case: ids and names of acts only, never a word of it, and ``sealed`` where it is one.
    """
    work.notes.append(
        Note(work.new_id(), work.now, actor, act, subject, before, after, reason, case, sealed)
    )


def newest(work: Work, limit: int) -> list[Row[*tuple[Any, ...]]]:
    """Read the newest acts, newest first."""
    query = select(audit).where(audit.c.seq.is_not(None)).order_by(audit.c.seq.desc())
    return list(work.connection.execute(query.limit(limit)))


def disowned(work: Work) -> str:
    """Name the key here that wrote none of the first rows under its id, "" where there is none."""
    query = select(audit.c.kid, audit.c.digest, audit.c.mac).where(audit.c.seq <= _FIRST)
    rows = [row for row in work.connection.execute(query) if row.kid in work.vault.kids]
    own = any(compare_digest(work.vault.attest(kid, of), mac) for kid, of, mac in rows)
    return "" if own or not rows else str(rows[0].kid)


def kids(work: Work) -> frozenset[str]:
    """Name the keys under which rows were chained, also those that were retired since."""
    query = select(audit.c.kid).where(audit.c.kid.is_not(None)).distinct()
    return frozenset(work.connection.scalars(query))


def kids_since_loss(work: Work) -> frozenset[str] | None:
    """Name the keys in use since a restore without the keys; None where there was none."""
    lost = work.connection.scalar(select(func.max(audit.c.seq)).where(audit.c.reason == KEYS_LOST))
    if lost is None:
        return None
    query = select(audit.c.kid).where(audit.c.seq >= lost).distinct()
    return frozenset(work.connection.scalars(query))


def naming_kid(work: Work) -> str | None:
    """Name the first key under which the record was chained, since the keys were last lost.

    It is the key that people are named by, but where a home began with several of them.
    """
    lost = select(func.max(audit.c.seq)).where(audit.c.reason == KEYS_LOST).scalar_subquery()
    chained = select(audit.c.kid).where(audit.c.seq >= func.coalesce(lost, 0))
    return work.connection.scalar(chained.order_by(audit.c.seq).limit(1))
