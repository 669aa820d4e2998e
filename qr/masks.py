"""Own the choice of a QR code's mask: all eight are weighed by the standard's penalties.

A whole symbol is one integer, a bit a module and an empty bit after each row, so that
weighing costs microseconds and no symbol is printed with a worse mask to save time.
"""

_RUN, _BLOCK, _FINDER, _BALANCE = 3, 3, 40, 10  # N1 to N4 of ISO/IEC 18004:2015, table 11


def penalty(dark: int, field: int, stride: int) -> int:
    """Return the penalty of a symbol (ISO/IEC 18004:2015, 7.8.3.1).

    `field` has every module set and `stride` is its side plus one: the empty column keeps
    one row's end from meeting the next row's start.
    """
    light = field ^ dark
    score = _imbalance(dark.bit_count(), field.bit_count())
    for step in (1, stride):
        score += _finder_likes(dark, light, step)
        score += _runs(dark, step) + _runs(light, step)
    return score + _blocks(dark, stride) + _blocks(light, stride)


def _runs(colour: int, step: int) -> int:
    pairs = colour & colour >> step
    fives = pairs & pairs >> 2 * step & colour >> 4 * step
    starts = fives & ~(fives << step)
    # A run of n holds n - 4 fives and one start, and costs 3 + (n - 5).
    return fives.bit_count() + (_RUN - 1) * starts.bit_count()


def _blocks(colour: int, stride: int) -> int:
    pairs = colour & colour >> 1
    return _BLOCK * (pairs & pairs >> stride).bit_count()


def _finder_likes(dark: int, light: int, step: int) -> int:
    ends = dark & dark >> 6 * step & light >> step & light >> 5 * step
    core = ends & dark >> 2 * step & dark >> 3 * step & dark >> 4 * step
    if not core:
        return 0
    pair = light & light >> step
    quiet = pair & pair >> 2 * step
    found = (core & quiet >> 7 * step).bit_count() + (core & quiet << 4 * step).bit_count()
    return _FINDER * found


def _imbalance(dark: int, modules: int) -> int:
    return _BALANCE * (abs(20 * dark - 10 * modules) // modules)
