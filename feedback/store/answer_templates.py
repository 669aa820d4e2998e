"""Gateway of an office's own answer templates. It adds versions, and changes none."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, insert, select

from feedback.domain.cases.template import Template
from feedback.store.tables.casework import answer_template
from feedback.store.work import Work


@dataclass(frozen=True, slots=True)
class Kept:
    """A template with the kind of case it is meant for (empty: any), and since when it holds.

    ``from_day`` None: it came with the product.
    """

    template: Template
    kind: str = ""
    from_day: date | None = None
    by: str = ""


def add(work: Work, kept: Kept) -> None:
    """Store a version of a template."""
    made = kept.template
    work.connection.execute(
        insert(answer_template).values(
            code=made.code,
            version=made.version,
            language=made.language,
            kind=kept.kind,
            title=made.title,
            body=made.body,
            from_day=kept.from_day,
            by=kept.by,
            at=work.now,
        )
    )


def every(work: Work) -> tuple[Kept, ...]:
    """Read all versions, oldest first."""
    query = select(answer_template).order_by(answer_template.c.id)
    return tuple(_kept(row) for row in work.connection.execute(query))


def _kept(row: Row[Any]) -> Kept:
    made = Template(row.code, row.version, row.language, row.title, row.body)
    return Kept(made, row.kind, row.from_day, row.by)
