"""Upgrades a database in children that are killed before their first, second … last statement.

Run as a program, without threads, so that it may fork: ``killed.py URL`` prints JSON, the number
of kills and whatever was not as before after one of them.
"""

import json
import os
import signal
import sys
from typing import Any

from sqlalchemy import Engine, event, text

from feedback.store import portable
from feedback.store.engine import open_engine
from feedback.store.vault import Vault
from hailong import schema
from tests.office import KEY

LOOK_CLOSER = 25
"""After how many kills every row is looked at, and not only revisions and tables."""


def main() -> None:
    url = sys.argv[1]
    before, closer = picture(url), rows(url)
    wrong: list[int] = []
    kills = 0
    while killed(url, kills):
        kills += 1
        if picture(url) != before or (kills % LOOK_CLOSER == 0 and rows(url) != closer):
            wrong.append(kills)
    print(json.dumps({"kills": kills, "wrong": wrong}))


def killed(url: str, after: int) -> bool:
    """Upgrade in a child that dies before its next statement; say no once it came to the end."""
    child = os.fork()
    if child == 0:
        engine = open_engine(url)
        die_after(engine, after)
        schema.upgrade(engine, Vault((KEY,)))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or status == 0, status
    return status != 0


def die_after(engine: Engine, statements: int) -> None:
    """Let the process be killed before a statement, or before the commit that follows all."""
    done = 0

    def count(*_: Any) -> None:
        nonlocal done
        if done == statements:
            os.kill(os.getpid(), signal.SIGKILL)
        done += 1

    event.listen(engine, "before_cursor_execute", count)
    event.listen(engine, "commit", count)


def picture(url: str) -> object:
    """Give the revisions and the tables, as cheaply as can be."""
    names = (
        "SELECT name, sql FROM sqlite_master ORDER BY name"
        if url.startswith("sqlite")
        else "SELECT table_name, column_name FROM information_schema.columns"
        " WHERE table_schema = 'public' ORDER BY 1, 2"
    )
    engine = open_engine(url)
    with engine.connect() as connection:
        found = (schema.stands(connection), connection.execute(text(names)).all())
    engine.dispose()
    return found


def rows(url: str) -> object:
    """Give the sum of every table."""
    engine = open_engine(url)
    with engine.connect() as connection:
        found = {t.name: portable.summed(connection, t).digest for t in portable.tables(connection)}
    engine.dispose()
    return found


if __name__ == "__main__":
    main()
