"""A messenger from which nothing comes any more is told, and so is a secret that does not fit."""

from bot.store import doorbook
from feedback.store.work import Store
from hailong.door_checkup import doors_of
from hailong.settings import Settings
from tests.conftest import Hands

ON = Settings(telegram_token="1:a", telegram_webhook_secret="b", zalo_bot_token="1:c")


def told(store: Store, settings: Settings = ON) -> list[tuple[str, str]]:
    with store.look() as work:
        return [(one.state, one.what) for one in doors_of(work, settings)]


def came(store: Store, outcome: str, door: str = "telegram") -> None:
    with store.work() as work:
        doorbook.add(work, {(door, outcome): 1})


def test_what_is_switched_off_is_not_missed(store: Store) -> None:
    assert told(store, Settings()) == []


def test_a_bot_that_heard_nothing_yet_is_told(store: Store) -> None:
    came(store, "malformed")
    assert told(store) == [
        ("NOTE", "nothing ever came from Telegram"),
        ("NOTE", "nothing ever came from Zalo's bot"),
    ]


def test_a_secret_that_does_not_fit_is_wrong_until_something_came(store: Store) -> None:
    came(store, "unauthorized")
    assert told(store)[0] == ("WRONG", "1 events for Telegram in 7 days had a wrong secret")
    came(store, "received")
    assert [state for state, _ in told(store)] == ["NOTE", "OK", "NOTE"]


def test_a_messenger_that_fell_silent_is_told_whatever_strangers_send(
    store: Store, clock: Hands
) -> None:
    came(store, "received")
    assert told(store)[0] == ("OK", "the last event of Telegram came on 12/08/2026 12:00")
    clock.move(days=3, minutes=1)
    came(store, "unauthorized")
    clock.move(days=8)
    assert told(store)[0] == ("NOTE", "the last event of Telegram came on 12/08/2026 12:00")
