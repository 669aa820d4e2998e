"""Own the QR code drawn with characters, for a terminal.

It never leaves out the quiet zone, without which a phone does not find the code.
"""

_INK = {("0", "0"): "█", ("0", "1"): "▀", ("1", "0"): "▄", ("1", "1"): " "}
_WHITE_ON_BLACK = "\x1b[38;2;255;255;255;48;2;0;0;0m"
_RESET = "\x1b[0m"


def ascii_qr(url: str, *, colour: bool = False) -> str:
    """Return lines of half blocks, two modules a character, each line ended by a newline.

    The light modules are drawn, as on a dark terminal; with `colour` each line sets white on
    black by itself and reads the same in any theme.
    """
    from qr.matrix import QUIET_ZONE, Level, encode  # noqa: PLC0415 - tokens stay light

    # The smallest symbol: a screen is neither torn nor dirty, and may have 24 lines.
    grid = encode(url, Level.L)
    side = grid.size + 2 * QUIET_ZONE
    margin = "0" * QUIET_ZONE
    blank = ["0" * side] * QUIET_ZONE
    # One light row more: a symbol's height is odd, and a character holds two modules.
    rows = [*blank, *(margin + row + margin for row in grid.rows), *blank, "0" * side]
    lines = (
        "".join(_INK[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=False)
    )
    before, after = (_WHITE_ON_BLACK, _RESET) if colour else ("", "")
    return "".join(f"{before}{line}{after}\n" for line in lines)
