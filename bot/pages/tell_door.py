"""Takes a citizen's matter through three pages: told, looked over, received."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from aiohttp import web

from bot.pages import answers, pictures, shell, tell_address, tell_sheet, tell_view
from bot.pages import language as languages
from bot.pages.form import Form
from bot.pages.place import Unavailable, landed, placed, reached
from bot.pages.ports import Ports
from bot.pages.problems import problem, unknown_code
from bot.pages.rating_door import filled_in, spoken_in
from bot.pages.shell import Frame
from bot.pages.tell_sheet import Leaf, Matter
from bot.pages.tell_view import Sheet
from bot.pages.wording import say
from feedback.domain.cases.bearing import bearing
from feedback.domain.cases.filetypes import Medium
from feedback.domain.cases.kinds import Choice
from feedback.domain.channels import Channel
from feedback.domain.consents import Purpose
from feedback.domain.days import local_day
from feedback.domain.desks import DeskCard
from feedback.domain.ids import DeskId
from feedback.services import places
from feedback.services.cases import attachments, filing, routing
from feedback.services.cases.attachments import Prepared
from feedback.services.cases.filing import Filing, Receipt
from feedback.services.photos import Photo

if TYPE_CHECKING:
    from feedback.store.work import Work

STALE = object()


async def opened(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``GET /case`` and ``GET /case/<token>``: the empty form."""
    spoken = languages.of(request)
    found = await _placed(ports, request, spoken)
    if isinstance(found, web.Response):
        return found
    card, action = found.card, found.action
    leaf = tell_sheet.fresh(ports.clock(), card.id if card else 0)
    matter = Matter(choice=Choice.MISCONDUCT) if found.handed else Matter()
    return await _tell(ports, leaf, card, action, spoken, matter)


async def posted(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``POST /case`` and ``POST /case/<token>``: the next of the three pages."""
    form = await filled_in(ports, request)
    spoken = spoken_in(request, form)
    found = await _placed(ports, request, spoken)
    if isinstance(found, web.Response):
        return found
    card, action = found.card, found.action
    matter = tell_sheet.filled(form)
    now = ports.clock()
    leaf = tell_sheet.read(ports.cookies, form.text("page"), card.id if card else 0, now)
    if leaf is None and found.handed:
        # Opened when its address was too old to name the desk, yet sent within the grace for
        # sending.
        leaf, card = tell_sheet.read(ports.cookies, form.text("page"), 0, now), None
    if leaf is None:
        fresh = tell_sheet.fresh(now, card.id if card else 0)
        note = ("tell.expired",) if form.text("page") else ()
        return await _tell(ports, fresh, card, action, spoken, matter, note)
    if form.text("step") in ("", "edit", "open"):
        return await _tell(ports, leaf, card, action, spoken, matter)
    if problems := matter.missing():
        return await _tell(ports, leaf, card, action, spoken, matter, problems, status=422)
    if form.text("step") == "send":
        return await _send(ports, request, leaf, card, action, spoken, matter, form)
    return await _check(ports, leaf, card, action, spoken, matter)


@dataclass(frozen=True, slots=True)
class _Found:
    """The desk that an address names, if any, and where its forms go; ``handed`` by a chat."""

    card: DeskCard | None
    action: str
    handed: bool = False


async def _placed(ports: Ports, request: web.Request, spoken: str) -> _Found | web.Response:
    """Find the desk that the address names, if it names one."""
    text = request.match_info.get("token")
    if text is None:
        return _Found(None, tell_sheet.PATH)
    action = f"{tell_sheet.PATH}/{quote(text, safe='')}"
    grace = tell_sheet.LASTS if request.method == "POST" else timedelta(0)
    handed = tell_address.read(ports.cookies, text, ports.clock(), grace)
    if handed is not None:
        # One that is too old still opens the form: only its desk is not known any more.
        return _Found(await _card(ports, handed.desk), action, handed=True)
    found = await landed(ports, text)
    place = placed(found, text)
    if place is None:
        return unknown_code(ports, spoken, "arrive.unknown", found.formerly)
    return _Found(place.card, action)


async def _card(ports: Ports, desk: DeskId | None) -> DeskCard | None:
    if desk is None:
        return None
    return await reached(ports.look, partial(_of_today, desk=desk))


def _of_today(work: "Work", desk: DeskId) -> DeskCard | None:
    return places.desk_cards(work, [desk], local_day(work.now)).get(desk)


async def _tell(
    ports: Ports,
    leaf: Leaf,
    card: DeskCard | None,
    action: str,
    spoken: str,
    matter: Matter,
    notes: tuple[str, ...] = (),
    *,
    status: int = 200,
) -> web.Response:
    sheet = await _sheet(ports, leaf, card, action, spoken)
    lines = [say(key, spoken) for key in notes]
    if matter.cut:
        lines.append(say("tell.cut", spoken, most=filing.LONGEST))
    body = shell.page(
        _frame(ports, sheet, "tell.title"),
        shell.note(*lines) if lines else None,
        tell_view.telling(sheet, matter),
    )
    return answers.html(body, status)


async def _check(
    ports: Ports, leaf: Leaf, card: DeskCard | None, action: str, spoken: str, matter: Matter
) -> web.Response:
    sheet = await _sheet(ports, leaf, card, action, spoken)
    kind = filing.kind_of(matter.choice or Choice.REPORT, matter.text)
    shown = tell_view.checking(sheet, matter, kind, bearing(matter.text))
    note = shell.note(say("tell.cut", spoken, most=filing.LONGEST)) if matter.cut else None
    return answers.html(shell.page(_frame(ports, sheet, "check.title"), note, shown))


async def _send(
    ports: Ports,
    request: web.Request,
    leaf: Leaf,
    card: DeskCard | None,
    action: str,
    spoken: str,
    matter: Matter,
    form: Form,
) -> web.Response:
    if not ports.loads.takes_case(request):
        return await _unsaved(ports, leaf, card, action, spoken, matter)
    photo = await pictures.taken(ports, request, form)
    wanted = _filing(ports, leaf, spoken, matter)
    cleaned = photo if isinstance(photo, Photo) else None
    try:
        given = await reached(ports.run, partial(_file, wanted=wanted, photo=cleaned))
    except Unavailable:
        return await _unsaved(ports, leaf, card, action, spoken, matter)
    sheet = Sheet(action, "", spoken, card, True, ports.higher)
    track, failed = f"{ports.public_url}/t", isinstance(photo, str)
    shown = tell_view.receipt(given, spoken, track, ports.higher, photo_failed=failed)
    return answers.html(shell.page(_frame(ports, sheet, "receipt.title", path=False), shown))


def _filing(ports: Ports, leaf: Leaf, spoken: str, matter: Matter) -> Filing:
    return Filing(
        matter.choice or Choice.REPORT,
        matter.text,
        Channel.WEB,
        spoken,
        ports.clock(),
        desk=leaf.of_desk,
        day=leaf.on,
        contact=matter.contact,
        rating=leaf.of_rating,
        level=leaf.level or None,
        consents=(Purpose.CONTACT,) if matter.names and matter.agreed else (),
        nonce=matter.nonce(leaf.nonce),
    )


def _file(work: "Work", wanted: Filing, photo: Photo | None) -> Receipt:
    given = filing.file(work, wanted)
    # A form that came twice found its own case again, and the photo in it.
    if photo is not None and not given.again:
        attachments.add(work, given.case, _prepared(photo), Channel.WEB.value)
    return given


def _prepared(photo: Photo) -> Prepared:
    return Prepared(photo.mime, Medium.PHOTO, photo.data)


async def _unsaved(
    ports: Ports, leaf: Leaf, card: DeskCard | None, action: str, spoken: str, matter: Matter
) -> web.Response:
    sheet = Sheet(action, tell_sheet.write(ports.cookies, leaf), spoken, card, True, ports.higher)
    return problem(ports, spoken, "503", 503, tell_view.retry(sheet, matter), Retry_After="10")


async def _sheet(
    ports: Ports, leaf: Leaf, card: DeskCard | None, action: str, spoken: str
) -> Sheet:
    unit = card.unit if card else None
    sealed = await reached(ports.look, partial(routing.receives_sealed, unit=unit))
    page = tell_sheet.write(ports.cookies, leaf)
    return Sheet(action, page, spoken, card, sealed, ports.higher)


def _frame(ports: Ports, sheet: Sheet, title: str, *, path: bool = True) -> Frame:
    head = sheet.card.unit_name if sheet.card else ports.office or say("office", sheet.language)
    return Frame(
        sheet.language,
        say(title, sheet.language),
        head,
        sheet.action if path else None,
        sample=bool(sheet.card and sheet.card.sample),
    )
