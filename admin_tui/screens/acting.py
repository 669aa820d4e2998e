"""Carries an act through: asks for what it needs, does it, and says how it went. What happened
meanwhile is told, and nothing is overwritten."""

from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from admin_tui import case_words
from admin_tui.caseload import Sheet
from admin_tui.charts import case_page
from admin_tui.columns import wrapped
from admin_tui.deeds import Deed
from admin_tui.literal import literal
from admin_tui.screens.asker import Asker
from admin_tui.screens.cards import Option, Shown
from admin_tui.screens.editor import Editor, Writing
from admin_tui.screens.gathering import GATHERING
from admin_tui.screens.link import LinkScreen
from admin_tui.screens.writing import WRITING, redaction
from admin_tui.trouble import Trouble
from feedback.domain.cases.record import Contact, Voice, Words
from feedback.services.cases.attachments import Attachment

if TYPE_CHECKING:
    from admin_tui.screens.case import CaseRoom

_ONCE = "Chỉ hiện lần này. Xin dùng đúng vào việc đã nêu."


class Acting:
    """One act on a case as it was read, from its first question to its end."""

    def __init__(self, room: "CaseRoom", sheet: Sheet) -> None:
        self._room = room
        self._sheet = sheet
        self._ask = Asker(room.app, room.session, sheet)

    async def begin(self, name: str) -> None:
        """Do what was chosen; trouble is told on the case's own screen."""
        try:
            await self._begin(name)
        except Trouble as trouble:
            self._room.tell(trouble)

    async def open_file(self) -> None:
        """Show the address of a file; one that is withheld takes a reason."""
        try:
            await self._open_file()
        except Trouble as trouble:
            self._room.tell(trouble)

    async def _begin(self, name: str) -> None:
        if name in WRITING:
            await self._write(WRITING[name](self._sheet), "")
        elif name == "redact":
            begun = await redaction(self._ask)
            if begun is not None:
                await self._write(*begun)
        elif name == "unlock":
            await self._unlock()
        elif name == "originals":
            await self._originals()
        else:
            deed = await GATHERING[name](self._ask)
            if deed is not None:
                await self._do(deed)

    async def _do(self, deed: Deed) -> None:
        ask, case = self._ask, self._sheet.case
        await ask.read(partial(ask.cases.acts.do, ask.viewer, case.code, case.version, deed))
        self._room.done()

    async def _write(self, writing: Writing, begun: str) -> None:
        session, code = self._room.session, self._sheet.case.code
        draft = session.drafts.of(code, writing.act)
        if begun:
            draft.text = begun
        if await self._ask.show(Editor(session, self._sheet, writing, draft)):
            session.drafts.drop(code, writing.act)
            self._room.done()
        else:
            self._room.reload()

    async def _unlock(self) -> None:
        told = "Tên, số điện thoại người gửi chỉ hiện một lần. Lý do và tên ông/bà được ghi lại."
        reason = await self._ask.reason("Xem người gửi", told)
        if reason is not None:
            ask, code = self._ask, self._sheet.case.code
            contact = await ask.read(partial(ask.cases.acts.unlock, ask.viewer, code, reason))
            await ask.show(Shown("Người gửi", partial(self._contact, contact), ask.ink))
            # Looking is an act of the case: with its old version the next one would be outdated.
            self._room.reload()

    async def _originals(self) -> None:
        told = "Lời viết trước khi che chỉ hiện một lần. Lý do và tên ông/bà được ghi lại."
        reason = await self._ask.reason("Xem nguyên văn", told)
        if reason is not None:
            ask, code = self._ask, self._sheet.case.code
            words = await ask.read(partial(ask.cases.acts.originals, ask.viewer, code, reason))
            await ask.show(Shown("Nguyên văn", partial(self._said, words), ask.ink))
            self._room.reload()

    async def _open_file(self) -> None:
        ask, files = self._ask, self._sheet.files
        chosen: Attachment | None = files[0]
        if len(files) > 1:
            options = [Option(case_page.file(one), "", one) for one in files]
            chosen = await ask.pick("Mở tệp nào?", options)
        if chosen is None:
            return
        reason = await self._why(chosen) if chosen.withheld else ""
        if reason is None:
            return
        code = self._sheet.case.code
        issue = partial(ask.cases.acts.link, ask.viewer, code, chosen.id, reason)
        link = await ask.read(issue)
        await ask.show(LinkScreen(link, f"{code}: {case_page.file(chosen)}", ask.ink))
        if chosen.withheld:
            self._room.reload()

    async def _why(self, file: Attachment) -> str | None:
        told = "Tệp này đang được giữ lại vì có thông tin riêng. Vì sao phải mở?"
        return await self._ask.reason(case_page.MEDIA[file.medium], told)

    def _contact(self, contact: Contact, width: int) -> list[Text]:
        ink = self._ask.ink
        pairs = (("Tên", contact.name), ("Điện thoại", contact.phone), ("Địa chỉ", contact.address))
        drawn = [
            Text(line, ink.strong)
            for label, value in pairs
            if value
            for line in wrapped(f"{label}: {literal(value)}", width)
        ]
        return [*drawn, Text(), *(Text(line, ink.dim) for line in wrapped(_ONCE, width))]

    def _said(self, words: tuple[Words, ...], width: int) -> list[Text]:
        ink = self._ask.ink
        drawn: list[Text] = []
        for one in words:
            if one.voice is not Voice.REASON:
                drawn.append(Text(case_words.VOICES[one.voice], f"bold {ink.accent}"))
                text = literal(one.text or "").strip()
                drawn += [Text(line, ink.text) for line in wrapped(text, width)]
                drawn.append(Text())
        return drawn
