"""What every command says alike: tables or JSON, progress, and refusals with their exit codes."""

import errno
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import Any

Row = Mapping[str, object]
_WORD = 24
"""Characters of a word that is worth a line's width."""


def show(
    rows: Sequence[Row],
    *,
    columns: Sequence[tuple[str, str]],
    as_json: bool,
    extra: Mapping[str, object] | None = None,
) -> None:
    """Print rows as a table of the named columns, or as one JSON document under ``rows``."""
    if as_json:
        print(json.dumps({**(extra or {}), "rows": list(rows)}, ensure_ascii=False, default=str))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [[_cell(row.get(key)) for key, _ in columns] for row in rows]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for place, (_, heading) in enumerate(columns):
        whole = max((_kept(line[place]) for line in cells), default=0)
        table.add_column(heading, overflow="fold", min_width=max(whole, len(heading)))
    for line in cells:
        table.add_row(*map(Text, line))
    console = Console()
    # Where even the whole columns do not fit, a line too long does less harm than a cut date.
    console.print(table, width=max(console.width, console.measure(table).minimum), crop=False)


def say(message: str) -> None:
    """Tell the person something beside the data, on standard error."""
    print(message, file=sys.stderr)


def in_unicode() -> None:
    """Write UTF-8 whatever the locale says: no other character set has all of Vietnamese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


@contextmanager
def progress(total: int, label: str) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal and nothing in a pipe; the callable advances it by so many."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda step: bar.advance(task, step)


@contextmanager
def told() -> Iterator[None]:
    """Turn refusals into a message on standard error and an exit code: 1, 2 or 3."""
    try:
        yield
    except Exception as error:
        # Looked at only where it was loaded: `hailong --help` must stay within 25 times a bare
        # Python.
        damage = sys.modules.get("feedback.store.damage")
        if damage is not None and damage.is_damage(error):
            say(damage.ADVICE)
            sys.exit(1)
        if isinstance(error, OSError) and error.errno == errno.ENOSPC and not error.filename:
            say(f"Not all of it could be written: {error.strerror}.")
            sys.exit(1)
        if failed := _database_failed(error):
            say(failed)
            sys.exit(1)
        if isinstance(error, OSError) and isinstance(error.filename, str):
            if isinstance(error, PermissionError):
                say(_closed(error.filename))
                sys.exit(3)
            # A folder that is not there or a full disk is misfortune, whichever command meets it.
            say(f"{error.filename}: {error.strerror}.")
            sys.exit(1)
        code = _exit_code(error)
        if code is None:
            raise
        say(str(error))
        sys.exit(code)


def _exit_code(error: Exception) -> int | None:
    from feedback.services.refusals import Misuse, NotAllowed, Refusal

    if isinstance(error, NotAllowed):
        return 3
    if isinstance(error, Misuse):
        return 2
    if isinstance(error, Refusal):
        return 1
    settings = sys.modules.get("hailong.settings")
    if settings is not None and isinstance(error, settings.BadSettings):
        return 2
    return None


def _database_failed(error: Exception) -> str:
    """Say that the database went away or was held too long, without the statement it was at."""
    known = sys.modules.get("sqlalchemy.exc")
    if known is None or not isinstance(error, known.OperationalError):
        return ""
    said = str(error.orig).strip().partition("\n")[0]
    return f"The database failed: {said}. Try again; `hailong doctor` says more."


def _closed(name: str) -> str:
    """Say whose a place is that the system keeps closed: the home is one account's alone."""
    from pathlib import Path

    for path in (Path(name), *Path(name).absolute().parents):
        with suppress(OSError, KeyError):  # not to be seen, or of an account without a name
            return f"{name} is closed to you: {path} belongs to the account {path.owner()}."
    return f"{name} is closed to you."


def _kept(cell: str) -> int:
    """Give the width to keep for a cell: that of one short word, such as a code or a date."""
    return len(cell) if len(cell) <= _WORD and " " not in cell else 0


def _cell(value: object) -> str:
    shown: Any = "" if value is None else value
    # What citizens and files say must not speak to the terminal.
    return "".join(c if c.isprintable() else " " for c in str(shown))
