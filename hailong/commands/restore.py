"""`hailong restore`: put a backup back into a new home."""

from pathlib import Path

import click

from hailong.report import say, show


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--erasures",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The living list of erasures, kept apart.",
)
@click.option("--lost-keys", is_flag=True, help="The keys are lost: open it by the passphrase.")
@click.option("--json", "as_json", is_flag=True)
def command(path: Path, erasures: Path | None, lost_keys: bool, as_json: bool) -> None:
    """Put the backup PATH into an empty home: all of it, proven, or nothing.

    Put the copy of keys.toml into the home before; people erased since the backup are erased again.
    """
    from hailong.backup.restoring import restore
    from hailong.backup.words import manifest_row
    from hailong.settings import read_settings

    done = restore(read_settings(), path, erasures, lost_keys=lost_keys)
    rows = [one.row() for one in done.findings]
    extra = {"into": done.database, "erased_again": done.erased, "tables": done.counts}
    columns = [("state", ""), ("what", "What"), ("do", "What to do")]
    show(rows, columns=columns, as_json=as_json, extra=extra | manifest_row(done.manifest))
    say(f"Put back into {done.database}; {done.erased} things were erased again.")
    if done.manifest.secrets:
        say(f"Set again, for a backup holds no secrets: {', '.join(done.manifest.secrets)}.")
    say("Move the old record's head aside where you kept it, and run `hailong doctor`.")
