"""Where codes lead, a batch at a time: desks, what became of them, and ratings carried on.

A token whose row exists leads somewhere even when its key is lost; nothing here is ever an error.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from feedback.domain.days import local_day
from feedback.domain.desks import DeskCard, Landed, Outcome
from feedback.domain.ids import DeskId, UnitId
from feedback.domain.tree import Tree
from feedback.services.codes import Codes, NotOurs, Use
from feedback.services.places import desk_codes, snapshot
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
    # What cannot be a code is not asked of the database, however long or hostile it is.
    fresh = {text for text in payloads if text not in landed and _SPELLING.fullmatch(text)}
    if fresh:
        landed.update(_at_desks(work, known, fresh, today))
    found = {text: landed[text] for text in payloads if text in landed}
    others = [text for text in payloads if text not in found]
    return found | _elsewhere(work, codes, others, today) if others else found


def _at_desks(work: Work, known: Known, texts: Collection[str], today: date) -> dict[str, Landed]:
    rows = code_rows.by_text(work, texts)
    onward = _onward(work, {row.heir for row in rows if row.heir})
    ids = {row.desk for row in rows} | {row.heir for row in rows if row.heir} | {*onward.values()}
    scene = _Scene(known.tree, desk_cards(work, ids, today), desks.places(work, ids), onward, today)
    found: dict[str, Landed] = {}
    for row in rows:
        landing = scene.landing(row)
        found |= {text: landing for text in (row.token, row.short_code) if text in texts}
    return found


def _onward(work: Work, heirs: set[DeskId]) -> dict[DeskId, DeskId]:
    """Find which of these desks passed their code on in their turn, and to which."""
    onward: dict[DeskId, DeskId] = {}
    while heirs:
        newest = {row.desk: row for row in code_rows.of_desks(work, heirs)}
        # A living code stands above any that has ended, whichever is newer.
        newest |= desk_codes.living(work, heirs)
        moved = {
            desk: row.heir
            for desk, row in newest.items()
            if row.state is CodeState.MOVED and row.heir and row.heir != desk
        }
        onward |= moved
        heirs = set(moved.values()) - onward.keys()
    return onward


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is known of the desks that a batch of codes leads to."""

    tree: Tree
    cards: dict[DeskId, DeskCard]
    places: dict[DeskId, Places]
    onward: dict[DeskId, DeskId]
    today: date

    def landing(self, row: CodeRow) -> Landed:
        """Tell where a code leads."""
        match row.state:
            case CodeState.ACTIVE:
                return self._here(row)
            case CodeState.MOVED:
                return Landed(Outcome.MOVED, self._heir(row), self._left(row))
            case CodeState.REVOKED:
                return Landed(Outcome.REVOKED, self._heir(row))
            case CodeState.TOMBSTONED:
                return Landed(Outcome.REVOKED)
        assert_never(row.state)

    def _here(self, row: CodeRow) -> Landed:
        card, places = self.cards[row.desk], self.places[row.desk]
        # A poster goes on showing the names of the day it was printed.
        day = local_day(row.printed_at or row.issued_at)
        formerly = self._unit_name(placed(places, day), day)
        if standing(self.tree, places, self.today) is None:
            return Landed(Outcome.REVOKED, None, formerly)
        if formerly == card.unit_name:
            return Landed(Outcome.HERE, card)
        same = standing(self.tree, places, day) == card.unit
        return Landed(Outcome.HERE if same else Outcome.MOVED, card, formerly)

    def _heir(self, row: CodeRow) -> DeskCard | None:
        desk, seen = row.heir, set[DeskId]()
        # Two desks may have taken over from each other.
        while desk is not None and desk in self.onward and desk not in seen:
            seen.add(desk)
            desk = self.onward[desk]
        card = self.cards.get(desk) if desk is not None else None
        gone = card and standing(self.tree, self.places[card.id], self.today) is None
        return None if gone else card

    def _left(self, row: CodeRow) -> str:
        """Name what a poster whose code has moved still shows."""
        ended = local_day(row.ended_at or row.issued_at)
        before = [unit for since, unit in self.places[row.desk] if since <= ended]
        if row.heir != row.desk:
            return f"{self.cards[row.desk].name} – {self._unit_name(before[-1], ended)}"
        # The desk was placed anew on the day its code ended: the poster shows the place before.
        return self._unit_name(before[-2] if len(before) > 1 else before[-1], ended)

    def _unit_name(self, unit: UnitId, day: date) -> str:
        return self.tree.name(self.tree.heir_on(unit, day) or unit, day)


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
    # A short code bears no signature, and one that nobody has may be a slip of the hand.
    short = text not in serials
    genuine = short or serials[text] is not None or _serial(codes, Use.DESK, text) is not None
    return Landed(Outcome.UNKNOWN if genuine else Outcome.FORGED)


def _serial(codes: Codes, use: Use, text: str) -> int | None:
    try:
        return codes.read(use, text)
    except NotOurs:
        return None
