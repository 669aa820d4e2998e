"""Reads what a page offers: where its links lead, and which forms it has."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit


@dataclass(slots=True)
class Offered:
    """A form: where it goes, how, and its fields with the values that stand in them."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def shape(self) -> tuple[str, ...]:
        """Tell it from forms with other fields, at whatever address."""
        kind = self.action.strip("/").partition("/")[0]
        return (self.method, kind, *sorted(self.fields), *self.files)


class Offers(HTMLParser):
    """The links and forms of one page."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.path = path
        self.links: list[str] = []
        self.forms: list[Offered] = []
        self._open: Offered | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in found:
            self._link(found["href"])
        elif tag == "form":
            action = urljoin(self.path, found.get("action", ""))
            self._open = Offered(action, found.get("method", "get").upper())
            self.forms.append(self._open)
        elif self._open is not None and found.get("name"):
            self._field(self._open, tag, found)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None

    def _link(self, href: str) -> None:
        whole = urlsplit(urljoin(f"http://office{self.path}", href))
        if whole.netloc == "office":
            self.links.append(whole.path + (f"?{whole.query}" if whole.query else ""))

    def _field(self, form: Offered, tag: str, found: dict[str, str]) -> None:
        name = found["name"]
        if tag == "button" or found.get("type") == "submit":
            form.buttons.append((name, found.get("value", "")))
        elif found.get("type") == "file":
            form.files.append(name)
        elif tag in ("input", "textarea", "select"):
            form.fields.setdefault(name, found.get("value", ""))
