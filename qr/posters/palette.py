"""Own the colours and type sizes of a poster.

Every pair of ink and ground keeps its contrast when printed in black and white.
"""

from dataclasses import dataclass

from qr.posters.marks import Colour
from qr.posters.setting import Style

RED = Colour("#8f1d21")
GOLD = Colour("#c8a14b")
INK = Colour("#16202c")
GREY = Colour("#4d5866")
WHITE = Colour("#ffffff")
CREAM = Colour("#f8ecd4")
TINT = Colour("#fbf7ee")


@dataclass(frozen=True, slots=True)
class Scale:
    """Hold how large this poster is beside one on A4, as letters see it."""

    by: float

    @classmethod
    def of(cls, width: float) -> "Scale":
        """Return the scale of a page this wide; small pages keep letters a little larger."""
        # A4 is 595.28 points wide.
        return cls((width / 595.28) ** 0.85)

    def pt(self, points: float) -> float:
        """Return a length meant for A4 at this scale."""
        return points * self.by

    def bold(self, points: float, colour: Colour = INK) -> Style:
        """Return a bold style of this size on A4."""
        return Style(self.pt(points), True, colour)

    def plain(self, points: float, colour: Colour = GREY) -> Style:
        """Return a regular style of this size on A4."""
        return Style(self.pt(points), False, colour)
