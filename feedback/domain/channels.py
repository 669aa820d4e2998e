"""Where a rating came in, and what kind of fact it is."""

from enum import StrEnum


class Channel(StrEnum):
    """The door a rating came through."""

    WEB = "web"
    TELEGRAM = "telegram"
    ZALO_OA = "zalo_oa"
    ZALO_BOT = "zalo_bot"
    CONSOLE = "console"
    PAPER = "paper"
    KIOSK = "kiosk"


CLOSING = frozenset({Channel.ZALO_OA})
"""Doors whose messenger lets nobody write to someone who has been silent for days."""


class Source(StrEnum):
    """Whether a fact was given by a citizen, brought in from elsewhere, or is a sample."""

    LIVE = "live"
    IMPORT = "import"
    SAMPLE = "sample"


class Standing(StrEnum):
    """Whether a rating counts, or was set aside with a reason and can come back."""

    COUNTED = "counted"
    SET_ASIDE = "set_aside"
