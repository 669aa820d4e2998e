"""Owns how much the web door takes: pages, forms, photos, cases, and bytes held at once.

It never forgets what a citizen already sent: what is shed is refused before it is taken.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from shutil import disk_usage

from aiohttp import web

from bot.pages import network
from bot.pages.weighing import Scale, Verdict

_HOUR = 3600.0
_HELD = web.RequestKey("held", int)


@dataclass(frozen=True, slots=True)
class Limits:
    """What is published: how many a minute or an hour, by the door and by one network.

    ``stall`` is how many seconds a body may pause, ``held`` how many bytes of photos may be in
    memory at once, ``spare`` how many have to be free on the disk for a photo to be taken.
    """

    pages_per_minute: int = 30_000
    forms_per_minute: int = 12_000
    address_per_minute: int = 3_000
    uploads_per_hour: int = 3_000
    address_uploads_per_hour: int = 600
    cases_per_hour: int = 1_000
    address_cases_per_hour: int = 300
    stall: float = 20.0
    held: int = 192 * 2**20
    spare: int = 500 * 2**20


class Loads:
    """The web door's load, for one process; ``shed`` hears of each request that is refused.

    ``disk`` is a place on the disk that photos are kept on, None where that is not this machine's.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        trusted: tuple[str, ...] = (),
        shed: Callable[[str, str], None] = lambda door, why: None,
        disk: Path | None = None,
    ) -> None:
        self.limits = limits = limits or Limits()
        self._trusted = trusted
        self._shed = shed
        self._disk = disk
        self._held = 0
        share = limits.address_per_minute
        self._scales = {
            "pages": Scale(limits.pages_per_minute, share),
            "forms": Scale(limits.forms_per_minute, share),
            "photos": Scale(limits.uploads_per_hour, limits.address_uploads_per_hour, _HOUR),
            "cases": Scale(limits.cases_per_hour, limits.address_cases_per_hour, _HOUR),
        }

    def arrived(self, request: web.Request) -> Verdict:
        """Weigh a request before anything is read of it."""
        return self._weighed("forms" if request.method == "POST" else "pages", request)

    def takes_case(self, request: web.Request) -> bool:
        """Say whether a new case is taken now."""
        return self._weighed("cases", request) is Verdict.LET_IN

    def takes_photo(self, request: web.Request) -> bool:
        """Say whether a photo is taken now: they are many, and large, and the disk has an end."""
        if self._disk is not None and disk_usage(self._disk).free < self.limits.spare:
            self._shed("photos", "disk")
            return False
        return self._weighed("photos", request) is Verdict.LET_IN

    def hold(self, request: web.Request, size: int) -> bool:
        """Hold so many more bytes in memory until the request is answered, if there is room."""
        if self._held + size > self.limits.held:
            return False
        self._held += size
        request[_HELD] = request.get(_HELD, 0) + size
        return True

    def let_go(self, request: web.Request) -> None:
        """Give back what a request held."""
        self._held -= request.get(_HELD, 0)

    def watched(self) -> Iterable[str]:
        """Name the doors that are weighed."""
        return tuple(self._scales)

    def _weighed(self, door: str, request: web.Request) -> Verdict:
        verdict = self._scales[door].weigh(partial(network.prefix, request, self._trusted))
        if verdict is not Verdict.LET_IN:
            self._shed(door, verdict.value)
        return verdict
