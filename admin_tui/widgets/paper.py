"""A sheet to write on: composed letters, Backspaces of a Vietnamese keyboard and pasted lines come
as they are typed. It runs nothing, reads no file and leaves nothing elsewhere."""

import unicodedata
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.widgets import TextArea

from admin_tui.literal import literal


# The toolkit's own sheet takes F6, F7 and Ctrl+K, which lead elsewhere here.
class Paper(TextArea, inherit_bindings=False):
    """A text of many lines; every key that is no arrow or control key is text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(f"{shift}{key}", f"cursor_{to}{'(True)' if shift else ''}", show=False)
            for shift in ("", "shift+")
            for key, to in (
                ("up", "up"),
                ("down", "down"),
                ("left", "left"),
                ("right", "right"),
                ("home", "line_start"),
                ("end", "line_end"),
                ("ctrl+left", "word_left"),
                ("ctrl+right", "word_right"),
            )
        ),
        Binding("pageup", "cursor_page_up", show=False),
        Binding("pagedown", "cursor_page_down", show=False),
        Binding("ctrl+home", "edge(0)", show=False),
        Binding("ctrl+end", "edge(1)", show=False),
        Binding("backspace", "delete_left", show=False),
        Binding("delete,ctrl+d", "delete_right", show=False),
        Binding("ctrl+w", "delete_word_left", show=False),
        Binding("ctrl+u", "delete_to_start_of_line", show=False),
        Binding("ctrl+x", "cut", show=False),
        Binding("ctrl+v", "paste", show=False),
        Binding("ctrl+z", "undo", show=False),
        Binding("ctrl+y", "redo", show=False),
        Binding("ctrl+a", "select_all", show=False),
    ]

    def __init__(self, text: str) -> None:
        super().__init__(clean(text), soft_wrap=True, show_line_numbers=False, max_checkpoints=200)
        self.cursor_blink = False
        self.highlight_cursor_line = False

    async def _on_paste(self, event: Paste) -> None:
        # What comes from elsewhere may hold anything; what is sent to a citizen must be plain.
        event.prevent_default()
        event.stop()
        self.write(event.text)

    def write(self, text: str) -> None:
        """Put a text where the mark stands, instead of what is selected."""
        start, end = self.selection
        self.move_cursor(self.replace(clean(text), start, end).end_location)

    def action_edge(self, end: int) -> None:
        """Go to the beginning or the end of the text."""
        self.move_cursor(self.document.end if end else (0, 0))

    def select(self, words: str) -> bool:
        """Select the first place where words stand, so that typing replaces them."""
        place = self.text.find(words)
        if place < 0:
            return False
        before = self.text[:place]
        row, column = before.count("\n"), len(before) - (before.rfind("\n") + 1)
        self.move_cursor((row, column))
        self.move_cursor((row, column + len(words)), select=True)
        return True


def clean(text: str) -> str:
    """Give a text in which nothing is left that could act on a terminal or a reader's screen."""
    return unicodedata.normalize("NFC", literal(text))
