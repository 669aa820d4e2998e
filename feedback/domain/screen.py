"""Screens comments for accusations, so that they reach the inspector and not those accused.

It errs on the careful side, and never decides whether what it finds is true.
"""

from feedback.domain import accusations as said
from feedback.domain.spotting import compiled, found, lines, readings, without

_ACCUSING = compiled(lines(said.MONEY, said.POWER, said.ABUSE, said.SLANG, said.ENGLISH))
_HANDED = compiled(lines(said.HANDED))
_LAWFUL = compiled(lines(said.LAWFUL))
_HARMLESS = compiled(lines(said.HARMLESS, said.OFFICES))
_DENIED = compiled(said.denials(said.DENIABLE), unless=said.TWIST)


def accuses(text: str) -> bool:
    """Say whether a text may accuse someone of misconduct; when in doubt, yes.

    A typed word may leave marks out ("boi tron") but may not carry others: "hơi lo" is no
    "hối lộ". Case, punctuation and invisible characters do not matter. What is denied in so many
    words ("không vòi vĩnh") accuses nobody, nor does money paid for what the law asks.
    """
    said_so = readings(text)
    # Most texts end here, before anything is taken out of them and searched again.
    if not found(_ACCUSING, said_so) and not found(_HANDED, said_so):
        return False
    left = without(_DENIED, without(_HARMLESS, said_so))
    # A lawful purpose excuses a sum that is named, never a word like "hối lộ" beside it.
    return found(_ACCUSING, left) or found(_HANDED, without(_LAWFUL, left))
