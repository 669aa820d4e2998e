"""`hailong cases withhold | file-original`: files that show a private person."""

import os
from pathlib import Path

import click

from hailong.case_doing import CODE, JSON, REASON, act
from hailong.report import say
from hailong.typed_numbers import NUMBER

_FILE = click.option(
    "--file", "number", type=NUMBER, required=True, metavar="ID", help="Which file."
)


@click.command()
@CODE
@_FILE
@click.option("--undo", is_flag=True, help="Show the file again.")
@REASON
@JSON
def withhold(code: str, number: int, undo: bool, reason: str, as_json: bool) -> None:
    """Keep a file from being shown, whole, since it shows a private person."""
    from feedback.services.cases import withholding

    does = withholding.release if undo else withholding.withhold
    act(as_json, lambda w, v: does(w, v, code, number, reason))


@click.command("file-original")
@CODE
@_FILE
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@REASON
def original(code: str, number: int, out: Path, reason: str) -> None:
    """Write a file out though it is withheld; who looked and why is recorded."""
    from feedback.services.cases import withholding
    from hailong.home import open_home

    with open_home() as home, home.store.work() as work:
        opened = withholding.original(work, home.operator, code, number, reason)
    with open(os.open(out, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
        # A file that was there already keeps its mode; it is closed before a byte stands in it.
        os.fchmod(file.fileno(), 0o600)
        file.truncate()
        file.write(opened.data)
    say(f"Written to {out} ({opened.mime}), readable by this account only. Delete it afterwards.")


ACTS = (withhold, original)
