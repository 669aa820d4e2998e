"""The tables of feedback, one module a noun; importing this package fills the metadata."""

from feedback.store.tables import cases, codes, facts, followups, offices, places, privacy, tallies

__all__ = ["cases", "codes", "facts", "followups", "offices", "places", "privacy", "tallies"]
