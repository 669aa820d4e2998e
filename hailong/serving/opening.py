"""Joins doors, conversation and store for one process, as the settings ask."""

from datetime import timedelta
from functools import partial

from bot.pages import tell_address
from bot.runtime.collector import Collector
from bot.runtime.doorbook import Doorbook
from bot.runtime.housekeeping import Housekeeping
from bot.runtime.intake import Intake
from bot.runtime.rules import Rules
from bot.runtime.wake import Waker
from bot.runtime.writer import Writer
from feedback.services import asking
from hailong.backup import last
from hailong.cookies import SignedCookies
from hailong.home import Home
from hailong.serving import health, pages, zalo_domain
from hailong.serving.doors import Doors
from hailong.serving.metrics import Metrics
from hailong.serving.part import Part
from hailong.serving.requests import numbered
from hailong.serving.spool import open_spool, serve_spool


def rules(home: Home) -> Rules:
    """Read what receiving needs out of a home."""
    public_url = home.settings.public_url
    gated = ["zalo_oa"] if home.settings.zalo_oa_reply == "after_code_or_menu" else []
    return Rules(
        codes=home.codes,
        questionnaire=asking.current,
        web_page=public_url,
        authority=home.settings.higher_authority,
        reply_days=home.settings.reply_days,
        evidence_days=home.settings.evidence_days,
        gated=frozenset(gated),
        silence=timedelta(hours=home.settings.zalo_oa_silence_hours),
        form=partial(tell_address.written, SignedCookies(home.store.vault.keys), public_url),
    )


async def open_doors(home: Home, part: Part = Part.ALL) -> Doors:
    """Open every door that the settings switch on, as far as they are of this part.

    Raises Refusal where the spool cannot be written.
    """
    spool = open_spool(home)
    writer = Writer(home.store)
    collector = Collector(writer, rules(home))
    intake = Intake(collector, writer, spool, home.store.clock)
    doors = Doors(home, Metrics(), writer, collector, Doorbook(writer), spool, intake, part)
    collector.tell(doors.news)
    # Read at each scrape: another process makes the backups.
    doors.metrics.last_backup.set_function(partial(_last_backup, home))
    doors.metrics.damaged.set_function(lambda: writer.damaged)
    doors.middlewares.append(numbered(doors.metrics))
    doors.routes += health.routes(writer, spool, doors.metrics)
    if home.settings.telegram_token:
        from hailong.serving.telegram import open_telegram

        open_telegram(doors)
    _open_zalo(doors)
    if part.takes_in:
        pages.open_pages(doors)
        doors.work.append(("doorbook", doors.book.run))
        serve_spool(doors)  # a page's part of it is known only where there are pages
    doors.carry("wake", Waker(writer, collector).run)
    settings = home.settings
    housekeeping = Housekeeping(writer, keeping=settings.keeping, patience=settings.patience)
    doors.carry("housekeeping", housekeeping.run)
    return doors


def _open_zalo(doors: Doors) -> None:
    settings = doors.home.settings
    if settings.zalo_domain_code:
        zalo_domain.open_zalo_domain(doors)
    if settings.zalo_oa_secret_key or settings.zalo_bot_token:
        from hailong.serving import zalo

        if settings.zalo_oa_secret_key:
            zalo.open_zalo_oa(doors)
        if settings.zalo_bot_token:
            zalo.open_zalo_bot(doors)


def _last_backup(home: Home) -> float:
    found = last.read(home.settings.home)
    return found.at.timestamp() if found else 0.0
