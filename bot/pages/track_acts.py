"""What a citizen sees and does on the page of a matter, as acts on the store."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bot.pages.form import Form
from feedback.domain.cases.filetypes import Medium
from feedback.domain.cases.kinds import SEALED, Satisfaction
from feedback.domain.cases.life import CaseState
from feedback.domain.cases.record import Voice
from feedback.domain.channels import Channel
from feedback.domain.ids import CaseId
from feedback.services.cases import adding, attachments, following
from feedback.services.cases.adding import Added
from feedback.services.cases.attachments import Attachment, Prepared
from feedback.services.cases.following import Status
from feedback.services.photos import Photo

if TYPE_CHECKING:
    from feedback.store.work import Work

NOT_NOW = "track.not_now"
FULL = "track.photo_full"


@dataclass(frozen=True, slots=True)
class Seen:
    """A matter with the files that came with it, as its citizen sees both."""

    status: Status
    files: tuple[Attachment, ...]

    @property
    def room(self) -> bool:
        """Say whether one more file is taken."""
        return sum(not one.with_rating for one in self.files) < attachments.MOST


@dataclass(frozen=True, slots=True)
class Done:
    """How a matter stands after an act, and the keys of what to say of it."""

    seen: Seen | None
    told: tuple[str, ...]


Act = Callable[["Work"], Done]


def look(work: "Work", case: CaseId) -> Seen | None:
    """Look a matter up."""
    status = following.status(work, case)
    return None if status is None else Seen(status, attachments.own(work, case))


def numbered(work: "Work", number: str) -> Seen | None:
    """Look a matter up by its follow-up number as typed."""
    case = following.by_number(work, number)
    return None if case is None else look(work, case)


def wished(case: CaseId, form: Form, text: str, photo: Photo | None) -> Act | None:
    """Give the act that a form wishes for, or None where it wishes for none."""
    judged = form.text("judge")
    match form.text("step"):
        case "add":
            return partial(_added, case=case, text=text, photo=photo)
        case "withdraw-yes":
            act = partial(following.withdraw, identity=case)
        case "contest":
            act = partial(following.contest, identity=case, text=text)
        case "judge" if judged in {one.value for one in Satisfaction}:
            act = partial(following.judge, identity=case, satisfaction=Satisfaction(judged))
        case _:
            return None
    key = form.text("step").removesuffix("-yes")
    return partial(_done, case=case, act=act, key=key, stands=partial(_stands, form, text))


def _stands(form: Form, text: str, before: Status) -> bool:
    """Say whether a matter stands as the form wishes already: it came a second time."""
    match form.text("step"):
        case "judge":
            judged = before.satisfaction
            return judged is not None and judged.value == form.text("judge")
        case "contest":
            said = text.strip()[: following.LONGEST]
            return said in [one.text for one in before.words if one.voice is Voice.CONTEST]
        case _:
            return before.state is CaseState.WITHDRAWN


def _done(
    work: "Work",
    case: CaseId,
    act: Callable[["Work"], Status | None],
    key: str,
    stands: Callable[[Status], bool],
) -> Done:
    before = following.status(work, case)
    act(work)
    now = look(work, case)
    # Unchanged: somebody of the office was faster, unless it is as wished: it came a second time.
    if now is None or before is None or (now.status == before and not stands(before)):
        return Done(now, (NOT_NOW,))
    return Done(now, (_told(before, now.status, key),))


def _added(work: "Work", case: CaseId, text: str, photo: Photo | None) -> Done:
    before = following.status(work, case)
    file = None if photo is None else Prepared(photo.mime, Medium.PHOTO, photo.data)
    added = adding.add(work, case, text, file, Channel.WEB.value)
    now = look(work, case)
    if now is None or before is None or added is Added.TOO_LATE:
        return Done(now, (NOT_NOW,))
    full = (FULL,) if added is Added.NO_ROOM else ()
    return Done(now, full if full and not text else (_told(before, now.status, "add"), *full))


def _told(before: Status, now: Status, key: str) -> str:
    sealed = before.kind not in SEALED and now.kind in SEALED
    return "track.done.sealed" if sealed else f"track.done.{key}"
