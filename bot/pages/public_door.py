"""The public page: units whose period was published, with all that a reader needs to judge them.

It shows what the service lets the public see, and computes nothing of its own.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from aiohttp import web

from bot.pages import answers, language, public_view, shell
from bot.pages.markup import Child, el
from bot.pages.place import reached
from bot.pages.ports import Ports
from bot.pages.shell import Frame
from bot.pages.wording import say
from feedback.domain.query import Note
from feedback.services import publishing
from feedback.services.publishing import PublicTable

FRESH = timedelta(seconds=30)
"""How long a reading is shown again: a crowd costs the store no more than one reader."""
PER_PAGE = 40

_NOTES = (
    Note.CHANCE_ONLY,
    Note.NOT_SIPAS,
    Note.PUBLIC,
    Note.BATCHED,
    Note.FOLLOWED,
    Note.SPLIT_STAYS,
    Note.SAMPLES,
)


class PublicPage:
    """The page, with its last reading."""

    def __init__(self) -> None:
        self._read_at: datetime | None = None
        self._tables: tuple[PublicTable, ...] = ()

    async def opened(self, ports: Ports, request: web.Request) -> web.Response:
        """Answer ``GET /``; ``?period=`` chooses a publication by its number, ``?page=`` a page."""
        spoken = language.of(request)
        tables = await self._known(ports)
        chosen = _chosen(tables, request.query.get("period", ""))
        title = say("public.title", spoken)
        frame = Frame(spoken, title, ports.office or say("office", spoken), "/")
        parts: list[Child] = [el("h1", title), el("p", say("public.lead", spoken), class_="soft")]
        if chosen is None:
            parts += _nothing(spoken)
        else:
            parts += _shown(chosen, tables, spoken, _number(request.query.get("page", "")))
        parts.append(el("p", say("public.how", spoken)))
        answer = answers.html(shell.page(frame, *parts))
        # The one page that is meant to be found.
        del answer.headers["X-Robots-Tag"]
        return answer

    async def _known(self, ports: Ports) -> tuple[PublicTable, ...]:
        now = ports.clock()
        # Below nothing is a clock that was set back, which would keep this reading for as long.
        if self._read_at is None or not timedelta(0) <= now - self._read_at < FRESH:
            self._tables = await reached(
                ports.look, partial(publishing.public_rows, floor=ports.floor)
            )
            self._read_at = now
        return self._tables


def _nothing(spoken: str) -> list[Child]:
    hint = el("p", say("public.none_hint", spoken))
    return [el("div", el("p", say("public.none", spoken)), hint, class_="card")]


def _chosen(tables: Sequence[PublicTable], asked: str) -> PublicTable | None:
    found = next((each for each in tables if str(each.publication.id) == asked), None)
    return found or (tables[0] if tables else None)


def _number(asked: str) -> int:
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1


def _shown(
    chosen: PublicTable, tables: Sequence[PublicTable], spoken: str, number: int
) -> list[Child]:
    rows = chosen.table.rows
    last = max(1, -(-len(rows) // PER_PAGE))
    number = min(max(number, 1), last)
    shown = rows[(number - 1) * PER_PAGE : number * PER_PAGE]
    return [
        public_view.heading(chosen, spoken),
        el("ul", *(public_view.row(each, spoken) for each in shown), class_="figures"),
        public_view.pager(chosen, spoken, number, last),
        public_view.about(chosen, [note for note in _NOTES if note in chosen.table.notes], spoken),
        public_view.others([each for each in tables if each is not chosen], spoken),
    ]
