"""Own the parts a poster is built from: header, code, address, safety line and the rest.

Each fills the box it is given and never looks outside it.
"""

import math

from qr.matrix import QUIET_ZONE, Level, encode
from qr.posters.logo import fitted_logo
from qr.posters.marks import Bend, Disc, Line, Mark, Panel, Stamp, Symbol
from qr.posters.palette import CREAM, GOLD, GREY, INK, RED, TINT, WHITE, Scale
from qr.posters.record import Poster
from qr.posters.setting import Box, centred, leading, measure

_LOGO_SHARE = 0.22  # of the code's side; level H bears up to 0.30
_BENDS = {5: 0.62, 4: 0.34, 3: 0.0, 2: -0.34, 1: -0.62}


def header(poster: Poster, box: Box, scale: Scale) -> list[Mark]:
    """Draw the sign's head: whose office this is, and above all which desk."""
    radius, rule = scale.pt(10), scale.pt(4)
    panel = Box(box.x, box.y, box.width, box.height - rule)
    marks: list[Mark] = [
        Panel(box.x, box.y + 2 * rule, box.width, box.height - 2 * rule, radius, fill=GOLD),
        Panel(panel.x, panel.y, panel.width, panel.height, radius, fill=RED),
    ]
    inner = panel.inset(scale.pt(10))
    if poster.logo:
        side = inner.height
        marks.append(Panel(inner.x, inner.y, side, side, radius * 0.7, fill=WHITE))
        marks.append(fitted_logo(poster.logo, Box(inner.x, inner.y, side, side).inset(scale.pt(5))))
        gap = side + scale.pt(14)
        inner = Box(inner.x + gap, inner.y, inner.width - gap, inner.height)
    badge = _badge_width(poster, scale) if poster.sample else 0.0
    left = 0.0 if poster.logo else badge  # centred words stay centred beside the badge
    upper = Box(inner.x + left, inner.y, inner.width - left - badge, inner.height * 0.42)
    lower = Box(inner.x, inner.y + inner.height * 0.47, inner.width, inner.height * 0.53)
    setter = leading if poster.logo else centred
    marks += setter(poster.unit, upper, scale.bold(19, CREAM))
    marks += setter(poster.desk, lower, scale.bold(36, WHITE))
    return marks


def invitation(poster: Poster, box: Box, scale: Scale) -> list[Mark]:
    """Draw the one sentence that says what to do, and its English."""
    upper = Box(box.x, box.y, box.width, box.height * 0.66)
    lower = Box(box.x, box.y + upper.height, box.width, box.height - upper.height)
    return [
        *centred(poster.text.sentence, upper, scale.bold(36, RED)),
        *centred(poster.text.sentence_en, lower, scale.plain(19)),
    ]


def code(poster: Poster, box: Box, scale: Scale, *, logo_inside: bool) -> list[Mark]:
    """Draw the QR code as large as the box allows, its quiet zone inside a thin frame."""
    inside = poster.logo if logo_inside else None
    # What a logo hides has to be restored from the rest; without one Q keeps the modules larger.
    grid = encode(poster.url, Level.H if inside else Level.Q)
    frame = min(box.width, box.height)
    x, y = box.x + (box.width - frame) / 2, box.y + (box.height - frame) / 2
    module = frame / (grid.size + 2 * QUIET_ZONE)
    side, quiet = module * grid.size, module * QUIET_ZONE
    marks: list[Mark] = [
        Panel(x, y, frame, frame, scale.pt(9), fill=WHITE, edge=GOLD, thickness=scale.pt(1.4)),
    ]
    if inside:
        free = round(grid.size * _LOGO_SHARE) | 1  # odd, as the side is: whole modules stay
        grid = grid.cleared(free)
        away = (frame - free * module) / 2
        place = Box(x + away, y + away, free * module, free * module)
        marks.append(fitted_logo(inside, place.inset(module * 0.75)))
    return [*marks, Symbol(x + quiet, y + quiet, side, grid, INK)]


def faces(box: Box) -> list[Mark]:
    """Draw the five levels as five faces, all alike in size and colour."""
    radius = min(box.height / 2, box.width / 16)
    step = radius * 3.1
    middle = box.x + box.width / 2
    marks: list[Mark] = []
    for place, level in enumerate((5, 4, 3, 2, 1)):
        marks += _face(middle + (place - 2) * step, box.y + box.height / 2, radius, level)
    return marks


def _face(x: float, y: float, radius: float, level: int) -> list[Mark]:
    line = radius * 0.11
    mouth, reach = y + radius * (0.36 - 0.12 * _BENDS[level]), radius * 0.46
    bend = 2 * radius * _BENDS[level] * 0.55
    return [
        Disc(x, y, radius - line / 2, edge=INK, thickness=line),
        Disc(x - radius * 0.34, y - radius * 0.2, radius * 0.1, fill=INK),
        Disc(x + radius * 0.34, y - radius * 0.2, radius * 0.1, fill=INK),
        Bend(x - reach, mouth, x, mouth + bend, x + reach, mouth, INK, line),
    ]


def plate(poster: Poster, box: Box, scale: Scale) -> list[Mark]:
    """Draw the short code with `#`, which keeps it deliverable in a chat."""
    label = f"{poster.text.code} · {poster.text.code_en}"
    small, big = scale.plain(15), scale.bold(27)
    shown = f"#{poster.code}"
    widths = (small.size * measure(label, bold=False), big.size * measure(shown, bold=True))
    gap = scale.pt(12)
    start = box.x + (box.width - sum(widths) - gap) / 2
    # A hair wider, or rounding could break a line that was measured to fit.
    left = Box(start, box.y, widths[0] * 1.001, box.height)
    right = Box(start + widths[0] + gap, box.y, widths[1] * 1.001, box.height)
    return [*leading(label, left, small), *leading(shown, right, big)]


def address(poster: Poster, box: Box, scale: Scale) -> list[Mark]:
    """Draw the address in plain letters, by which a false code can be told."""
    inner = box.inset(scale.pt(8))
    upper = Box(inner.x, inner.y, inner.width, inner.height * 0.34)
    lower = Box(inner.x, inner.y + upper.height, inner.width, inner.height - upper.height)
    place = (box.x, box.y, box.width, box.height)
    label = f"{poster.text.genuine} · {poster.text.genuine_en}"
    return [
        Panel(*place, scale.pt(8), fill=TINT, edge=GOLD, thickness=scale.pt(1.2)),
        *centred(label, upper, scale.plain(14)),
        *centred(poster.typed_address, lower, scale.bold(30)),
    ]


def safety(poster: Poster, box: Box, scale: Scale) -> list[Mark]:
    """Draw what this page never asks for, with a tick in a circle."""
    radius = min(box.height * 0.36, scale.pt(17))
    gap = scale.pt(12)
    words = _widest(poster, scale)
    width = min(words, box.width - 2 * radius - gap)
    start = box.x + (box.width - width - 2 * radius - gap) / 2
    right = Box(start + 2 * radius + gap, box.y, width * 1.001, box.height)
    upper = Box(right.x, right.y, right.width, right.height * 0.58)
    lower = Box(right.x, right.y + upper.height, right.width, right.height - upper.height)
    return [
        *_tick(start + radius, box.y + box.height / 2, radius),
        *leading(poster.text.safety, upper, scale.bold(19)),
        *leading(poster.text.safety_en, lower, scale.plain(14)),
    ]


def _widest(poster: Poster, scale: Scale) -> float:
    return max(
        scale.pt(19) * measure(poster.text.safety, bold=True),
        scale.pt(14) * measure(poster.text.safety_en, bold=False),
    )


def _tick(x: float, y: float, radius: float) -> list[Mark]:
    line = radius * 0.17
    low = (x - radius * 0.1, y + radius * 0.36)
    return [
        Disc(x, y, radius, fill=RED),
        Line(x - radius * 0.45, y + radius * 0.02, *low, WHITE, line),
        Line(*low, x + radius * 0.46, y - radius * 0.34, WHITE, line),
    ]


def footer(poster: Poster, box: Box, scale: Scale) -> list[Mark]:
    """Draw the hotline and the Wi-Fi line, where the office has them."""
    text = poster.text
    labelled = ((text.hotline, poster.hotline), (text.wifi, poster.wifi))
    line = "   •   ".join(f"{label}: {value}" for label, value in labelled if value)
    return list(centred(line, box, scale.plain(15, INK))) if line else []


def sample(poster: Poster, box: Box, scale: Scale) -> list[Mark]:
    """Draw the badge that says this office is not a real one."""
    if not poster.sample:
        return []
    style = scale.bold(20, INK)
    width = _badge_width(poster, scale)
    badge = Box(box.x + box.width - width - scale.pt(14), box.y, width, scale.pt(37))
    radius, edge = scale.pt(8), scale.pt(2)
    place = (badge.x, badge.y, badge.width, badge.height)
    return [
        Panel(*place, radius, fill=GOLD, edge=WHITE, thickness=edge),
        *centred(poster.text.sample, badge, style),
    ]


def draft(poster: Poster, box: Box) -> list[Mark]:
    """Draw, across everything, that this is not a poster to hang up."""
    if not poster.draft:
        return []
    word = poster.text.draft
    diagonal = math.hypot(box.width, box.height)
    size = min(0.7 * diagonal / measure(word, bold=True), 0.26 * min(box.width, box.height))
    angle = math.degrees(math.atan2(box.height, box.width))
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return [Stamp(x, y, word, size, angle, RED, 0.22)]


def cut_line(x1: float, y1: float, x2: float, y2: float) -> Line:
    """Return the dashed hairline along which paper is cut, torn or folded."""
    return Line(x1, y1, x2, y2, GREY, 0.6, 3.0)


def _badge_width(poster: Poster, scale: Scale) -> float:
    return scale.pt(26) + scale.bold(20, INK).size * measure(poster.text.sample, bold=True)
