"""Every table that hangs on a person, a case or a rating is known to erasing, or says why not."""

from bot.store import forgetting
from feedback.store import erasing
from feedback.store.columns import metadata

_KEYS = {"case_id", "rating_id", "person", "file_id"}
KEPT = {
    "cases": "no word of a citizen and nobody's name",
    "case_event": "acts by name and moment, no words; who a text was by is gone with the text",
    "case_party": "members of staff, never citizens",
    "rating_change": "levels, which stay",
    "rating_standing": "what was decided about a level, which stays",
    "answer": "levels, which stay",
    "data_request": "emptied of the person when it is done",
}
"""Tables that an erasure leaves, and why nothing of a citizen is in them."""


def test_no_table_is_forgotten() -> None:
    """Whoever adds a table about citizens has to say how it is erased."""
    known = {table.name for table in (*erasing.REACHED, *forgetting.HOLDING)}
    hanging = {t.name for t in metadata.sorted_tables if _KEYS & set(t.columns.keys())}
    assert hanging - known == set(KEPT)


def test_what_is_kept_exists() -> None:
    assert set(KEPT) <= set(metadata.tables)
