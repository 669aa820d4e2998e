"""The published limits, as settings. They shed load; none of them shuts an address out."""

from typing import TYPE_CHECKING, Annotated

from pydantic import Field
from pydantic_settings import BaseSettings

if TYPE_CHECKING:
    from bot.pages.loads import Limits

_Count = Annotated[int, Field(ge=1, le=10_000_000)]
_Seconds = Annotated[int, Field(ge=1, le=3_600)]


class LimitSettings(BaseSettings):
    """How much one process takes, by the minute and by the hour, by the door and by one network.

    An address's share counts only while its door is above its own limit.
    """

    limit_connections: _Count = 4_000
    # Against lines that are kept open by saying a request a byte at a time.
    limit_header_seconds: _Seconds = 15
    limit_body_seconds: _Seconds = 20
    # Longer than a web server in front keeps one, which would else send into a line just closed.
    limit_idle_seconds: _Seconds = 130
    limit_pages_per_minute: _Count = 30_000
    limit_forms_per_minute: _Count = 12_000
    # A hall full of people shares one address.
    limit_address_per_minute: _Count = 3_000
    limit_uploads_per_hour: _Count = 3_000
    limit_address_uploads_per_hour: _Count = 600
    limit_cases_per_hour: _Count = 1_000
    limit_address_cases_per_hour: _Count = 300

    @property
    def limits(self) -> "Limits":
        """What the web door takes."""
        from bot.pages.loads import Limits

        return Limits(
            pages_per_minute=self.limit_pages_per_minute,
            forms_per_minute=self.limit_forms_per_minute,
            address_per_minute=self.limit_address_per_minute,
            uploads_per_hour=self.limit_uploads_per_hour,
            address_uploads_per_hour=self.limit_address_uploads_per_hour,
            cases_per_hour=self.limit_cases_per_hour,
            address_cases_per_hour=self.limit_address_cases_per_hour,
            stall=self.limit_body_seconds,
        )
