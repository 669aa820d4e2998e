"""What citizens do, through a chat: each act as the lines and presses that it takes there."""

import re
from dataclasses import dataclass

from feedback.store.work import Store
from tests.pages.house import Desk
from tests.stories import mail
from tests.stories.lines import Phone, Terminal
from tests.stories.script import Step

NUMBER = re.compile(r"\b\d{4} \d{4} \d{4} \d{4}\b")
_CHOICES = {"report": "1", "praise": "2", "misconduct": "3"}
_JUDGED = {"yes": "Hài lòng", "partly": "Hài lòng một phần", "no": "Không hài lòng"}


@dataclass
class Chat:
    """A citizen who chats; ``number`` is what was copied from the receipt."""

    line: Phone | Terminal
    number: str = ""

    async def does(self, store: Store, step: Step, desk: Desk | None) -> str:
        """Do what a step says, and give all that is read in it."""
        if step.text("does") != "news":
            self.line.unread.clear()
        getattr(self, f"_{step.text('does')}")(store, step, desk)
        return self.read(store)

    def read(self, store: Store) -> str:
        """Read what came since it was last looked at."""
        said = "\n\n".join(self.line.unread)
        self.line.unread.clear()
        found = NUMBER.search(said)
        self.number = found[0] if found else self.number
        return said

    def _then(self, store: Store, act: str, words: str) -> None:
        getattr(self.line, act)(store, words)
        for person, shown in mail.letters(store):
            assert person == self.line.address
            self.line.show(shown)

    def _says(self, store: Store, step: Step, desk: Desk | None) -> None:
        self._then(store, "say", step.text("text"))

    def _taps(self, store: Store, step: Step, desk: Desk | None) -> None:
        self._then(store, "press", step.text("text"))

    def _comes(self, store: Store, step: Step, desk: Desk | None) -> None:
        assert desk
        self._then(store, "come", desk.token)

    def _news(self, store: Store, step: Step, desk: Desk | None) -> None:
        pass

    def _block(self, store: Store, step: Step, desk: Desk | None) -> None:
        self.line.block(store)

    def _rate(self, store: Store, step: Step, desk: Desk | None) -> None:
        self._comes(store, step, desk)
        self._then(store, "press", step.text("level"))
        while any("Bỏ qua câu này" in key.label for key in self.line.keys):
            self._then(store, "press", "Bỏ qua câu này")
        if step.text("text"):
            self._then(store, "say", step.text("text"))

    def _file(self, store: Store, step: Step, desk: Desk | None) -> None:
        if desk:
            self._comes(store, step, desk)
        self._then(store, "say", "góp ý")
        self._told(store, step, asks_place=desk is None)

    def _file_rated(self, store: Store, step: Step, desk: Desk | None) -> None:
        self._then(store, "press", "6")
        self._told(store, step, asks_place=False)

    def _told(self, store: Store, step: Step, *, asks_place: bool) -> None:
        self._then(store, "press", _CHOICES[step.text("choice")])
        if step.text("text"):
            self._then(store, "say", step.text("text"))
        if photo := step.text("photo"):
            self._then(store, "picture", "" if photo == "True" else photo)
        self._then(store, "press", "6")
        if asks_place:
            self._then(store, "press", "9")
        for part in ("name", "phone"):
            given = step.text(part)
            self._then(store, "say" if given else "press", given or "9")
        self._then(store, "press", "Gửi")

    def _add(self, store: Store, step: Step, desk: Desk | None) -> None:
        self._follow(store, step, desk)
        self._then(store, "press", "Nhắn thêm")
        self._then(store, "say", step.text("text"))
        self._then(store, "press", "Gửi")

    def _follow(self, store: Store, step: Step, desk: Desk | None) -> None:
        self._then(store, "say", "theo dõi")

    def _judge(self, store: Store, step: Step, desk: Desk | None) -> None:
        if not any("Không hài lòng" in key.label for key in self.line.keys):
            self._follow(store, step, desk)
            self._then(store, "press", "Cho biết có hài lòng không")
        self._then(store, "press", _JUDGED[step.text("judged")])

    def _contest(self, store: Store, step: Step, desk: Desk | None) -> None:
        self._then(store, "say", step.text("text"))
        self._then(store, "press", "Gửi lên cấp trên")

    def _withdraw(self, store: Store, step: Step, desk: Desk | None) -> None:
        self._follow(store, step, desk)
        self._then(store, "press", "Rút lại")
        self._then(store, "press", "Đúng, rút lại")
