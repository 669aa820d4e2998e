"""Keeps the living access token of one account, whoever else does so in other processes.

One asks for a new pair at a time; no transaction is open meanwhile; the pair is committed before
it is used. No token is ever shown.
"""

import asyncio
import contextlib
import secrets
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TypeVar, assert_never

import structlog

from bot.runtime import renewing
from bot.runtime.renewing import Begun, Missing, Outcome, Refused, Resting, UnderWay
from bot.runtime.writer import StoreDown, Writer
from bot.store import tokens
from bot.store.tokens import Held
from bot.wire.channel import Later, SendError
from bot.wire.grants import Denied, Grant, GrantError, NotAnswered, Pair, Refresh
from bot.wire.messages import Account
from feedback.services.cases.filing import SYSTEM
from feedback.store.vault import Unreadable
from feedback.store.work import Clock, Work, wall_clock

T = TypeVar("T")
WARN = timedelta(days=14)
"""How long before the end of a refresh token somebody should know."""
_EVERY = 60.0
_LOOK = 0.05
# Fifteen seconds in all for a refresh that another process has under way.
_LOOKS = 300
_DOWN = 2.0
_WHEN_MENDED = 60.0
_LAST_CALL = 30.0
log = structlog.get_logger()


class Keeper:
    """Gives the token to call with, and another one for one that failed.

    Both raise nothing but SendError. ``seed`` is the pair of the settings, ``by`` who asks.
    """

    def __init__(
        self,
        writer: Writer,
        account: Account,
        refresh: Refresh,
        seed: Pair | None = None,
        *,
        by: str = SYSTEM,
        clock: Clock = wall_clock,
        told: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._writer = writer
        self._account = account
        self._refresh = refresh
        self._seed = seed
        self._by = by
        self._clock = clock
        self._told = told
        self._held: Held | None = None
        self._asking: set[asyncio.Task[Held | SendError]] = set()
        self._one = asyncio.Lock()
        self._alarmed = ""

    async def current(self) -> str:
        """Give the token to call with now."""
        held = self._held or await self._looked()
        if held is None:
            raise self._alarm("no token yet", _WHEN_MENDED)
        self._held = held
        if held.standing.access_until > self._clock():
            return held.pair.access
        return await self.renewed(held.pair.access)

    async def renewed(self, failed: str) -> str:
        """Give another token than the one that failed, asking for a new pair where none is held."""
        # Many sends fail with one token at once: one of them asks, the others find its pair.
        async with self._one:
            return await self._renewed(failed, forced=False)

    async def force(self) -> None:
        """Ask for a new pair now, also where the last refresh was refused."""
        held = await self._looked()
        async with self._one:
            await self._renewed(held.pair.access if held else "", forced=True)

    async def run(self) -> None:
        """Have a new pair long before the old one ends, until cancelled."""
        while True:
            with contextlib.suppress(SendError):
                await self.once()
            await asyncio.sleep(_EVERY)

    async def once(self) -> None:
        """Look at what is held, and renew it where it is time; raise SendError."""
        self._held = held = await self._looked()
        if held is None:
            raise self._alarm("no token yet", _WHEN_MENDED)
        stands, now = held.standing, self._clock()
        if stands.refresh_until - now < WARN:
            self._alarm("consent ends soon", 0)
        if stands.refresh_at <= now:
            await self.renewed(held.pair.access)

    async def close(self) -> None:
        """Let what was asked for come to its end, so that no pair is lost."""
        if self._asking:
            await asyncio.wait(self._asking, timeout=_LAST_CALL)

    async def _renewed(self, failed: str, *, forced: bool) -> str:
        outcome: Outcome | SendError = UnderWay()
        for _ in range(_LOOKS):
            outcome = await self._asked(partial(self._begin, failed=failed, forced=forced))
            if not isinstance(outcome, UnderWay):
                break
            await asyncio.sleep(_LOOK)
        if isinstance(outcome, Begun):
            outcome = await self._ask(outcome)
        if isinstance(outcome, SendError):
            raise outcome
        return self._settled(outcome)

    def _settled(self, outcome: Outcome) -> str:
        match outcome:
            case Held():
                self._held, self._alarmed = outcome, ""
                return outcome.pair.access
            case Missing():
                raise self._alarm("no token yet", _WHEN_MENDED)
            case Refused(problem=problem):
                raise self._alarm(f"the token is refused: {problem}", _WHEN_MENDED)
            case Resting(seconds=seconds, problem=problem):
                raise Later(max(1.0, seconds), account_wide=True, reason=problem)
            case UnderWay() | Begun():
                raise Later(_DOWN, account_wide=True, reason="a new token is asked for")
            case _:
                assert_never(outcome)

    async def _ask(self, begun: Begun) -> Held | SendError:
        """Ask for a new pair; whoever waits may go away, the asking goes on to its end."""
        if begun.held.standing.refreshing_since is not None:
            self._alarm("a refresh never ended; the pair may be lost", 0)
        asking = asyncio.create_task(self._asking_with(begun))
        self._asking.add(asking)
        asking.add_done_callback(self._asking.discard)
        return await asyncio.shield(asking)

    async def _asking_with(self, begun: Begun) -> Held | SendError:
        try:
            grant = await self._refresh(begun.held.pair.refresh)
        except GrantError as error:
            return await self._failed(begun, error)
        except Exception as error:  # noqa: BLE001  what became of it nobody knows
            return await self._failed(begun, NotAnswered(type(error).__name__))
        held = await self._committed(partial(self._rotated, begun=begun, grant=grant))
        self._told("refreshed")
        log.info("token refreshed", channel=self._account.channel)
        return held or Later(_WHEN_MENDED, account_wide=True, reason="no token")

    async def _failed(self, begun: Begun, error: GrantError) -> SendError:
        await self._committed(partial(self._note, begun=begun, error=error))
        self._told(type(error).__name__.lower())
        if isinstance(error, Denied):
            return self._alarm(f"the token is refused: {error.reason}", _WHEN_MENDED)
        log.warning("token not refreshed", channel=self._account.channel, problem=error.reason)
        return Later(_DOWN, account_wide=True, reason=error.reason)

    async def _committed(self, act: Callable[[Work], T]) -> T:
        """Commit what the only answer said, however long the database is away."""
        while True:
            try:
                return await self._writer.run(act)
            except StoreDown:
                await asyncio.sleep(_DOWN / 4)

    async def _looked(self) -> Held | None:
        held = await self._asked(self._look)
        self._seed = None
        return held

    async def _asked(self, act: Callable[[Work], T]) -> T:
        try:
            return await self._writer.run(act)
        except StoreDown:
            raise Later(_DOWN, account_wide=True, reason="store down") from None
        except Unreadable:
            raise self._alarm("the key of the tokens is gone", _WHEN_MENDED) from None

    def _alarm(self, problem: str, seconds: float) -> Later:
        """Tell once of what a person has to mend; give the error that waits for it."""
        if self._alarmed != problem:
            self._alarmed = problem
            self._told("alarm")
            log.error("token alarm", channel=self._account.channel, problem=problem)
        return Later(seconds, account_wide=True, reason=problem)

    def _look(self, work: Work) -> Held | None:
        if self._seed is not None:
            renewing.sow(work, self._account, self._seed)
        return tokens.held(work, self._account)

    def _begin(self, work: Work, failed: str, forced: bool) -> Outcome:
        self._look(work)
        owner = secrets.token_hex(8)
        return renewing.begin(work, self._account, failed, owner, forced=forced)

    def _rotated(self, work: Work, begun: Begun, grant: Grant) -> Held | None:
        return renewing.rotated(work, self._account, begun, grant, self._by)

    def _note(self, work: Work, begun: Begun, error: GrantError) -> None:
        renewing.failed(work, self._account, begun, error, self._by)
