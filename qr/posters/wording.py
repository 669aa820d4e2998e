"""Own how text from outside becomes text that can be printed.

Nothing in a name is ever obeyed: no markup, no control, no change of direction.
"""

import unicodedata

from qr.posters.typeface import typeface

LONGEST = 500
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def printable(text: str) -> str:
    """Return one line of NFC text in letters the typeface has, at most `LONGEST` characters.

    What it lacks is tried in its plain form (a full-width letter), then printed as `?`.
    """
    composed = unicodedata.normalize("NFC", text[: 4 * LONGEST])
    visible = "".join(
        " " if char.isspace() else char
        for char in composed
        if char.isspace() or unicodedata.category(char) not in _DROPPED
    )
    line = "".join(_covered(char) for char in " ".join(visible.split()))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _covered(char: str) -> str:
    regular = typeface(bold=False)
    if regular.covers(char):
        return char
    plain = unicodedata.normalize("NFKC", char)
    return plain if all(map(regular.covers, plain)) else "?"
