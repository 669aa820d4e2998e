"""What must be so when all is over: nothing lost, nothing counted twice, one record of acts."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter

from sqlalchemy import select

from bot.runtime.spool import overview
from bot.store import inbox, outbox
from feedback.domain.days import quarter_of
from feedback.services import record
from feedback.services.recount import recount
from feedback.store.tables import facts
from feedback.store.tables.tallies import OVERALL
from feedback.store.work import Work
from hailong.home import Home
from hailong.spooled import files_of
from tests.drill.citizens import SCRIPTS, Chats, Visit, Visitors

Histories = dict[tuple[bytes, int], list[int]]
"""The levels a rating had, one after the other, by the rater and the number of the desk."""


async def drained(home: Home, seconds: float) -> None:
    """Wait until nothing is to be said any more, and nothing waits to be stored."""
    async with asyncio.timeout(seconds):
        while overview(files_of(home.settings)).n or await asyncio.to_thread(_owed, home):
            await asyncio.sleep(0.2)


def _owed(home: Home) -> dict[str, int]:
    with home.store.look() as work:
        return outbox.count(work)


def reckon(home: Home, chats: Sequence[Chats], visitors: Visitors) -> str:
    """Compare everything with what was confirmed; give the figures in words."""
    with home.store.look() as work:
        assert recount(work) == ()
        assert inbox.count_parked(work) == 0
        told = _told(work)
        for one in chats:
            _check_chats(work, one, told)
        _check_web(work, visitors)
        verdict = record.verify(work, home.operator, home.heads.read())
        acts = record.size(work, home.operator)
    assert verdict.ok, verdict.findings
    assert overview(files_of(home.settings)).aside == 0
    scripts = [script for one in chats for _, script in one.people]
    confirmed = sum(visitors.given.values()) + sum(len(_final(script)) for script in scripts)
    assert len(told) == confirmed
    return f"{confirmed} ratings, {len(scripts)} chats, {acts} acts in the record"


def _check_chats(work: Work, chats: Chats, told: Histories) -> None:
    """Each person's levels at each desk, in the order in which they were said."""
    order = sorted({desk for _, desk in told})
    days: list[date] = list(work.connection.scalars(select(facts.rating.c.day).distinct()))
    for talker, script in chats.people:
        person = work.vault.person(chats.channel, talker.id)
        raters = {work.vault.rater(person, quarter_of(day)) for day in days}
        kept = {order.index(desk): levels for (who, desk), levels in told.items() if who in raters}
        assert kept == _final(script), (talker.id, kept, SCRIPTS[script])


def _final(script: int) -> dict[int, list[int]]:
    """Give the levels said at each desk, but for one said again."""
    said = sorted(SCRIPTS[script], key=itemgetter(0))
    by_desk = groupby(said, key=itemgetter(0))
    return {desk: [level for level, _ in groupby(x[1] for x in own)] for desk, own in by_desk}


def _told(work: Work) -> Histories:
    changes: dict[int, list[int]] = {}
    query = select(facts.rating_change).where(facts.rating_change.c.question == OVERALL)
    for change in work.connection.execute(query.order_by(facts.rating_change.c.id)):
        levels = changes.setdefault(change.rating_id, [change.before])
        assert levels[-1] == change.before
        levels.append(change.after)
    keys = select(facts.rater_key.c.rater, facts.rater_key.c.desk_id, facts.rating).join(
        facts.rating, facts.rating.c.id == facts.rater_key.c.rating_id
    )
    told: Histories = {}
    for row in work.connection.execute(keys):
        levels = changes.get(row.id, [row.level])
        assert levels[-1] == row.level
        told.setdefault((row.rater, row.desk_id), []).extend(levels)
    return told


def _check_web(work: Work, visitors: Visitors) -> None:
    query = select(facts.rating.c.desk_id, facts.rating.c.level).where(
        facts.rating.c.channel == "web"
    )
    found = [(desk, level) for desk, level in work.connection.execute(query)]
    order = sorted({desk for desk, _ in found})
    counted: Counter[Visit] = Counter((order.index(desk), level) for desk, level in found)
    assert counted == visitors.given
