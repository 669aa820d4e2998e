"""The drawing in the documentation is the table that drives the stages, and nothing else."""

from bot.conversation.draw import DRAWING, drawing
from bot.conversation.state import Stage
from bot.conversation.table import TABLE, rows


def test_the_drawing_is_current() -> None:
    """To renew it: ``python -m bot.conversation.draw``."""
    assert DRAWING.read_text("utf-8") == drawing()


def test_every_stage_and_every_row_is_drawn() -> None:
    page = drawing()
    for stage in Stage:
        assert f"- **{stage.value}**" in page
    for stage, cue, to in rows():
        drawn = f" --> {to.value}: {cue.value}\n"
        assert f"    {stage.value}{drawn}" in page or f"    any{drawn}" in page


def test_no_stage_answers_one_cue_in_two_ways() -> None:
    keys = [(stage, row.cue) for row in TABLE for stage in row.stages]
    assert len(set(keys)) == len(keys)
