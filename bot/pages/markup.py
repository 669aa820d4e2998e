"""Owns how text becomes HTML: whatever is not ``Safe`` is escaped. It never passes raw text on."""

import html
from collections.abc import Iterable


class Safe(str):
    """HTML that was built here, piece by piece, and needs no escaping."""

    __slots__ = ()


Child = str | Iterable["Child"] | None
"""What an element may hold: text (escaped unless Safe), more of it, or nothing."""

_VOID = frozenset({"br", "hr", "input", "link", "meta"})


def el(tag: str, *children: Child, **attributes: str | bool | None) -> Safe:
    """Build an element; ``class_`` and ``data_x`` name the attributes ``class`` and ``data-x``.

    An attribute that is True stands bare; one that is False or None is left out.
    """
    opened = f"<{tag}{''.join(_attribute(name, value) for name, value in attributes.items())}>"
    return Safe(opened if tag in _VOID else f"{opened}{together(*children)}</{tag}>")


def together(*children: Child) -> Safe:
    """Join children to one piece, escaping what is not Safe."""
    return Safe("".join(_piece(child) for child in children))


def literal(text: str) -> Safe:
    """Show a text from outside as it is, keeping its direction of writing to itself."""
    return el("bdi", text)


def _piece(child: Child) -> str:
    if child is None:
        return ""
    if isinstance(child, Safe):
        return child
    if isinstance(child, str):
        return html.escape(child)
    return "".join(_piece(each) for each in child)


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    spelled = name.rstrip("_").replace("_", "-")
    return f" {spelled}" if value is True else f' {spelled}="{html.escape(value)}"'
