"""The page that says who is responsible, what is kept how long, on what ground, and for whom."""

from aiohttp import web

from bot.pages import answers, language, shell, visitor
from bot.pages.markup import Child, Safe, el
from bot.pages.ports import Ports
from bot.pages.shell import Frame
from bot.pages.wording import say

PATH = "/privacy"


async def opened(ports: Ports, request: web.Request) -> web.Response:
    """Answer ``GET /privacy``."""
    spoken = language.of(request)
    title = say("privacy.title", spoken)
    frame = Frame(spoken, title, ports.office or say("office", spoken), PATH)
    return answers.html(
        shell.page(
            frame,
            el("h1", title),
            _section("who", spoken, *_responsible(ports, spoken)),
            _section("what", spoken, *_kept(ports, spoken)),
            _section("seen", spoken, *_told(spoken, "staff", "accuse", "nobody")),
            _section("ground", spoken, *_grounds(ports, spoken)),
            _section("rights", spoken, *_told(spoken, "case_own", "ask", "cannot")),
        )
    )


def _responsible(ports: Ports, spoken: str) -> list[str]:
    office, contact = ports.office.strip(), ports.contact.strip()
    return [
        say("privacy.office" if office else "privacy.no_office", spoken, office=office),
        say("privacy.contact" if contact else "privacy.no_contact", spoken, contact=contact),
    ]


def _kept(ports: Ports, spoken: str) -> list[str]:
    keeping = ports.keeping
    lines = _told(spoken, "level", "repeat")
    lines.append(say("privacy.comment", spoken, days=keeping.comments))
    lines.append(say("privacy.case_words", spoken, days=keeping.words))
    lines.append(say("privacy.case_contact", spoken, days=keeping.contact))
    lines.append(say("privacy.case_number", spoken))
    lines.append(say("privacy.case_files", spoken, days=keeping.files))
    lines.append(say("privacy.evidence", spoken, days=ports.evidence_days))
    lines.append(say("privacy.cookie", spoken, days=visitor.LASTS.days))
    if _chats(ports):
        lines.append(say("privacy.messenger", spoken, days=ports.reply_days))
        lines.append(say("privacy.state", spoken, days=ports.state_days))
        lines.append(say("privacy.updates", spoken, days=ports.update_days))
    if "telegram" in _chats(ports):
        lines.append(say("privacy.abroad", spoken))
    return lines


def _chats(ports: Ports) -> frozenset[str]:
    """Name the messengers; one that is out of reach now still took in what is kept."""
    answering = {"telegram": ports.telegram(), "zalo": ports.zalo()}
    return ports.switched_on | {name for name, address in answering.items() if address}


def _grounds(ports: Ports, spoken: str) -> list[str]:
    permission = ports.permission.strip()
    if not permission or not _chats(ports):
        return _told(spoken, "law")
    return [*_told(spoken, "law"), say("privacy.permission", spoken, permission=permission)]


def _told(spoken: str, *keys: str) -> list[str]:
    return [say(f"privacy.{key}", spoken) for key in keys]


def _section(key: str, spoken: str, *lines: Child) -> Safe:
    heading = el("h2", say(f"privacy.{key}", spoken))
    return el(
        "section",
        heading,
        el("ul", *(el("li", line) for line in lines), class_="plain"),
        class_="text",
    )
