"""Drives cases in the chat for tests: a citizen who talks, staff who act, letters that leave."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import insert

from bot.conversation.events import Event, Opened, Said
from bot.runtime.letters import worded
from bot.runtime.receive import receive
from bot.runtime.rules import Rules
from bot.runtime.wake import noticed
from bot.store import outbox
from bot.store.outbox import Letter
from bot.wire.messages import Account, Address, Inbound
from feedback.domain.cases.record import Case
from feedback.domain.ids import StaffId, UnitId
from feedback.domain.roles import Role, Viewer
from feedback.services import asking
from feedback.services.cases import notices, reading
from feedback.services.cases.reading import Wanted
from feedback.store.tables.offices import staff
from feedback.store.tables.places import unit, unit_version
from feedback.store.work import Store
from tests.office import codes

BOT = Account("telegram", "42")
PAGE = "https://example.gov.vn"
AUTHORITY = "Thanh tra tỉnh, 1 Lê Lợi"
RULES = Rules(codes(), asking.current, PAGE, AUTHORITY)
OPERATOR = Viewer("operator", Role.OPERATOR, None)
HANDLER = Viewer("huong", Role.HANDLER, UnitId(1), StaffId(1))
INSPECTOR = Viewer("thanh", Role.INSPECTOR, UnitId(2), StaffId(2))


def enrol(store: Store, *, inspector: bool = True) -> None:
    """Enrol a handler in the commune and, in the province above it, an inspector."""
    with store.work() as work:
        run = work.connection.execute
        run(insert(unit).values(id=2, sample=False))
        run(
            insert(unit_version).values(
                unit_id=2,
                code="TINH",
                name="Tỉnh B",
                folded="tinh b",
                kind="commune",
                valid_from=date(2025, 7, 1),
            )
        )
        run(unit_version.update().where(unit_version.c.unit_id == 1).values(parent_id=2))
        for viewer in (HANDLER, INSPECTOR) if inspector else (HANDLER,):
            run(
                insert(staff).values(
                    id=viewer.staff,
                    name=viewer.name,
                    role=viewer.role.value,
                    unit_id=viewer.unit,
                    password="-",
                    must_change=False,
                    failures=0,
                    disabled=False,
                    created_at=work.now,
                )
            )


@dataclass
class Citizen:
    """Someone who chats with the bot."""

    store: Store
    name: str = "anna"
    account: Account = BOT
    n: int = 0
    heard: list[Letter] = field(default_factory=list)

    def does(self, event: Event | str) -> str:
        """Do something; give all that is said to it, as it would leave."""
        self.n += 1
        happened = Said(event) if isinstance(event, str) else event
        inbound = Inbound(f"{self.name}:{self.n}", Address(self.account, self.name), happened)
        with self.store.work() as work:
            receive(work, RULES, [inbound])
        return self.hears()

    def says(self, *texts: Event | str) -> str:
        """Do several things; give what is said to the last."""
        return [self.does(text) for text in texts][-1]

    def comes(self, token: str) -> str:
        return self.does(Opened(token))

    def told(self) -> str:
        """Hear what happened meanwhile: what the server's waker and deliverer do."""
        with self.store.work() as work:
            mine = [(one, i) for one, i in noticed(work) if i.address.person == self.name]
        for identity, inbound in mine:
            with self.store.work() as work:
                receive(work, RULES, [inbound])
                notices.handed(work, [identity])
        return self.hears()

    def hears(self) -> str:
        said = []
        with self.store.work() as work:
            person = work.vault.person(self.account.channel, self.name)
            while letters := outbox.heads(work, self.account, limit=50, busy=()):
                own = [letter for letter in letters if letter.person == person]
                if not own:
                    break
                outbox.sent(work, [letter.id for letter in own])
                for letter in own:
                    if letter.notice is not None:
                        notices.told(work, letter.notice)
                    said.append(worded(work, letter))
        self.heard += said
        return "\n\n".join(letter.text for letter in said)


def only(store: Store, viewer: Viewer = OPERATOR) -> Case:
    """Read the only case that a viewer sees."""
    with store.look() as work:
        (case,) = reading.listed(work, viewer, Wanted())
    return case


def words(store: Store, viewer: Viewer = OPERATOR) -> list[str | None]:
    """Read the texts of the only case that a viewer sees."""
    case = only(store, viewer)
    with store.look() as work:
        return [one.text for one in reading.opened(work, viewer, case.code).words]
