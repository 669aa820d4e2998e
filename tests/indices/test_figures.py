"""One figure: the published vectors, the laws of an honest index, and what rounding may not do."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.index import Confidence, Counts, Figure
from feedback.domain.methods import CODES, METHODS, method
from feedback.domain.rounding import parsed, percent, points, reaches
from feedback.domain.wilson import clears, interval

T2B = METHODS[0]
LEVELS = st.tuples(*(st.integers(0, 3000) for _ in range(5)))
TARGETS = st.integers(1, 10_000)
METHOD = st.sampled_from(METHODS)


def satisfied(k: int, n: int, target: int | None = None) -> Figure:
    """A figure of k satisfied among n."""
    return Figure(Counts((n - k, 0, 0, k, 0)), T2B, target)


# Newcombe 1998, Table I, and further values of the same formula (z = 1.959963984540054).
@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (0, 1, 0, 0.793451),
        (1, 1, 0.206549, 1),
        (9, 10, 0.595850, 0.982124),
        (10, 10, 0.722467, 1),
        (27, 30, 0.743789, 0.965400),
        (45, 50, 0.786398, 0.956524),
        (90, 100, 0.825634, 0.944771),
        (180, 200, 0.850594, 0.934330),
        (900, 1000, 0.879848, 0.917091),
    ],
)
def test_the_interval_is_wilsons(k: int, n: int, low: float, high: float) -> None:
    """Published examples come out to every digit given."""
    found = interval(k, n, n)
    # The table in print gives four digits, the further values six.
    digits = 6 if n != 263 and n != 148 and n != 20 and n != 29 else 4
    assert round(found.low / found.whole, digits) == low
    assert round(found.high / found.whole, digits) == high


def test_thirty_five_satisfied_people_are_needed_to_be_sure_of_ninety_percent() -> None:
    """Even with everyone satisfied, 34 leave the lower bound below the target."""
    # With all satisfied the lower bound is n / (n + z²): 0.9 from n = 9 z² = 34.6 on.
    assert satisfied(34, 34, 9000).confidence is Confidence.UNDETERMINED
    assert satisfied(35, 35, 9000).confidence is Confidence.ABOVE
    assert satisfied(95, 99, 9000).confidence is Confidence.ABOVE
    assert satisfied(94, 98, 9000).confidence is Confidence.UNDETERMINED


def test_the_shape_others_read() -> None:
    """The example of the interface: 376 satisfied of 412 counted, 8 set aside, target 90."""
    found = Figure(Counts((6, 9, 21, 148, 228), 8), T2B, 9000)
    assert (found.counts.n, found.counts.raw, found.counts.satisfied) == (412, 420, 376)
    assert (found.index, found.low, found.high) == (9126, 8814, 9362)
    assert found.meets is True
    assert found.confidence is Confidence.UNDETERMINED


@pytest.mark.parametrize(
    ("k", "n", "meets", "shown"),
    [
        (9, 10, True, 9000),
        (89, 99, False, 8990),
        (8999, 10_000, False, 8999),
        (9000, 10_000, True, 9000),
        (22499, 25_000, False, 8999),  # 89.996 %
        (22501, 25_000, True, 9000),  # 90.004 %
        (0, 10, False, 0),
        (10, 10, True, 10_000),
    ],
)
def test_nine_of_ten_passes_and_nothing_below_is_rounded_up_to_it(
    k: int, n: int, meets: bool, shown: int
) -> None:
    """The legal reading compares whole numbers; what prints agrees with it."""
    found = satisfied(k, n, 9000)
    assert found.meets is meets
    assert found.index == shown
    assert (found.index >= 9000) is meets


@pytest.mark.parametrize(
    ("a", "b", "shown"),
    [(1, 8, 1250), (1, 3, 3333), (2, 3, 6667), (12345, 100_000, 1235), (5, 100_000, 1)],
)
def test_halves_are_rounded_up(a: int, b: int, shown: int) -> None:
    """12.345 % prints 12.35, not the 12.34 of rounding to even."""
    assert points(a, b) == shown
    assert str(percent(points(a, b))) == f"{shown // 100}.{shown % 100:02}"


def test_nothing_given_is_no_index_and_not_zero() -> None:
    """At n = 0 there is no value, no interval and no verdict, whatever was set aside."""
    for counts in (Counts(), Counts((0, 0, 0, 0, 0), 7)):
        found = Figure(counts, T2B, 9000)
        assert (found.index, found.low, found.high, found.meets) == (None, None, None, None)
        assert found.confidence is Confidence.TOO_FEW


def test_below_thirty_nothing_is_said_about_a_target() -> None:
    """29 of 29 satisfied are still too few."""
    assert satisfied(29, 29, 5000).confidence is Confidence.TOO_FEW
    assert satisfied(30, 30, 5000).confidence is Confidence.ABOVE
    assert satisfied(0, 30, 5000).confidence is Confidence.BELOW


def test_without_a_target_there_is_no_verdict() -> None:
    """No target was set: nothing is met or missed."""
    found = satisfied(90, 100)
    assert (found.target, found.meets, found.confidence) == (None, None, None)


@pytest.mark.parametrize(("code", "shown"), [("t2b", 9126), ("mean5", 8830), ("mean01", 8538)])
def test_each_method_is_its_own_number(code: str, shown: int) -> None:
    """The same answers give another number by another definition; both are named."""
    found = Figure(Counts((6, 9, 21, 148, 228)), method(code, METHODS[0].since))
    assert found.index == shown


def test_methods_are_told_apart_and_unknown_ones_refused() -> None:
    """Every code has a version in use on any day; no other code exists."""
    assert CODES == ("t2b", "mean5", "mean01")
    with pytest.raises(KeyError):
        method("sipas", METHODS[0].since)


@given(LEVELS, METHOD, st.none() | TARGETS)
def test_the_index_lies_in_its_interval_also_when_rounded(levels, how, target) -> None:
    """low <= index <= high, all between 0 and 100 percent."""
    found = Figure(Counts(levels), how, target)
    if found.counts.n:
        assert 0 <= found.low <= found.index <= found.high <= 10_000


@given(LEVELS, METHOD, TARGETS)
def test_what_prints_never_crosses_the_target(levels, how, target) -> None:
    """Meeting and missing, above and below can be read off the printed figures."""
    found = Figure(Counts(levels), how, target)
    if not found.counts.n:
        return
    assert found.meets is (found.index >= target)
    if found.confidence is Confidence.ABOVE:
        assert found.low >= target
    if found.confidence is Confidence.BELOW:
        assert found.high <= target
    if found.confidence is Confidence.UNDETERMINED:
        assert found.low <= target <= found.high


@given(LEVELS, METHOD, TARGETS)
def test_the_verdict_is_exact_arithmetic(levels, how, target) -> None:
    """Compared with fractions, which cannot err."""
    found = Figure(Counts(levels), how, target)
    if found.counts.n:
        weighed = sum(n * w for n, w in zip(levels, how.weights, strict=True))
        value = Fraction(weighed, how.scale * found.counts.n)
        assert found.meets is (value >= Fraction(target, 10_000))
        assert abs(Fraction(found.index, 10_000) - value) <= Fraction(1, 10_000)


@given(LEVELS, METHOD, st.integers(0, 3))
def test_a_better_answer_never_lowers_the_index(levels, how, at) -> None:
    """Monotone: moving one person up a level cannot make the figure worse."""
    if levels[at]:
        moved = list(levels)
        moved[at] -= 1
        moved[at + 1] += 1
        before, after = Figure(Counts(levels), how), Figure(Counts(tuple(moved)), how)
        assert before.index <= after.index
        assert before.low <= after.low
        assert before.high <= after.high


@given(LEVELS, LEVELS, METHOD)
def test_a_whole_lies_between_its_parts(one, other, how) -> None:
    """Numerator and denominator are added alike, so no pooled index leaves the range of its parts."""
    both = Figure(Counts(one).plus(Counts(other)), how)
    parts = [Figure(Counts(levels), how).index for levels in (one, other) if sum(levels)]
    if parts:
        assert min(parts) <= both.index <= max(parts)


@given(st.integers(1, 10**7), st.data())
def test_the_exact_test_agrees_with_the_interval(n, data) -> None:
    """A target is cleared exactly when it lies outside the interval."""
    k = data.draw(st.integers(0, n))
    target = data.draw(st.integers(0, 10_000))
    found = interval(k, n, n)
    # The computed bounds are rounded outwards by less than one part in 10^12.
    slack = found.whole // 10**12 + 1
    value = target * found.whole // 10_000
    if clears(k, n, n, target, 10_000):
        assert value <= found.low + slack or value >= found.high - slack
    else:
        assert found.low - slack <= value <= found.high + slack


@given(st.integers(0, 10**6), st.integers(1, 10**6), TARGETS)
def test_rounding_keeps_order_and_side(a, b, target) -> None:
    """A rounded share is on the same side of the target as the share."""
    a = min(a, b)
    assert (points(a, b, target) >= target) is reaches(a, b, target)


@pytest.mark.parametrize(
    ("text", "value"),
    [("90", 9000), ("90%", 9000), ("85,5", 8550), ("85.25 %", 8525), ("100", 10_000), ("0.01", 1)],
)
def test_a_target_is_read_as_it_is_written(text: str, value: int) -> None:
    """With a point or a comma, with or without the sign."""
    assert parsed(text) == value


@pytest.mark.parametrize(
    "text",
    # Python itself would read `9e1`, `٩٠`, `90.` and `NaN` as numbers.
    ["", "0", "100.01", "101", "-5", "90.123", "chín mươi", "9e1", "٩٠", "90.", "1000", "NaN"],
)
def test_what_is_no_target_is_refused(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match=r"."):
        parsed(text)


@pytest.mark.parametrize("levels", [(-1, 0, 0, 0, 0), (0, 0, 0, 0, -3)])
def test_counts_are_never_negative(levels) -> None:
    """A negative count is a bug and raises."""
    with pytest.raises(ValueError, match="negative"):
        Counts(levels)
