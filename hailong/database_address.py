"""Judges and names the address of a database. It never quotes a whole one: a secret is in it."""

_FILE = "sqlite:////"
_POSTGRES = "postgresql+psycopg://"


def checked(address: str) -> str:
    """Give the address; raise ValueError, saying what would be right."""
    if address.startswith(_POSTGRES):
        return _of_postgres(address)
    # The nightly backup has another working folder, and would find another file there, or none.
    if not address.startswith(_FILE):
        raise ValueError(
            f"give {_POSTGRES}USER@HOST/NAME, or a file by its whole path:"
            f" {_FILE}var/lib/hailong/hailong.db"
        )
    return address


def shown(address: str) -> str:
    """Name a database without whoever opens it: a password stands before the @ or after the ?."""
    if address.startswith("sqlite:"):
        return address.removeprefix("sqlite:///")
    return address.rpartition("@")[2].partition("?")[0]


def _of_postgres(address: str) -> str:
    from sqlalchemy.engine import make_url

    try:
        host = make_url(address).host or ""
    except ValueError:
        host = "@"
    if "@" in host or any(c.isspace() for c in address):
        raise ValueError(
            f"it should read {_POSTGRES}USER:PASSWORD@HOST:PORT/NAME; in the password write"
            " @ as %40, : as %3A, / as %2F, % as %25"
        )
    return address
