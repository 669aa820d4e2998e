"""`hailong talk`: hold the conversation in this terminal."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bot.store.outbox import Letter
    from hailong.home import Home
    from hailong.talking import Talk


@click.command()
@click.option(
    "--desk", metavar="CODE", help="Begin at this desk: its short code, token, or UNIT/name."
)
@click.option(
    "--channel",
    type=click.Choice(["console", "telegram", "zalo"]),
    default="console",
    help="telegram shows prompts as that door does; zalo goes by Zalo's rules, without buttons: "
    "desks to choose from, a form on the web for what accuses. A talk by Zalo's rules is recorded "
    "as zalo_oa, any other as console. Nothing is sent anywhere.",
)
@click.option("--as", "name", help="A name that makes several talks the same person.")
@click.option("--story", type=click.Path(path_type=Path), help="Write the talk as a test.")
def command(desk: str | None, channel: str, name: str | None, story: Path | None) -> None:
    """Talk with the bot here. Type a digit or words; Ctrl+D ends it."""
    from hailong.home import open_home
    from hailong.talking import code_of, converse, token_of, typed

    with open_home() as home:
        talk = _talk(home, channel, name)
        find = code_of if channel == "zalo" else token_of
        start = find(home, desk) if desk else None
        converse(talk, start, typed(), partial(_tell, channel=channel))
        if story:
            talk.keep(story)


def _talk(home: "Home", channel: str, name: str | None) -> "Talk":
    from bot.pages import tell_address
    from bot.runtime.rules import Rules
    from feedback.services import asking
    from hailong.cookies import SignedCookies
    from hailong.talking import ACCOUNT, ZALO, Talk

    page, authority = home.settings.public_url, home.settings.higher_authority
    form = partial(tell_address.written, SignedCookies(home.store.vault.keys), page)
    rules = Rules(home.codes, asking.current, page, authority, form=form)
    return Talk(home.store, rules, name, ZALO if channel == "zalo" else ACCOUNT)


def _tell(letter: "Letter", channel: str) -> None:
    from bot.channels.console.encode import encode_text
    from bot.channels.zalo.encode import Bubble, words

    match channel:
        case "zalo":
            text = words(Bubble("", letter.text))
        case "telegram":
            text = letter.text
        case _:
            text = encode_text(letter.text)
    click.echo(f"\n{text}\n")
    for row in letter.buttons if channel == "telegram" else ():
        click.echo(" ".join(f"[{button.label}]" for button in row))
