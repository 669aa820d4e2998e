"""An office in which one citizen left all that can be left, among others who did the same."""

from dataclasses import dataclass

import pytest

from bot.conversation.events import Event, Said
from bot.runtime.receive import receive
from bot.runtime.wake import noticed
from bot.wire.messages import Address, Inbound
from feedback.domain.cases.kinds import Choice
from feedback.domain.cases.record import Case, Contact
from feedback.domain.channels import Channel
from feedback.domain.consents import Purpose
from feedback.domain.ids import CaseId, Person
from feedback.services.cases import attachments, casework, filing, following, notices
from feedback.services.cases.filing import Filing
from feedback.store import cases
from feedback.store.work import Store
from tests.office import open_office
from tests.privacy.pictures import with_place
from tests.privacy.traces import sealed
from tests.runtime.casework import OPERATOR, RULES, Citizen, enrol

NAME, PHONE = "Nguyễn Thị Anna", "0912 345 678"
ACCOUNT = "7712345678"
COMMENT = "Phải chờ cả buổi sáng ở ngoài sân"
FILE_NAME = "CCCD 001099012345.jpg"
OTHERS = 60


@dataclass
class Chatter(Citizen):
    """A citizen whose updates bear the messenger's own numbers, as they come from Telegram."""

    def does(self, event: Event | str) -> str:
        self.n += 1
        happened = Said(event) if isinstance(event, str) else event
        address = Address(self.account, self.name)
        with self.store.work() as work:
            receive(work, RULES, [Inbound(f"telegram:42:{self.n}", address, happened)])
        return self.hears()


@dataclass
class Left:
    """What a citizen left behind: the chat, the case, its number, and every sealed trace."""

    citizen: Citizen
    person: Person
    case: Case
    number: str
    traces: frozenset[bytes]

    @property
    def marks(self) -> list[bytes | str]:
        """All by which the citizen could be found again."""
        plain = [NAME, PHONE, PHONE.replace(" ", ""), ACCOUNT, COMMENT, FILE_NAME, self.number]
        return [*plain, *self.traces, bytes(self.person)]


@pytest.fixture
def left(store: Store) -> Left:
    """Anna rated, commented, filed a case with her name and a photo, and was answered."""
    return leave(store)


def leave(store: Store) -> Left:
    tokens = open_office(store)
    enrol(store)
    _others(store, OTHERS // 2, 0)
    anna = Chatter(store, ACCOUNT)
    anna.comes(tokens[0])
    anna.says("1", "9", "9", "9", COMMENT)
    anna.says("6", "1", "6", NAME, PHONE)
    receipt = anna.does("6")
    line = next(line for line in receipt.split("\n") if line.startswith("Mã theo dõi: "))
    number = "".join(filter(str.isdigit, line))
    with store.look() as work:
        found = following.by_number(work, number)
        assert found is not None
        case = cases.by_id(work, found)
        assert case is not None
        assert case.rating is not None
        person = work.vault.person(anna.account.channel, anna.name)
    photo = attachments.prepared(with_place())
    with store.work() as work:
        assert attachments.add(work, found, photo, "telegram", FILE_NAME)
        casework.take(work, OPERATOR, case.code)
        casework.answer(work, OPERATOR, case.code, f"Kính gửi {NAME}: đã thêm một quầy.")
    _others(store, OTHERS // 2, OTHERS)
    _letters_wait(store)
    return Left(anna, person, case, number, sealed(store, person, [found]))


def _letters_wait(store: Store) -> None:
    """Have the answer written into letters that did not leave yet."""
    with store.work() as work:
        for identity, inbound in list(noticed(work)):
            receive(work, RULES, [inbound])
            notices.handed(work, [identity])


def _others(store: Store, many: int, first: int) -> None:
    for n in range(first, first + many):
        with store.work() as work:
            filing.file(
                work,
                Filing(
                    Choice.REPORT,
                    f"Chuyện của người thứ {n}, " + "chờ lâu quá. " * (n % 40),
                    Channel.TELEGRAM,
                    "vi",
                    work.now,
                    person=Person(b"other" + n.to_bytes(11, "big")),
                    contact=Contact(f"Người {n}", f"09{n:08d}"),
                    consents=(Purpose.CONTACT,),
                ),
            )


def filed(store: Store, text: str = "Chờ lâu", **more: object) -> tuple[CaseId, str, str]:
    """File a case on the web with a name and a phone; give its id, code and number."""
    with store.work() as work:
        receipt = filing.file(
            work,
            Filing(
                Choice.REPORT,
                text,
                Channel.WEB,
                "vi",
                work.now,
                contact=Contact(NAME, PHONE),
                consents=(Purpose.CONTACT,),
                **more,
            ),
        )
        case = cases.by_id(work, receipt.case)
        assert case is not None
    return receipt.case, case.code, receipt.number
