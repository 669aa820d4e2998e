"""`hailong talk`: hold the conversation in this terminal."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.store.outbox import Letter


@click.command()
@click.option(
    "--desk", metavar="CODE", help="Begin at this desk: its short code, token, or UNIT/name."
)
@click.option(
    "--channel",
    type=click.Choice(["console", "telegram", "zalo"]),
    default="console",
    help="Show the prompts as this door shows them; what is said is recorded as console.",
)
@click.option("--as", "name", help="A name that makes several talks the same person.")
@click.option("--story", type=click.Path(path_type=Path), help="Write the talk as a test.")
def command(desk: str | None, channel: str, name: str | None, story: Path | None) -> None:
    """Talk with the bot here. Type a digit or words; Ctrl+D ends it."""
    from bot.runtime.receive import Rules
    from feedback.services import asking
    from hailong.home import open_home
    from hailong.talking import Talk, converse, token_of, typed

    with open_home() as home:
        settings = home.settings
        authority = settings.higher_authority
        rules = Rules(home.codes, asking.current, settings.public_url, authority)
        talk = Talk(home.store, rules, name)
        start = token_of(home, desk) if desk else None
        converse(talk, start, typed(), partial(_tell, channel=channel))
        if story:
            talk.keep(story)


def _tell(letter: "Letter", channel: str) -> None:
    from bot.channels.console.encode import encode_text

    text = encode_text(letter.text) if channel == "console" else letter.text
    click.echo(f"\n{text}\n")
    for row in letter.buttons if channel == "telegram" else ():
        click.echo(" ".join(f"[{button.label}]" for button in row))
