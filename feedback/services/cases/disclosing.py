"""Says which words of a case are shown, to whom: redacted, published, or opened as they were."""

from collections.abc import Sequence

from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.private import find, redacted
from feedback.domain.cases.record import BY_CITIZEN, Case, Voice, Words
from feedback.domain.roles import Viewer
from feedback.services.authority import Act
from feedback.services.cases.casework import because, written
from feedback.services.cases.holding import Hold, hold
from feedback.services.refusals import NotFound, Refusal
from feedback.store import case_words, casebox
from feedback.store.casebox import Box
from feedback.store.work import Work

COVER = "[…]"
"""What stands for a part of a text that an editor took out."""


def redact(
    work: Work,
    viewer: Viewer,
    code: str,
    words: int,
    reason: str,
    *,
    text: str | None = None,
    spans: Sequence[tuple[int, int]] = (),
    version: int | None = None,
) -> Case:
    """Show a text in another form from now on: as ``text``, or without ``spans`` of what is shown.

    With neither, what seems private is blacked out. The original stays sealed, for those who may
    unlock who filed a case.
    """
    held = hold(work, viewer, code, CaseAct.REDACT, Act.MODERATE_CASES, version)
    before = _text(held, words)
    if text is not None:
        after = written(text)
    else:
        after = _covered(before, spans) if spans else redacted(before, find(before))
    if after == before:
        raise Refusal("Nothing private was found; write the text as it shall be shown.")
    case_words.redact(work, _box(held), words, after)
    held.words = words
    return held.done(because(reason))


def redact_all(work: Work, viewer: Viewer, code: str, reason: str) -> Case:
    """Black out what seems private in everything the citizen wrote; raise Refusal if nothing is."""
    held = hold(work, viewer, code, CaseAct.REDACT, Act.MODERATE_CASES)
    said = [
        (one.id, one.text)
        for one in case_words.words(work, held.case.id)
        if one.voice in BY_CITIZEN and one.text and find(one.text)
    ]
    if not said:
        raise Refusal("Nothing private was found in what the citizen wrote.")
    box = _box(held)
    for identity, text in said:
        case_words.redact(work, box, identity, redacted(text, find(text)))
    # An entry of the timeline points to one text; how many there were, its detail says.
    held.words = said[0][0]
    held.detail |= {"texts": str(len(said))}
    return held.done(because(reason))


def unredact(work: Work, viewer: Viewer, code: str, words: int, reason: str) -> Case:
    """Show a text again as it was written."""
    held = hold(work, viewer, code, CaseAct.REDACT, Act.MODERATE_CASES)
    # Refuses a text of another case, which its number alone would reach.
    _text(held, words)
    case_words.unredact(work, words)
    held.words = words
    held.detail |= {"undone": "yes"}
    return held.done(because(reason))


def originals(work: Work, viewer: Viewer, code: str, reason: str) -> tuple[Words, ...]:
    """Open the texts of a case as they were written; who looked and why is recorded."""
    held = hold(work, viewer, code, CaseAct.UNLOCK, Act.UNLOCK_IDENTITY)
    # In the transaction that reads: there is no look without its trace.
    held.detail |= {"what": "originals"}
    held.done(because(reason))
    return tuple(case_words.words(work, held.case.id, original=tuple(Voice)))


def publish(
    work: Work,
    viewer: Viewer,
    code: str,
    text: str,
    *,
    sure: bool = False,
    version: int | None = None,
) -> Case:
    """Publish a text without names; refused while it seems to hold private data, unless sure."""
    held = hold(work, viewer, code, CaseAct.PUBLISH, Act.MODERATE_CASES, version)
    if held.case.sealed:
        raise Refusal("A sealed case is never published.")
    text = written(text)
    kinds = sorted({span.kind.value for span in find(text)})
    if kinds and not sure:
        raise Refusal(f"The text seems to hold {', '.join(kinds)}; take them out, or say --sure.")
    held.say(Voice.PUBLIC, text)
    held.changes |= {"published": True}
    held.detail |= {"sure": ", ".join(kinds)} if kinds else {}
    return held.done()


def unpublish(
    work: Work, viewer: Viewer, code: str, reason: str, *, version: int | None = None
) -> Case:
    """Take a published text back, whatever became of the case meanwhile."""
    held = hold(work, viewer, code, CaseAct.UNPUBLISH, Act.MODERATE_CASES, version)
    if not held.case.published:
        raise Refusal("Nothing of this case is published.")
    held.changes |= {"published": False}
    return held.done(because(reason))


def _text(held: Hold, words: int) -> str:
    for one in case_words.words(held.work, held.case.id):
        if one.id == words and one.text is not None:
            return one.text
    raise NotFound(f"The case has no text {words}.")


def _box(held: Hold) -> Box:
    box = casebox.open_box(held.work, held.case.id)
    if box is None:
        raise Refusal("The words of this case were erased.")
    return box


def _covered(text: str, spans: Sequence[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in sorted(spans):
        if not at <= start < end <= len(text):
            raise Refusal(f"Parts to take out lie within 0 to {len(text)}, and apart.")
        pieces += [text[at:start], COVER]
        at = end
    return "".join((*pieces, text[at:]))
