"""The memory and the arithmetic of feedback: units, desks, ratings, indices. It sends nothing."""
