"""Owns where a long text is cut into messages. It never drops anything that can be seen."""

_BREAKS = ("\n\n", "\n", ". ", " ")


def split(text: str, longest: int) -> list[str]:
    """Cut a text into parts of at most so many UTF-16 units, between paragraphs where possible."""
    parts = []
    rest = text.strip()
    while _units(rest) > longest:
        head = _head(rest, longest)
        parts.append(head.rstrip())
        rest = rest[len(head) :].lstrip()
    return [*parts, rest] if rest else parts


def _head(text: str, longest: int) -> str:
    """Take what fits, up to the last paragraph, line, sentence or word that ends in it."""
    fits = text[:longest]
    while _units(fits) > longest:
        fits = fits[: len(fits) - max(1, (_units(fits) - longest) // 2)]
    for mark in _BREAKS:
        # A cut in the first half would leave a message that looks torn off.
        if (end := fits.rfind(mark, len(fits) // 2)) > 0:
            return fits[: end + len(mark)]
    return fits


def _units(text: str) -> int:
    # Messengers count in these units: an emoji is two of them.
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
