"""Which backups of a folder stay: one a day, one a week. It takes away only files named by us."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from feedback.domain.days import local_day
from hailong.backup.whole_file import PART

_NAME = "hailong-%Y%m%dT%H%M%SZ.backup"
_OURS = re.compile(r"hailong-\d{8}T\d{6}Z\.backup")
# A younger draft may be one that another process is writing just now.
_STALE = timedelta(days=1)
# A second one within a second bears the next.
_SLACK = timedelta(minutes=1)


def placed(path: Path, now: datetime, *, folder: bool) -> Path:
    """Name a backup by its moment where a folder was given; else it is named already."""
    if folder:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.is_dir():
        return path
    # Two within a second are two backups, and neither is written over.
    while (named := path / stamped("hailong", now)).exists():
        now += timedelta(seconds=1)
    return named


def stamped(name: str, now: datetime) -> str:
    """Name a file by a moment."""
    return f"{name}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.backup"


def sweep(folder: Path, daily: int, weekly: int, now: datetime) -> list[Path]:
    """Take away what is not to stay, and drafts that a crash left; give what went."""
    for draft in folder.glob(f".hailong-*{PART}"):
        # Whoever writes it may have named it or taken it away in between.
        with suppress(OSError):
            if draft.stat().st_mtime < (now - _STALE).timestamp():
                draft.unlink()
    ours = {_moment(path): path for path in folder.iterdir() if _OURS.fullmatch(path.name)}
    # Those of a clock that was ahead would take the place of each that is made from now on.
    made = {moment: path for moment, path in ours.items() if moment <= now + _SLACK}
    gone = [made[moment] for moment in surplus(made, daily, weekly)]
    for path in gone:
        path.unlink()
    return gone


def surplus(moments: Iterable[datetime], daily: int, weekly: int) -> list[datetime]:
    """Give the moments that go when the newest of so many days and so many weeks stay.

    Only days and weeks of which there is a backup are counted, so that a server that stood still
    loses none. The newest one always stays.
    """
    newest_first = sorted(moments, reverse=True)
    stay = {*newest_first[:1]}
    stay |= _newest(newest_first, daily, local_day)
    stay |= _newest(newest_first, weekly, lambda moment: local_day(moment).isocalendar()[:2])
    return sorted(set(newest_first) - stay)


def _newest(
    moments: list[datetime], most: int, of: Callable[[datetime], date | tuple[int, int]]
) -> set[datetime]:
    firsts: dict[date | tuple[int, int], datetime] = {}
    for moment in moments:
        firsts.setdefault(of(moment), moment)
    return set(list(firsts.values())[:most])


def _moment(path: Path) -> datetime:
    return datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
