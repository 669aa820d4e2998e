"""Where a text to a citizen is written: on a screen of its own, with templates, a preview and a
draft that stays while one looks something up. It never runs another program."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import TextArea

from admin_tui import numbers
from admin_tui.answers.choosing import OPEN
from admin_tui.caseload import Drafted, Sheet
from admin_tui.charts import case_page
from admin_tui.columns import wrapped
from admin_tui.deeds import Deed
from admin_tui.drafts import Draft
from admin_tui.keys import EVERYWHERE, Command
from admin_tui.literal import literal
from admin_tui.screens.asking import AskingScreen
from admin_tui.screens.cards import OneOf, Option, Shown, Sure
from admin_tui.screens.room import Room
from admin_tui.session import Session
from admin_tui.trouble import Outdated, SignedOut, Trouble
from admin_tui.widgets.lines import KeyLine, StatusLine, TopLine, both_ends, keys, pairs, title
from admin_tui.widgets.paper import Paper
from feedback.domain.cases.life import CaseAct
from feedback.domain.cases.template import Template

LONGEST = 10_000
"""Characters of a text that staff write, as the services count them."""
SEND = Command("send", "f2", "ctrl+s", "Gửi", "Gửi, sau khi xem lại")
TEMPLATE = Command("template", "f3", "ctrl+t", "Mẫu", "Chọn một mẫu trả lời và điền vào")
PREVIEW = Command("preview", "f5", "ctrl+r", "Xem trước", "Xem đúng như người dân sẽ đọc")
CASE = Command("case", "f6", "ctrl+k", "Xem việc", "Xem lại lời người dân, chữ đang viết vẫn còn")


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written, for whom, and what sending it means.

    ``reader`` says who will read it and where; ``confirm`` gives, for a text, what follows from
    sending it; ``deed`` is what is done then.
    """

    act: CaseAct
    heading: str
    reader: str
    confirm: Callable[[str], str]
    yes: str
    deed: Callable[[str, str], Deed]
    templates: bool = False


class Editor(AskingScreen[bool]):
    """Gives True when the text was sent, False when it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(one.binding(priority=True) for one in (SEND, TEMPLATE, PREVIEW, CASE)),
        Binding("escape", "leave", show=False),
    ]
    guide = (
        "Gõ như bình thường, kể cả với bộ gõ Telex hay VNI; dán được cả đoạn nhiều dòng.\n"
        "F3 chọn mẫu: chỗ còn trong [ngoặc vuông] là chỗ phải viết vào.\n"
        "F5 xem trước đúng như người dân sẽ đọc. F2 gửi, có hỏi lại.\n"
        "Esc quay về việc đang xem; chữ đã viết vẫn còn cho đến khi thoát chương trình.\n"
        "Ctrl+Z lùi lại, Ctrl+Y làm lại. Shift và mũi tên để chọn, Ctrl+X cắt, Ctrl+V dán.\n"
    )

    def __init__(self, session: Session, sheet: Sheet, writing: Writing, draft: Draft) -> None:
        super().__init__()
        self.session = session
        self._sheet = sheet
        self._writing = writing
        self._draft = draft
        self._sending = False

    @property
    def commands(self) -> tuple[Command, ...]:
        """Give what can be done here."""
        template = (TEMPLATE,) if self._writing.templates else ()
        return (SEND, *template, PREVIEW, CASE)

    def compose(self) -> ComposeResult:
        """Lay out the sheet between the lines."""
        yield TopLine(id="top")
        yield Paper(self._draft.text)
        with Vertical(id="foot"):
            yield StatusLine(id="status")
            yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin where the draft ends."""
        self.lines()
        self.paper.action_edge(1)
        self.paper.focus()

    @property
    def paper(self) -> Paper:
        """The sheet that is written on."""
        return self.query_one(Paper)

    def lines(self) -> None:
        """Draw the lines around the sheet."""
        ink, code = self.session.ink, self._sheet.case.code
        top = both_ends(title(self._writing.heading, code), self._writing.reader, ink.strong)
        self.query_one("#top", TopLine).show(top)
        offered = [*pairs(self.commands), ("Esc", "Về"), *pairs(EVERYWHERE)]
        self.query_one("#keys", KeyLine).show(keys(offered, ink.strong, ink.dim))
        self._status()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep the draft, letter by letter."""
        self._draft.text = event.text_area.text
        self._status()

    def action_leave(self) -> None:
        """Return to the case; the draft stays."""
        self.dismiss(False)

    def action_case(self) -> None:
        """Show what was said so far, as it was last read."""
        sheet, ink = self._sheet, self.session.ink
        self.app.push_screen(
            Shown(sheet.case.code, lambda width: case_page.content(sheet, width, ink), ink)
        )

    def action_preview(self) -> None:
        """Show the text as it will be read."""
        text, ink = literal(self.paper.text).strip(), self.session.ink
        shown = text or "(chưa có chữ nào)"
        self.app.push_screen(
            Shown(
                self._writing.reader,
                lambda width: [Text(line, ink.strong) for line in wrapped(shown, width)],
                ink,
            )
        )

    def action_template(self) -> None:
        """Choose a template."""
        if self._writing.templates:
            session, language = self.session, self._sheet.case.language
            ask = partial(session.cases.choices.templates, session.viewer, language)
            self.ask("template", ask, self._choose)

    def action_send(self) -> None:
        """Look the text over, ask once more, and send it."""
        text = self.paper.text
        problem = self._problem(text)
        if problem is not None:
            self.notify(problem, title="Chưa gửi", severity="warning", markup=False)
        # Pressed again while the first is on its way, it must not reach the citizen twice.
        elif not self._sending:
            writing = self._writing
            sure = Sure(writing.heading, writing.confirm(text), writing.yes, self.session.ink)
            self.app.push_screen(sure, self._send)

    def troubled(self, trouble: Trouble) -> None:
        """Say why it was not done; what was written stays."""
        self._sending = False
        if isinstance(trouble, SignedOut):
            self.post_message(Room.Out(trouble.words))
            return
        words = f"{trouble.words} Chữ đã viết vẫn còn."
        self.notify(words, title="Chưa gửi", severity="warning", markup=False, timeout=20)
        self._status()
        # Without the new version every further try would be as outdated as this one.
        if isinstance(trouble, Outdated):
            session, code = self.session, self._sheet.case.code
            ask = partial(session.cases.looks.sheet, session.viewer, code)
            self.ask("sheet", ask, self._reread)

    def _reread(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def _choose(self, found: tuple[Template, ...]) -> None:
        options = [Option(one.title, "", one.code) for one in found]
        self.app.push_screen(OneOf("Mẫu trả lời", options, self.session.ink), self._fill)

    def _fill(self, template: str | None) -> None:
        if template is None:
            return
        session, code, words = self.session, self._sheet.case.code, self.paper.text
        # What was made from a template before is not put into another one.
        words = "" if self._draft.template else words
        ask = partial(session.cases.choices.filled, session.viewer, code, template, words)
        self.ask("filled", ask, self._filled)

    def _filled(self, made: Drafted) -> None:
        self._draft.template = made.template
        self.paper.select_all()
        self.paper.write(made.text)
        if made.open:
            self.paper.select(made.open[0])

    def _send(self, sure: bool | None) -> None:
        if not sure:
            return
        self._sending = True
        self._status()
        session, case = self.session, self._sheet.case
        deed = self._writing.deed(self.paper.text, self._draft.template)
        do = partial(session.cases.acts.do, session.viewer, case.code, case.version, deed)
        self.ask("send", do, self._sent)

    def _sent(self, done: None) -> None:
        self._draft.text = ""
        self.dismiss(True)

    def _problem(self, text: str) -> str | None:
        if not text.strip():
            return "Chưa có chữ nào."
        if len(text.strip()) > LONGEST:
            return f"Dài quá {numbers.whole(LONGEST)} ký tự. Xin viết gọn lại."
        marks = OPEN.values() if self._writing.templates else ()
        # Found by selecting it, so that the person stands where something is still to be written.
        left = next((mark for mark in marks if self.paper.select(mark)), None)
        return None if left is None else f"Còn chỗ chưa viết: {left}"

    def _status(self) -> None:
        ink, length = self.session.ink, len(self.paper.text.strip())
        count = f"{numbers.whole(length)} / {numbers.whole(LONGEST)} ký tự"
        template = f"mẫu {self._draft.template}" if self._draft.template else "bản nháp được giữ"
        left = "Đang gửi…" if self._sending else template
        style = ink.bad if length > LONGEST else ink.dim
        self.query_one("#status", StatusLine).show(both_ends(left, count, style))
