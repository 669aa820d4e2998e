"""What an operator should hear when the server starts."""

from collections.abc import Iterator

from hailong.settings import Settings


def at_start(settings: Settings) -> Iterator[str]:
    """Tell, in words, what about the settings is not fit for citizens."""
    if not settings.public_url.startswith("https://"):
        yield (
            f"Warning: {settings.public_url} is not https: what citizens write can be read on the "
            "way. Set HAILONG_PUBLIC_URL to the office's https address before printing posters."
        )
    if not settings.office or not settings.contact:
        yield (
            "Warning: the privacy page does not say who is responsible; set HAILONG_OFFICE "
            "and HAILONG_CONTACT."
        )
