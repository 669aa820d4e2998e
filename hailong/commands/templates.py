"""`hailong templates`: what answers are written from, by version."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hailong.report import say, show

if TYPE_CHECKING:
    from feedback.services.cases.templates import Kept

_JSON = click.option("--json", "as_json", is_flag=True)
_COLUMNS = [
    ("code", "Name"),
    ("language", "Language"),
    ("version", "Version"),
    ("from_day", "Since"),
    ("kind", "For"),
    ("title", "Title"),
]


@click.group()
def command() -> None:
    """Templates for answers; an answer keeps which one it was written from."""


@command.command("list")
@click.option("--language", type=click.Choice(["vi", "en"]), help="Default: all.")
@_JSON
def list_(language: str | None, as_json: bool) -> None:
    """List the templates that hold today."""
    from feedback.services.cases import templates
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        rows = [_row(one) for one in templates.listed(work, home.operator, language=language or "")]
    show(rows, columns=_COLUMNS, as_json=as_json)


@command.command("show")
@click.argument("name")
@_JSON
def show_(name: str, as_json: bool) -> None:
    """Show every version of a template, the newest last."""
    from admin_tui.literal import literal
    from feedback.services.cases import templates
    from hailong.home import open_home

    with open_home() as home, home.store.look() as work:
        rows = [_row(one) for one in templates.versions(work, home.operator, name)]
    if as_json:
        show(rows, columns=_COLUMNS, as_json=True)
        return
    for row in rows:
        click.echo(f"{row['code']}/{row['version']} {row['language']} {row['from_day'] or ''}")
        click.echo(f"{literal(str(row['title']))}\n\n{literal(str(row['body']))}\n")


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_JSON
def import_(file: Path, as_json: bool) -> None:
    """Add versions from FILE.json: [{"code", "vi": {"title", "body"}, "en", "kind", "from_day"}].

    Answers that were written keep the version they were written from.
    """
    from feedback.services.cases import templates
    from hailong.home import open_home

    data = file.read_bytes()
    with open_home() as home, home.store.work() as work:
        done = templates.import_file(work, home.operator, data, file.name)
    show([_row(one) for one in done.added], columns=_COLUMNS, as_json=as_json)
    if done.same:
        say(f"{done.same} entries say nothing new.")


def _row(one: "Kept") -> dict[str, object]:
    made = one.template
    return {
        "code": made.code,
        "language": made.language,
        "version": made.version,
        "from_day": one.from_day.isoformat() if one.from_day else None,
        "kind": one.kind or None,
        "title": made.title,
        "body": made.body,
        "by": one.by or None,
    }
