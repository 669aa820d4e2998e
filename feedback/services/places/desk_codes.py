"""Gives desks their codes and ends them. A short code is never given twice."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from feedback.domain.ids import DeskId
from feedback.services.codes import Codes, Use
from feedback.store import codes as code_rows
from feedback.store.codes import CodeRow, CodeState
from feedback.store.work import Work

_SERIAL_BITS = 47
_TRIES = 50


class NoCodeLeft(RuntimeError):
    """No short code was free in many draws; more than half of all would have to be gone."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Signed serials and short codes that no desk has yet, and some of which may be taken."""

    signed: tuple[tuple[int, str], ...]
    shorts: frozenset[str]


def draw(codes: Codes, count: int) -> Drawn:
    """Draw codes for so many desks; it takes a while for many, and needs no transaction."""
    serials = [secrets.randbits(_SERIAL_BITS) for _ in range(count)]
    signed = tuple((serial, codes.mint(Use.DESK, serial)) for serial in serials)
    return Drawn(signed, frozenset(codes.short() for _ in range(count)))


def issue(
    work: Work, codes: Codes, ids: Sequence[DeskId], drawn: Drawn | None = None
) -> list[CodeRow]:
    """Give each desk a fresh token and short code, of those drawn ahead if there are any."""
    drawn = drawn or draw(codes, len(ids))
    shorts = _free(work, codes, drawn.shorts, len(ids))
    rows = [
        CodeRow(serial, desk, token, short, codes.kid, CodeState.ACTIVE, work.now)
        for (serial, token), desk, short in zip(drawn.signed, ids, shorts, strict=True)
    ]
    code_rows.add(work, rows)
    return rows


def living(work: Work, ids: Collection[DeskId]) -> dict[DeskId, CodeRow]:
    """Give the newest active code of each desk that has one."""
    rows = code_rows.of_desks(work, ids)
    return {row.desk: row for row in rows if row.state is CodeState.ACTIVE}


def _free(work: Work, codes: Codes, drawn: Collection[str], count: int) -> list[str]:
    free: set[str] = set()
    for _ in range(_TRIES):
        free |= set(drawn) - code_rows.taken(work, drawn)
        if len(free) == count:
            return sorted(free, key=lambda _: secrets.randbits(32))
        drawn = {codes.short() for _ in range(count - len(free))} - free
    raise NoCodeLeft
