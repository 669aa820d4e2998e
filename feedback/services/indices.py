"""Answers questions about the index, for whoever asks, as far as that one may see."""

from dataclasses import replace
from datetime import date
from weakref import WeakKeyDictionary

from feedback.domain import suppression
from feedback.domain.days import local_day
from feedback.domain.ids import UnitId
from feedback.domain.methods import CODES, method
from feedback.domain.placing import Now, Then, ever_below
from feedback.domain.query import By, IndexQuery, IndexRow, IndexTable, Note, SetAside, TreeOf
from feedback.domain.roles import Viewer
from feedback.domain.rollup import NOTHING, by_key
from feedback.domain.tree import Tree
from feedback.domain.visibility import FLOOR, Thing, When, when
from feedback.services import calendars
from feedback.services.authority import Act, require
from feedback.services.index_cells import Asked, cells
from feedback.services.index_rows import above, rows
from feedback.services.places import desk_cards
from feedback.services.places import tree as tree_of
from feedback.services.refusals import Misuse, NotAllowed, NotFound
from feedback.store import set_aside, tallies_read
from feedback.store.work import Work

_MOST_PLACES = 32
_PLACES: WeakKeyDictionary[Tree, dict[tuple[date, ...], Then | Now]] = WeakKeyDictionary()
"""Placings worked out for a tree; the tree is replaced whole whenever a unit changes."""


def index(work: Work, viewer: Viewer, query: IndexQuery, *, floor: int = FLOOR) -> IndexTable:
    """Compute a table of figures.

    ``floor`` is the office's least size of a batch for those who are rated. Raises NotAllowed for
    what the viewer may not see, and Misuse for an unknown method or days in the wrong order.
    """
    asked = _asked(work, viewer, query, floor)
    tree = tree_of(work)
    made = rows(work, asked, tree, cells(work, asked))
    if query.public:
        made = _for_public(work, asked, made)
    reasons: tuple[SetAside, ...] = ()
    # To the rated a reason that was given once would point at one person.
    if query.explain and asked.until is None and not query.public:
        reasons = set_aside.reasons(work, asked.first, asked.last, asked.units, query.desk)
    return IndexTable(
        query,
        asked.method,
        asked.first,
        asked.last,
        made,
        _notes(asked, made),
        reasons,
        asked.until,
    )


def _asked(work: Work, viewer: Viewer, query: IndexQuery, floor: int) -> Asked:
    top = _top(work, viewer, query)
    if query.method not in CODES:
        raise Misuse(f"There is no method {query.method}; there are {', '.join(CODES)}.")
    today = local_day(work.now)
    tree = tree_of(work)
    first, last = _days(work, query, tree, top, today)
    place = _placed(tree, query.tree, first, last, today)
    if top is not None and isinstance(place, Now):
        top = place.chain(top)[0]
    return Asked(
        query,
        method(query.method, last),
        first,
        last,
        place,
        top,
        None if top is None else place.below(top),
        calendars.shown_until(work, viewer.role),
        floor,
    )


def _top(work: Work, viewer: Viewer, query: IndexQuery) -> UnitId | None:
    """Find the unit that is asked about, and see that the viewer may ask this about it."""
    things = {By.DESK: Thing.DESK_FIGURES, By.CHANNEL: Thing.CHANNEL_FIGURES}
    wanted = {things.get(query.by, Thing.UNIT_FIGURES)} if query.by else {Thing.UNIT_FIGURES}
    if query.desk is not None:
        wanted.add(Thing.DESK_FIGURES)
    if any(when(viewer.role, thing) is When.NEVER for thing in wanted):
        raise NotAllowed(f"Figures by {query.by} could show a {viewer.role} who rated.")
    if query.desk is None:
        top = query.unit or viewer.unit
        require(work, viewer, Act.LOOK, top)
        return top
    card = desk_cards(work, {query.desk}, local_day(work.now)).get(query.desk)
    if card is None:
        raise NotFound("There is no such desk.")
    require(work, viewer, Act.LOOK, card.unit)
    return None


def _days(
    work: Work, query: IndexQuery, tree: Tree, top: UnitId | None, today: date
) -> tuple[date, date]:
    if query.period is not None:
        return query.period.first, query.period.last
    last = query.last or today
    first = query.first
    if first is None:
        units = None if top is None else ever_below(tree, top)
        first = min(last, tallies_read.first_day(work, units, query.desk) or last)
    if last < first:
        raise Misuse(f"{first} .. {last}: the end lies before the beginning.")
    return first, last


def _placed(tree: Tree, wanted: TreeOf, first: date, last: date, today: date) -> Then | Now:
    known = _PLACES.setdefault(tree, {})
    # The tree of today is one and the same for every span that is asked for.
    key = (first, last) if wanted is TreeOf.THEN else (today,)
    found = known.get(key)
    if found is None:
        # Whoever asks for ever new days must not fill memory.
        if len(known) >= _MOST_PLACES:
            known.clear()
        found = Then(tree, first, last) if wanted is TreeOf.THEN else Now(tree, today)
        known[key] = found
    return found


def _for_public(work: Work, asked: Asked, made: tuple[IndexRow, ...]) -> tuple[IndexRow, ...]:
    """Leave the public what it may see; by desk that is nothing."""
    by = asked.query.by
    if by is By.DESK or asked.query.desk is not None:
        return suppression.everything(made)
    if by in (None, By.UNIT):
        return suppression.of_units(made, above(asked, made))
    whole = by_key(cells(work, replace(asked, query=replace(asked.query, by=None))), lambda _: 0)
    n = whole.get(0, NOTHING).counts.n
    # Factors do not add up to a whole: one that is hidden cannot be had from the others.
    return suppression.of_parts(made, n, add_up=by is not By.FACTOR)


def _notes(asked: Asked, made: tuple[IndexRow, ...]) -> tuple[Note, ...]:
    place = asked.place
    said = {
        Note.CHANCE_ONLY: True,
        Note.NOT_SIPAS: True,
        Note.SAMPLES: any(row.sample for row in made),
        Note.BATCHED: asked.until is not None,
        Note.PUBLIC: asked.query.public,
        Note.ANSWERS: asked.query.by is By.FACTOR,
        Note.FOLLOWED: isinstance(place, Now),
        Note.SPLIT_STAYS: isinstance(place, Now) and any(row.unit in place.torn for row in made),
    }
    return tuple(note for note, holds in said.items() if holds)
