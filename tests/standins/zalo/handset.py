"""Owns what a person sees of a chat. It never knows which of the two platforms it is on."""

from dataclasses import dataclass, field

from tests.standins.zalo.bell import Bell
from tests.standins.zalo.letters import Button

_READING = 2000
"""Milliseconds in which a person reads what the next act answers."""
_WHO = {"oa": "bot", "me": "tôi", "human": "cán bộ", "note": "--"}


@dataclass(frozen=True)
class Bubble:
    """One message on the screen; ``who`` is oa, me, human (an officer) or note; ``at`` in ms."""

    id: str
    who: str
    text: str = ""
    buttons: tuple[Button, ...] = ()
    image: str = ""
    quotes: str = ""
    asks_contact: bool = False
    at: int = field(default=0, compare=False)

    def labels(self) -> list[str]:
        """Give the words on the buttons."""
        return [button.label for button in self.buttons]

    def shown(self) -> str:
        """Write it as a person would read it out."""
        picture = " (ảnh)" if self.image and self.who != "me" else ""
        rows = "".join(f"\n  [{label}]" for label in self.labels())
        return f"{_WHO[self.who]}: {self.text}{picture}{rows}"


class Screen:
    """The bubbles of one chat, and how far somebody has listened to them."""

    def __init__(self, bell: Bell) -> None:
        self._bell = bell
        self._heard = 0
        self._moment = 0
        self.bubbles: list[Bubble] = []

    @property
    def said(self) -> list[Bubble]:
        """Everything the office said, by bot or by human."""
        return [bubble for bubble in self.bubbles if bubble.who in ("oa", "human")]

    @property
    def last(self) -> Bubble:
        """What the office said last."""
        return self.said[-1]

    def screen(self) -> str:
        """Write the whole chat as text, one bubble after another."""
        return "\n".join(bubble.shown() for bubble in self.bubbles)

    def show(self, bubble: Bubble) -> None:
        """Put a bubble on the screen."""
        self.bubbles.append(bubble)
        self._bell.ring()

    async def hears(self, containing: str = "", timeout: float = 5.0) -> Bubble:
        """Wait for the office's next message not yet heard; skip those without these words.

        Raises AssertionError with the whole screen where none comes in so many seconds.
        """
        while True:
            try:
                await self._bell.until(lambda: len(self.said) > self._heard, timeout)
            except TimeoutError:
                raise AssertionError(f"never heard {containing!r}:\n{self.screen()}") from None
            self._heard += 1
            if containing in (bubble := self.said[self._heard - 1]).text:
                return bubble

    def moment(self, now: int) -> int:
        """Give the moment of the next thing said, in ms: nobody reads and answers within a second."""
        self._moment = max(now, self._moment + _READING)
        return self._moment

    def deaf_to_the_past(self) -> None:
        """Take everything said so far as heard."""
        self._heard = len(self.said)

    def buttoned(self) -> Bubble:
        """Find the newest message with buttons; raise AssertionError where there is none."""
        for bubble in reversed(self.bubbles):
            if bubble.buttons:
                return bubble
        raise AssertionError(f"no buttons:\n{self.screen()}")
