"""Gateway of the secrets of one-time codes. They rest sealed, and it never compares a code."""

from dataclasses import dataclass, field

from sqlalchemy import delete, insert, select, update

from feedback.domain.ids import StaffId
from feedback.store.tables.offices import staff_second
from feedback.store.work import Work

# The first half minute of 1970: whatever a phone shows today is newer.
_NONE_USED = 0


@dataclass(frozen=True, slots=True)
class Second:
    """Someone's secret, and the half minute whose code was used last."""

    secret: bytes = field(repr=False)
    used_step: int


def of(work: Work, identity: StaffId) -> Second | None:
    """Find someone's secret; raise Unreadable where its key is no longer here."""
    query = select(staff_second.c.kid, staff_second.c.sealed, staff_second.c.used_step)
    row = work.connection.execute(query.where(staff_second.c.staff_id == identity)).one_or_none()
    return None if row is None else Second(work.vault.unseal(row[0], row[1]), row[2])


def on(work: Work, identity: StaffId) -> bool:
    """Say whether someone has a secret, readable or not."""
    query = select(staff_second.c.staff_id).where(staff_second.c.staff_id == identity)
    return work.connection.scalar(query) is not None


def put(work: Work, identity: StaffId, secret: bytes) -> None:
    """Keep a new secret in place of any older one."""
    remove(work, identity)
    work.connection.execute(
        insert(staff_second).values(
            staff_id=identity,
            kid=work.vault.kid,
            sealed=work.vault.seal(secret),
            used_step=_NONE_USED,
            since=work.now,
        )
    )


def use(work: Work, identity: StaffId, step: int) -> None:
    """Note the half minute whose code was used."""
    of_one = staff_second.c.staff_id == identity
    work.connection.execute(update(staff_second).where(of_one).values(used_step=step))


def remove(work: Work, identity: StaffId) -> bool:
    """Forget a secret; say whether there was one."""
    gone = delete(staff_second).where(staff_second.c.staff_id == identity)
    return work.connection.execute(gone).rowcount > 0
