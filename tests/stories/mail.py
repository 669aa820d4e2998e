"""What a server does between two steps: it tells what is to be told, and its letters leave."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from functools import partial
from typing import Any, Protocol

from bot.channels.console.encode import encode_text
from bot.channels.telegram.encode import encode
from bot.pages import tell_address
from bot.runtime.letters import worded
from bot.runtime.receive import receive
from bot.runtime.rules import Rules
from bot.runtime.wake import noticed
from bot.store import conversations, outbox
from bot.store.outbox import Letter
from bot.wire.messages import Account, Address, Button, Inbound, Outbound
from feedback.services import asking
from feedback.services.cases import notices
from feedback.store.work import Clock, Store
from hailong.cookies import SignedCookies
from tests.office import KEY, codes
from tests.stories.lines import CONSOLE, TELEGRAM, Edge, Line, Phone, Shown, Terminal

PAGE = "https://danhgia.example.gov.vn"
HIGHER = "Thanh tra tỉnh B, số 1 Lê Lợi"
_ENDS: dict[Account, type[Edge]] = {TELEGRAM: Phone, CONSOLE: Terminal}


def rules() -> Rules:
    """Give the office's rules anew: nothing is remembered from the step before."""
    form = partial(tell_address.written, SignedCookies((KEY,)), PAGE)
    return Rules(codes(), asking.current, PAGE, HIGHER, form=form)


class Post(Protocol):
    """How things go to and fro between the citizens of a story and its office."""

    def line(self, name: str) -> Line:
        """Give a citizen their end of the chat."""
        ...

    def opened(self) -> AbstractAsyncContextManager[None]:
        """Be there as long as a story is played."""
        ...

    def at(self, store: Store) -> AbstractAsyncContextManager[None]:
        """Let the office work on a store; nothing else of it lives on."""
        ...

    async def deliver(self) -> None:
        """Let all that may leave arrive."""
        ...

    async def settle(self) -> None:
        """Tell what is to be told, and let it arrive."""
        ...


class Mail:
    """The post of a door of which only the outer edge is played: its letters are read here."""

    def __init__(self, account: Account, clock: Clock) -> None:
        self.account = account
        self.clock = clock
        self.lines: dict[str, Edge] = {}
        self.store: Store | None = None

    def line(self, name: str) -> Line:
        made = _ENDS[self.account](name, self._take, self.clock)
        self.lines[made.address] = made
        return made

    def opened(self) -> AbstractAsyncContextManager[None]:
        return nullcontext()

    @asynccontextmanager
    async def at(self, store: Store) -> AsyncIterator[None]:
        self.store = store
        try:
            yield
        finally:
            self.store = None

    async def deliver(self) -> None:
        assert self.store
        while sent := _leaving(self.store, self.account):
            for person, shown in sent:
                self.lines[person].show(shown)

    async def settle(self) -> None:
        assert self.store
        while found := self._noticed(self.store):
            for identity, inbound in found:
                with self.store.work() as work:
                    receive(work, rules(), [inbound])
                    notices.handed(work, [identity])
        await self.deliver()

    def _noticed(self, store: Store) -> list[tuple[int, Inbound]]:
        with store.work() as work:
            return noticed(work)

    def _take(self, inbound: Inbound) -> None:
        """Take one thing that happened, in a transaction of its own."""
        assert self.store
        with self.store.work() as work:
            receive(work, rules(), [inbound])


def _leaving(store: Store, account: Account) -> list[tuple[str, Shown]]:
    """Take what may leave from the outbox: to whom, and how the channel writes it."""
    with store.work() as work:
        found = outbox.heads(work, account, limit=50, busy=())
        reaches = conversations.reaches(work, {letter.person for letter in found})
        outbox.sent(work, [letter.id for letter in found])
        for letter in found:
            if letter.notice is not None:
                notices.told(work, letter.notice)
        return [
            (reaches[one.person].address.person, shown)
            for one in found
            for shown in _written(worded(work, one), reaches[one.person].address.person)
        ]


def _written(letter: Letter, person: str) -> list[Shown]:
    if letter.account == CONSOLE:
        return [(encode_text(letter.text), tuple(key for row in letter.buttons for key in row))]
    address = Address(letter.account, person)
    message = Outbound(letter.id, address, letter.text, letter.buttons, letter.ack)
    return [(one.text, _keys(one.reply_markup)) for one in encode(message)]


def _keys(markup: Any) -> tuple[Button, ...]:
    rows = markup.inline_keyboard if markup else []
    return tuple(Button(key.text, key.callback_data) for row in rows for key in row)
