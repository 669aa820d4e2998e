"""Gateway of what was said and done in a case: sealed texts and the timeline."""

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, update

from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.record import Happening, Voice, Words
from feedback.domain.ids import CaseId
from feedback.store import casebox
from feedback.store.casebox import Box
from feedback.store.tables.cases import case_event, case_text
from feedback.store.vault import Unreadable
from feedback.store.work import Work


def say(
    work: Work, box: Box, voice: Voice, by: str, text: str, *, at: datetime | None = None
) -> int:
    """Store a text of the box's case, sealed, said now or ``at``; gives its id.

    ``by`` is empty for the citizen.
    """
    identity = work.new_id()
    work.connection.execute(
        insert(case_text).values(
            id=identity,
            case_id=box.case,
            voice=voice.value,
            by=by,
            at=at or work.now,
            sealed=box.seal(text, identity),
        )
    )
    return identity


def redact(work: Work, box: Box, identity: int, text: str) -> None:
    """Store the form of a text that is shown from now on; the original stays sealed."""
    # Blacking out must not destroy what a citizen wrote: a later check may need the original.
    sealed = box.seal(text, identity)
    work.connection.execute(
        update(case_text).where(case_text.c.id == identity).values(redacted=sealed)
    )


def unredact(work: Work, identity: int) -> None:
    """Show a text as it was written again."""
    work.connection.execute(
        update(case_text).where(case_text.c.id == identity).values(redacted=None)
    )


def words(work: Work, case: CaseId, *, original: Collection[Voice] = ()) -> list[Words]:
    """Read all texts of a case, oldest first; as they were written only the voices asked for."""
    box = casebox.open_box(work, case)
    rows = work.connection.execute(
        select(case_text).where(case_text.c.case_id == case).order_by(case_text.c.id)
    )
    found = []
    for row in rows:
        voice = Voice(row.voice)
        hidden = row.redacted is not None and voice not in original
        text = _read(box, row.redacted if hidden else row.sealed, row.id)
        found.append(Words(row.id, voice, row.by, row.at, text, hidden))
    return found


def said(work: Work, ids: Collection[CaseId], voices: Collection[Voice]) -> dict[CaseId, str]:
    """Read many cases' texts of some voices as they are shown now, each case's in one."""
    boxes = casebox.open_boxes(work, ids)
    # What an editor blacked out must not be found by searching for it.
    shown = func.coalesce(case_text.c.redacted, case_text.c.sealed)
    query = select(case_text.c.id, case_text.c.case_id, shown).where(
        case_text.c.case_id.in_(list(boxes)), case_text.c.voice.in_([one.value for one in voices])
    )
    found: dict[CaseId, str] = {}
    for identity, case, sealed in work.connection.execute(query.order_by(case_text.c.id)):
        text = _read(boxes[CaseId(case)], sealed, identity) or ""
        found[CaseId(case)] = f"{found.get(CaseId(case), '')} {text}"
    return found


def one(work: Work, identity: int) -> str | None:
    """Read one text as it is shown now; None where it was erased."""
    query = select(case_text.c.case_id, case_text.c.sealed, case_text.c.redacted)
    row = work.connection.execute(query.where(case_text.c.id == identity)).one_or_none()
    if row is None:
        return None
    box = casebox.open_box(work, CaseId(row.case_id))
    # A letter that leaves after a text was blacked out carries it as it is shown by then.
    return _read(box, row.sealed if row.redacted is None else row.redacted, identity)


def note(
    work: Work,
    case: CaseId,
    act: CaseAct,
    by: str,
    detail: dict[str, str] | None = None,
    text: int | None = None,
) -> int:
    """Append to the timeline; gives the entry's id."""
    identity = work.new_id()
    work.connection.execute(
        insert(case_event).values(
            id=identity,
            case_id=case,
            act=act.value,
            by=by,
            at=work.now,
            detail=json.dumps(detail, ensure_ascii=False, sort_keys=True) if detail else "",
            text_id=text,
        )
    )
    return identity


def timeline(work: Work, case: CaseId) -> list[Happening]:
    """Read a case's timeline, oldest first."""
    rows = work.connection.execute(
        select(case_event).where(case_event.c.case_id == case).order_by(case_event.c.id)
    )
    return [_happening(row) for row in rows]


def newest(work: Work, case: CaseId) -> Happening:
    """Read what was done to a case last; there is always that it was filed."""
    query = select(case_event).where(case_event.c.case_id == case)
    return _happening(
        work.connection.execute(query.order_by(case_event.c.id.desc()).limit(1)).one()
    )


def _happening(row: Any) -> Happening:
    return Happening(
        row.id,
        CaseAct(row.act),
        row.by,
        row.at,
        tuple(json.loads(row.detail).items()) if row.detail else (),
        row.text_id,
    )


def _read(box: Box | None, sealed: bytes, identity: int) -> str | None:
    if box is None:
        return None
    try:
        return box.unseal(sealed, identity)
    except Unreadable:
        return None
