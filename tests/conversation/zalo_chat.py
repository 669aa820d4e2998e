"""A chat in Zalo for stories of conversation: its desks, and what it answers."""

from datetime import timedelta

from bot.conversation.events import (
    Event,
    Said,
)
from bot.conversation.scene import Desk
from tests.conversation.world import CIVIL, LAND, NOON, World

DESKS = (LAND, CIVIL)
MANY = tuple(Desk(n, f"Quầy {n}", f"UBND xã {n % 2}") for n in range(1, 13))
TODAY = NOON.date()
MINUTES = timedelta(minutes=1)


def chat(**more) -> World:
    return World(channel="zalo_oa", desks=more.pop("desks", DESKS), **more)


def phrases(world: World, event: Event) -> list[str]:
    return [say.phrase for say in world.happen(event)[0].says]


def text(world: World, event: Event) -> str:
    return "\n\n".join(message.text for message in world.happen(event)[1])


def rated(**more) -> World:
    world = chat(**more)
    world.happen(Said("#K7M3Q9"))
    world.happen(Said("4"))
    return world
