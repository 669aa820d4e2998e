"""What an admin should know about the machine, in a few plain words for the terminal's status line.

It only looks; `hailong doctor` looks at more, and says what to do.
"""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from feedback.store import samples
from feedback.store.work import Store
from hailong.backup import last
from hailong.checkup import LITTLE_SPACE
from hailong.spooled import SPOOL

_OLD_BACKUP = timedelta(days=2)
_OLD_LETTER = timedelta(minutes=30)
_SHORT_CALENDAR = 60
"""Days ahead that the calendar of working days should reach."""


def concerns(folder: Path, store: Store) -> Iterator[str]:
    """Give what needs somebody in a home, the most pressing first."""
    from bot.runtime.segments import Segments
    from bot.runtime.spool import overview
    from hailong.serving import standing

    now = store.clock()
    with store.look() as work:
        found = standing.read(work)
        sample = samples.any_units(work)
    if shutil.disk_usage(folder).free < LITTLE_SPACE:
        yield "ổ đĩa sắp đầy"
    if waiting := overview(Segments(folder / SPOOL)).n:
        yield f"{waiting} lượt chờ ghi vào cơ sở dữ liệu"
    for channel, dead in found.tokens_dead.items():
        if dead:
            yield f"{_DOORS.get(channel, channel)} cần được cho phép lại"
    if found.oldest is not None and now - found.oldest > _OLD_LETTER:
        yield f"tin gửi người dân chờ đã {_long(now - found.oldest)}"
    if found.parked:
        yield f"{found.parked} tin đến chưa xử lý được"
    kept = last.read(folder)
    if kept is None and not sample:
        yield "chưa sao lưu lần nào"
    elif kept is not None and now - kept.at > _OLD_BACKUP:
        yield f"lần sao lưu gần nhất đã {_long(now - kept.at)}"
    if found.calendar_days < _SHORT_CALENDAR:
        yield f"lịch ngày làm việc chỉ còn {max(0, found.calendar_days)} ngày"


_DOORS = {"zalo_oa": "Zalo", "zalo_bot": "Zalo Bot"}


def _long(time: timedelta) -> str:
    if time >= timedelta(days=2):
        return f"{time.days} ngày"
    hours = int(time / timedelta(hours=1))
    return f"{hours} giờ" if hours >= 2 else f"{int(time / timedelta(minutes=1))} phút"
