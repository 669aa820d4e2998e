"""Units, desks, services and codes: what they are, where they lead, and what becomes of them.

This front names what the hot path and other rooms ask; acts of operators stand in the modules.
"""

from feedback.domain.tree import Tree
from feedback.services.places.cards import desk_cards, desks_of, few_desks
from feedback.services.places.lookup import desk_id, find_units, formed_from, unit_id
from feedback.services.places.resolving import resolve_all
from feedback.services.places.snapshot import tree
from feedback.store.codes import living_by_key

__all__ = [
    "Tree",
    "desk_cards",
    "desk_id",
    "desks_of",
    "few_desks",
    "find_units",
    "formed_from",
    "living_by_key",
    "resolve_all",
    "tree",
    "unit_id",
]
