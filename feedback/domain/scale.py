"""The one scale of satisfaction, 1 to 5, the same in storage, JSON, CSV, forms and typed digits."""

from enum import IntEnum


class Level(IntEnum):
    """How satisfied a citizen was: 5 is very satisfied, 1 very dissatisfied."""

    VERY_DISSATISFIED = 1
    DISSATISFIED = 2
    NEUTRAL = 3
    SATISFIED = 4
    VERY_SATISFIED = 5

    @property
    def satisfied(self) -> bool:
        """Say whether the level counts into the numerator of the top-two-box index."""
        return self >= Level.SATISFIED
