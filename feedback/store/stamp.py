"""Gateway of the stamp of places: drawn anew by every change of units, desks, services and codes.

What was read under one stamp stays true while the stamp does, in every process.
"""

import secrets

from sqlalchemy import select

from feedback.store.tables.places import place_stamp
from feedback.store.upsert import replacing
from feedback.store.work import Work

_ROW = 1
_READ = select(place_stamp.c.stamp).where(place_stamp.c.id == _ROW)


def read(work: Work) -> int:
    """Give the stamp of now, 0 where nothing was ever written."""
    return work.connection.scalar(_READ) or 0


def touch(work: Work) -> None:
    """Draw a new stamp; by chance, so that one that was rolled back never returns."""
    # Never 0, which stands for a database in which nothing was written yet.
    row = {"id": _ROW, "stamp": secrets.randbits(62) + 1}
    work.connection.execute(replacing(work.connection, place_stamp), [row])
