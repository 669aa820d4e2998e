"""`hailong backup`: a copy of everything, made while the server writes, sealed and read back."""

import os
from pathlib import Path

import click

from hailong.report import progress, say, show

_COLUMNS = [("path", "Backup"), ("bytes", "Bytes"), ("rows", "Rows"), ("sha256", "SHA-256")]


@click.command()
@click.argument("path")
@click.option("--keep", type=click.IntRange(1), help="Of the folder PATH keep so many days.")
@click.option("--weekly", type=click.IntRange(0), default=0, help="... and so many weeks.")
@click.option("--replace", is_flag=True, help="Write over a file of that name.")
@click.option("--json", "as_json", is_flag=True)
def command(path: str, keep: int | None, weekly: int, replace: bool, as_json: bool) -> None:
    """Write a backup to PATH; into the folder PATH under the time of now.

    With --keep older ones of that folder go, once the new one was written and read back.
    """
    from hailong.backup import keeping, making
    from hailong.backup.last import remember
    from hailong.backup.words import made_row
    from hailong.home import open_home

    folder = path.endswith(os.sep) or Path(path).is_dir()
    if keep and not folder:
        raise click.UsageError("--keep needs a folder: end its name with /.")
    with open_home() as home:
        _tell_spool(making.spooled(home))
        target = keeping.placed(Path(path), home.store.clock(), folder=folder)
        with progress(making.size(home.store.engine), "backing up") as advance:
            made = making.make(home, target, replace=replace, advance=advance)
        making.note(home, made)
        remember(home.settings.home, made)
        gone = keeping.sweep(target.parent, keep, weekly, home.store.clock()) if keep else []
    extra = {"removed": [str(one) for one in gone]}
    show([made_row(made)], columns=_COLUMNS, as_json=as_json, extra=extra)
    say("Written and read back. Keep the keys elsewhere: without them it cannot be opened.")


def _tell_spool(waiting: int) -> None:
    if waiting:
        say(f"Warning: {waiting} updates wait in the spool and are in no backup: start the server,")
        say("which takes them in, and make another one.")
