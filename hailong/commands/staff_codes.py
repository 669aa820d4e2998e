"""`hailong staff totp`: one-time codes beside the password, switched on and off."""

import sys

import click

from hailong.report import say, show

_JSON = click.option("--json", "as_json", is_flag=True)


@click.group()
def totp() -> None:
    """One-time codes of six digits from a phone, asked for after the password."""


@totp.command("on")
@click.argument("name")
@_JSON
def on(name: str, as_json: bool) -> None:
    """Make a secret for someone and draw it once, to be scanned with their phone."""
    from feedback.services import second_factor
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        address, secret = second_factor.switch_on(work, home.operator, name)
    if not as_json:
        _draw(address)
    row = {"name": name, "secret": secret, "address": address}
    show([row], columns=[("name", "Name"), ("secret", "Secret")], as_json=as_json)


@totp.command("off")
@click.argument("name")
@click.option("--reason", required=True, help="Kept in the record.")
@_JSON
def off(name: str, reason: str, as_json: bool) -> None:
    """Ask someone for no codes any more, as when the phone was lost."""
    from feedback.services import second_factor
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        second_factor.switch_off(work, home.operator, name, reason)
    show([{"name": name, "codes": False}], columns=[("name", "Name")], as_json=as_json)


def _draw(address: str) -> None:
    from qr.terminal import ascii_qr

    say("Scan it now with an authenticator, or type the secret; it is not shown again.")
    say(ascii_qr(address, colour=sys.stderr.isatty()).rstrip())
