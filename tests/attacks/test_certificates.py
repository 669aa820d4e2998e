"""A certificate that ended: a messenger's, so that nothing is said to it; and the office's own."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.attacks import chatting, wires
from tests.attacks.authority import Authority
from tests.attacks.box import standing
from tests.attacks.chatting import WAITING
from tests.attacks.clocks import WrongClock
from tests.attacks.conftest import Opening

ENDED, HOLDS = -timedelta(days=1), timedelta(days=90)


class Trusting(WrongClock):
    """A server on a machine that trusts an authority."""

    trusts: Path

    def environment(self) -> dict[str, str]:
        return super().environment() | {"SSL_CERT_FILE": str(self.trusts)}


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


def opened(opening: Opening, authority: Authority, **settings: str) -> Trusting:
    """A server, not yet started, that trusts the authority and nobody else."""
    server = opening(kind=Trusting, **settings)
    assert isinstance(server, Trusting)
    server.trusts = authority.file
    return server


def test_nothing_is_said_to_a_messenger_whose_certificate_ended(
    opening: Opening, authority: Authority
) -> None:
    """Letters wait in their order and none is lost, citizens go on, doctor and the alarm say so;
    once it is renewed each arrives once."""
    with standing(authority.serving(ENDED)) as box:
        server = opened(opening, authority, zalo_bot_api_base=box.url, **chatting.BOT)
        server.start()
        token = wires.desk(server)
        for person in range(3):
            assert chatting.rated(server, f"person{person}") == [200, 200]
        assert wires.rate(server, token).status == 200
        wires.until(lambda: wires.metric(server, chatting.PUT_OFF) >= 1)
        # Past the quarter of an hour after which the alarm sounds.
        server.set(1200)
        assert box.tries == []
        assert wires.metric(server, WAITING) == 6
        assert chatting.alarmed(server)
        assert "messages to citizens wait since" in server.command("doctor", code=1)
        box.certificate = authority.serving(HOLDS)
        wires.until(lambda: wires.metric(server, WAITING) == 0)
        assert not chatting.alarmed(server)
    for person in range(3):
        assert len(box.to(f"person{person}")) == 2
        assert box.to(f"person{person}") == [
            text for who, text in box.tries if who == f"person{person}"
        ]
    assert wires.ratings(server) == 4


def test_the_office_hears_that_its_own_certificate_ended(
    opening: Opening, authority: Authority
) -> None:
    """As browsers say it, with what to do; a day before it ends it is told too."""
    for ends, word in ((ENDED, "certificate has expired"), (timedelta(days=1), "ends on")):
        with standing(authority.serving(ends)) as front:
            public = front.url.replace("127.0.0.1", "localhost")
            server = opened(opening, authority, public_url=public)
            assert word in server.command("doctor", code=1)
