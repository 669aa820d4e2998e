"""A province with two communes, people of every role, and cases whose words bear a mark each.

Who may see what is written here a second time, in the plain words of the law that is tested.
"""

from dataclasses import dataclass, field
from datetime import date

from feedback.domain.cases.kinds import Choice
from feedback.domain.cases.record import Contact
from feedback.domain.channels import Channel
from feedback.domain.consents import Purpose
from feedback.domain.ids import CaseId, Person, StaffId
from feedback.domain.roles import Role, Viewer
from feedback.services import appointing, followups, people, sittings
from feedback.services.cases import casework, concerns, filing
from feedback.services.cases.filing import Filing
from feedback.store import cases, staff
from feedback.store.work import Store
from tests.indices.conftest import OPERATOR, World, bare

TODAY = date(2026, 8, 12)
RATED = date(2026, 8, 3)
PASSWORD = "một hai ba bốn năm"
_STAFF = (
    ("sup P", Role.SUPERVISOR, "P"),
    ("sup A", Role.SUPERVISOR, "A"),
    ("sitter A", Role.HANDLER, "A"),
    ("handler A", Role.HANDLER, "A"),
    ("handler B", Role.HANDLER, "B"),
    ("mod", Role.MODERATOR, None),
    ("mod A", Role.MODERATOR, "A"),
    ("insp", Role.INSPECTOR, "P"),
    ("insp A", Role.INSPECTOR, "A"),
    ("integ", Role.INTEGRITY, None),
    ("integ A", Role.INTEGRITY, "A"),
    ("admin", Role.ADMIN, None),
    ("admin A", Role.ADMIN, "A"),
    ("auditor", Role.AUDITOR, None),
    ("auditor A", Role.AUDITOR, "A"),
    ("appointed", Role.INSPECTOR, "B"),
)


@dataclass(frozen=True)
class Told:
    """A case, with the marks of its words and of the contact that was left."""

    id: CaseId
    code: str
    words: str
    contact: str


@dataclass
class Country:
    """Everything that services can be asked about."""

    store: Store
    world: World
    told: list[Told] = field(default_factory=list)
    viewers: list[Viewer] = field(default_factory=list)

    def below(self, viewer: Viewer) -> set[int] | None:
        """Give the units that a viewer's office reaches: P has A and B under it."""
        if viewer.unit is None:
            return None
        units = self.world.units
        return {units["P"], units["A"], units["B"]} if viewer.unit == units["P"] else {viewer.unit}


def country(store: Store) -> Country:
    """Make it."""
    world = bare(store)
    world.unit("P")
    world.unit("A", "P")
    world.unit("B", "P")
    for name, unit in (("a1", "A"), ("a2", "A"), ("b1", "B")):
        world.desk(name, unit)
    for n, desk in enumerate(("a1", "a2", "b1")):
        unit = desk[0].upper()
        world.rate(desk, unit, RATED, [1, 2, 5, 4, 3, 2], comment=f"lời góp ý ⟦R{n}⟧")
        world.rate(desk, unit, RATED, [1], comment=f"đòi tiền bôi trơn ⟦X{n}⟧")
    made = Country(store, world)
    _staff(made)
    for number, (choice, desk) in enumerate(
        (choice, desk)
        for choice in (Choice.REPORT, Choice.PRAISE, Choice.MISCONDUCT)
        for desk in ("a1", "a2", "b1", None)
    ):
        made.told.append(_file(made, number, choice, desk))
    with store.work() as work:
        followups.gather(work)
        casework.answer(work, OPERATOR, made.told[1].code, "Đã sửa. ⟦C1⟧")
        concerns.concern(work, OPERATOR, made.told[1].code, "handler A", "bị nêu tên")
    return made


def _staff(made: Country) -> None:
    with made.store.work() as work:
        for name, role, unit in _STAFF:
            of = made.world.units[unit] if unit else None
            person = staff.named(work, name)
            assert person is None
            staff.add(work, name, "$argon2id$none", role, of, False)
        made.viewers = [
            Viewer(one.name, one.role, one.unit, StaffId(one.id)) for one in staff.everyone(work)
        ]
        made.viewers.append(OPERATOR)
        sittings.seat(work, OPERATOR, "sitter A", made.world.desks["a1"], RATED)
        appointing.appoint(work, OPERATOR, "appointed", "QĐ 1/2026")


def _file(made: Country, number: int, choice: Choice, desk: str | None) -> Told:
    contact, words = f"⟦P{number}⟧", f"⟦C{number}⟧"
    with made.store.work() as work:
        given = filing.file(
            work,
            Filing(
                choice,
                f"Chuyện ở quầy số {number} {words}",
                Channel.TELEGRAM,
                "vi",
                work.now,
                desk=made.world.desks[desk] if desk else None,
                person=Person(number.to_bytes(16, "big")),
                contact=Contact(f"Nguyễn Văn {contact}", "0912345678"),
                consents=(Purpose.CONTACT,),
            ),
        )
        case = cases.by_id(work, given.case)
        assert case is not None
    return Told(given.case, case.code, words, contact)


def may_see(made: Country, viewer: Viewer, code: str) -> bool:
    """Say what the law says: the own units', sealed ones by role, never what is about oneself."""
    with made.store.look() as work:
        case = next(c for c in (cases.by_id(work, t.id) for t in made.told) if c.code == code)
    if viewer.role is Role.INTEGRITY:
        return False
    if viewer.name == "sitter A" and case.about_desk == made.world.desks["a1"]:
        return False
    if viewer.name == "handler A" and code == made.told[1].code:
        return False
    if case.unrouted:
        return viewer.name == "appointed"
    if case.sealed and viewer.role not in (Role.INSPECTOR, Role.AUDITOR, Role.OPERATOR):
        return False
    reach = made.below(viewer)
    return reach is None or case.unit in reach


__all__ = [
    "OPERATOR",
    "PASSWORD",
    "RATED",
    "TODAY",
    "Country",
    "Told",
    "country",
    "may_see",
    "people",
]
