"""Opens the home's spool for a server: what fills it, what empties it, and what is told of it."""

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from bot.runtime.draining import Drainer
from bot.runtime.intake import UPDATES
from bot.runtime.spool import Spool
from bot.runtime.takers import Updates, can_store
from feedback.services.refusals import Refusal
from hailong.home import Home
from hailong.spooled import files_of

if TYPE_CHECKING:
    from hailong.serving.doors import Doors


def open_spool(home: Home) -> Spool:
    """Open the spool; raise Refusal where it cannot be written."""
    files = files_of(home.settings)
    try:
        files.prepare()
    except OSError as error:
        raise Refusal(
            f"{files.folder} cannot be written ({error.strerror or error}). What citizens send is "
            "kept there while the database is down, so the server does not start without it."
        ) from None
    spool = Spool(files, home.store.vault)
    spool.count()  # what was left here is read before anything new comes
    return spool


def serve_spool(doors: "Doors") -> None:
    """Let the spool be drained as long as the server runs, and counted."""
    intake, metrics = doors.intake, doors.metrics

    def drained(n: int) -> None:
        intake.drained()
        metrics.drained.inc(n)

    async def works() -> bool:
        return await can_store(doors.writer)

    intake.tell(lambda door: metrics.spooled.labels(door).inc())
    metrics.spool.labels("waiting").set_function(doors.spool.count)
    metrics.spool.labels("aside").set_function(doors.spool.aside)
    doors.takers[UPDATES] = Updates(doors.collector)
    drainer = Drainer(doors.spool, doors.takers, works, drained)
    doors.work.append(("drain the spool", drainer.run))
    kept = timedelta(days=doors.home.settings.keep_stuck_days)
    clock = doors.home.store.clock
    doors.work.append(("forget the spool's rest", partial(drainer.forget, kept, clock)))
    doors.ending += [drainer.close, intake.close]
