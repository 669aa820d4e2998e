"""Text and photos of a citizen: kept with the rating that stands, or held until one does.

Nothing is dropped without a word to the citizen.
"""

import re
import unicodedata
from dataclasses import replace

from bot.conversation.here import Here, told
from bot.conversation.state import State
from bot.conversation.turn import Commented, Fact, Pictured, Say, Turn

LONGEST_COMMENT = 4_000
"""Characters kept of one message; a desk officer reads no more, and Telegram's is 4,096."""
MOST_HELD = 5
MOST_PHOTOS = 5

# PostgreSQL stores no NUL, and UTF-8 no half of a surrogate pair.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def cleaned(text: str) -> str:
    """Normalise what was typed: NFC, no control characters, no blank ends."""
    return unicodedata.normalize("NFC", _UNWRITABLE.sub("", text)).strip()


def keep_text(here: Here, text: str) -> Turn:
    """Keep a text as a comment where a rating stands, or hold it for the one to come."""
    full = cleaned(text)
    kept, cut = full[:LONGEST_COMMENT], len(full) > LONGEST_COMMENT
    if not kept:
        return Turn(here.state)
    turn = _comment(here, kept) if here.state.day else _hold(here.state, kept)
    note = (Say("comment.cut", args=(("most", str(LONGEST_COMMENT)),)),) if cut else ()
    return replace(turn, says=(*turn.says, *note))


def keep_photo(here: Here, file: str) -> Turn:
    """Keep a photo with the rating that stands, or hold it for the one to come."""
    state = here.state
    if state.pictured + len(state.photos) >= MOST_PHOTOS:
        return told(state, "photo.full", ("most", str(MOST_PHOTOS)))
    if state.desk is None or state.day is None:
        return told(replace(state, photos=(*state.photos, file)), "photo.held")
    fact = Pictured(state.desk, state.day, file)
    return Turn(replace(state, pictured=state.pictured + 1), (fact,), (Say("photo.echo"),))


def release(state: State) -> Turn:
    """Attach what was held to the rating that now stands."""
    if state.desk is None or state.day is None or not (state.held or state.photos):
        return Turn(state)
    texts: tuple[Fact, ...] = tuple(Commented(state.desk, state.day, t) for t in state.held)
    photos = tuple(Pictured(state.desk, state.day, f) for f in state.photos)
    freed = replace(
        state,
        held=(),
        photos=(),
        said=_said(state, state.held),
        commented=state.commented or bool(texts),
        pictured=state.pictured + len(photos),
    )
    return Turn(freed, (*texts, *photos), (_released(state.held),))


def _comment(here: Here, text: str) -> Turn:
    state = here.state
    if state.desk is None or state.day is None:
        return _hold(state, text)
    late = state.day != here.today
    say = Say("comment.echo_day" if late else "comment.echo", day=state.day)
    fact = Commented(state.desk, state.day, text)
    return Turn(replace(state, commented=True, said=_said(state, (text,))), (fact,), (say,))


def _said(state: State, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Remember what was said beside a low level: a case can begin with it."""
    return (*state.said, *texts)[:MOST_HELD] if state.level in (1, 2) else state.said


def _hold(state: State, text: str) -> Turn:
    if len(state.held) >= MOST_HELD:
        return told(state, "held.full")
    return told(replace(state, held=(*state.held, text)), "held.text")


def _released(texts: tuple[str, ...]) -> Say:
    if not texts:
        return Say("held.photos")
    # Days may lie between the text and the tap, and another desk: show what is meant.
    start = " / ".join(" ".join(text.split()) for text in texts)
    return Say("held.released", args=(("text", start if len(start) <= 60 else start[:59] + "…"),))
