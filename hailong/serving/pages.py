"""Wires the web's pages to the store, the codes and the other doors."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bot.pages import app, waiting
from bot.pages.loads import Loads
from bot.pages.ports import Ports
from bot.runtime.takers import Acts
from bot.store import inbox
from feedback.services import asking
from hailong.cookies import SignedCookies
from hailong.settings import Settings

if TYPE_CHECKING:
    from hailong.serving.doors import Doors


def open_pages(doors: "Doors") -> None:
    """Add the pages to what the process serves."""
    home = doors.home
    settings = home.settings
    loads = Loads(settings.limits, settings.proxies, doors.metrics.was_shed, _disk(settings))
    ports = Ports(
        run=doors.writer.run,
        look=doors.look,
        codes=home.codes,
        cookies=SignedCookies(home.store.vault.keys),
        questionnaire=asking.current,
        public_url=settings.public_url,
        office=settings.office,
        contact=settings.contact,
        telegram=lambda: doors.telegram_username or None,
        zalo=partial(_zalo, doors),
        trusted_proxies=settings.proxies,
        clock=home.store.clock,
        evidence_days=settings.evidence_days,
        reply_days=settings.reply_days,
        state_days=settings.keep_chat_days,
        update_days=inbox.KEPT.days,
        floor=settings.batch_floor,
        higher=settings.higher_authority,
        permission=settings.messenger_permission,
        switched_on=_switched_on(settings),
        keeping=settings.keeping,
        loads=loads,
        intake=doors.intake,
    )
    doors.takers[waiting.DOOR] = Acts(doors.writer, partial(waiting.act, ports))
    doors.routes += app.routes(ports)
    doors.middlewares += app.middlewares(ports)


def _zalo(doors: "Doors") -> str | None:
    """Give the address of the chat: the Official Account's, else the bot's once it is known."""
    settings = doors.home.settings
    name = settings.zalo_oa_id or doors.zalo_bot_name
    return f"{settings.zalo_oa_chat_base}/{name}" if name else None


def _switched_on(settings: Settings) -> frozenset[str]:
    doors = {
        "telegram": settings.telegram_token,
        "zalo": settings.zalo_oa_id or settings.zalo_bot_token,
    }
    return frozenset(name for name, set_to in doors.items() if set_to)


def _disk(settings: Settings) -> Path | None:
    """Give the folder of the database, None where that is a server's."""
    kind, _, path = settings.database.partition(":///")
    return Path(path).parent if kind == "sqlite" else None
