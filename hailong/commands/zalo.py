"""`hailong zalo`: an admin's consent, the tokens that live by it, and how the account is."""

from typing import TYPE_CHECKING

import click

from hailong.report import say, show

if TYPE_CHECKING:
    from hailong.home import Home

_JSON = click.option("--json", "as_json", is_flag=True)
_LINES = [("what", ""), ("value", "")]
_STEPS = """\
1. In the developers' console, app > Official Account > Thiết lập chung, set and save:
     Callback URL     {callback}
     Code Challenge   {challenge}
     State            {state}
   and allow: send messages, manage the account's data, manage messages of people.
2. As an admin of the Official Account, open this address in a browser, and allow:
     {address}
3. The browser comes back to an address that begins with the Callback URL. Copy all of it.
   It is good for ten minutes, and once."""


@click.group()
def command() -> None:
    """The Official Account on Zalo."""
    from hailong.serving import logs

    logs.set_up()  # beside the data, which alone stands on standard output


@command.command()
@click.option("--code", metavar="CODE", help="The code, or the whole address; asks for nothing.")
@_JSON
def authorize(code: str | None, as_json: bool) -> None:
    """Take an admin's consent, and keep the tokens it brings.

    With --json and without --code it only tells what the console must hold, and where to consent.
    """
    from hailong import zalo_account, zalo_consent
    from hailong.home import open_home

    with open_home() as home:
        zalo_account.required(home.settings)
        told = zalo_consent.steps(home)
        if code is None and as_json:
            show([told], columns=[], as_json=True)
            return
        if code is None:
            say(_STEPS.format(**told))
            code = click.prompt("Address or code", err=True)
        zalo_consent.take(home, code)
        say("Zalo gave tokens; the server uses them within a minute.")
        _show(home, as_json=as_json, ask=False)


@command.command()
@_JSON
def refresh(as_json: bool) -> None:
    """Have new tokens now, even where Zalo refused the last time."""
    from hailong import zalo_account, zalo_refresh
    from hailong.home import open_home

    with open_home() as home:
        zalo_account.required(home.settings)
        zalo_refresh.now(home)
        say("Zalo gave new tokens.")
        _show(home, as_json=as_json, ask=False)


@command.command()
@click.option("--offline", is_flag=True, help="Do not ask Zalo how the account is.")
@_JSON
def status(offline: bool, as_json: bool) -> None:
    """Show the tokens' age and ends, the account's health, and what came to the hook."""
    from hailong import zalo_account
    from hailong.home import open_home

    with open_home() as home:
        zalo_account.required(home.settings)
        _show(home, as_json=as_json, ask=not offline)


def _show(home: "Home", *, as_json: bool, ask: bool) -> None:
    from hailong import zalo_rows, zalo_state

    row = zalo_rows.of_state(home, zalo_state.gather(home, ask=ask))
    show([row] if as_json else zalo_rows.lines(row), columns=_LINES, as_json=as_json)
