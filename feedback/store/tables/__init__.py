"""The tables of feedback, one module a noun; importing this package fills the metadata."""

from feedback.store.tables import (
    calendars,
    cases,
    casework,
    codes,
    facts,
    followups,
    offices,
    places,
    privacy,
    tallies,
    tickets,
)

__all__ = [
    "calendars",
    "cases",
    "casework",
    "codes",
    "facts",
    "followups",
    "offices",
    "places",
    "privacy",
    "tallies",
    "tickets",
]
