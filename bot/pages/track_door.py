"""Lets a citizen follow a matter by its number, and add, judge, contest or withdraw there."""

import struct
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from aiohttp import web

from bot.pages import (
    answers,
    language,
    network,
    problems,
    rights_door,
    shell,
    track_view,
    typed,
)
from bot.pages.form import Form
from bot.pages.guessing import Guessing
from bot.pages.markup import Child
from bot.pages.place import Unavailable, reached
from bot.pages.ports import Ports
from bot.pages.rating_door import filled_in, spoken_in
from bot.pages.shell import Frame
from bot.pages.wording import say
from feedback.domain.cases.kinds import SEALED, Satisfaction
from feedback.domain.days import local_day
from feedback.domain.ids import CaseId
from feedback.services.cases import following
from feedback.services.cases.following import Status

if TYPE_CHECKING:
    from feedback.store.work import Work

LASTS = timedelta(hours=1)
_PURPOSE = "follow"
_FORM = struct.Struct(">qI")
Act = Callable[["Work"], Status | None]


class TrackPage:
    """The page; it keeps count of wrong numbers and of nothing else."""

    def __init__(self, guessing: Guessing | None = None) -> None:
        self.guessing = guessing or Guessing()

    async def opened(self, ports: Ports, request: web.Request) -> web.Response:
        """Answer ``GET /t``."""
        spoken = language.of(request)
        return _page(ports, spoken, track_view.asking(spoken))

    async def posted(self, ports: Ports, request: web.Request) -> web.Response:
        """Answer ``POST /t``: look the number up, or do what the page offered."""
        form = await filled_in(ports, request)
        spoken = spoken_in(request, form)
        if not form.text("page"):
            return await self._looked_up(ports, request, form, spoken)
        case = _read(ports, form.text("page"))
        if case is None:
            return _page(ports, spoken, track_view.asking(spoken), "track.again", status=422)
        return await _acted(ports, case, form, spoken)

    async def _looked_up(
        self, ports: Ports, request: web.Request, form: Form, spoken: str
    ) -> web.Response:
        number = form.text("number")[:200]
        now = await reached(ports.look, partial(_found, number=number))
        if now is not None:
            if now.unseen:
                await reached(ports.run, partial(following.seen, identity=now.case))
            return _shown(ports, now, spoken)
        from_where = network.prefix(request, ports.trusted_proxies) or ""
        if not await self.guessing.wrong(from_where):
            return problems.problem(ports, spoken, "429", 429, Retry_After="60")
        shown = typed.cleaned(number)[:40]
        return _page(ports, spoken, track_view.asking(spoken, shown), "track.unknown", status=404)


def _found(work: "Work", number: str) -> Status | None:
    case = following.by_number(work, number)
    return None if case is None else following.status(work, case)


async def _acted(ports: Ports, case: CaseId, form: Form, spoken: str) -> web.Response:
    step, text = form.text("step"), typed.cleaned(form.text("text"))
    if step in rights_door.STEPS:
        return await _righted(ports, case, step, spoken)
    if step == "withdraw":
        return _page(ports, spoken, track_view.sure(_write(ports, case), spoken))
    if step == "add" and not text:
        now = await reached(ports.look, partial(following.status, identity=case))
        return _shown(ports, now, spoken, "track.need_text", status=422)
    act = _act(case, form, step, text)
    if act is None:
        now = await reached(ports.look, partial(following.status, identity=case))
        return _shown(ports, now, spoken)
    before = await reached(ports.look, partial(following.status, identity=case))
    try:
        now = await reached(ports.run, act)
    except Unavailable:
        return problems.not_read(ports, spoken)
    told = "track.not_now" if _same(before, now) else f"track.done.{_name(step)}"
    if before and now and before.kind not in SEALED and now.kind in SEALED:
        told = "track.done.sealed"
    return _shown(ports, now, spoken, told)


async def _righted(ports: Ports, case: CaseId, step: str, spoken: str) -> web.Response:
    page = partial(_page, ports, spoken)
    now = await reached(ports.look, partial(following.status, identity=case))
    if now is None:
        return page(track_view.asking(spoken), "track.unknown", status=404)
    try:
        done = await rights_door.acted(ports, case, step, _write(ports, case), spoken, page)
    except Unavailable:
        return problems.not_read(ports, spoken)
    return _shown(ports, now, spoken, "privacy.contact_done") if done is None else done


def _act(case: CaseId, form: Form, step: str, text: str) -> Act | None:
    judged = form.text("judge")
    match step:
        case "add":
            return partial(following.add, identity=case, text=text)
        case "withdraw-yes":
            return partial(following.withdraw, identity=case)
        case "contest":
            return partial(following.contest, identity=case, text=text)
        case "judge" if judged in {one.value for one in Satisfaction}:
            return partial(following.judge, identity=case, satisfaction=Satisfaction(judged))
        case _:
            return None


def _name(step: str) -> str:
    return step.removesuffix("-yes")


def _same(before: Status | None, now: Status | None) -> bool:
    return before == now


def _shown(
    ports: Ports, now: Status | None, spoken: str, told: str = "", *, status: int = 200
) -> web.Response:
    if now is None:
        return _page(ports, spoken, track_view.asking(spoken), "track.unknown", status=404)
    today = local_day(ports.clock())
    shown = track_view.status(now, _write(ports, now.case), spoken, today)
    return _page(ports, spoken, shown, told, status=status)


def _page(
    ports: Ports, spoken: str, shown: Child, told: str = "", *, status: int = 200
) -> web.Response:
    frame = Frame(
        spoken, say("track.title", spoken), ports.office or say("office", spoken), track_view.PATH
    )
    note = shell.note(say(told, spoken)) if told else None
    return answers.html(shell.page(frame, note, shown), status)


def _write(ports: Ports, case: CaseId) -> str:
    packed = _FORM.pack(case, int(ports.clock().timestamp()))
    return ports.cookies.sign(_PURPOSE, packed)


def _read(ports: Ports, text: str) -> CaseId | None:
    packed = ports.cookies.read(_PURPOSE, text) if text.isascii() and len(text) < 512 else None
    if packed is None or len(packed) != _FORM.size:
        return None
    case, seconds = _FORM.unpack(packed)
    age = ports.clock() - datetime.fromtimestamp(seconds, UTC)
    return CaseId(case) if timedelta(minutes=-5) <= age <= LASTS else None
