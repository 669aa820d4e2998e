"""Walks an office as a stranger would: every link, and every form once with every of its buttons."""

from collections import deque
from collections.abc import Callable, Iterable
from urllib.parse import urlencode, urlsplit

from tests.scan.forms import Offered, Offers
from tests.scan.wire import Answer, Asked

FORM = "application/x-www-form-urlencoded"
_PLAIN = {
    "text": "Máy in ở quầy một hỏng đã ba hôm, không ai sửa.",
    "comment": "Cảm ơn cán bộ.",
    "choice": "report",
    "level": "2",
    "judge": "no",
    "number": "1234 5678 9012 3452",
}
_MOST = 250

Ask = Callable[[Asked], Answer]


class Walk:
    """Where one comes to: addresses by their kind, and forms by their shape."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self.targets: dict[tuple[str, ...], str] = {}
        self.forms: dict[tuple[str, ...], Offered] = {}
        self._waiting: deque[Asked] = deque()
        self.asked = 0

    def from_(self, seeds: Iterable[str]) -> "Walk":
        """Walk until nothing new is met."""
        for seed in seeds:
            self._come_to(seed)
        while self._waiting and self.asked < _MOST:
            asked = self._waiting.popleft()
            self.asked += 1
            answer = self._ask(asked)
            if where := answer.one("Location"):
                self._come_to(where)
            self._look_at(asked.path, answer.text)
        return self

    def _look_at(self, path: str, text: str) -> None:
        offers = Offers(path, text)
        for link in offers.links:
            self._come_to(link)
        for form in offers.forms:
            buttons = form.buttons or [("", "")]
            for button in buttons:
                if (shape := (*form.shape, *button)) not in self.forms:
                    self.forms[shape] = form
                    self._waiting.append(sent(form, button))

    def _come_to(self, target: str) -> None:
        parts = urlsplit(target)
        first = parts.path.strip("/").partition("/")[0]
        names = sorted(piece.partition("=")[0] for piece in parts.query.split("&"))
        kind = (first if len(first) > 2 or first in ("q", "t", "f") else parts.path, *names)
        if kind not in self.targets:
            self.targets[kind] = target
            self._waiting.append(Asked(target=target))


def sent(form: Offered, button: tuple[str, str] = ("", ""), **other: str) -> Asked:
    """Fill a form in as one would, and send it."""
    fields = {name: value or _PLAIN.get(name, "") for name, value in form.fields.items()}
    fields |= {button[0]: button[1]} if button[0] else {}
    return said(form, list((fields | other).items()))


def said(form: Offered, pairs: list[tuple[str, str]]) -> Asked:
    """Send a form with these fields, in this order, however often one is named."""
    words = urlencode(pairs, errors="surrogateescape")
    if form.method == "GET":
        return Asked(target=f"{form.action}?{words}")
    return Asked("POST", form.action, (("Content-Type", FORM),), words.encode())
