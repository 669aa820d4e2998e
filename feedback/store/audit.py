"""Gateway of the record of acts."""

from sqlalchemy import Row, insert, select

from feedback.store.tables.offices import audit
from feedback.store.work import Work


def note(
    work: Work,
    actor: str,
    act: str,
    subject: str,
    before: str = "",
    after: str = "",
    reason: str = "",
) -> None:
    """Append one act to the record."""
    work.connection.execute(
        insert(audit).values(
            at=work.now,
            actor=actor,
            act=act,
            subject=subject,
            before=before,
            after=after,
            reason=reason,
        )
    )


def newest(work: Work, limit: int) -> list[Row[tuple[object, ...]]]:
    """Read the newest acts, newest first."""
    return list(work.connection.execute(select(audit).order_by(audit.c.id.desc()).limit(limit)))
