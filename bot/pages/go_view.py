"""How the ways on into a messenger look: a code to copy, and links that carry no more than that."""

from bot.pages.markup import Child, Safe, el
from bot.pages.ports import Ports
from bot.pages.wording import say


def ways(ports: Ports, language: str, heading: str, about: Child, token: str, code: str) -> Child:
    """Offer the messengers that are switched on, or nothing.

    ``token`` opens Telegram at the right place; ``code`` is typed in Zalo, whose links carry
    nothing: a query on them can break them.
    """
    bot, zalo = ports.telegram(), ports.zalo()
    if not bot and not zalo:
        return None
    return el(
        "section",
        el("h2", heading),
        about,
        _zalo(zalo, language, code) if zalo else None,
        _telegram(bot, language, token) if bot else None,
        class_="card go",
    )


def on(ports: Ports) -> bool:
    """Say whether any messenger is switched on."""
    return bool(ports.telegram() or ports.zalo())


def _zalo(address: str, language: str, code: str) -> Safe:
    label = say("go.zalo_copy", language)
    link = _link(say("go.zalo", language), address, copy=f"#{code}", label=label)
    told = el("p", id="told", role="status", data_text=say("go.copied", language))
    hint = el("p", say("go.zalo_hint", language), class_="soft")
    return el("div", el("p", f"#{code}", class_="code"), link, told, hint)


def _telegram(bot: str, language: str, token: str) -> Safe:
    return el("div", _link(say("go.telegram", language), f"https://t.me/{bot}?start={token}"))


def _link(text: str, address: str, copy: str | None = None, label: str | None = None) -> Safe:
    return el(
        "a",
        text,
        href=address,
        rel="noreferrer noopener",
        class_="button quiet wide",
        data_copy=copy,
        data_label=label,
        data_told=copy and "told",
    )
