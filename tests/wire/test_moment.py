"""When a message was sent, where the messenger's clock and ours disagree."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation.events import Said
from bot.wire.messages import Account, Address, Inbound

CAME = datetime(2026, 8, 12, 5, 0, tzinfo=UTC)
PERSON = Address(Account("telegram", "42"), "1")


@pytest.mark.parametrize(
    ("sent", "believed"),
    [
        (timedelta(0), True),
        (-timedelta(hours=23), True),  # it could not hand it over for a day
        (-timedelta(hours=47), True),  # and our clock is a day ahead
        (-timedelta(hours=49), False),
        (timedelta(hours=24), True),  # our clock is a day behind
        (timedelta(hours=26), False),
    ],
)
def test_a_messenger_is_believed_while_it_can_be_right(sent: timedelta, believed: bool) -> None:
    """However long the message then waited here."""
    inbound = Inbound("k", PERSON, Said("5"), sent_at=CAME + sent, came_at=CAME)
    for waited in (timedelta(0), timedelta(days=3)):
        assert inbound.moment(CAME + waited) == (CAME + sent if believed else CAME)
