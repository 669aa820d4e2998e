"""The posts behind the doors of the stories, by the door's name."""

from feedback.store.work import Clock
from tests.stories.lines import CONSOLE, TELEGRAM
from tests.stories.mail import Mail, Post
from tests.stories.zalo import BotPost, OaPost


def post(door: str, clock: Clock) -> Post:
    """Give the post of a door; on the web there is nobody to write to."""
    match door:
        case "zalo_oa":
            return OaPost(clock, buttons=True)
        case "zalo_oa_text":
            return OaPost(clock, buttons=False)
        case "zalo_bot":
            return BotPost(clock)
        case _:
            return Mail(CONSOLE if door == "console" else TELEGRAM, clock)
