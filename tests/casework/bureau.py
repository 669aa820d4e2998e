"""A province with two communes, their people, and cases told at their desks, for tests of casework."""

from dataclasses import dataclass, field
from typing import Any

from feedback.domain.cases.kinds import Choice
from feedback.domain.cases.record import Case
from feedback.domain.channels import Channel
from feedback.domain.ids import CaseId, Person, StaffId
from feedback.domain.roles import Role, Viewer
from feedback.services.cases import filing
from feedback.services.cases.filing import Filing
from feedback.store import case_words, cases, notices, staff
from feedback.store.work import Store
from tests.conftest import Hands
from tests.indices.conftest import OPERATOR, World, bare

_STAFF = (
    ("handler P", Role.HANDLER, "P"),
    ("supervisor A", Role.SUPERVISOR, "A"),
    ("handler A", Role.HANDLER, "A"),
    ("other A", Role.HANDLER, "A"),
    ("handler B", Role.HANDLER, "B"),
    ("inspector P", Role.INSPECTOR, "P"),
    ("inspector", Role.INSPECTOR, None),
    ("moderator", Role.MODERATOR, None),
    ("auditor", Role.AUDITOR, None),
)


@dataclass
class Bureau:
    """Everything a test of casework needs; ``by`` gives a viewer by name."""

    store: Store
    clock: Hands
    world: World
    viewers: dict[str, Viewer] = field(default_factory=dict)
    people: int = 0

    def by(self, name: str) -> Viewer:
        return self.viewers[name]

    def told(self, text: str = "Chờ lâu quá.", desk: str | None = "a1", **more: Any) -> Case:
        """File a case, from a chat of its own."""
        self.people += 1
        with self.store.work() as work:
            given = filing.file(
                work,
                Filing(
                    more.pop("choice", Choice.REPORT),
                    text,
                    Channel.TELEGRAM,
                    more.pop("language", "vi"),
                    work.now,
                    desk=self.world.desks[desk] if desk else None,
                    person=Person(self.people.to_bytes(16, "big")),
                    **more,
                ),
            )
        return self.read(given.case)

    def does(self, act: Any, name: str, *arguments: Any, **more: Any) -> Any:
        """Have someone do something in a transaction of its own."""
        with self.store.work() as work:
            return act(work, self.by(name), *arguments, **more)

    def read(self, identity: CaseId) -> Case:
        with self.store.look() as work:
            case = cases.by_id(work, identity)
        assert case is not None
        return case

    def texts(self, case: Case) -> list[str | None]:
        with self.store.look() as work:
            return [one.text for one in case_words.words(work, case.id)]

    def timeline(self, case: Case) -> list[str]:
        with self.store.look() as work:
            return [one.act.value for one in case_words.timeline(work, case.id)]

    def pending(self) -> list[tuple[CaseId, str]]:
        """Give what is still to be told to citizens, oldest first."""
        with self.store.look() as work:
            return [(one.case, one.what) for one in notices.pending(work, 100)]


def bureau(store: Store, clock: Hands) -> Bureau:
    """Make it."""
    world = bare(store)
    world.unit("P")
    world.unit("A", "P")
    world.unit("B", "P")
    for name, unit in (("a1", "A"), ("a2", "A"), ("b1", "B")):
        world.desk(name, unit)
    made = Bureau(store, clock, world)
    with store.work() as work:
        for name, role, unit in _STAFF:
            of = world.units[unit] if unit else None
            staff.add(work, name, "-", role, of, must_change=False)
        for one in staff.everyone(work):
            made.viewers[one.name] = Viewer(one.name, one.role, one.unit, StaffId(one.id))
    made.viewers["operator"] = OPERATOR
    return made
