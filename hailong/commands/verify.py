"""`hailong verify`: is a backup whole, and would it come back."""

import sys
from pathlib import Path

import click

from hailong.report import say, show


@click.command()
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--json", "as_json", is_flag=True)
def command(path: Path | None, as_json: bool) -> None:
    """Read the backup PATH, else the last one, put it into a database of its own and prove that."""
    from feedback.store.work import wall_clock
    from hailong.backup.last import proven
    from hailong.backup.verifying import verify
    from hailong.backup.words import manifest_row
    from hailong.settings import read_settings

    settings = read_settings()
    found = verify(settings, path or _last(settings.home))
    rows = [one.row() for one in found.findings]
    extra = {"ok": found.ok, "sha256": found.sha256, "tables": found.counts}
    columns = [("state", ""), ("what", "What"), ("do", "What to do")]
    show(rows, columns=columns, as_json=as_json, extra=extra | manifest_row(found.manifest))
    if not found.ok:
        say("The backup is not good; see the lines that begin with WRONG.")
        sys.exit(1)
    proven(settings.home, found.sha256, wall_clock())
    say("The backup is good.")


def _last(home: Path) -> Path:
    from hailong.backup.last import read

    last = read(home)
    if last is None:
        raise click.UsageError("No backup was made from this home yet; name a file.")
    return Path(last.path)
