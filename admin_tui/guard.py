"""Asks and acts for someone signed in, and turns every misfortune into a Trouble. It decides
nothing about who may do what."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from admin_tui.access import Access
from admin_tui.trouble import Forbidden, Missing, SignedOut, Trouble, Unavailable
from feedback.domain.roles import Viewer
from feedback.services import people
from feedback.services.refusals import NotAllowed, NotFound

if TYPE_CHECKING:
    from feedback.store.work import Work

R = TypeVar("R")


class Guard:
    """The way to the services: for as long as the viewer is who signed in."""

    def __init__(self, access: Access) -> None:
        self.access = access

    def look(self, viewer: Viewer, question: "Callable[[Work], R]") -> R:
        """Answer a question from one consistent picture."""
        return self.try_(lambda: self.access.look(_as_long_as(viewer, question)))

    def act(self, viewer: Viewer, deed: "Callable[[Work], R]") -> R:
        """Do something in one transaction that commits."""
        return self.try_(lambda: self.access.act(_as_long_as(viewer, deed)))

    def try_(self, ask: Callable[[], R]) -> R:
        """Ask; raise Trouble for whatever kept it from being answered."""
        try:
            return ask()
        # It comes from within the question, and already has its words.
        except Trouble:
            raise
        except NotAllowed as error:
            raise Forbidden from error
        except NotFound as error:
            raise Missing from error
        except Exception as error:  # whatever it was, the terminal lives on and says so kindly
            self.access.report(error)
            raise Unavailable from error


def _as_long_as(viewer: Viewer, ask: "Callable[[Work], R]") -> "Callable[[Work], R]":
    def asked(work: "Work") -> R:
        # In the same transaction: an account that was disabled just now sees and does nothing more.
        if not people.still(work, viewer):
            raise SignedOut
        return ask(work)

    return asked
