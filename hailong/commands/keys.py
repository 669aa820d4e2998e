"""`hailong keys`: the entries that sign desks and seal texts."""

import click

from hailong.report import say, show

_JSON = click.option("--json", "as_json", is_flag=True)


@click.group()
def command() -> None:
    """List, add and retire keys; seal anew what older ones sealed."""


@command.command("list")
@_JSON
def list_(as_json: bool) -> None:
    """Show the keys by their ids, and what still depends on each."""
    from hailong.home import open_home
    from hailong.keyring import census

    with open_home() as home:
        rows = census(home)
    columns = [
        ("kid", "Key"),
        ("signs", "Signs now"),
        ("posters", "Living posters"),
        ("sealed", "Sealed texts"),
        ("names_people", "Names people"),
    ]
    show(rows, columns=columns, as_json=as_json)


@command.command()
@click.argument("kid", required=False)
@_JSON
def add(kid: str | None, as_json: bool) -> None:
    """Add a key; from the next start on it signs and seals."""
    from hailong.home import open_home
    from hailong.keyring import add_key

    with open_home() as home:
        kid = add_key(home, kid)
    say(f"Added {kid}. Restart `hailong serve`, and keep a copy of the keys.")
    if as_json:
        show([{"kid": kid}], columns=[], as_json=True)


@command.command()
@click.argument("kid")
@_JSON
def retire(kid: str, as_json: bool) -> None:
    """Remove a key; refused while living posters or sealed texts need it."""
    from hailong.home import open_home
    from hailong.keyring import retire_key

    with open_home() as home:
        retire_key(home, kid)
    say(f"Retired {kid}.")
    if as_json:
        show([{"kid": kid}], columns=[], as_json=True)


@command.command()
@_JSON
def reencrypt(as_json: bool) -> None:
    """Seal everything with the newest key."""
    from hailong.home import open_home
    from hailong.keyring import reencrypt as seal_anew
    from hailong.report import progress

    with open_home() as home, progress(0, "sealing") as advance:
        n = seal_anew(home, advance)
        kid = home.store.vault.kid
    say(f"Sealed {n} texts with the newest key.")
    if as_json:
        show([{"kid": kid, "sealed": n}], columns=[], as_json=True)
