"""Whatever a citizen scans or types has one defined outcome, and never an error."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from feedback.domain.desks import Outcome
from feedback.domain.ids import RatingId
from feedback.services import places, visits
from feedback.services.codes import Use
from feedback.services.places import desk_acts, unit_events
from feedback.services.places.unit_events import Decided, NewUnit
from feedback.services.refusals import Refusal
from feedback.store import stamp
from feedback.store.codes import CodeState
from feedback.store.vault import Key
from feedback.store.work import Work
from hailong.codes import SignedCodes
from tests.places.conftest import Office

UNITS = "code,name,kind\nA,UBND phường A,ward\nB,UBND xã B,commune\n"
DESKS = "unit_code,name\nA,Quầy 1\nA,Quầy 2\nB,Quầy 1\n"


@pytest.fixture
def hall(office: Office) -> Office:
    return furnished(office)


@pytest.fixture
def either_hall(either_office: Office) -> Office:
    return furnished(either_office)


def furnished(office: Office) -> Office:
    office.units(UNITS)
    office.desks(DESKS)
    return office


def test_token_and_short_code_lead_to_the_same_desk(either_hall: Office) -> None:
    for row in either_hall.listed():
        by_token, by_code = either_hall.land(row.code.token), either_hall.land(row.code.short_code)
        assert by_token == by_code
        assert by_token.outcome is Outcome.HERE
        assert by_token.desk == row.card
        assert by_token.formerly is None


def test_what_was_never_issued_is_unknown_and_what_is_not_ours_is_forged(hall: Office) -> None:
    stranger = SignedCodes((Key("k1", b"another office's key, as long as it"),))
    never = hall.codes.mint(Use.DESK, 12345)
    free = next(c for c in iter(hall.codes.short, "") if hall.land(c).desk is None)
    assert hall.land(never).outcome is Outcome.UNKNOWN
    assert hall.land(free).outcome is Outcome.UNKNOWN
    assert hall.land(stranger.mint(Use.DESK, 12345)).outcome is Outcome.FORGED
    assert hall.land(hall.codes.mint(Use.TABLET, 1)).outcome is Outcome.FORGED
    token = hall.listed()[0].code.token
    flipped = token[:-2] + ("A" if token[-2] != "A" else "B") + token[-1]
    assert hall.land(flipped).outcome is Outcome.FORGED


@pytest.mark.parametrize(
    "text", ["", "\x00", "\ud800", "é" * 10, "x" * 100_000, "' OR 1=1 --", "../q"]
)
def test_hostile_texts_are_forged(either_hall: Office, text: str) -> None:
    assert either_hall.land(text).outcome is Outcome.FORGED


def test_a_printed_token_works_though_its_key_is_lost(hall: Office) -> None:
    token = hall.listed()[0].code.token
    hall.codes = SignedCodes((Key("k2", b"a new key after the old one burnt"),))
    assert hall.land(token).outcome is Outcome.HERE


def test_a_batch_is_resolved_as_its_parts_are(either_hall: Office) -> None:
    rows = either_hall.listed()
    texts = [rows[0].code.token, rows[1].code.short_code, "nonsense", rows[0].code.token]
    landed = either_hall.look(lambda w: places.resolve_all(w, either_hall.codes, texts))
    assert landed == {text: either_hall.land(text) for text in texts}


def test_a_batch_costs_few_statements_and_the_next_one_fewer(hall: Office) -> None:
    texts = [row.code.token for row in hall.listed()]
    seen: list[str] = []

    @event.listens_for(hall.store.engine, "before_cursor_execute")
    def _count(*args: object) -> None:
        seen.append(str(args[2]))

    with hall.store.work() as work:
        stamp.touch(work)
        seen.clear()
        places.resolve_all(work, hall.codes, texts)
        first = len(seen)
        seen.clear()
        places.resolve_all(work, hall.codes, texts)
    assert len(seen) == 1, "only the stamp is read"
    assert first <= 12


def test_a_change_by_another_process_is_seen_at_once(hall: Office) -> None:
    row = hall.listed()[0]
    assert hall.land(row.code.token).outcome is Outcome.HERE
    hall.do(lambda w: desk_acts.revoke(w, hall.operator, row.code.short_code, "mất"))
    assert hall.land(row.code.token).outcome is Outcome.REVOKED


def test_what_was_rolled_back_was_never_known(either_hall: Office) -> None:
    row = either_hall.listed()[0]

    def fails(work: Work) -> None:
        desk_acts.revoke(work, either_hall.operator, row.code.short_code, "thử")
        assert (
            places.resolve_all(work, either_hall.codes, [row.code.token])[row.code.token].desk
            is None
        )
        raise RuntimeError

    with pytest.raises(RuntimeError):
        either_hall.do(fails)
    assert either_hall.land(row.code.token).outcome is Outcome.HERE


def test_a_revoked_code_leads_nowhere_until_its_desk_is_reissued(either_hall: Office) -> None:
    row = either_hall.listed()[0]
    either_hall.do(
        lambda w: desk_acts.revoke(w, either_hall.operator, row.code.short_code, "bị dán đè")
    )
    assert either_hall.land(row.code.token).desk is None
    either_hall.do(
        lambda w: desk_acts.reissue(
            w, either_hall.operator, either_hall.codes, [row.card.id], "in lại"
        )
    )
    again = either_hall.land(row.code.token)
    assert (again.outcome, again.desk and again.desk.id) == (Outcome.REVOKED, row.card.id)
    new = either_hall.listed()[0].code
    assert new.token != row.code.token
    assert either_hall.land(new.token).outcome is Outcome.HERE
    assert [r.code.state for r in either_hall.listed(all_codes=True)][:2] == [
        CodeState.ACTIVE, CodeState.REVOKED,
    ]  # fmt: skip


def test_a_desk_that_took_over_is_found_even_after_it_passed_on(hall: Office) -> None:
    one, two, three = (row.card.id for row in hall.listed())
    token = hall.listed()[0].code.token
    hall.do(lambda w: desk_acts.move_to_desk(w, hall.operator, one, two, "gộp quầy"))
    hall.do(lambda w: desk_acts.move_to_desk(w, hall.operator, two, three, "gộp quầy"))
    found = hall.land(token)
    assert (found.outcome, found.desk and found.desk.id) == (Outcome.MOVED, three)
    assert found.formerly == "Quầy 1 – UBND phường A"


def test_a_desk_moved_to_another_unit_says_where_it_was(either_hall: Office) -> None:
    row, b = either_hall.listed()[1], either_hall.unit("B")
    today = either_hall.clock().date()

    def act(w: Work) -> None:
        desk_acts.move_to_unit(
            w, either_hall.operator, either_hall.codes, row.card.id, b, today, "x"
        )

    either_hall.do(act)
    found = either_hall.land(row.code.token)
    assert found.outcome is Outcome.MOVED
    assert found.desk is not None
    assert (found.desk.unit_name, found.formerly) == ("UBND xã B", "UBND phường A")
    assert found.desk.code != row.code.short_code
    with pytest.raises(Refusal, match="already"):
        either_hall.do(act)


def test_a_moved_desk_never_says_that_it_was_in_a_sibling(hall: Office) -> None:
    """Its unit was split and the part it was in ended: the other part was never its own."""
    op, start = hall.operator, date(2026, 8, 1)
    a, b, row = hall.unit("A"), hall.unit("B"), hall.listed()[1]
    parts = [NewUnit("D", "Xã D"), NewUnit("E", "Xã E")]
    hall.do(lambda w: unit_events.split(w, op, a, parts, Decided(start)))
    d = hall.unit("D")
    hall.do(lambda w: unit_events.abolish(w, op, d, Decided(start + timedelta(days=5))))
    today = hall.clock().date()
    hall.do(lambda w: desk_acts.move_to_unit(w, op, hall.codes, row.card.id, b, today, "dời"))
    assert hall.land(row.code.token).formerly == "UBND phường A"


def test_moves_that_cannot_be_are_refused(hall: Office) -> None:
    one, two, three = (row.card.id for row in hall.listed())
    b, op, codes = hall.unit("B"), hall.operator, hall.codes
    today = hall.clock().date()
    tomorrow = today + timedelta(days=1)
    code = hall.listed()[0].code.short_code
    for act in (
        lambda w: desk_acts.move_to_unit(w, op, codes, one, b, today, "same name there"),
        lambda w: desk_acts.move_to_unit(w, op, codes, two, b, tomorrow, "not yet"),
        lambda w: desk_acts.move_to_desk(w, op, one, one, "itself"),
    ):
        with pytest.raises(Refusal):
            hall.do(act)
    hall.do(lambda w: desk_acts.revoke(w, op, code, "x"))
    for act in (
        lambda w: desk_acts.revoke(w, op, code, "twice"),
        lambda w: desk_acts.move_to_desk(w, op, one, two, "no code left to move"),
        lambda w: desk_acts.move_to_desk(w, op, three, one, "the heir has none"),
    ):
        with pytest.raises(Refusal):
            hall.do(act)


def test_a_desk_of_an_abolished_unit_has_a_tombstone_and_a_name(hall: Office) -> None:
    row, unit, today = hall.listed()[2], hall.unit("B"), hall.clock().date()
    hall.do(lambda w: unit_events.abolish(w, hall.operator, unit, Decided(today, "NQ")))
    found = hall.land(row.code.token)
    assert (found.outcome, found.desk, found.formerly) == (Outcome.REVOKED, None, "UBND xã B")
    assert hall.listed()[2].state is CodeState.TOMBSTONED


def test_each_act_on_a_code_is_on_record_with_its_reason(hall: Office) -> None:
    row = hall.listed()[0]
    hall.do(lambda w: desk_acts.reissue(w, hall.operator, hall.codes, [row.card.id], "rách"))
    act, subject, before, after, reason = hall.acts()[-1]
    assert (act, before, reason) == ("code reissued", row.code.short_code, "rách")
    assert row.card.name in subject
    assert after == hall.listed()[0].code.short_code


def test_a_visit_is_carried_on_by_token_or_code_while_it_lasts(either_hall: Office) -> None:
    desk = either_hall.listed()[0].card
    visit = either_hall.do(lambda w: visits.open_visit(w, either_hall.codes, RatingId(77), desk.id))
    for text in (visit.token, visit.short):
        found = either_hall.land(text)
        assert (found.outcome, found.rating, found.desk) == (Outcome.CONTINUED, 77, desk)
    either_hall.clock.move(minutes=31)
    assert {either_hall.land(text).outcome for text in (visit.token, visit.short)} == {
        Outcome.UNKNOWN
    }


@given(texts=st.lists(st.text(max_size=70), max_size=5))
def test_any_texts_are_resolved_each_to_something(hall: Office, texts: list[str]) -> None:
    landed = hall.look(lambda w: places.resolve_all(w, hall.codes, texts))
    assert landed.keys() == set(texts)
    assert {found.outcome for found in landed.values()} <= {Outcome.FORGED, Outcome.UNKNOWN}
