"""The office's desks to choose from, where they are few: all at once, or a page at a time."""

from bot.conversation.scene import Desk
from bot.conversation.state import Stage, State
from bot.conversation.turn import Offer, Say

PROMPT = "desks"
MORE = "more"
AT_ONCE = 9
"""So many desks have a digit each; of more, a page is shown when it is asked for."""
MOST = 40
"""Desks beyond which nobody looks through a list."""
# Eight lines, 9 for the next page and 0 for none of them: one digit each.
_PAGE = 8
_LONGEST_NAME = 100
_UNKNOWN = Offer("case", "0", "offer.no_desk")
_NEXT = Offer(MORE, "9", "offer.desks.more")
OPEN = Offer(MORE, "1", "offer.desks")


def shown(state: State, desks: tuple[Desk, ...]) -> Say | None:
    """Ask for the desk with a list, where one is to be shown in this state."""
    if state.stage is not Stage.LOBBY or not desks:
        return None
    if len(desks) <= AT_ONCE:
        return _asked(desks, desks)
    return _asked(desks, _page(desks, state.page), _NEXT) if state.page else None


def found(choice: str, desks: tuple[Desk, ...]) -> Desk | None:
    """Find the desk that a line of the list stands for."""
    return next((desk for desk in desks if str(desk.id) == choice), None)


def turned(state: State, desks: tuple[Desk, ...]) -> int:
    """Give the page after the one that is shown; after the last comes the first."""
    pages = -(-len(desks) // _PAGE) or 1
    return state.page % pages + 1


def _page(desks: tuple[Desk, ...], page: int) -> tuple[Desk, ...]:
    begin = (page - 1) * _PAGE
    return desks[begin : begin + _PAGE] or desks[:_PAGE]


def _asked(every: tuple[Desk, ...], some: tuple[Desk, ...], *more: Offer) -> Say:
    units = {desk.unit for desk in every}
    lines = (
        Offer(str(desk.id), str(number), words=_words(desk, several=len(units) > 1))
        for number, desk in enumerate(some, start=1)
    )
    return Say("lobby.desks", prompt=PROMPT, offers=(*lines, *more, _UNKNOWN))


def _words(desk: Desk, *, several: bool) -> tuple[tuple[str, str], ...]:
    name = f"{desk.name}, {desk.unit}" if several else desk.name
    return (("vi", name[:_LONGEST_NAME]), ("en", name[:_LONGEST_NAME]))
