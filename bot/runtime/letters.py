"""Turns what a step says into letters: as few as the prompts allow, each complete as text."""

from collections.abc import Sequence

from bot.conversation.turn import Say
from bot.phrases.fill import fill
from bot.store.outbox import Buttons, Letter
from bot.wire.messages import Inbound
from feedback.domain.ids import Person
from feedback.store.work import Work


def letters(
    work: Work, person: Person, inbound: Inbound, says: Sequence[Say], language: str
) -> list[Letter]:
    """Fill the phrases; what offers nothing is put in front of the next that does."""
    made: list[tuple[str, Buttons]] = []
    lead: list[str] = []
    for say in says:
        filled = fill(say, language)
        lead.append(filled.text)
        if filled.buttons:
            made.append(("\n\n".join(lead), filled.buttons))
            lead = []
    if lead:
        made.append(("\n\n".join(lead), ()))
    acks = [inbound.ack, *[None] * len(made)]
    return [
        Letter(work.new_id(), person, inbound.address.account, text, buttons, ack)
        for (text, buttons), ack in zip(made, acks, strict=False)
    ]
