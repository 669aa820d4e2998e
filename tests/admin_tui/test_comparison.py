"""Nothing is called higher or lower than the data can carry."""

from hypothesis import given
from hypothesis import strategies as st

from feedback.domain.comparison import Difference, difference
from feedback.domain.index import Counts

_COUNTS = st.tuples(*[st.integers(0, 400)] * 5).map(Counts)


def _shares(satisfied: int, n: int) -> Counts:
    return Counts((n - satisfied, 0, 0, 0, satisfied))


@given(_COUNTS, _COUNTS)
def test_what_is_higher_one_way_is_lower_the_other(one: Counts, other: Counts) -> None:
    mirrored = {Difference.HIGHER: Difference.LOWER, Difference.LOWER: Difference.HIGHER}
    forth, back = difference(one, other), difference(other, one)
    assert back == mirrored.get(forth, forth)


@given(_COUNTS)
def test_a_figure_never_differs_from_itself(counts: Counts) -> None:
    assert difference(counts, counts) in {Difference.UNTOLD, Difference.TOO_FEW}


def test_below_thirty_nothing_is_said() -> None:
    assert difference(_shares(29, 29), _shares(0, 1000)) is Difference.TOO_FEW


def test_the_line_is_drawn_where_the_test_draws_it() -> None:
    # z = 1.980 and 1.807 by the formula of two proportions with the pooled variance.
    assert difference(_shares(90, 100), _shares(80, 100)) is Difference.HIGHER
    assert difference(_shares(90, 100), _shares(81, 100)) is Difference.UNTOLD
    assert difference(_shares(80, 100), _shares(90, 100)) is Difference.LOWER
