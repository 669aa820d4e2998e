"""What a typed message may mean in a state, and which desk it picks. It adds nothing."""

from bot.conversation import desk_list
from bot.conversation.events import Event, Said, Tapped
from bot.conversation.prompts import offered
from bot.conversation.scene import Arrival, Desk, Landing
from bot.conversation.state import State

__all__ = ["arriving", "offered"]


def arriving(state: State, event: Event, desks: tuple[Desk, ...]) -> Arrival | None:
    """Give the arrival of an event that picks one of the office's desks from the list."""
    match event:
        case Said(choice=str(choice)) if desk_list.shown(state, desks) is not None:
            desk = desk_list.found(choice, desks)
        case Tapped(prompt=desk_list.PROMPT, choice=choice):
            desk = desk_list.found(choice, desks)
        case _:
            return None
    return Arrival(Landing.PICKED, desk) if desk else None
