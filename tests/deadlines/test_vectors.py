"""Days that were counted by hand, against the calendar and the rules that ship."""

from datetime import UTC, date, datetime, timedelta

import pytest

from feedback.domain.calendar import CalendarRow, Mark, Why
from feedback.domain.days import local_day
from feedback.domain.deadlines import CannotExtend, due, extended, read, resumed, runs_out, steps
from feedback.domain.rules import Clock, Length, Variant
from feedback.services.calendars import every_rule, rule, rule_for, shipped
from tests.deadlines.calendars import calendar, row
from tests.deadlines.calendars import rule as made


def counted(code: str, start: date) -> date:
    return due(rule(code, start), start, shipped()).on


def test_five_working_days_over_the_new_year_of_2026() -> None:
    """Off from 14 to 22 February: Monday the 23rd is the first day, Friday the 27th the fifth."""
    assert counted("denunciation-transfer", date(2026, 2, 13)) == date(2026, 2, 27)


def test_seven_working_days_over_the_24th_of_november() -> None:
    """Thu 19, Fri 20, Mon 23, Wed 25, Thu 26, Fri 27, Mon 30."""
    made_due = due(rule("complaint-accept", date(2026, 11, 18)), date(2026, 11, 18), shipped())
    assert made_due.on == date(2026, 11, 30)
    assert [one.day.day for one in made_due.skipped] == [21, 22, 24, 28, 29]
    assert [one.why for one in made_due.skipped if one.day.day == 24] == [Why.HOLIDAY]


@pytest.mark.parametrize(
    ("received", "length", "unit", "on"),
    [
        (date(2026, 6, 30), 10, Length.DAYS, date(2026, 7, 10)),
        (date(2026, 7, 1), 7, Length.WORKING_DAYS, date(2026, 7, 10)),
    ],
)
def test_which_rule_accepts_a_complaint_follows_the_day_of_receipt(
    received: date, length: int, unit: Length, on: date
) -> None:
    """10 days until the end of June 2026, 7 working days since."""
    found = rule("complaint-accept", received)
    assert (found.length, found.unit) == (length, unit)
    assert counted("complaint-accept", received) == on


def test_the_new_rule_is_not_verified_and_every_date_by_it_says_so() -> None:
    assert due(rule("complaint-accept", date(2026, 7, 1)), date(2026, 7, 1), shipped()).unverified
    assert not due(
        rule("complaint-accept", date(2026, 6, 1)), date(2026, 6, 1), shipped()
    ).unverified


def test_a_report_before_the_swap_of_the_second_of_january_2026() -> None:
    """Friday 2/1 is off, Saturday 10/1 is worked instead: 31/12, 5-10/1, 12, 13, 14/1."""
    made_due = due(rule("report", date(2025, 12, 30)), date(2025, 12, 30), shipped())
    assert made_due.on == date(2026, 1, 14)
    assert date(2026, 1, 2) in {one.day for one in made_due.skipped}
    assert date(2026, 1, 10) not in {one.day for one in made_due.skipped}


def test_a_report_on_the_eve_of_the_new_year_of_2027_takes_nothing_unverified_for_granted() -> None:
    """The days off are not decided yet: they count, and the date says so."""
    made_due = due(rule("report", date(2027, 2, 4)), date(2027, 2, 4), shipped())
    assert made_due.on == date(2027, 2, 18)
    assert made_due.unverified
    assert [one.day.day for one in made_due.doubts] == [5, 8, 9, 10, 11]


def test_once_the_days_off_are_verified_the_same_report_has_until_after_them() -> None:
    confirmed = calendar(
        CalendarRow(one.day, one.mark, one.name, one.source, verified=True)
        for one in shipped().rows
    )
    made_due = due(rule("report", date(2027, 2, 4)), date(2027, 2, 4), confirmed)
    assert made_due.on == date(2027, 2, 25)
    assert not made_due.unverified


def test_nothing_is_promised_for_a_day_in_the_middle_of_the_new_year() -> None:
    """The tenth day would be the third of the new year; the last sure day before it is taken."""
    made_due = due(rule("report", date(2027, 1, 25)), date(2027, 1, 25), shipped())
    assert (made_due.end, made_due.on) == (date(2027, 2, 8), date(2027, 2, 4))
    assert made_due.unverified


def test_an_extension_runs_on_from_where_the_count_ended() -> None:
    """Not from the sure day that was taken instead: 9, 10, 11, 12 and 15 February."""
    made_due = due(rule("report", date(2027, 1, 25)), date(2027, 1, 25), shipped())
    more = extended(made_due, 5, "chờ xác minh", date(2027, 2, 1), shipped())
    assert more.on == date(2027, 2, 15)


def test_a_saturday_that_may_be_made_up_counts_and_is_named() -> None:
    """Counting it gives the earlier date; nothing falls on it itself."""
    known = calendar([row(date(2026, 11, 7), Mark.MAKE_UP, verified=False)])
    made_due = due(made(6), date(2026, 11, 2), known)
    assert made_due.on == date(2026, 11, 9)
    assert [one.day for one in made_due.doubts] == [date(2026, 11, 7)]
    assert due(made(5), date(2026, 11, 2), known).on == date(2026, 11, 6)


def test_over_the_end_of_the_last_year_covered_a_date_is_provisional() -> None:
    """New Year's Day is known for ever; the rest of 2028 is not."""
    # Ten working days from Monday 20/12: New Year's Day falls on a Saturday.
    made_due = due(rule("report", date(2027, 12, 20)), date(2027, 12, 20), shipped())
    assert made_due.on == date(2028, 1, 3)
    assert made_due.provisional
    inside = due(rule("report", date(2027, 12, 15)), date(2027, 12, 15), shipped())
    assert (inside.on, inside.provisional) == (date(2027, 12, 29), False)


def test_a_limit_of_calendar_days_that_ends_on_a_saturday_ends_on_monday() -> None:
    # Ten days end on Saturday 28/11, and a day sooner on Friday 27/11.
    assert counted("data-copy", date(2026, 11, 18)) == date(2026, 11, 30)
    assert counted("data-copy", date(2026, 11, 17)) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("variant", "days"),
    [
        (Variant.PLAIN, 30),
        (Variant.COMPLEX, 45),
        (Variant.REMOTE, 45),
        (Variant.REMOTE_COMPLEX, 60),
        (Variant.VERY_COMPLEX, 45),
    ],
)
def test_settling_a_complaint_runs_from_its_acceptance(variant: Variant, days: int) -> None:
    """What the law gives no time of its own takes the nearest plainer one."""
    found = rule_for("complaint", Clock.ACCEPTED, variant, on_day=date(2026, 11, 2))
    assert found is not None
    assert (found.length, found.unit) == (days, Length.DAYS)


@pytest.mark.parametrize("kind", ["report", "petition", "idea", "misconduct"])
def test_what_citizens_tell_is_answered_within_ten_working_days(kind: str) -> None:
    """Luật Tiếp công dân Đ.28."""
    found = rule_for(kind, on_day=date(2026, 11, 2))
    assert found is not None
    assert (found.length, found.unit) == (10, Length.WORKING_DAYS)


def test_praise_is_promised_nothing() -> None:
    assert rule_for("praise", on_day=date(2026, 11, 2)) is None


def test_before_a_day_is_the_day_before_and_until_a_day_is_its_end() -> None:
    """``trước ngày 31/12`` is kept at 30/12 23:59:59; a due day lasts until its last second."""
    made_due = due(made(1), date(2026, 12, 29), calendar())
    assert made_due.on == date(2026, 12, 30)
    # 23:59:59 in Viet Nam.
    last = datetime(2026, 12, 30, 16, 59, 59, tzinfo=UTC)
    assert runs_out(made_due, last) == last + timedelta(seconds=1)
    assert local_day(last) == made_due.on < local_day(runs_out(made_due, last))


def test_an_evening_in_utc_is_already_the_next_day_in_viet_nam() -> None:
    assert local_day(datetime(2024, 11, 30, 17, 0, tzinfo=UTC)) == date(2024, 12, 1)


def test_seventy_two_hours_run_through_nights_and_holidays() -> None:
    """From the moment of detection, to the minute."""
    # 10:30 in Viet Nam, on the first of nine days off.
    detected = datetime(2026, 2, 14, 3, 30, tzinfo=UTC)
    made_due = due(rule("data-breach", local_day(detected)), local_day(detected), shipped())
    assert made_due.on == date(2026, 2, 17)
    assert runs_out(made_due, detected) == datetime(2026, 2, 17, 3, 30, tzinfo=UTC)


def test_a_pause_over_a_weekend_gives_back_the_working_days_only() -> None:
    """Asked on Thursday, answered on Monday: Friday and Monday did not run."""
    made_due = due(made(10), date(2026, 11, 2), calendar())
    assert made_due.on == date(2026, 11, 16)
    stood = resumed(made_due, date(2026, 11, 5), date(2026, 11, 9), calendar())
    assert stood.on == date(2026, 11, 18)
    assert stood.pauses[0].days == 2


def test_what_was_late_already_stays_late() -> None:
    made_due = due(made(1), date(2026, 11, 2), calendar())
    assert resumed(made_due, date(2026, 11, 4), date(2026, 11, 20), calendar()) == made_due


def test_who_asks_on_the_last_day_has_until_the_next_working_day_after_the_answer() -> None:
    """The answer comes on a Sunday."""
    made_due = due(made(4), date(2026, 11, 2), calendar())
    assert made_due.on == date(2026, 11, 6)
    assert resumed(made_due, made_due.on, date(2026, 11, 8), calendar()).on == date(2026, 11, 9)


def test_hours_do_not_stand_still() -> None:
    made_due = due(made(72, Length.HOURS), date(2026, 11, 2), calendar())
    with pytest.raises(ValueError, match="stand still"):
        resumed(made_due, date(2026, 11, 3), date(2026, 11, 4), calendar())


def test_an_extension_keeps_to_what_the_rule_allows() -> None:
    """How much, how often, and only while there is still time."""
    none = due(made(5, extra=0, times=0), date(2026, 11, 2), calendar())
    once = due(made(5, extra=3, times=1), date(2026, 11, 2), calendar())
    with pytest.raises(CannotExtend, match="no extension"):
        extended(none, 1, "lý do", none.start, calendar())
    for length in (0, 4, -1):
        with pytest.raises(CannotExtend, match="1 to 3"):
            extended(once, length, "lý do", once.start, calendar())
    with pytest.raises(CannotExtend, match="ended"):
        extended(once, 3, "lý do", once.on + timedelta(days=1), calendar())
    more = extended(once, 3, "lý do", once.on, calendar())
    assert (once.on, more.on) == (date(2026, 11, 9), date(2026, 11, 12))
    with pytest.raises(CannotExtend, match="already"):
        extended(more, 1, "lý do", more.start, calendar())


def test_a_reminder_comes_two_working_days_before_and_very_late_five_after() -> None:
    # A Monday, so that the tenth working day is one too, and the fifth after that.
    after = steps(due(rule("report", date(2026, 7, 6)), date(2026, 7, 6), shipped()), shipped())
    assert after.remind_on == date(2026, 7, 16)
    assert after.due_on == date(2026, 7, 20)
    assert after.late_from == date(2026, 7, 21)
    assert after.very_late_from == date(2026, 7, 28)


# So many brackets nest deeper than Python's reader of JSON goes.
@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"form":2}', "[" * 100_000, "\x00", "1"])
def test_what_is_no_stored_deadline_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read(text)


def test_no_two_rules_contradict_each_other() -> None:
    """On no day has a code, or a kind on one clock and in one variant, two rules."""
    for key in (
        lambda one: (one.code,),
        lambda one: (one.kind, one.clock, one.variant),
    ):
        for one in every_rule():
            for other in every_rule():
                if one is not other and key(one) == key(other):
                    first, second = sorted((one, other), key=lambda r: r.from_day)
                    assert first.to_day is not None, first.code
                    assert first.to_day < second.from_day


def test_every_rule_and_every_day_names_its_source() -> None:
    assert all(one.source and one.title and one.title_en for one in every_rule())
    assert all(one.source and one.name for one in shipped().rows)


def test_each_day_made_up_stands_for_one_that_is_off() -> None:
    """And what falls on a weekend is given back, in each year as often as it fell there."""
    known = shipped().rows
    for year in (2026, 2027):
        mine = [one for one in known if one.day.year == year]
        off = sum(one.mark is Mark.DAY_OFF for one in mine)
        made_up = sum(one.mark is Mark.MAKE_UP for one in mine)
        on_weekends = sum(one.mark is Mark.HOLIDAY and one.day.weekday() >= 5 for one in mine)
        assert off == made_up + on_weekends


def test_a_saturday_is_worked_only_where_it_is_made_up() -> None:
    saturday = date(2026, 1, 10)
    assert shipped().worked(saturday)
    assert not calendar().worked(saturday)
    assert not calendar([row(saturday)]).worked(saturday)


@pytest.mark.parametrize(
    ("day", "mark"),
    [(date(2026, 11, 25), Mark.MAKE_UP), (date(2026, 9, 2), Mark.DAY_OFF)],
)
def test_a_row_that_makes_no_sense_cannot_exist(day: date, mark: Mark) -> None:
    """A working day is not made up, a holiday by law is nobody's day off instead."""
    with pytest.raises(ValueError, match=str(day)):
        row(day, mark)


def test_the_24th_of_november_is_a_holiday_since_2026() -> None:
    known = calendar(until=2030)
    assert known.worked(date(2025, 11, 24))
    assert not known.worked(date(2026, 11, 24))
