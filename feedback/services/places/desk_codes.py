"""Gives desks their codes and ends them. A short code is never given twice."""

import secrets
from collections.abc import Collection, Sequence

from feedback.domain.ids import DeskId
from feedback.services.codes import Codes, Use
from feedback.store import codes as code_rows
from feedback.store.codes import CodeRow, CodeState
from feedback.store.work import Work

_SERIAL_BITS = 47
_TRIES = 50


class NoCodeLeft(RuntimeError):
    """No short code was free in many draws; more than half of all would have to be gone."""


def issue(work: Work, codes: Codes, ids: Sequence[DeskId]) -> list[CodeRow]:
    """Give each desk a fresh token and short code."""
    shorts = _free(work, codes, len(ids))
    rows = [_fresh(work, codes, desk, short) for desk, short in zip(ids, shorts, strict=True)]
    code_rows.add(work, rows)
    return rows


def living(work: Work, ids: Collection[DeskId]) -> dict[DeskId, CodeRow]:
    """Give the newest active code of each desk that has one."""
    rows = code_rows.of_desks(work, ids)
    return {row.desk: row for row in rows if row.state is CodeState.ACTIVE}


def _fresh(work: Work, codes: Codes, desk: DeskId, short: str) -> CodeRow:
    serial = secrets.randbits(_SERIAL_BITS)
    token = codes.mint(Use.DESK, serial)
    return CodeRow(serial, desk, token, short, codes.kid, CodeState.ACTIVE, work.now)


def _free(work: Work, codes: Codes, count: int) -> list[str]:
    free: set[str] = set()
    for _ in range(_TRIES):
        drawn = {codes.short() for _ in range(count - len(free))} - free
        free |= drawn - code_rows.taken(work, drawn)
        if len(free) == count:
            return sorted(free, key=lambda _: secrets.randbits(32))
    raise NoCodeLeft
