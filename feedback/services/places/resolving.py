"""Where codes lead, a batch at a time: desks, what became of them, and ratings carried on.

A token whose row exists leads somewhere even when its key is lost; nothing here is ever an error.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import assert_never

from feedback.domain.days import local_day
from feedback.domain.desks import DeskCard, Landed, Outcome
from feedback.domain.ids import DeskId
from feedback.services.codes import Codes, NotOurs, Use
from feedback.services.places import snapshot
from feedback.services.places.cards import Places, desk_cards, placed, standing
from feedback.services.places.snapshot import Known
from feedback.store import codes as code_rows
from feedback.store import desks
from feedback.store.codes import CodeRow, CodeState
from feedback.store.work import Work

_SPELLING = re.compile(r"[A-Za-z0-9_-]{1,64}")


def resolve_all(work: Work, codes: Codes, payloads: Sequence[str]) -> dict[str, Landed]:
    """Resolve tokens and short codes (those in their one spelling), whatever else they may be."""
    if not payloads:
        return {}
    today = local_day(work.now)
    known = snapshot.known(work)
    landed = known.landed_on(today)
    fresh = {text for text in payloads if text not in landed and _SPELLING.fullmatch(text)}
    if fresh:
        landed.update(_at_desks(work, known, fresh, today))
    found = {text: landed[text] for text in payloads if text in landed}
    others = [text for text in payloads if text not in found]
    return found | _elsewhere(work, codes, others, today) if others else found


def _at_desks(work: Work, known: Known, texts: Collection[str], today: date) -> dict[str, Landed]:
    rows = code_rows.by_text(work, texts)
    ids = {row.desk for row in rows} | {row.heir for row in rows if row.heir}
    cards = desk_cards(work, ids, today)
    places = desks.places(work, ids) if ids else {}
    found: dict[str, Landed] = {}
    for row in rows:
        landing = _landing(known, row, cards, places, today)
        found |= {text: landing for text in (row.token, row.short_code) if text in texts}
    return found


def _landing(
    known: Known,
    row: CodeRow,
    cards: dict[DeskId, DeskCard],
    places: dict[DeskId, Places],
    today: date,
) -> Landed:
    heir = cards.get(row.heir) if row.heir else None
    match row.state:
        case CodeState.ACTIVE:
            return _here(known, row, cards[row.desk], places[row.desk], today)
        case CodeState.MOVED:
            formerly = _poster_unit_name(known, row, places[row.desk])
            if row.heir != row.desk:
                formerly = f"{cards[row.desk].name} – {formerly}"
            return Landed(Outcome.MOVED, heir, formerly)
        case CodeState.REVOKED:
            return Landed(Outcome.REVOKED, heir)
        case CodeState.TOMBSTONED:
            return Landed(Outcome.REVOKED)
    assert_never(row.state)


def _here(known: Known, row: CodeRow, card: DeskCard, places: Places, today: date) -> Landed:
    formerly = _poster_unit_name(known, row, places)
    if standing(known.tree, places, today) is None:
        return Landed(Outcome.REVOKED, None, formerly)
    if formerly == card.unit_name:
        return Landed(Outcome.HERE, card)
    same = standing(known.tree, places, _poster_day(row)) == card.unit
    return Landed(Outcome.HERE if same else Outcome.MOVED, card, formerly)


def _poster_unit_name(known: Known, row: CodeRow, places: Places) -> str:
    day = _poster_day(row)
    unit = standing(known.tree, places, day) or placed(places, day)
    return known.tree.name(unit, day)


def _poster_day(row: CodeRow) -> date:
    return local_day(row.printed_at or row.issued_at)


def _elsewhere(work: Work, codes: Codes, texts: Iterable[str], today: date) -> dict[str, Landed]:
    shorts = {text for text in texts if codes.find(text) == text}
    serials = {text: _serial(codes, Use.VISIT, text) for text in texts if text not in shorts}
    visits = code_rows.visits(work, {s for s in serials.values() if s is not None}, shorts)
    cards = desk_cards(work, {visit.desk for visit in visits}, today)
    by_name: dict[object, Landed] = {}
    for visit in visits:
        landed = Landed(Outcome.CONTINUED, cards.get(visit.desk), None, visit.rating)
        by_name |= {visit.serial: landed, visit.short_code: landed}
    return {
        text: by_name.get(serials.get(text, text)) or _nowhere(codes, text, serials)
        for text in texts
    }


def _nowhere(codes: Codes, text: str, serials: dict[str, int | None]) -> Landed:
    short = text not in serials
    genuine = short or serials[text] is not None or _serial(codes, Use.DESK, text) is not None
    return Landed(Outcome.UNKNOWN if genuine else Outcome.FORGED)


def _serial(codes: Codes, use: Use, text: str) -> int | None:
    try:
        return codes.read(use, text)
    except NotOurs:
        return None
