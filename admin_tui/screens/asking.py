"""A screen that asks in threads: the answer comes back as a message, trouble as a kind notice.
Nothing slow ever runs on the thread that draws."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from admin_tui.trouble import Trouble

R = TypeVar("R")
Result = TypeVar("Result")


class Answered(Message, bubble=False):
    """A question was answered, or could not be; ``deliver`` puts it where it belongs."""

    def __init__(self, deliver: Callable[[], None]) -> None:
        super().__init__()
        self.deliver = deliver


class AskingScreen(Screen[Result]):
    """The ground of every screen of ours."""

    def ask(
        self,
        subject: str,
        question: Callable[[], R],
        answer: Callable[[R], None],
        failed: Callable[[], None] | None = None,
    ) -> None:
        """Ask in a thread; a newer question on the same subject drops the older answer.

        ``failed`` is called before trouble is told.
        """

        def run() -> None:
            worker = get_current_worker()
            deliver = self._put(question, answer, failed)
            # A thread cannot be stopped: the older question runs to its end, and only its answer is
            # dropped.
            if not worker.is_cancelled:
                self.post_message(Answered(deliver))

        self.run_worker(run, thread=True, exclusive=True, group=subject)

    def _put(
        self,
        question: Callable[[], R],
        answer: Callable[[R], None],
        failed: Callable[[], None] | None,
    ) -> Callable[[], None]:
        try:
            return partial(answer, question())
        except Trouble as trouble:
            return partial(self._failed, trouble, failed)

    def _failed(self, trouble: Trouble, failed: Callable[[], None] | None) -> None:
        if failed is not None:
            failed()
        self.troubled(trouble)

    def on_answered(self, message: Answered) -> None:
        """Deliver an answer, now on the thread that draws."""
        message.deliver()

    def troubled(self, trouble: Trouble) -> None:
        """Tell the person that something could not be done."""
        self.notify(trouble.words, title="Xin lưu ý", severity="warning", markup=False)
