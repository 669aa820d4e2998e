"""Gateway of questionnaires: the versions an office has, and from which day each is asked."""

from datetime import date

from sqlalchemy import bindparam, select

from feedback.store.tables.offices import questionnaire
from feedback.store.upsert import unless_there
from feedback.store.work import Work

_ON = (
    select(questionnaire.c.version)
    .where(questionnaire.c.from_day <= bindparam("day", type_=questionnaire.c.from_day.type))
    .order_by(questionnaire.c.from_day.desc(), questionnaire.c.version.desc())
    .limit(1)
)


def add(work: Work, version: str, body: str, from_day: date) -> None:
    """Keep a version, asked from a day on; one that is there already stays as it was."""
    row = {"version": version, "body": body, "from_day": from_day}
    work.connection.execute(unless_there(work.connection, questionnaire), [row])


def version_on(work: Work, day: date) -> str | None:
    """Name the version asked on a day."""
    return work.connection.scalar(_ON, {"day": day})


def body(work: Work, version: str) -> str | None:
    """Read the text of a version."""
    return work.connection.scalar(
        select(questionnaire.c.body).where(questionnaire.c.version == version)
    )
