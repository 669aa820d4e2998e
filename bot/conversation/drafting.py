"""Adds what a citizen tells, shows or names to the draft at hand. Nothing leaves it unsaid.

It never sends, and never drops a word without saying so.
"""

import re
from dataclasses import replace

from bot.conversation.draft import LARGEST_PIECE, MOST_PIECES, Draft, Piece, changed
from bot.conversation.events import Medium, Sent
from bot.conversation.here import told
from bot.conversation.keeping import cleaned
from bot.conversation.state import State
from bot.conversation.turn import Say, Turn

_PIECES = {
    Medium.PHOTO: "photo",
    Medium.ALBUM: "photo",
    Medium.VOICE: "voice",
    Medium.DOCUMENT: "document",
}
_PHONE = re.compile(r"\+?\d[\d .\-()]{6,18}\d")
LONGEST_NAME = 100
LONGEST_PLACE = 200


def with_draft(state: State, draft: Draft) -> State:
    """Put a changed draft into a state."""
    return replace(state, draft=draft)


def tell(state: State, text: str, echo: str = "draft.told") -> Turn:
    """Add a text to the story, as far as there is room."""
    draft, full = state.draft or Draft(), cleaned(text)
    if not full:
        return Turn(state)
    room = draft.room()
    if room <= 0:
        return told(state, "draft.full")
    kept = full[:room]
    now = with_draft(state, changed(draft, texts=(*draft.texts, kept)))
    cut = (Say("draft.cut"),) if len(kept) < len(full) else ()
    return Turn(now, says=(Say(echo), *cut))


def attach(state: State, event: Sent) -> Turn:
    """Add a file or a location to the draft, or say why not; words beside it are told too."""
    added = _added(state, event)
    if not cleaned(event.caption or ""):
        return added
    beside = tell(added.state, event.caption or "")
    return Turn(beside.state, says=(*added.says, *beside.says))


def takes(event: Sent) -> bool:
    """Say whether a draft can hold this kind of thing."""
    return event.medium in _PIECES or event.medium is Medium.LOCATION


def _added(state: State, event: Sent) -> Turn:
    draft = state.draft or Draft()
    if event.medium is Medium.LOCATION:
        if not event.place:
            return told(state, "media.other")
        return told(with_draft(state, changed(draft, location=event.place)), "draft.location")
    taken = piece(event, len(draft.pieces))
    if isinstance(taken, Say):
        return Turn(state, says=(taken,))
    now = with_draft(state, changed(draft, pieces=(*draft.pieces, taken)))
    return answered_once(now, state, event, Say(f"draft.{taken.medium}"))


def piece(event: Sent, already: int) -> Piece | Say:
    """Give a file that was sent as a piece, or what to say where it cannot be taken."""
    if event.file is None:
        return Say("draft.lost")
    if already >= MOST_PIECES:
        return Say("draft.pieces", args=(("most", str(MOST_PIECES)),))
    if event.size > LARGEST_PIECE:
        return Say("draft.large", args=(("most", str(LARGEST_PIECE // 2**20)),))
    return Piece(_PIECES[event.medium], event.file, cleaned(event.name)[:LONGEST_PLACE])


def answered_once(now: State, before: State, event: Sent, echo: Say) -> Turn:
    """Say that a file was taken, once for all files of an album."""
    answered = event.album is not None and event.album == before.album
    return Turn(replace(now, album=event.album or before.album), says=() if answered else (echo,))


def phone(text: str) -> str | None:
    """Give a text as a phone number, if it reads like one: 8 to 15 digits."""
    found = _PHONE.fullmatch(cleaned(text))
    digits = sum(c.isdigit() for c in text)
    # No number has more than 15 digits (E.164).
    return cleaned(text) if found and 8 <= digits <= 15 else None


def name(text: str) -> str | None:
    """Give a text as a name, if it is short enough for one and on one line."""
    typed = cleaned(text)
    fits = 0 < len(typed) <= LONGEST_NAME and "\n" not in typed
    # A digit that was meant for a choice is nobody's name.
    return typed if fits and not typed.isdecimal() else None
