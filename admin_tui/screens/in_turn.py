"""Fields filled in turn. Enter goes on at once, so that what is typed right after it never lands in
the field before: a password must not show in a field for names."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

Result = TypeVar("Result")


class InTurn(Screen[Result]):
    """A screen of fields; Enter in the last one is its own submission, as usual."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next_field", show=False, priority=True),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Enter to the last field, which has still to take in what was typed."""
        return action != "next_field" or self._next() is not None

    def action_next_field(self) -> None:
        """Go on to the next field."""
        self.set_focus(self._next())

    def _next(self) -> Input | None:
        fields = list(self.query(Input))
        places = [place for place, field in enumerate(fields[:-1]) if field is self.focused]
        return fields[places[0] + 1] if places else None
