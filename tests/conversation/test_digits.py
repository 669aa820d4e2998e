"""One digit means one thing everywhere, whatever is asked."""

import pytest

from bot.conversation.docket import Docket, Mine
from bot.conversation.draft import Draft, Reply
from bot.conversation.prompts import current
from bot.conversation.scene import Scene
from bot.conversation.state import Stage, State
from tests.conversation.world import LAND, NOON

MEANINGS = {
    "0": {"0", "stop", "withdraw"},
    "6": {"case", "go", "send", "add", "withdraw"},
    "7": {"edit", "change", "contest"},
    "8": {"vi", "en"},
    "9": {"skip", "stop"},
}
"""0 nothing; 6 onward; 7 change, or have it looked at again; 8 language; 9 without, or back."""
MINE = Mine(1, "report", "answered", NOON.date(), may=("add", "contest", "judge", "withdraw"))


@pytest.mark.parametrize("draft", [None, Draft(texts=("Chờ lâu",))])
@pytest.mark.parametrize("act", ["add", "contest"])
@pytest.mark.parametrize("stage", list(Stage))
def test_a_digit_beyond_the_scale_means_one_thing(
    stage: Stage, act: str, draft: Draft | None
) -> None:
    at_hand = draft or (Draft() if stage in (Stage.TELLING, Stage.CONFIRMING) else None)
    state = State(
        stage,
        desk=1,
        day=NOON.date(),
        pending=("staff",),
        level=1,
        draft=at_hand,
        reply=Reply(1, act),
    )
    for offer in current(state, Scene(desk=LAND, docket=Docket(True, (MINE,)))).offers:
        assert offer.digit in "0123456789"
        if offer.digit in MEANINGS:
            assert offer.choice in MEANINGS[offer.digit]


def test_how_good_an_answer_was_runs_like_the_scale() -> None:
    """Five is the best here too, one the worst."""
    state = State(Stage.JUDGING, reply=Reply(1))
    asked = current(state, Scene(docket=Docket(True, (MINE,))))
    judged = {offer.choice: offer.digit for offer in asked.offers}
    assert (judged["yes"], judged["partly"], judged["no"]) == ("5", "3", "1")
