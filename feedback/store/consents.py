"""Gateway of what citizens agreed to, and took back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from feedback.domain.channels import Channel
from feedback.domain.consents import Consent
from feedback.domain.ids import CaseId
from feedback.store.tables.cases import consent
from feedback.store.work import Work


def add(work: Work, case: CaseId, text: Consent, language: str, channel: Channel) -> None:
    """Store that a text was agreed to."""
    work.connection.execute(
        insert(consent).values(
            id=work.new_id(),
            case_id=case,
            purpose=text.purpose.value,
            version=text.version,
            digest=text.digest(language),
            language=language,
            channel=channel.value,
            at=work.now,
        )
    )


@dataclass(frozen=True, slots=True)
class Given:
    """A text that was agreed to."""

    purpose: str
    version: str
    digest: str
    language: str
    channel: str
    at: datetime
    withdrawn_at: datetime | None


def of_case(work: Work, case: CaseId) -> list[Given]:
    """Read what was agreed to for a case, oldest first."""
    query = select(
        consent.c.purpose,
        consent.c.version,
        consent.c.digest,
        consent.c.language,
        consent.c.channel,
        consent.c.at,
        consent.c.withdrawn_at,
    ).where(consent.c.case_id == case)
    return [Given(*row) for row in work.connection.execute(query.order_by(consent.c.id))]


def withdraw(work: Work, case: CaseId) -> int:
    """Store that all that was agreed to for a case is taken back; give how many texts."""
    done = work.connection.execute(
        update(consent)
        .where(consent.c.case_id == case, consent.c.withdrawn_at.is_(None))
        .values(withdrawn_at=work.now)
    )
    return done.rowcount
