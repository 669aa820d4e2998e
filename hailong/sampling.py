"""Loads and removes the sample office; what it makes is marked as a sample everywhere."""

from datetime import date, timedelta

from feedback.domain.days import local_day, quarter_of, start_of_quarter
from feedback.domain.periods import period
from feedback.domain.roles import Role, Viewer
from feedback.services import (
    asking,
    followups,
    intake,
    places,
    publishing,
    sample_cases,
    samples,
    targets,
)
from feedback.services.places.desks_import import import_desks
from feedback.services.places.lookup import unit_id
from feedback.services.places.units_import import import_units
from feedback.services.refusals import Refusal
from feedback.store import audit
from feedback.store import samples as sample_rows
from feedback.store.work import Work
from hailong.home import Home

OFFICE_CODE = samples.OFFICE
# Short transactions: a server may be running, and on SQLite ratings wait for each.
_DAYS_AT_ONCE = 5


def load(home: Home) -> bool:
    """Make the sample office with three months of ratings; say no where it is there already."""
    with home.store.work() as work:
        if sample_rows.any_units(work):
            return False
        _places(work, home)
    with home.store.look() as work:
        office = unit_id(work, OFFICE_CODE)
        cards = tuple(places.desks_of(work, office))
        days = list(samples.ratings(cards, asking.current(work), work.now))
    for start in range(0, len(days), _DAYS_AT_ONCE):
        with home.store.work() as work:
            for day in days[start : start + _DAYS_AT_ONCE]:
                intake.record(work, day)
    with home.store.work() as work:
        office = unit_id(work, OFFICE_CODE)
        supervisor = Viewer(samples.STAFF[1], Role.SUPERVISOR, office)
        inspector = Viewer(samples.STAFF[2], Role.INSPECTOR, unit_id(work, samples.PROVINCE))
        sample_cases.load(work, supervisor, cards, inspector)
        followups.gather(work)
    with home.store.work() as work:
        _decide(work, home)
        audit.note(work, home.actor, "sample.load", OFFICE_CODE)
    return True


def remove(home: Home) -> int:
    """Take the sample office away, with everything that was said at its desks."""
    with home.store.work() as work:
        if not sample_rows.any_units(work):
            raise Refusal("There is no sample office here.")
        if found := sample_rows.in_the_way(work, samples.STAFF):
            raise Refusal(
                f"These are real and stand on the sample office: {', '.join(found)}. Move the"
                " units and desks elsewhere, and give the staff another unit, first."
            )
        gone = sample_rows.remove(work)
        audit.note(work, home.actor, "sample.remove", OFFICE_CODE, after=f"{gone} ratings")
    return gone


def _places(work: Work, home: Home) -> None:
    operator = home.operator
    import_units(work, operator, samples.UNITS.encode(), source="sample", sample=True)
    import_desks(work, operator, home.codes, samples.DESKS.encode(), source="sample", sample=True)


def _decide(work: Work, home: Home) -> None:
    """Set the sample's target, and publish its last whole quarter."""
    commune = unit_id(work, samples.COMMUNE)
    since = date(2026, 1, 1)
    targets.set_target(work, home.operator, commune, samples.TARGET, samples.DECISION, since)
    last = start_of_quarter(local_day(work.now)) - timedelta(days=1)
    publishing.publish(work, home.operator, period(quarter_of(last)), commune)
