"""The drawing of the conversation's stages, made from the table that drives them."""

import sys
from pathlib import Path

from bot.conversation.state import Stage
from bot.conversation.table import FOLLOWING, TABLE, Row, Way

DRAWING = Path(__file__).parents[2] / "docs" / "conversation.md"

_INTRO = """# The conversation

Made by `python -m bot.conversation.draw` from `bot/conversation/table.py`; do not edit it by hand.

A level counts the moment it is chosen; everything after it is optional and adds to the same
rating. A button says which prompt, desk and day it stood under, and works in any stage: a level
pressed anywhere first leads to its desk, then counts. Whatever a stage has no row for leaves it
where it is, and is answered with the prompt it waits at.

Every event is answered but four: someone left; somebody of the office answered by hand; a timer
came that means nothing here; a further photo belongs to an album that has its answer (the photo is
kept, or it was said that no more can be). In Zalo a few more are not, as said below. What is sent
about a case is answered with what came of it: the receipt, or that the act was taken down.

Text and photos that come before a level are held, and recorded with it, or go into a case that is
begun. A comment keeps 4,000 characters of a message, a rating 5 photos, a case 10,000 characters
and 5 files; where something is not kept, the citizen hears it.

A case is begun anywhere (*begin a case* interrupts whatever goes on, and *close* goes back to it).
Nothing of it is sent before its summary was read and 6 chosen: each change makes another edition
of the draft, and the button under an older summary does nothing. A code names the desk of a draft
that has none; otherwise it leads to its desk, and the draft waits. It is reminded of once, and
dropped three days later; its writer is told the day.

One digit means one thing everywhere: 1-5 the scale, or a line of a list; 0 nothing, neither to
judge yet nor to send; 6 onward: tell us, go on, send, yes; 7 change, or have it looked at again; 8
the other language; 9 go on without, or back. A list of desks takes 1-9 for its lines.

In Zalo no link brings a desk's code, and people of the office read along. So there

- one greeting is said however many of follow, click and text arrive, for an hour;
- the desk is asked for with a list to choose from, all desks of an office of at most nine, pages of
  an office of at most forty; the code is optional then, and a case needs no desk at all;
- a visit that was silent for half an hour has gone cold: its desk is asked for again, words are
  held for whichever it is, and only SỬA still means what was given;
- two wrong codes lead to the list; five within an hour, and no code is tried until it is over;
- photos that come one by one within seconds are an album;
- words that accuse somebody of misconduct are neither held nor recorded nor filed, whether told or
  chosen: the citizen hears who reads along and is handed the address of a sealed form on the web,
  good for two hours and knowing only the desk;
- after somebody of the office wrote by hand nothing is said until the citizen writes again when the
  silence is over; letters about cases go, and one that asks something ends the silence;
- beside another robot (`after_code_or_menu`) nothing is answered or kept before a valid code or one
  of #danhgia, #phananh, #tracuu or their plain words; then for as long as the dialogue is not cold,
  and for a case that is being written or looked at, for seven days.
"""

_ONWARD = (
    (Stage.ASKING, "questions left"),
    (Stage.COMMENT, "no comment yet"),
    (Stage.PHOTO, "no photo yet"),
    (Stage.DONE, "nothing left"),
)

_NEXT = (
    (Stage.PLACING, "no place yet"),
    (Stage.NAMING, "no name asked"),
    (Stage.CALLING, "no phone asked"),
    (Stage.CONFIRMING, "all was asked"),
)
_STAGES = {
    Stage.NEW: "never heard of",
    Stage.LOBBY: "known, at no desk; the desk's code is asked for",
    Stage.RATING: "at a desk; the five levels are offered",
    Stage.ASKING: "a question is asked, at most three in all",
    Stage.COMMENT: "a comment is asked for",
    Stage.PHOTO: "a photo is asked for",
    Stage.DONE: "thanked; further text is kept as a comment",
    Stage.CHOOSING: "the three choices of a case are offered",
    Stage.TELLING: "a case is told: texts, files, a location",
    Stage.PLACING: "the desk or place of a case is asked for, where it is not known",
    Stage.NAMING: "a name is asked for; it may be left out",
    Stage.CALLING: "a phone number is asked for; it may be left out",
    Stage.CONFIRMING: "the summary is shown: send, change or stop",
    Stage.CHANGING: "what is to be changed is asked for",
    Stage.LISTING: "the person's cases are listed",
    Stage.VIEWING: "one case is shown, with what may be done",
    Stage.REPLYING: "words for a case are written, and sent when that is confirmed",
    Stage.JUDGING: "the answer is to be judged",
    Stage.WITHDRAWING: "taking a case back is to be confirmed",
}


def drawing() -> str:
    """Give the page: the stages, the diagram and the table."""
    stages = "\n".join(f"- **{stage.value}**: {means}" for stage, means in _STAGES.items())
    return "\n".join((_INTRO, "## Stages\n", stages, "", _diagram(), _table()))


def _diagram() -> str:
    edges = [edge for row in TABLE for edge in _edges(row)]
    choices = [f"    state {way.value} <<choice>>" for way in Way]
    ways = [
        *(f"    onward --> {stage.value}: {means}" for stage, means in _ONWARD),
        *(f"    next --> {stage.value}: {means}" for stage, means in _NEXT),
        "    back --> lobby: or wherever the case interrupted",
    ]
    lines = ("stateDiagram-v2", *choices, "    [*] --> new", *edges, *ways)
    return "\n".join(("## Diagram\n", "```mermaid", *lines, "```", ""))


def _edges(row: Row) -> list[str]:
    to = row.to.value
    stages = ("any",) if row.stages == tuple(Stage) else tuple(s.value for s in row.stages)
    return [f"    {stage} --> {to}: {row.cue.value}" for stage in stages]


def _table() -> str:
    rows = [f"| {row.cue.value} | {_from(row)} | {row.to.value} | {row.means} |" for row in TABLE]
    onward = ", ".join(stage.value for stage in FOLLOWING)
    head = ("## Table\n", "| cue | from | to | when |", "|---|---|---|---|")
    parts = ", ".join(stage.value for stage, _ in _NEXT[:-1])
    tail = (
        f"\n*{Way.ONWARD.value}* is the first of {onward} that is still open, else done. "
        f"*{Way.NEXT.value}* is the first of {parts} that is still to be asked, else confirming. "
        f"*{Way.BACK.value}* is the stage that the case interrupted.\n"
    )
    return "\n".join((*head, *rows, tail))


def _from(row: Row) -> str:
    return "any" if row.stages == tuple(Stage) else ", ".join(stage.value for stage in row.stages)


if __name__ == "__main__":
    DRAWING.write_text(drawing(), "utf-8")
    sys.stdout.write(f"{DRAWING}\n")
