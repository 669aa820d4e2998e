"""What an office does with a desk's code: move, revoke, reissue. A poster never just stops."""

from collections.abc import Sequence
from datetime import date

from feedback.domain.days import local_day
from feedback.domain.ids import DeskId, UnitId
from feedback.domain.roles import Viewer
from feedback.services.authority import Act, require
from feedback.services.codes import Codes
from feedback.services.places import desk_codes, snapshot
from feedback.services.places.cards import desk_cards
from feedback.services.refusals import NotFound, Refusal
from feedback.store import audit, desks
from feedback.store import codes as code_rows
from feedback.store.codes import CodeRow, CodeState
from feedback.store.work import Work


def move_to_unit(
    work: Work, viewer: Viewer, codes: Codes, desk: DeskId, unit: UnitId, on: date, reason: str
) -> CodeRow:
    """Place a desk in another unit from a day on, today at the latest, and give its new code.

    The poster with the old code leads to the same desk and says where that belongs now.
    """
    before = desks.some(work, [desk])[0]
    require(work, viewer, Act.MANAGE_DESKS, _unit_of(work, desk))
    # A desk is neither taken from nor given to a unit that is not the viewer's to manage.
    require(work, viewer, Act.MANAGE_DESKS, unit)
    _check_day(work, unit, on)
    if unit == before.unit:
        raise Refusal("The desk belongs to that unit already.")
    if any(row.name == before.name for row in desks.of_units(work, [unit])):
        raise Refusal("That unit has a desk of the same name; let it take over (--to-desk).")
    old = desk_codes.living(work, [desk]).get(desk)
    if old:
        # Its own heir: the old poster leads to the same desk, which says where it stands by now.
        code_rows.end(work, [old.serial], CodeState.MOVED, reason, desk)
    desks.place(work, desk, unit, on, reason)
    _note(work, viewer, "desk moved", desk, f"unit {before.unit}", f"unit {unit} from {on}", reason)
    return desk_codes.issue(work, codes, [desk])[0]


def move_to_desk(work: Work, viewer: Viewer, desk: DeskId, heir: DeskId, reason: str) -> CodeRow:
    """Let another desk take over: the poster leads there and says so."""
    require(work, viewer, Act.MANAGE_DESKS, _unit_of(work, desk))
    require(work, viewer, Act.MANAGE_DESKS, _unit_of(work, heir))
    if heir == desk:
        raise Refusal("A desk cannot take over from itself.")
    if heir not in desk_codes.living(work, [heir]):
        raise Refusal("The desk that takes over has no code of its own; reissue that first.")
    old = _living(work, desk)
    code_rows.end(work, [old.serial], CodeState.MOVED, reason, heir)
    _note(work, viewer, "desk moved", desk, old.short_code, f"to desk {heir}", reason)
    return old


def revoke(work: Work, viewer: Viewer, short_code: str, reason: str) -> CodeRow:
    """End a code for good; whoever scans it gets a kind answer and no desk."""
    found = code_rows.by_text(work, [short_code])
    if not found:
        raise NotFound(f"There is no code {short_code!r}.")
    row = found[0]
    require(work, viewer, Act.MANAGE_DESKS, _unit_of(work, row.desk))
    if row.state is not CodeState.ACTIVE:
        raise Refusal(f"The code {short_code} is {row.state} already.")
    code_rows.end(work, [row.serial], CodeState.REVOKED, reason, None)
    _note(work, viewer, "code revoked", row.desk, short_code, "", reason)
    return row


def reissue(
    work: Work, viewer: Viewer, codes: Codes, ids: Sequence[DeskId], reason: str
) -> list[CodeRow]:
    """Give desks new codes; all their older ones lead to them and say that they were withdrawn."""
    cards = desk_cards(work, ids, local_day(work.now))
    for unit in {card.unit for card in cards.values()}:
        require(work, viewer, Act.MANAGE_DESKS, unit)
    # First, or the new codes would be withdrawn together with the old ones.
    code_rows.withdraw(work, ids, reason)
    new = desk_codes.issue(work, codes, ids)
    for row in new:
        card = cards[row.desk]
        told = (f"desk {card.id} {card.name}", card.code or "", row.short_code)
        audit.note(work, viewer.name, "code reissued", *told, reason)
    return new


def _unit_of(work: Work, desk: DeskId) -> UnitId:
    return desk_cards(work, [desk], local_day(work.now))[desk].unit


def _name(work: Work, desk: DeskId) -> str:
    return desk_cards(work, [desk], local_day(work.now))[desk].name


def _living(work: Work, desk: DeskId) -> CodeRow:
    row = desk_codes.living(work, [desk]).get(desk)
    if row is None:
        raise Refusal("The desk has no active code; reissue it first.")
    return row


def _check_day(work: Work, unit: UnitId, on: date) -> None:
    today = local_day(work.now)
    if on > today:
        raise Refusal(f"A desk is moved on its day; run this again on {on}.")
    if snapshot.tree(work).version(unit, today) is None:
        raise Refusal("That unit does not exist today.")


def _note(
    work: Work, viewer: Viewer, act: str, desk: DeskId, before: str, after: str, reason: str
) -> None:
    subject = f"desk {desk} {_name(work, desk)}"
    audit.note(work, viewer.name, act, subject, before, after, reason)
