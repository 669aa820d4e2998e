"""A type for each identifier, so that a desk is never passed where a unit is meant."""

from typing import NewType

UnitId = NewType("UnitId", int)
DeskId = NewType("DeskId", int)
ServiceId = NewType("ServiceId", int)
RatingId = NewType("RatingId", int)
StaffId = NewType("StaffId", int)
CaseId = NewType("CaseId", int)
Person = NewType("Person", bytes)
"""Pseudonym of someone in one channel: 16 bytes, HMAC of (channel, id) under a lasting key."""
Rater = NewType("Rater", bytes)
"""Pseudonym of a person within one quarter: 16 bytes, enough to find repeats and no more."""
