"""The benchmark's conversations are ones that the door understands."""

from benchmarks.load import Desk, complete, templates
from bot.channels.telegram.decode import decode
from bot.conversation.events import Opened, Said, Tapped
from tests.telegram.updates import ACCOUNT


def test_a_conversation_of_the_benchmark_means_what_it_is_meant_to() -> None:
    """Opened at the desk, level 5 of that desk, three answers, a comment, no photo."""
    numbers = {"u": 10**15, "c": 5_000_000_001, "m": 1, "t": 1_785_000_000}
    bodies = [template % numbers for template in templates(Desk("AbC-_9", 36))]
    events = [decoded.event for body in bodies if (decoded := decode(body.encode(), ACCOUNT))]
    opened, tapped, *said = events
    assert opened == Opened("AbC-_9")
    assert isinstance(tapped, Tapped)
    assert (tapped.prompt, tapped.choice, tapped.desk) == ("level", "5", 36)
    assert [event.text for event in said if isinstance(event, Said)][:3] == ["4", "5", "4"]
    assert len(said) == 5


def test_an_answer_is_complete_when_its_last_byte_is_there() -> None:
    """With its length declared, in chunks, or without a body."""
    declared = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 2\r\n\r\nok"
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"
    assert complete(declared) == 503
    assert complete(chunked) == 200
    assert complete(declared[:-1]) is complete(chunked[:-1]) is None
