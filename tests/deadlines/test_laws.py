"""What holds of every deadline, whatever the calendar, the rule and the day."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from feedback.domain.calendar import Calendar, Mark
from feedback.domain.deadlines import due, extended, read, resumed, steps, told
from feedback.domain.rules import Length
from tests.deadlines.calendars import DAYS, calendar, row, rows, rule

LENGTHS = st.integers(1, 30)
UNITS = st.sampled_from(Length)
CLOCKED = st.sampled_from([Length.WORKING_DAYS, Length.DAYS])
DAY = timedelta(days=1)


@given(rows(), LENGTHS, DAYS)
def test_working_days_end_on_a_working_day_and_are_as_many_as_the_rule_says(drawn, length, start):
    """Day zero is not among them, the last one is."""
    known = calendar(drawn)
    counted = due(rule(length), start, known)
    assert known.worked(counted.end)
    assert known.worked(counted.on)
    assert start < counted.on <= counted.end
    days = [start + n * DAY for n in range(1, (counted.end - start).days + 1)]
    assert sum(map(known.worked, days)) == length
    assert [one.day for one in counted.skipped] == [d for d in days if not known.worked(d)]


@given(rows(), LENGTHS, DAYS)
def test_what_falls_on_a_day_that_may_be_off_is_promised_before_it(drawn, length, start):
    """Unless no day that is surely worked lies between."""
    known = calendar(drawn)
    counted = due(rule(length), start, known)
    between = [start + n * DAY for n in range(1, (counted.end - start).days + 1)]
    sure = [day for day in between if known.surely_worked(day)]
    assert counted.on == (sure[-1] if sure else counted.end)


@given(rows(), LENGTHS, DAYS)
def test_calendar_days_end_when_their_last_day_ends_or_with_the_next_working_day(
    drawn, length, start
):
    """BLDS 2015 Đ.148.5."""
    known = calendar(drawn)
    counted = due(rule(length, Length.DAYS), start, known)
    assert counted.end == start + length * DAY
    assert counted.on >= counted.end
    assert known.worked(counted.on)
    rolled = [counted.end + n * DAY for n in range((counted.on - counted.end).days)]
    assert not any(map(known.worked, rolled))


@given(rows(), LENGTHS, UNITS, DAYS)
def test_who_comes_later_is_never_due_earlier(drawn, length, unit, start):
    """From one day to the next the date stays or moves on."""
    known = calendar(drawn)
    one, other = (due(rule(length, unit), day, known) for day in (start, start + DAY))
    assert one.on <= other.on


@given(rows(verified=True), LENGTHS, UNITS, DAYS, DAYS)
def test_one_more_holiday_makes_no_date_earlier(drawn, length, unit, start, holiday):
    """Where everything is verified."""
    assume(holiday not in {one.day for one in drawn})
    before, after = calendar(drawn), calendar((*drawn, row(holiday)))
    assert due(rule(length, unit), start, before).on <= due(rule(length, unit), start, after).on


@given(rows(), LENGTHS, CLOCKED, DAYS)
def test_what_is_not_verified_gives_the_earlier_date_and_says_so(drawn, length, unit, start):
    """Earlier than if all days off were confirmed and no day made up, or the same."""
    known = calendar(drawn)
    sure = [one for one in drawn if one.verified or one.mark is not Mark.MAKE_UP]
    confirmed = calendar(replace(one, verified=True) for one in sure)
    counted, later = (due(rule(length, unit), start, one) for one in (known, confirmed))
    assert counted.on <= later.on
    assert counted.unverified or counted.on == later.on


@given(rows(), LENGTHS, UNITS, DAYS, st.booleans())
def test_a_stored_date_reads_back_with_all_its_reasons(drawn, length, unit, start, before):
    """Told and read is the same, extended and resumed too."""
    known = calendar([one for one in drawn if one.day.year < 2028], until=2027)
    counted = due(rule(length, unit, before=before, times=1, verified=False), start, known)
    assert read(told(counted)) == counted
    more = extended(counted, 1, 'vì "lý do" khó\n', counted.on, known)
    assert read(told(more)) == more
    if unit is not Length.HOURS and not before:
        stood = resumed(more, start + DAY, start + 5 * DAY, known)
        assert read(told(stood)) == stood


@given(rows(), LENGTHS, CLOCKED, DAYS, st.integers(0, 40), st.integers(0, 40))
def test_time_that_stood_still_is_given_back(drawn, length, unit, start, asked, waited):
    """After the answer as much is left as there was when the question went out."""
    known = calendar([one for one in drawn if one.verified])
    counted = due(rule(length, unit), start, known)
    question = start + asked * DAY
    answer = question + waited * DAY
    stood = resumed(counted, question, answer, known)
    assert stood.on >= counted.on
    if question > counted.on:
        assert stood == counted
    elif waited:
        assert stood.on >= answer
        assert _left(stood.end, answer, unit, known) >= _left(counted.end, question, unit, known)
        assert stood.pauses[0].asked == question


def _left(end: date, day: date, unit: Length, known: Calendar) -> int:
    days = [day + n * DAY for n in range(1, (end - day).days + 1)]
    return sum(map(known.worked, days)) if unit is Length.WORKING_DAYS else len(days)


@given(rows(), LENGTHS, CLOCKED, DAYS, st.data())
def test_an_extension_only_moves_on(drawn, length, unit, start, data):
    """By at least as many days as it says, and keeps what was told before."""
    known = calendar([one for one in drawn if one.verified])
    counted = due(rule(length, unit), start, known)
    extra = data.draw(st.integers(1, length))
    more = extended(counted, extra, "xác minh thêm", start, known)
    assert more.end >= counted.end + extra * DAY
    assert more.skipped[: len(counted.skipped)] == counted.skipped
    assert more.start == counted.start


@given(rows(), st.sampled_from([Length.WORKING_DAYS, Length.DAYS]), LENGTHS, DAYS)
def test_a_time_before_an_event_leaves_at_least_as_many_days(drawn, unit, length, event):
    """And its last day is surely worked."""
    known = calendar(drawn)
    counted = due(rule(length, unit, before=True), event, known)
    days = [counted.on + n * DAY for n in range((event - counted.on).days)]
    enough = sum(map(known.surely_worked, days)) if unit is Length.WORKING_DAYS else len(days)
    assert enough >= length
    assert known.surely_worked(counted.on)


@given(rows(), LENGTHS, UNITS, DAYS, st.integers(0, 5), st.integers(0, 9))
def test_the_steps_come_in_their_order(drawn, length, unit, start, remind, very_late):
    """Reminder after day zero, then due, late the day after, very late at last."""
    known = calendar(drawn)
    counted = due(rule(length, unit, remind=remind, very_late=very_late), start, known)
    after = steps(counted, known)
    assert start < after.remind_on <= after.due_on == counted.on
    assert after.late_from == counted.on + DAY < after.very_late_from


@given(DAYS, st.integers(1, 400), UNITS)
def test_past_the_horizon_a_date_is_provisional_and_never_refused(start, length, unit):
    """Whichever year it falls into."""
    counted = due(rule(length, unit), start, calendar(until=2026))
    assert counted.provisional == (counted.on.year > 2026)
