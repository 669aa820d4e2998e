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

Every event is answered but three: someone left; a timer came that means nothing here; a further
photo belongs to an album that has its answer (the photo is kept).

Text and photos that come before a level are held, and recorded with it. A comment keeps 4,000
characters of a message, a rating 5 photos; where something is not kept, the citizen hears it.
One digit means one thing everywhere: 1-5 the scale, 0 nothing to judge yet, 7 change, 8 the other
language, 9 go on without.
"""

_ONWARD = (
    (Stage.ASKING, "questions left"),
    (Stage.COMMENT, "no comment yet"),
    (Stage.PHOTO, "no photo yet"),
    (Stage.DONE, "nothing left"),
)

_STAGES = {
    Stage.NEW: "never heard of",
    Stage.LOBBY: "known, at no desk; the desk's code is asked for",
    Stage.RATING: "at a desk; the five levels are offered",
    Stage.ASKING: "a question is asked, at most three in all",
    Stage.COMMENT: "a comment is asked for",
    Stage.PHOTO: "a photo is asked for",
    Stage.DONE: "thanked; further text is kept as a comment",
}


def drawing() -> str:
    """Give the page: the stages, the diagram and the table."""
    stages = "\n".join(f"- **{stage.value}**: {means}" for stage, means in _STAGES.items())
    return "\n".join((_INTRO, "## Stages\n", stages, "", _diagram(), _table()))


def _diagram() -> str:
    edges = [edge for row in TABLE for edge in _edges(row)]
    onward = [f"    onward --> {stage.value}: {means}" for stage, means in _ONWARD]
    lines = ("stateDiagram-v2", "    state onward <<choice>>", "    [*] --> new", *edges, *onward)
    return "\n".join(("## Diagram\n", "```mermaid", *lines, "```", ""))


def _edges(row: Row) -> list[str]:
    to = row.to.value
    return [f"    {stage.value} --> {to}: {row.cue.value}" for stage in row.stages]


def _table() -> str:
    rows = [f"| {row.cue.value} | {_from(row)} | {row.to.value} | {row.means} |" for row in TABLE]
    onward = ", ".join(stage.value for stage in FOLLOWING)
    head = ("## Table\n", "| cue | from | to | when |", "|---|---|---|---|")
    tail = f"\n*{Way.ONWARD.value}* is the first of {onward} that is still open, else done.\n"
    return "\n".join((*head, *rows, tail))


def _from(row: Row) -> str:
    return "any" if row.stages == tuple(Stage) else ", ".join(stage.value for stage in row.stages)


if __name__ == "__main__":
    DRAWING.write_text(drawing(), "utf-8")
    sys.stdout.write(f"{DRAWING}\n")
