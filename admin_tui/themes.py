"""The two themes of the terminal, dark and light, in the colours of ``ink``."""

from textual.theme import Theme

from admin_tui.ink import DARK, LIGHT

THEMES = (
    Theme(
        name="hailong-dark",
        primary="#2f6f80",
        secondary="#3c5468",
        accent=DARK.accent,
        warning=DARK.target,
        error=DARK.bad,
        success=DARK.good,
        foreground=DARK.text,
        background="#10171f",
        surface="#17212b",
        panel="#1f2c38",
        dark=True,
    ),
    Theme(
        name="hailong-light",
        primary="#2c7c8c",
        secondary="#c9d6dd",
        accent=LIGHT.accent,
        warning=LIGHT.target,
        error=LIGHT.bad,
        success=LIGHT.good,
        foreground=LIGHT.text,
        background="#f7f8f6",
        surface="#ffffff",
        panel="#e4eaec",
        dark=False,
    ),
)
