"""The summary of a case before it is sent: everything that would go, in a citizen's words.

It leaves nothing out without saying how much.
"""

from bot.conversation.draft import Draft, Piece
from bot.conversation.turn import Offer, Say
from feedback.domain.cases.kinds import GUIDED, SEALED, CaseKind, Choice
from feedback.domain.cases.suggestion import kind_of

_SHOWN = 900
"""Characters of the story that are shown: a message holds 2,000."""


def summary(draft: Draft, offers: tuple[Offer, ...], receives: bool) -> Say:
    """Show a draft as it would be sent: what, where, when, with what, by whom, to whom.

    ``receives``: someone outside the unit is there to read what accuses it.
    """
    chosen = Choice(draft.choice) if draft.choice in tuple(Choice) else Choice.REPORT
    # As the services will find it: what is read before sending is what is filed.
    kind = kind_of(chosen, draft.text)
    lines = (
        Say("summary.kind", named=(("kind", f"kind.{_named(chosen, kind)}"),)),
        *_story(draft),
        *_place(draft),
        *_pieces(draft),
        _who(draft),
        _readers(draft, kind, receives),
        *_guided(kind),
    )
    return Say("summary.ask", lines=lines, prompt=f"confirm-{draft.edition}", offers=offers)


def _named(chosen: Choice, kind: CaseKind) -> str:
    """Name a case as its citizen chose it, unless it is handled with more care than that."""
    return kind.value if kind in SEALED else chosen.value


def _story(draft: Draft) -> tuple[Say, ...]:
    text = draft.text
    if not text:
        return ()
    shown = start(text)
    said = Say("summary.text", quotes=(("text", shown),))
    rest = Say("summary.more", args=(("count", str(len(text) - len(shown))),))
    return (said, rest) if len(shown) < len(text) else (said,)


def _place(draft: Draft) -> tuple[Say, ...]:
    where = (
        Say("summary.where", quotes=(("where", draft.where),))
        if draft.where
        else Say("summary.nowhere")
    )
    location = (Say("summary.location", quotes=(("location", draft.location),)),)
    return (
        where,
        *((Say("summary.day", dates=(("on", draft.day),)),) if draft.day else ()),
        *(location if draft.location else ()),
    )


def _pieces(draft: Draft) -> tuple[Say, ...]:
    sent = counted(draft.pieces)
    if not draft.pictured:
        return sent
    return (*sent, Say("summary.pictured", args=(("count", str(draft.pictured)),)))


def counted(pieces: tuple[Piece, ...]) -> tuple[Say, ...]:
    """Count the photos, voice messages and files that go along, a line each."""
    mediums = [piece.medium for piece in pieces]
    counts = [(name, mediums.count(name)) for name in ("photo", "voice", "document")]
    return tuple(
        Say(f"summary.{name}", args=(("count", str(count)),)) for name, count in counts if count
    )


def _who(draft: Draft) -> Say:
    if not (draft.name or draft.phone):
        return Say("summary.nobody")
    named = ", ".join(part for part in (draft.name, draft.phone) if part)
    return Say("summary.who", quotes=(("who", named),))


def _readers(draft: Draft, kind: CaseKind, receives: bool) -> Say:
    if kind in SEALED and not receives:
        return Say("summary.readers_nobody")
    if kind not in SEALED:
        return Say("summary.readers_desk" if draft.desk is not None else "summary.readers")
    chosen = draft.choice == Choice.MISCONDUCT
    return Say("summary.readers_sealed" if chosen else "summary.readers_accusing")


def _guided(kind: CaseKind) -> tuple[Say, ...]:
    return (Say(f"summary.{kind.value}"),) if kind in GUIDED else ()


def start(text: str) -> str:
    """Give as much of a text as is shown."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
