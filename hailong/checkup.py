"""Looks an installation over: settings, home, keys, database, tallies, desks, messages, people."""

import shutil
import stat
from collections.abc import Callable, Iterator

from sqlalchemy.exc import DatabaseError

from bot.store import inbox
from feedback.domain.days import local_day
from feedback.domain.roles import Role
from feedback.services import calendars, people, record, recount
from feedback.services.refusals import Refusal
from feedback.store import damage, files, samples
from feedback.store.work import Work
from hailong import schema
from hailong.backup_checkup import backup_of
from hailong.case_checkup import cases_of
from hailong.door_checkup import doors_of
from hailong.finding import Finding
from hailong.home import Home, wire
from hailong.key_checkup import keys_of
from hailong.letter_checkup import letters
from hailong.machine_checkup import machine_of
from hailong.privacy_checkup import privacy_of
from hailong.record_words import told
from hailong.settings import KEYS_FILE, BadSettings, home_path, read_settings, strange_names
from hailong.spooled import spool_of
from qr.links import why_unprintable

# The same bound below which photos are no longer taken.
LITTLE_SPACE = 500 * 2**20


def examine() -> list[Finding]:
    """Look everything over; what cannot be looked at is itself a finding."""
    try:
        settings = read_settings()
    except BadSettings as error:
        return [Finding(Finding.WRONG, problem, "mend this setting") for problem in error.problems]
    try:
        home = wire(settings)
    except BadSettings as error:
        return [Finding(Finding.WRONG, problem, _about_keys()) for problem in error.problems]
    try:
        behind = schema.behind(home.store.engine, settings)
        seen = [*_names(), *_settings(home), *_proxies(home), *_folder()]
        found = [*seen, *spool_of(settings)]
        # What looks at rows would stumble over the tables of another release.
        if behind:
            return [*found, Finding(Finding.WRONG, behind, "")]
        return [*found, *_database(home), *_zalo(home)]
    finally:
        home.store.close()


def _about_keys() -> str:
    if (home_path() / KEYS_FILE).exists():
        return "mend this file, or put your copy of it back"
    return "put your copy of it back; in a new home run `hailong init`"


def _names() -> Iterator[Finding]:
    for line in strange_names():
        yield Finding(Finding.NOTE, line, "set the right name, or take it out")


def _settings(home: Home) -> Iterator[Finding]:
    settings = home.settings
    why = why_unprintable(settings.public_url)
    if why is None:
        yield Finding(Finding.OK, f"posters carry {settings.public_url}")
    else:
        yield Finding(
            Finding.NOTE,
            f"{settings.public_url} cannot stand on a poster: {why}",
            "set HAILONG_PUBLIC_URL to the office's https address before printing posters",
        )
    if not settings.office or not settings.contact:
        yield Finding(
            Finding.NOTE,
            "the privacy page does not say who is responsible",
            "set HAILONG_OFFICE and HAILONG_CONTACT",
        )
    if not settings.telegram_token:
        yield Finding(Finding.OK, "Telegram is switched off")
    chats = settings.telegram_token or settings.zalo_oa_id or settings.zalo_bot_token
    if chats and not settings.messenger_permission:
        yield Finding(
            Finding.NOTE,
            "no decision is named that permits collecting by messengers (NĐ 61/2018 Đ.29.3)",
            "set HAILONG_MESSENGER_PERMISSION to its number and date; the privacy page shows it",
        )


def _proxies(home: Home) -> Iterator[Finding]:
    """Behind a web server that is not named, everybody seems to come from its one address."""
    settings = home.settings
    if settings.public_url.startswith("https://") and not settings.proxies:
        yield Finding(
            Finding.NOTE,
            "the web server in front is not named, so all citizens seem to share one address",
            "set HAILONG_TRUSTED_PROXIES to where it runs, such as 127.0.0.1/32",
        )


def _zalo(home: Home) -> Iterator[Finding]:
    if not home.settings.zalo_oa_app_id:
        yield Finding(Finding.OK, "Zalo's Official Account is switched off")
        return
    from hailong.zalo_checkup import zalo_of  # brings aiohttp along

    yield from zalo_of(home)


def _folder() -> Iterator[Finding]:
    home = home_path()
    if not home.exists():
        return
    if stat.S_IMODE(home.stat().st_mode) & 0o077:
        yield Finding(Finding.WRONG, f"others can read {home}", f"chmod 700 {home}")
    keys = home / KEYS_FILE
    if keys.exists() and stat.S_IMODE(keys.stat().st_mode) & 0o077:
        yield Finding(Finding.WRONG, f"others can read {keys}", f"chmod 600 {keys}")
    free = shutil.disk_usage(home).free
    if free < LITTLE_SPACE:
        yield Finding(Finding.WRONG, f"only {free // 2**20} MiB are free", "make room on the disk")


def _database(home: Home) -> Iterator[Finding]:
    checks: tuple[Callable[[Work], Iterator[Finding]], ...] = (
        _tallies,
        keys_of,
        _queues,
        _photos,
        _samples,
        _calendar,
    )
    try:
        with home.store.look() as work:
            # First, since every further look would meet the same pages and break off.
            broken = damage.found(work.connection)
            if broken:
                yield Finding(Finding.WRONG, f"the database is damaged: {broken}", damage.ADVICE)
                return
            for check in checks:
                yield from check(work)
            yield from _staff(work, home)
            yield from cases_of(work, home)
            yield from privacy_of(work, home)
            yield from machine_of(work, home)
            yield from doors_of(work, home.settings)
        yield from _record(home)
        yield from backup_of(home, home.store.clock())
    except Refusal as error:
        yield Finding(Finding.WRONG, str(error))
    except DatabaseError as error:
        if not damage.is_damage(error):
            raise
        yield Finding(Finding.WRONG, "the database is damaged", damage.ADVICE)


def _tallies(work: Work) -> Iterator[Finding]:
    wrong = recount.recount(work)
    if wrong:
        yield Finding(
            Finding.WRONG,
            f"{len(wrong)} tallies differ from the facts",
            "keep a copy of the database and report this; the facts are safe",
        )
    else:
        yield Finding(Finding.OK, "the tallies are what the facts add up to")


def _queues(work: Work) -> Iterator[Finding]:
    yield from letters(work)
    parked = inbox.count_parked(work)
    if parked:
        yield Finding(Finding.WRONG, f"{parked} updates could not be handled", "report this")


def _photos(work: Work) -> Iterator[Finding]:
    failed = files.count_failed(work)
    if failed:
        yield Finding(Finding.NOTE, f"{failed} photos could not be fetched from a messenger")


def _samples(work: Work) -> Iterator[Finding]:
    if samples.any_units(work):
        yield Finding(
            Finding.NOTE, "the sample office is here", "hailong sample remove, before real use"
        )


def _record(home: Home) -> Iterator[Finding]:
    # Read before the record: what others append meanwhile is then no cut.
    kept = home.heads.read()
    with home.store.look() as work:
        verdict = record.verify(work, home.operator, kept)
    if not verdict.ok:
        yield Finding(Finding.WRONG, told(verdict), "hailong audit verify, and see the manual")
    elif verdict.rows and verdict.behind != 0:
        yield Finding(
            Finding.NOTE,
            f"{home.heads.path} is not at the newest of {verdict.rows} acts",
            "see that it can be written; where other machines act too, nothing",
        )
    else:
        yield Finding(Finding.OK, told(verdict))


def _calendar(work: Work) -> Iterator[Finding]:
    found = calendars.horizon_warning(work)
    if found is None:
        yield Finding(Finding.OK, "the calendar of working days reaches far enough")
    elif found.near:
        past = local_day(work.now).year > found.until
        yield Finding(
            Finding.WRONG if past else Finding.NOTE,
            f"the calendar ends with {found.until}: deadlines after it are provisional",
            "hailong calendar import FILE.csv, with the days off of the next year",
        )
    doubtful = [rule.code for rule in calendars.every_rule() if not rule.verified]
    if doubtful:
        yield Finding(
            Finding.NOTE,
            f"rules of time that nobody has verified: {', '.join(doubtful)}",
            "hailong calendar rules: read their sources before a date rests on them",
        )
    if found is not None and found.open:
        days = ", ".join(f"{row.day:%d/%m/%Y}" for row in found.open)
        yield Finding(
            Finding.NOTE,
            f"days off that are not verified, so that they count as worked: {days}",
            "once the decision is out: hailong calendar show YEAR --csv, mend, import",
        )


def _staff(work: Work, home: Home) -> Iterator[Finding]:
    staff = [one for one in people.listed(work, home.operator) if not one.disabled]
    if not any(one.role is Role.ADMIN for one in staff):
        yield Finding(Finding.WRONG, "no admin can sign in", "hailong staff add NAME --role admin")
    if not any(one.role is Role.INSPECTOR for one in staff):
        yield Finding(
            Finding.NOTE,
            "no inspector is enrolled: comments that accuse someone are read by nobody",
            "hailong staff add NAME --role inspector",
        )
