"""Every story of a rating is played through Zalo's doors as it is told, but for what Zalo is not.

Each goes through one of the doors, some through all; with ``HAILONG_DEEP=1`` each through all.
"""

import os

import pytest

from bot.channels.console.story import read
from feedback.store.engine import open_engine
from feedback.store.vault import Vault
from tests.conftest import Hands
from tests.conversation.telling import STORIES
from tests.stories import script
from tests.stories.ratings import Visit

ELSEWHERE = {
    "edited": "a message cannot be changed in Zalo",
    "midnight": "a visit that was silent for half an hour is not taken up again",
    "stale": "a button is what would have been typed, and means what that means now",
}
"""Stories that cannot go so in Zalo, and why."""
DOORS = [door for door, groups in script.DOORS.items() if "zalo" in groups]
RATINGS = {path.stem: path for path in STORIES.glob("*.story") if not path.stem.startswith("case-")}
PLAYED = sorted(RATINGS.keys() - ELSEWHERE.keys())
ALL = PLAYED if os.environ.get("HAILONG_DEEP") else ["misclick", "whole-visit"]
PAIRS = [
    (name, door)
    for n, name in enumerate(PLAYED)
    for m, door in enumerate(DOORS)
    if name in ALL or n % len(DOORS) == m
]


@pytest.mark.parametrize(("name", "door"), PAIRS)
async def test_a_rating_goes_as_it_is_told(
    name: str, door: str, sqlite_url: str, vault: Vault, clock: Hands
) -> None:
    """The same is recorded at each step, the same is offered, and nothing is left unanswered."""
    visit = Visit(open_engine(sqlite_url), vault, clock, door)
    try:
        await visit.play(read(RATINGS[name].read_text("utf-8")))
    finally:
        print("\n".join(visit.transcript))


def test_most_stories_are_played() -> None:
    assert ELSEWHERE.keys() <= RATINGS.keys()
    assert len(PLAYED) >= 18
