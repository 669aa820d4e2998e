"""What a server does between two steps: it tells what is to be told, and its letters leave."""

from bot.channels.console.encode import encode_text
from bot.channels.telegram.encode import encode
from bot.runtime.letters import worded
from bot.runtime.receive import Rules, receive
from bot.runtime.wake import noticed
from bot.store import conversations, outbox
from bot.store.outbox import Letter
from bot.wire.messages import Account, Button, Inbound, Outbound
from feedback.services import asking
from feedback.services.cases import notices
from feedback.store.work import Store
from tests.office import codes

TELEGRAM = Account("telegram", "42")
CONSOLE = Account("console", "here")
PAGE = "https://danhgia.example.gov.vn"
HIGHER = "Thanh tra tỉnh B, số 1 Lê Lợi"
Shown = tuple[str, tuple[Button, ...]]
"""What stands on a citizen's screen: a text, and what can be pressed or typed under it."""


def rules() -> Rules:
    """Give the office's rules anew: nothing is remembered from the step before."""
    return Rules(codes(), asking.current, PAGE, HIGHER)


def take(store: Store, inbound: Inbound) -> None:
    """Take one thing that happened, in a transaction of its own."""
    with store.work() as work:
        receive(work, rules(), [inbound])


def tell(store: Store) -> None:
    """Put what is to be told into letters, as the server's waker does."""
    while True:
        with store.work() as work:
            found = noticed(work)
        if not found:
            return
        for identity, inbound in found:
            with store.work() as work:
                receive(work, rules(), [inbound])
                notices.handed(work, [identity])


def letters(store: Store) -> list[tuple[str, Shown]]:
    """Take all that may leave from the outbox: to whom, and how the channel writes it."""
    gone: list[tuple[str, Shown]] = []
    for account in (TELEGRAM, CONSOLE):
        while sent := _leaving(store, account):
            gone += sent
    return gone


def _leaving(store: Store, account: Account) -> list[tuple[str, Shown]]:
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
    address = _address(letter, person)
    message = Outbound(letter.id, address, letter.text, letter.buttons, letter.ack)
    return [(one.text, _keys(one.reply_markup)) for one in encode(message)]


def _address(letter: Letter, person: str):
    from bot.wire.messages import Address

    return Address(letter.account, person)


def _keys(markup) -> tuple[Button, ...]:
    rows = markup.inline_keyboard if markup else []
    return tuple(Button(key.text, key.callback_data) for row in rows for key in row)
