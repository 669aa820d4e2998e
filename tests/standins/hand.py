"""A person's hand on the simulated phone in a real browser: reads, types, taps, attaches."""

from pathlib import Path

from selenium.common.exceptions import TimeoutException
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from tests.pages.chromium import PATIENCE, Phone

_SAID = "[...document.querySelectorAll('#chat li.oa, #chat li.human')].map(li => li.innerText)"


class Hand:
    """The chat that stands open in a browser."""

    def __init__(self, held: Phone) -> None:
        self.held = held
        self._heard = 0

    def say(self, text: str) -> None:
        """Type a text of one line and send it."""
        self.held.find("#text").send_keys(text, Keys.ENTER)

    def paste(self) -> None:
        """Send what is on the clipboard."""
        self.held.find("#text").send_keys(Keys.CONTROL, "v")
        self._wait(lambda: bool(self.held.ask("document.getElementById('text').value")), "paste")
        self.held.find("#send").click()

    def attach(self, file: Path) -> None:
        """Send a picture."""
        self.held.find("#photo").send_keys(str(file))

    def tap(self, words: str) -> None:
        """Press the newest button that contains these words."""
        buttons = "[...document.querySelectorAll('#chat .buttons > *')]"
        newest = f"{buttons}.filter(b => b.innerText.includes({words!r})).at(-1)"
        self._wait(lambda: self.held.ask(newest) is not None, words)
        self.held.ask(f"{newest}.click()")

    def hears(self, words: str) -> str:
        """Wait for a message of the office's with these words, not heard before."""
        found: list[str] = []

        def come() -> bool:
            for text in self.held.ask(_SAID)[self._heard :]:
                self._heard += 1
                if words in text:
                    found.append(text)
                    return True
            return False

        self._wait(come, words)
        return found[0]

    def shows(self, words: str) -> None:
        """Wait until these words stand anywhere in the chat."""
        self._wait(lambda: words in self.screen(), words)

    def screen(self) -> str:
        """Read the whole chat."""
        return self.held.find("#chat").text

    def _wait(self, true: object, wanted: str) -> None:
        try:
            WebDriverWait(self.held.driver, PATIENCE, 0.05).until(lambda _: true())  # type: ignore[operator]
        except TimeoutException:
            raise AssertionError(f"never came: {wanted!r}\n{self.screen()}") from None
