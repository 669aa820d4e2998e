"""Lets a citizen follow a matter by its number, and add, judge, contest or withdraw there."""

import struct
from datetime import UTC, datetime, timedelta
from functools import partial

from aiohttp import web

from bot.pages import (
    answers,
    language,
    network,
    pictures,
    problems,
    rights_door,
    shell,
    track_acts,
    track_forms,
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
from bot.pages.track_acts import Seen, look
from bot.pages.track_forms import NO_DRAFT, Draft
from bot.pages.wording import say
from feedback.domain.days import local_day
from feedback.domain.ids import CaseId
from feedback.services.cases import following
from feedback.services.photos import Photo

LASTS = timedelta(hours=1)
_WORDED = ("add", "contest")
_PURPOSE = "follow"
_FORM = struct.Struct(">qI")


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
            asked = track_view.asking(spoken, draft=_drafted(form, form.text("step")))
            return _page(ports, spoken, asked, "track.again", status=422)
        return await _acted(ports, request, case, form, spoken)

    async def _looked_up(
        self, ports: Ports, request: web.Request, form: Form, spoken: str
    ) -> web.Response:
        number = form.text("number")[:200]
        now = await reached(ports.look, partial(track_acts.numbered, number=number))
        if now is not None:
            # Written only where it is news: merely looking takes no turn of the thread that writes.
            if now.status.unseen:
                await reached(ports.run, partial(following.seen, identity=now.status.case))
            return _shown(ports, now, spoken, draft=_drafted(form, form.text("wish")))
        from_where = network.prefix(request, ports.trusted_proxies) or ""
        if not await self.guessing.wrong(from_where):
            return problems.problem(ports, spoken, "429", 429, Retry_After="60")
        shown = typed.cleaned(number)[:40]
        asked = track_view.asking(spoken, shown, _drafted(form, form.text("wish")))
        return _page(ports, spoken, asked, "track.unknown", status=404)


def _drafted(form: Form, step: str) -> Draft:
    """Give what was written on a page that is not valid any more, so that it is not lost."""
    return Draft(step, typed.cleaned(form.text("text"))) if step in _WORDED else NO_DRAFT


async def _acted(
    ports: Ports, request: web.Request, case: CaseId, form: Form, spoken: str
) -> web.Response:
    step, text = form.text("step"), typed.cleaned(form.text("text"))
    if step in rights_door.STEPS:
        return await _righted(ports, case, step, spoken)
    if step == "withdraw":
        return _page(ports, spoken, track_forms.sure(_write(ports, case), spoken))
    photo = await pictures.taken(ports, request, form) if step == "add" else None
    failed = (photo,) if isinstance(photo, str) else ()
    taken = photo if isinstance(photo, Photo) else None
    if step == "add" and not text and taken is None:
        now = await reached(ports.look, partial(look, case=case))
        return _shown(ports, now, spoken, failed or ("track.need_text",), status=422)
    act = track_acts.wished(case, form, text, taken)
    if act is None:
        return _shown(ports, await reached(ports.look, partial(look, case=case)), spoken)
    try:
        done = await reached(ports.run, act)
    except Unavailable:
        again = track_forms.again(
            step, {"text": text, "judge": form.text("judge")}, _write(ports, case), spoken
        )
        return problems.problem(ports, spoken, "503", 503, again, Retry_After="10")
    cut = ("tell.cut",) if len(text) > following.LONGEST and step in _WORDED else ()
    late = _drafted(form, step) if track_acts.NOT_NOW in done.told else NO_DRAFT
    return _shown(ports, done.seen, spoken, (*done.told, *cut, *failed), draft=late)


async def _righted(ports: Ports, case: CaseId, step: str, spoken: str) -> web.Response:
    page = partial(_page, ports, spoken)
    now = await reached(ports.look, partial(look, case=case))
    if now is None:
        return page(track_view.asking(spoken), "track.unknown", status=404)
    try:
        done = await rights_door.acted(ports, case, step, _write(ports, case), spoken, page)
    except Unavailable:
        return problems.not_read(ports, spoken)
    return _shown(ports, now, spoken, ("privacy.contact_done",)) if done is None else done


def _shown(
    ports: Ports,
    now: Seen | None,
    spoken: str,
    told: tuple[str, ...] = (),
    *,
    status: int = 200,
    draft: Draft = NO_DRAFT,
) -> web.Response:
    if now is None:
        return _page(ports, spoken, track_view.asking(spoken), "track.unknown", status=404)
    today = local_day(ports.clock())
    shown = track_view.status(now, _write(ports, now.status.case), spoken, today, draft)
    return _page(ports, spoken, shown, *told, status=status)


def _page(ports: Ports, spoken: str, shown: Child, *told: str, status: int = 200) -> web.Response:
    frame = Frame(
        spoken, say("track.title", spoken), ports.office or say("office", spoken), track_forms.PATH
    )
    note = shell.note(*(say(key, spoken, most=following.LONGEST) for key in told)) if told else None
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
