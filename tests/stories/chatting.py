"""What citizens do, through a chat: each act as the lines and presses that it takes there."""

import re
from dataclasses import dataclass, replace

from feedback.store.work import Store
from tests.pages.house import Desk
from tests.stories import script
from tests.stories.browsing import NUMBER, Browser
from tests.stories.lines import Line
from tests.stories.mail import PAGE, Post
from tests.stories.script import Step

_CHOICES = {"report": "1", "praise": "2", "misconduct": "3"}
_JUDGED = {"yes": "Hài lòng", "partly": "Hài lòng một phần", "no": "Không hài lòng"}
_FORM = re.compile(re.escape(PAGE) + r"(/case/\S+)")
_OF_A_CASE = {"news", "follow", "add", "judge", "contest", "withdraw"}


@dataclass
class Chat:
    """A citizen who chats; ``number`` is what was copied from the receipt.

    ``web`` is where they were handed over to, for what is not taken where others read along.
    """

    post: Post
    line: Line
    door: str
    number: str = ""
    web: Browser | None = None

    @property
    def groups(self) -> tuple[str, ...]:
        return script.HANDED if self.web else (*script.DOORS[self.door], self.door)

    async def does(self, store: Store, step: Step, desk: Desk | None) -> str:
        """Do what a step says, and give all that is read in it."""
        act = step.text("does")
        if self.web and act in _OF_A_CASE:
            assert not self.line.read(), "what was told on the web is told nowhere else"
            return await self.web.does(store, step, desk)
        if act != "news":
            self.line.read()
        accuses = bool(step.told.get("accuses")) and self.line.watched
        await getattr(self, f"_{act}")(step, desk)
        said = self._read()
        return f"{said}\n\n{await self._goes_on(store, step, said)}" if accuses else said

    async def _goes_on(self, store: Store, step: Step, said: str) -> str:
        """Go on behind the form that was handed out."""
        form = _FORM.search(said)
        assert form, f"no form was handed out:\n{said}"
        assert not self.number, f"what accuses was taken in the chat:\n{said}"
        self.web = Browser(form=form[1])
        told = {"choice": "misconduct", **step.told, "does": "file"}
        heard = await self.web.does(store, replace(step, told=told), None)
        self.number = self.web.number
        return heard

    def _read(self) -> str:
        said = self.line.read()
        found = NUMBER.search(said)
        self.number = found[0] if found else self.number
        return said

    async def _then(self, act: str, *words: object) -> None:
        await getattr(self.line, act)(*words)
        await self.post.deliver()

    async def _says(self, step: Step, desk: Desk | None) -> None:
        await self._then("say", step.text("text"))

    async def _taps(self, step: Step, desk: Desk | None) -> None:
        await self._then("press", step.text("text"))

    async def _comes(self, step: Step, desk: Desk | None) -> None:
        await self._then("come", desk)

    async def _news(self, step: Step, desk: Desk | None) -> None:
        if self.line.shut:
            await self._follow(step, desk)

    async def _block(self, step: Step, desk: Desk | None) -> None:
        await self._then("block")

    async def _rate(self, step: Step, desk: Desk | None) -> None:
        await self._comes(step, desk)
        await self._then("press", step.text("level"))
        while self.line.offers("Bỏ qua câu này"):
            await self._then("press", "Bỏ qua câu này")
        if step.text("text"):
            await self._then("say", step.text("text"))

    async def _file(self, step: Step, desk: Desk | None) -> None:
        if desk:
            await self._comes(step, desk)
        await self._then("say", "góp ý")
        await self._told(step, asks_place=desk is None)

    async def _file_rated(self, step: Step, desk: Desk | None) -> None:
        await self._then("press", "6")
        await self._told(step, asks_place=False)

    async def _told(self, step: Step, *, asks_place: bool) -> None:
        choice = step.text("choice")
        await self._then("press", _CHOICES[choice])
        refused = bool(step.told.get("accuses")) and self.line.watched
        if refused and choice == "misconduct":
            return
        if step.text("text"):
            await self._then("say", step.text("text"))
        if not refused:
            await self._sent(step, asks_place=asks_place)

    async def _sent(self, step: Step, *, asks_place: bool) -> None:
        if photo := step.text("photo"):
            await self._then("picture", "" if photo == "True" else photo)
        await self._then("press", "6")
        if asks_place:
            await self._then("press", "9")
        for part in ("name", "phone"):
            given = step.text(part)
            await self._then("say" if given else "press", given or "9")
        await self._then("press", "Gửi")

    async def _add(self, step: Step, desk: Desk | None) -> None:
        await self._follow(step, desk)
        await self._then("press", "Nhắn thêm")
        await self._then("say", step.text("text"))
        await self._then("press", "Gửi")

    async def _follow(self, step: Step, desk: Desk | None) -> None:
        await self._then("say", "theo dõi")

    async def _judge(self, step: Step, desk: Desk | None) -> None:
        if not self.line.offers("Không hài lòng"):
            await self._follow(step, desk)
            await self._then("press", "Cho biết có hài lòng không")
        await self._then("press", _JUDGED[step.text("judged")])

    async def _contest(self, step: Step, desk: Desk | None) -> None:
        await self._then("say", step.text("text"))
        await self._then("press", "Gửi lên cấp trên")

    async def _withdraw(self, step: Step, desk: Desk | None) -> None:
        await self._follow(step, desk)
        await self._then("press", "Rút lại")
        await self._then("press", "Đúng, rút lại")
