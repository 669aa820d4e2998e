"""A conversation in this terminal: the same receiving as any door, without a server."""

import secrets
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from bot.channels.console import story
from bot.channels.console.decode import decode_line
from bot.conversation.events import Event, Met, Opened, Said, Tapped
from bot.runtime.letters import worded
from bot.runtime.receive import receive
from bot.runtime.rules import Rules
from bot.runtime.wake import noticed
from bot.store import outbox
from bot.store.outbox import Letter
from bot.wire.buttons import encode
from bot.wire.messages import Account, Address, Button, Inbound
from bot.wire.plain import plain
from feedback.domain.days import local_day
from feedback.domain.desks import DeskCard, Outcome
from feedback.services import places
from feedback.services.cases import notices
from feedback.services.places import desk_id
from feedback.services.refusals import NotFound
from feedback.store.work import Store, Work
from hailong.home import Home

ACCOUNT = Account("console", "here")
_READING = timedelta(seconds=2)
ZALO = Account("zalo_oa", "here")
"""An account of nobody: what is said in it is shown here and sent nowhere."""


class Talk:
    """One citizen at this terminal; ``name`` makes two talks the same person."""

    def __init__(
        self, store: Store, rules: Rules, name: str | None = None, account: Account = ACCOUNT
    ) -> None:
        self._store = store
        self._rules = rules
        self._name = name or secrets.token_hex(8)
        self._address = Address(account, self._name)
        self._run = secrets.token_hex(6)
        self._n = 0
        self._at: datetime | None = None
        self.buttons: tuple[Button, ...] = ()
        self.entries: list[story.Entry] = []

    def comes(self, code: str | None) -> Event:
        """Give the event of coming, with a desk's code or without; in Zalo no link brings one."""
        if self._address.account == ZALO:
            return Said(f"#{code}") if code else Met("follow")
        return Opened(code)

    def reads(self, line: str) -> Event:
        """Give the event of a typed line; in Zalo there is nothing but text."""
        if self._address.account == ZALO:
            return Said(plain(line).strip())
        return decode_line(line, self.buttons)

    def happens(self, event: Event) -> Iterator[Letter]:
        """Take an event through the conversation and give what is said to it."""
        self._n += 1
        key = f"console:{self._run}:{self._n}"
        with self._store.work() as work:
            if self._n == 1:
                self.entries.append(story.At(work.now))
            # Lines may come through a pipe, but each is read after the answer to the last.
            self._at = max(work.now, self._at + _READING) if self._at else work.now
            inbound = Inbound(key, self._address, event, sent_at=self._at)
            received = receive(work, self._rules, [inbound])
            letters = _said(work, self._address)
        self.entries.append(_entry(event, self.buttons))
        self.entries += [story.Recorded(story.noted(fact)) for fact in received.facts]
        yield from self._shown(letters)

    def news(self) -> Iterator[Letter]:
        """Tell what happened meanwhile to this citizen's cases."""
        with self._store.work() as work:
            waiting = [one for one in noticed(work) if one[1].address == self._address]
        for identity, inbound in waiting:
            with self._store.work() as work:
                receive(work, self._rules, [inbound])
                notices.handed(work, [identity])
                letters = _said(work, self._address)
            yield from self._shown(letters)

    def _shown(self, letters: list[Letter]) -> Iterator[Letter]:
        for letter in letters:
            self.entries.append(story.Answered(letter.text))
            if letter.buttons:
                self.buttons = tuple(button for row in letter.buttons for button in row)
            yield letter

    def keep(self, path: Path) -> None:
        """Write what was said as a story that tests can read."""
        path.write_text(story.write(story.Story("A talk", tuple(self.entries))), "utf-8")


def code_of(home: Home, desk: str) -> str:
    """Give the short code of a desk, as it is typed; raise NotFound for one that nobody knows."""
    with home.store.look() as work:
        landed = places.resolve_all(work, home.codes, [desk]).get(desk)
        if landed is not None and landed.desk is not None and landed.desk.code:
            return landed.desk.code
        card = _card(work, desk)
    if card.code is None:
        raise NotFound(f"The desk {desk} has no living code; see `hailong desks show`.")
    return card.code


def token_of(home: Home, desk: str) -> str:
    """Give the code to begin with; raise NotFound for a desk that nobody knows."""
    with home.store.look() as work:
        landed = places.resolve_all(work, home.codes, [desk]).get(desk)
        if landed is not None and landed.outcome not in (Outcome.UNKNOWN, Outcome.FORGED):
            return desk
        card = _card(work, desk)
    if card.token is None:
        raise NotFound(f"The desk {desk} has no living code; see `hailong desks show`.")
    return card.token


def _card(work: Work, desk: str) -> DeskCard:
    try:
        found = desk_id(work, desk)
    except NotFound as error:
        raise NotFound(f"{error} `hailong desks list` shows them all.") from None
    card = places.desk_cards(work, [found], local_day(work.now)).get(found)
    if card is None:
        raise NotFound(f"The desk {desk} has no living code; see `hailong desks show`.")
    return card


def converse(
    talk: Talk, start: str | None, lines: Iterator[str], tell: Callable[[Letter], None]
) -> None:
    """Talk until the lines end: open with the code if there is one, then a line at a time."""
    _tell(talk, talk.comes(start), tell)
    for line in lines:
        if line.strip():
            _tell(talk, talk.reads(line), tell)
        for letter in talk.news():
            tell(letter)


def typed(ask: str = "> ") -> Iterator[str]:
    """Give what is typed, line by line, with a prompt where this is a terminal."""
    asks = sys.stdin.isatty()
    while True:
        try:
            yield input(ask) if asks else _piped()
        except (EOFError, KeyboardInterrupt):
            return


def _piped() -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def _tell(talk: Talk, event: Event, tell: Callable[[Letter], None]) -> None:
    for letter in talk.happens(event):
        tell(letter)


def _said(work: Work, address: Address) -> list[Letter]:
    person = work.vault.person(address.account.channel, address.person)
    said = []
    while letters := outbox.heads(work, address.account, limit=50, busy=()):
        outbox.sent(work, [letter.id for letter in letters])
        for letter in letters:
            if letter.person == person:
                said.append(worded(work, letter))
                if letter.notice is not None:
                    notices.told(work, letter.notice)
    return said


def _entry(event: Event, buttons: tuple[Button, ...]) -> story.Entry:
    match event:
        case Opened(payload=payload):
            return story.Typed(f"/start {payload or ''}".strip())
        case Met():
            return story.Typed("/start")
        case Said(text=text):
            return story.Typed(text)
        case Tapped():
            labels = {button.data: button.label for button in buttons}
            return story.Pressed(labels.get(encode(event), "?"))
        case _:
            return story.Other(type(event).__name__.lower())
