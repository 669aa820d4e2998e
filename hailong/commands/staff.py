"""`hailong staff`: people who may sign in at the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hailong.commands.staff_codes import totp
from hailong.report import say, show

if TYPE_CHECKING:
    from feedback.services.people import Member
    from feedback.store.work import Work

# Without the operator: that is whoever runs these commands, and never signs in.
_ROLES = ["supervisor", "handler", "moderator", "inspector", "integrity", "admin", "auditor"]
_ROLE = click.option("--role", type=click.Choice(_ROLES), required=True)
_UNIT = click.option("--unit", metavar="CODE[@DATE]", help="The unit the role is held for.")
_FILE = click.option(
    "--password-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path, allow_dash=True),
    help="Read the password from the first line of a file; - is standard input.",
)
_PROMPT = click.option("--prompt", is_flag=True, help="Ask for the password here.")
_JSON = click.option("--json", "as_json", is_flag=True)
_COLUMNS = [
    ("name", "Name"),
    ("role", "Role"),
    ("unit", "Unit"),
    ("state", "State"),
    ("password", "Password"),
]


@click.group()
def command() -> None:
    """People who may sign in: a password is made and shown once, unless one is given."""


command.add_command(totp)


@command.command()
@click.argument("name")
@_ROLE
@_UNIT
@_FILE
@_PROMPT
@_JSON
def add(
    name: str, role: str, unit: str | None, password_file: Path | None, prompt: bool, as_json: bool
) -> None:
    """Let someone new sign in; the first thing asked of them is a password of their own."""
    from feedback.domain.roles import Role
    from feedback.services import passwords, people
    from feedback.services.places import unit_id
    from hailong.home import open_home

    password, made = _password(password_file, prompt)
    # Ahead of the transaction: argon2 is slow on purpose, and nobody else should wait for it.
    kept = passwords.hashed(password)
    with open_home() as home, home.store.work() as work:
        of = unit_id(work, unit) if unit else None
        member = people.add(work, home.operator, name, Role(role), of, kept)
        row = _row(work, member, made)
    _tell(row, as_json)


@command.command("list")
@_JSON
def list_(as_json: bool) -> None:
    """Show who may sign in."""
    from feedback.services import people
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        rows = [_row(work, member) for member in people.listed(work, home.operator)]
    show(rows, columns=_COLUMNS[:-1], as_json=as_json)


@command.command("role")
@click.argument("name")
@_ROLE
@_UNIT
@_JSON
def role_(name: str, role: str, unit: str | None, as_json: bool) -> None:
    """Give someone another role, for another unit."""
    from feedback.domain.roles import Role
    from feedback.services import people
    from feedback.services.places import unit_id
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        of = unit_id(work, unit) if unit else None
        row = _row(work, people.change_role(work, home.operator, name, Role(role), of))
    show([row], columns=_COLUMNS[:-1], as_json=as_json)


@command.command()
@click.argument("name")
@click.option("--undo", is_flag=True, hidden=True, help="What `enable` does.")
@_JSON
def disable(name: str, undo: bool, as_json: bool) -> None:
    """Let someone in no more; what they did stays in the record."""
    _let(name, undo, as_json)


@command.command()
@click.argument("name")
@_JSON
def enable(name: str, as_json: bool) -> None:
    """Let someone in again."""
    _let(name, True, as_json)


@command.command()
@click.argument("name")
@_FILE
@_PROMPT
@_JSON
def password(name: str, password_file: Path | None, prompt: bool, as_json: bool) -> None:
    """Give someone a new password, and end a wait after failures."""
    from feedback.services import passwords, people
    from hailong.home import open_home

    chosen, made = _password(password_file, prompt)
    kept = passwords.hashed(chosen)
    with open_home() as home, home.store.work() as work:
        row = _row(work, people.set_password(work, home.operator, name, kept), made)
    _tell(row, as_json)


def _password(path: Path | None, prompt: bool) -> tuple[str, str | None]:
    """Give the password to store and, when it was made here, the one to show once."""
    from feedback.services.people import new_password

    if prompt and path:
        raise click.UsageError("Give --password-file or --prompt, not both.")
    if prompt:
        return click.prompt("Password", hide_input=True, confirmation_prompt=True), None
    if path is None:
        made = new_password()
        return made, made
    with click.open_file(str(path), encoding="utf-8") as file:
        return file.readline().rstrip("\r\n"), None


def _let(name: str, again: bool, as_json: bool) -> None:
    from feedback.services import people
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        row = _row(work, people.disable(work, home.operator, name, disabled=not again))
    show([row], columns=_COLUMNS[:-1], as_json=as_json)


def _tell(row: dict[str, object], as_json: bool) -> None:
    if "password" in row:
        say("The password is shown once, and must be changed at the first sign-in.")
    show([row], columns=_COLUMNS, as_json=as_json)


def _row(work: "Work", member: "Member", made: str | None = None) -> dict[str, object]:
    from feedback.domain.days import local_day
    from feedback.services.places import tree

    day = local_day(work.now)
    known = None if member.unit is None else tree(work).nearest(member.unit, day)
    state = "disabled" if member.disabled else "new" if member.must_change else "active"
    row: dict[str, object] = {
        "name": member.name,
        "role": member.role.value,
        "unit": known.name if known else None,
        "unit_code": known.code if known else None,
        "state": state,
        "disabled": member.disabled,
        "must_change": member.must_change,
    }
    return row if made is None else {**row, "password": made}
