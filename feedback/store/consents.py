"""Gateway of what citizens agreed to, and took back."""

from sqlalchemy import insert, update

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


def withdraw(work: Work, case: CaseId) -> int:
    """Store that all that was agreed to for a case is taken back; give how many texts."""
    done = work.connection.execute(
        update(consent)
        .where(consent.c.case_id == case, consent.c.withdrawn_at.is_(None))
        .values(withdrawn_at=work.now)
    )
    return done.rowcount
