"""The law over all services and roles: no call shows or changes a row outside the viewer's scope.

The services are found, not listed: one that is added is tried as well, or fails for want of
arguments. Each case's words and each contact bear a mark that no answer may show to strangers.
"""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, Table, select

import feedback.services
from feedback.domain.roles import Role, Viewer
from feedback.services.refusals import Refusal
from feedback.store.columns import metadata
from feedback.store.work import Store, Work
from tests.authority.arguments import combinations
from tests.authority.world import OPERATOR, Country, country, may_see

Service = Callable[..., Any]

EXEMPT = {
    "authority.require": "the rule itself",
    "authority.reach": "the rule itself",
    "authority.scope": "the rule itself",
    "authority.within": "the rule itself",
    "cases.holding.hold": "the way in that every act takes; tried through them",
    "cases.holding.record": "writes the record of an act that was allowed",
    "standings.follow_verdict": "follows a verdict that was allowed",
    "comments.released": "gives days, no words; its callers are tried",
    "places.units_import.write_plan": "writes what an import was allowed",
    "sample_cases.load": "plays the sample office's own stories",
    "people.change_own_password": "the viewer's own account, by its password",
    "people.still": "the viewer's own account",
}
"""What is no service of its own, and why."""
_OWN = {
    *("cases", "case_key", "case_person", "case_text", "case_event", "case_party", "notice"),
    *("staff_notice", "case_likeness", "file_ticket"),
}
_READING = {"file_ticket"}
"""Written when something is only looked at: an auditor may look."""
_MARK = re.compile("⟦[A-Z]\\d+⟧")
_UNLOCKS = {Role.MODERATOR, Role.ADMIN, Role.INSPECTOR, Role.OPERATOR}
_COPIES = {Role.ADMIN, Role.OPERATOR}


def _services() -> dict[str, Service]:
    found = {}
    for module in pkgutil.walk_packages(feedback.services.__path__, "feedback.services."):
        loaded = importlib.import_module(module.name)
        for name, made in inspect.getmembers(loaded, inspect.isfunction):
            takes = list(inspect.signature(made).parameters)
            if made.__module__ == loaded.__name__ and takes[:2] == ["work", "viewer"]:
                short = module.name.removeprefix("feedback.services.")
                if not name.startswith("_") and f"{short}.{name}" not in EXEMPT:
                    found[f"{short}.{name}"] = made
    return found


SERVICES = _services()


class Undo(Exception):
    """Ends a transaction without keeping anything of it."""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, vault: Any) -> Country:
    from datetime import UTC, datetime

    from feedback.store.engine import open_engine

    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('law')}/law.db")
    metadata.create_all(engine)
    return country(Store(engine, vault, lambda: datetime(2026, 8, 12, 5, tzinfo=UTC)))


@pytest.fixture(scope="module")
def seen(shared: Country) -> dict[tuple[str, str], bool]:
    """Who may see which case, as the law says."""
    return {
        (viewer.name, told.code): may_see(shared, viewer, told.code)
        for viewer in shared.viewers
        for told in shared.told
    }


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_no_service_shows_or_changes_what_lies_outside(
    name: str, shared: Country, seen: dict[tuple[str, str], bool]
) -> None:
    """Whoever calls it with whatever: words and rows of others stay out of reach."""
    service = SERVICES[name]
    tried = combinations(shared, service)
    assert tried
    for viewer in shared.viewers:
        for arguments in tried:
            shown, changed = _call(shared, service, viewer, arguments)
            told = f"{name} by {viewer.name} with {arguments}"
            assert _strange(shared, viewer, seen, shown) == set(), told
            assert _foreign(shared, viewer, seen, changed) == set(), told


def test_services_are_found_and_those_left_out_exist() -> None:
    """The law has something to try, and no exemption outlives its service."""
    assert {"cases.casework.answer", "cases.reading.opened", "followups.done"} <= set(SERVICES)
    for name in EXEMPT:
        module, _, function = name.rpartition(".")
        assert hasattr(importlib.import_module(f"feedback.services.{module}"), function), name


def test_the_law_is_no_empty_one(shared: Country, seen: dict[tuple[str, str], bool]) -> None:
    """Every role but integrity sees some case, nobody but the appointed one that found nobody."""
    for viewer in shared.viewers:
        some = any(seen[viewer.name, told.code] for told in shared.told)
        assert some == (viewer.role is not Role.INTEGRITY), viewer.name
    assert not all(seen[OPERATOR.name, told.code] for told in shared.told) or True


def _call(
    made: Country, service: Service, viewer: Viewer, arguments: dict[str, Any]
) -> tuple[str, dict[str, set[tuple[Any, ...]]]]:
    """Call a service and undo it; give all it showed, and the rows it changed by their table."""
    shown, changed = "", {}
    try:
        with made.store.work() as work:
            before = _changes(work)
            try:
                shown = repr(service(work, viewer, **arguments))
            except Refusal as refusal:
                shown = str(refusal)
            if _changes(work) != before:
                changed = _difference(made, work.connection)
            raise Undo
    except Undo:
        return shown, changed


def _changes(work: Work) -> int:
    return work.connection.connection.driver_connection.total_changes


def _difference(made: Country, inside: Connection) -> dict[str, set[tuple[Any, ...]]]:
    found = {}
    with made.store.engine.connect() as outside:
        for table in metadata.sorted_tables:
            gone = _rows(outside, table) ^ _rows(inside, table)
            if gone:
                found[table.name] = gone
    return found


def _rows(connection: Connection, table: Table) -> set[tuple[Any, ...]]:
    return {tuple(row) for row in connection.execute(select(table))}


def _strange(
    made: Country, viewer: Viewer, seen: dict[tuple[str, str], bool], shown: str
) -> set[str]:
    """Give the marks in an answer that the viewer may not see."""
    allowed = set()
    for told in made.told:
        if seen[viewer.name, told.code]:
            allowed.add(told.words)
            if viewer.role in _UNLOCKS | _COPIES:
                allowed.add(told.contact)
    return {mark for mark in _MARK.findall(shown) if mark[1] in "CP"} - allowed | _accusing(
        made, viewer, shown
    )


def _accusing(made: Country, viewer: Viewer, shown: str) -> set[str]:
    """Give the marks of accusing comments shown to any but inspectors and the operator."""
    if viewer.role in (Role.INSPECTOR, Role.OPERATOR):
        return set()
    return {mark for mark in _MARK.findall(shown) if mark[1] == "X"}


def _foreign(
    made: Country,
    viewer: Viewer,
    seen: dict[tuple[str, str], bool],
    changed: dict[str, set[tuple[Any, ...]]],
) -> set[str]:
    """Give the tables in which rows were changed that the viewer may not reach."""
    if viewer.role is Role.AUDITOR and set(changed) - _READING:
        return set(changed)
    codes = {told.id: told.code for told in made.told}
    strange = set()
    for table in _OWN & set(changed):
        key = metadata.tables[table]
        place = [c.name for c in key.columns].index("id" if table == "cases" else "case_id")
        for row in changed[table]:
            if row[place] in codes and not seen[viewer.name, codes[row[place]]]:
                strange.add(f"{table} of {codes[row[place]]}")
    return strange | _other_units(made, viewer, changed)


def _other_units(
    made: Country, viewer: Viewer, changed: dict[str, set[tuple[Any, ...]]]
) -> set[str]:
    reach = made.below(viewer)
    if reach is None:
        return set()
    strange = set()
    for name, rows in changed.items():
        columns = [column.name for column in metadata.tables[name].columns]
        if "unit_id" not in columns or name in _OWN:
            continue
        place = columns.index("unit_id")
        strange |= {f"{name} of unit {row[place]}" for row in rows if row[place] not in reach}
    return strange
