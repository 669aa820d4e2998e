"""Looks over the backups: when the last good one was made, and when one was last proven."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from hailong.backup import last
from hailong.finding import Finding
from hailong.home import Home

# The timer runs every day: past two there is more to it than a night that was missed.
_OLD = timedelta(days=2)
# The manual asks for it once a month; some days are forgiven.
_UNPROVEN = timedelta(days=35)
_DO = "hailong backup --keep 14 --weekly 8 FOLDER/, every day, to another machine"


def backup_of(home: Home, now: datetime) -> Iterator[Finding]:
    """Look over the last backup that was made from this home."""
    found = last.read(home.settings.home)
    if found is None:
        yield Finding(Finding.NOTE, "no backup was made from this home", _DO)
        return
    said = f"the last good backup is of {found.at:%Y-%m-%d %H:%M} UTC: {found.path}"
    if now - found.at > _OLD:
        yield Finding(Finding.WRONG, said, f"look at the timer; {_DO}")
    else:
        yield Finding(Finding.OK, said)
    if found.proven_at is None or now - found.proven_at > _UNPROVEN:
        yield Finding(Finding.NOTE, "no backup was proven in the last 35 days", "hailong verify")
