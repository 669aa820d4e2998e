"""Every story is played through every door it names, on SQLite; some on PostgreSQL as well."""

import pytest

from feedback.store.engine import open_engine
from feedback.store.vault import Vault
from tests.conftest import Hands
from tests.stories import script
from tests.stories.playing import Player
from tests.stories.script import Story

STORIES = script.every()
PLAYED = [(story, door) for story in STORIES for door in story.doors]
ON_POSTGRES = [(story, story.postgres) for story in STORIES if story.postgres]


async def played(story: Story, door: str, url: str, vault: Vault, clock: Hands) -> None:
    player = Player(open_engine(url), vault, clock, door)
    try:
        await player.play(story)
    finally:
        print("\n".join(player.transcript))


@pytest.mark.parametrize(("story", "door"), PLAYED, ids=str)
async def test_a_story_goes_as_it_is_told(
    story: Story, door: str, sqlite_url: str, vault: Vault, clock: Hands
) -> None:
    await played(story, door, sqlite_url, vault, clock)


@pytest.mark.parametrize(("story", "door"), ON_POSTGRES, ids=str)
async def test_a_story_goes_so_on_postgresql_too(
    story: Story, door: str, postgres_url: str, vault: Vault, clock: Hands
) -> None:
    await played(story, door, postgres_url, vault, clock)


def test_enough_of_them_are_played_on_both_databases() -> None:
    """At least three stories, and every door."""
    assert len({story.name for story, _ in ON_POSTGRES}) >= 3
    assert {door for _, door in ON_POSTGRES} == set(script.DOORS)
