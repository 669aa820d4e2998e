"""A picture of styled text, drawn for the width it gets and as high as it needs."""

from collections.abc import Callable

from rich.text import Text
from textual.geometry import Size
from textual.widget import Widget

Picture = Callable[[int], Text]
"""Draws for a width in cells."""


class Drawn(Widget):
    """Shows what its picture draws; the text is taken as it is, never as markup."""

    def __init__(
        self, picture: Picture | None = None, *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._picture: Picture = picture or (lambda width: Text())

    def show(self, picture: Picture) -> None:
        """Take another picture."""
        self._picture = picture
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Give the lines that the picture needs at this width."""
        return self._picture(width).plain.count("\n") + 1

    def render(self) -> Text:
        """Draw."""
        text = self._picture(self.size.width)
        # Broken once more by the toolkit, it would be higher than it was measured.
        text.no_wrap = True
        return text
