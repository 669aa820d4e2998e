"""Own where the parts of one poster stand: upright, lying for a table, or on a slip.

Only the code's place grows and shrinks with the paper; nothing ever overlaps it.
"""

from qr.posters import blocks
from qr.posters.marks import MM, Mark
from qr.posters.palette import GREY, INK, Scale
from qr.posters.record import Layout, Poster
from qr.posters.setting import Box, centred

_EDGE = 5 * MM  # what an office printer may leave unprinted


class Stack:
    """Hand out rows of a box from its top and bottom; what remains is the middle."""

    def __init__(self, box: Box) -> None:
        self.rest = box

    def top(self, height: float, gap: float = 0.0) -> Box:
        """Return a row of this height from the top, and leave a gap below it."""
        taken, rest = self.rest, self.rest
        used = height + gap
        self.rest = Box(rest.x, rest.y + used, rest.width, rest.height - used)
        return Box(taken.x, taken.y, taken.width, height)

    def bottom(self, height: float, gap: float = 0.0) -> Box:
        """Return a row of this height from the bottom, and leave a gap above it."""
        rest = self.rest
        self.rest = Box(rest.x, rest.y, rest.width, rest.height - height - gap)
        return Box(rest.x, rest.y + rest.height - height, rest.width, height)


def upright(poster: Poster, layout: Layout, box: Box) -> tuple[Mark, ...]:
    """Compose a poster that is higher than wide."""
    scale = Scale.of(box.width)
    stack = Stack(box.inset(max(_EDGE, scale.pt(22))))
    marks = blocks.header(poster, stack.top(scale.pt(116), scale.pt(14)), scale)
    marks += blocks.invitation(poster, stack.top(scale.pt(72), scale.pt(10)), scale)
    if layout.faces and not layout.slips:
        marks += blocks.faces(stack.top(scale.pt(34), scale.pt(14)))
    if poster.hotline or poster.wifi:
        marks += blocks.footer(poster, stack.bottom(scale.pt(20), scale.pt(6)), scale)
    marks += blocks.safety(poster, stack.bottom(scale.pt(48), scale.pt(10)), scale)
    marks += blocks.address(poster, stack.bottom(scale.pt(72), scale.pt(4)), scale)
    marks += blocks.plate(poster, stack.bottom(scale.pt(36), scale.pt(4)), scale)
    marks += blocks.code(poster, stack.rest, scale, logo_inside=layout.logo_in_code)
    marks += blocks.sample(poster, box.inset(_EDGE), scale)
    return (*marks, *blocks.draft(poster, box.inset(_EDGE)))


def lying(poster: Poster, layout: Layout, box: Box) -> tuple[Mark, ...]:
    """Compose a poster that is wider than high: the code left, the words right."""
    scale = Scale(0.78)
    stack = Stack(box.inset(_EDGE + scale.pt(6)))
    marks = blocks.header(poster, stack.top(scale.pt(98), scale.pt(14)), scale)
    if poster.hotline or poster.wifi:
        marks += blocks.footer(poster, stack.bottom(scale.pt(18), scale.pt(2)), scale)
    marks += blocks.safety(poster, stack.bottom(scale.pt(46), scale.pt(10)), scale)
    body = stack.rest
    left = Box(body.x, body.y, body.height, body.height)
    gap = left.width + scale.pt(20)
    right = Stack(Box(body.x + gap, body.y, body.width - gap, body.height))
    marks += blocks.code(poster, left, scale, logo_inside=layout.logo_in_code)
    marks += blocks.address(poster, right.bottom(scale.pt(66), scale.pt(2)), scale)
    marks += blocks.plate(poster, right.bottom(scale.pt(36), scale.pt(4)), scale)
    if layout.faces:
        marks += blocks.faces(right.bottom(scale.pt(38), scale.pt(8)))
    marks += blocks.invitation(poster, right.rest, scale)
    marks += blocks.sample(poster, box.inset(_EDGE), scale)
    return (*marks, *blocks.draft(poster, box.inset(_EDGE)))


def slip(poster: Poster, box: Box) -> tuple[Mark, ...]:
    """Compose one slip to take home: which desk, the code, and the address to type."""
    scale = Scale(0.6)
    side = scale.pt(8)
    stack = Stack(Box(box.x + side, box.y + side, box.width - 2 * side, box.height - side - _EDGE))
    host, _, code = poster.typed_address.rpartition("/")
    title = f"{poster.text.sample} – {poster.desk}" if poster.sample else poster.desk
    marks: list[Mark] = []
    marks += centred(title, stack.top(scale.pt(26), scale.pt(2)), scale.bold(13))
    marks += centred(f"/{code}", stack.bottom(scale.pt(26)), scale.bold(24))
    marks += centred(host, stack.bottom(scale.pt(16), scale.pt(2)), scale.plain(14, INK))
    marks += blocks.code(poster, stack.rest, scale, logo_inside=False)
    return (*marks, *blocks.draft(poster, box.inset(side)))


def slip_hint(poster: Poster, box: Box) -> tuple[Mark, ...]:
    """Compose the line above the slips that says what they are for."""
    return tuple(centred(poster.text.take_home, box, Scale(0.8).plain(14, GREY)))
