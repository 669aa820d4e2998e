"""A messenger that fails for an hour: letters wait in order, and arrive once when it works again."""

from tests.attacks import posting, wires
from tests.attacks.box import standing
from tests.attacks.chatting import WAITING, alarmed
from tests.attacks.clocks import HOUR, WrongClock
from tests.attacks.conftest import Opening

STEP = HOUR // 12
PEOPLE = range(1, 13)


def test_an_hour_of_500_costs_no_letter_and_keeps_no_citizen(opening: Opening) -> None:
    """One more citizen in the chat and one on the web every five minutes: each is taken; letters
    are tried ever more seldom, the alarm sounds, and afterwards each arrives once, in order."""
    with standing() as box:
        box.broken = True
        server = opening(kind=WrongClock, telegram_api_base=box.url, **posting.BOT)
        server.start()
        token = wires.desk(server)
        assert not alarmed(server)
        for person in PEOPLE:
            tried = len(box.tries)
            assert posting.rated(server, token, person) == [200, 200]
            assert wires.rate(server, token).status == 200
            wires.until(lambda tried=tried: len(box.tries) > tried)
            server.set(person * STEP)
        assert alarmed(server)
        assert wires.metric(server, WAITING) == 2 * len(PEOPLE)
        assert "messages to citizens wait since" in server.command("doctor", code=1)
        assert [box.tries[0]] * 3 == [one for one in box.tries if one[0] == "1"][:3]
        assert len([one for one in box.tries if one[0] == "1"]) < 20
        assert box.letters == []
        box.broken = False
        # Past the longest wait between two tries, which is ten minutes.
        server.set(HOUR + 601)
        wires.until(lambda: wires.metric(server, WAITING) == 0)
        assert not alarmed(server)
    for person in PEOPLE:
        assert box.to(person)[0] == box.tries[0][1]
        assert len(box.to(person)) == 2
    assert wires.ratings(server) == 2 * len(PEOPLE)
