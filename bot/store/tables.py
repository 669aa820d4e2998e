"""Tables of the conversation. Personal addresses stand in ``contact`` alone, sealed."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
)

from feedback.store.columns import Day, Instant, metadata

inbox_key = Table(
    "inbox_key",
    metadata,
    Column("key", String(128), primary_key=True),
    Column("at", Instant, nullable=False, index=True),
    # The key is the row: one tree less to write for each update.
    sqlite_with_rowid=False,
)
"""Keys of what was received, kept for eight days: a repeat ends here."""

conversation = Table(
    "conversation",
    metadata,
    Column("person", LargeBinary(16), primary_key=True),
    Column("channel", String(12), nullable=False),
    Column("state", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=True),
    Column("kid", String(12), nullable=False),
    Column("met_until", Instant, nullable=True),
    Column("changed_at", Instant, nullable=False, index=True),
    Column("heard_at", Instant, nullable=True),
)
"""``met_until`` is until when the address in ``contact`` is kept, or nothing. A state that holds
a citizen's own words is sealed, and ``state`` is empty then. ``heard_at`` is when its person last
did something, where the messenger counts from that; elsewhere nothing."""

contact = Table(
    "contact",
    metadata,
    Column("person", LargeBinary(16), primary_key=True),
    Column("channel", String(12), nullable=False),
    Column("account", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("kid", String(12), nullable=False, index=True),
    Column("reachable", Boolean, nullable=False),
    Column("until", Instant, nullable=False, index=True),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("person", LargeBinary(16), nullable=False),
    Column("channel", String(12), nullable=False),
    Column("account", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=True),
    Column("kid", String(12), nullable=False, server_default=""),
    Column("notice", BigInteger, nullable=True),
    Column("purpose", String(8), nullable=False, server_default="chat"),
    Column("ack", Text, nullable=True),
    Column("due_at", Instant, nullable=False),
    Column("tries", SmallInteger, nullable=False),
    Column("state", String(8), nullable=False),
    Column("problem", Text, nullable=False),
    Index("ix_outbox_due", "channel", "account", "state", "id"),
    # By this it is seen whether something earlier still waits for the same person.
    Index("ix_outbox_person", "person", "id"),
)
"""What is still to be said: a row goes when it was sent, and stays ``dead`` if it never can.
A letter with a citizen's own words or number is sealed, ``body`` is empty then, and dying empties
it. Texts of cases stand in it by their ids; ``notice`` is what it tells about a case."""

lease = Table(
    "lease",
    metadata,
    Column("name", String(160), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("until", Instant, nullable=False),
)

spending = Table(
    "spending",
    metadata,
    Column("channel", String(12), primary_key=True),
    Column("account", String(64), primary_key=True),
    Column("day", Day, primary_key=True),
    Column("billed", Integer, nullable=False),
    Column("templates", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Messages an account was charged for on a local day; those on their way are counted in."""

timer = Table(
    "timer",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("person", LargeBinary(16), nullable=False),
    Column("name", String(32), nullable=False),
    Column("subject", BigInteger, nullable=True),
    Column("due_at", Instant, nullable=False, index=True),
)
"""Notices and timers: ids only, handed to the person's conversation when due."""

parked = Table(
    "parked",
    metadata,
    Column("key", String(128), primary_key=True),
    Column("at", Instant, nullable=False),
    Column("channel", String(12), nullable=False),
    # A form of the web that is parked names no person.
    Column("person", LargeBinary(16), nullable=True, index=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("kid", String(12), nullable=False),
    Column("problem", Text, nullable=False),
)
"""Updates that could not be handled: the event and the error's words sealed, ``problem`` only the
error's kind, for a person to look at."""

token = Table(
    "token",
    metadata,
    Column("account", String(160), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("kid", String(12), nullable=False),
    Column("origin", String(8), nullable=False),
    Column("pairs", Integer, nullable=False),
    Column("obtained_at", Instant, nullable=False),
    Column("access_until", Instant, nullable=False),
    Column("refresh_until", Instant, nullable=False),
    Column("refreshing_since", Instant, nullable=True),
    Column("refused", Boolean, nullable=False),
    Column("tries", SmallInteger, nullable=False),
    Column("rest_until", Instant, nullable=True),
    Column("problem", Text, nullable=False),
    Column("problem_at", Instant, nullable=True),
)
"""The living pair of each account whose tokens are refreshed. ``pairs`` counts those it has had.
``refreshing_since`` stands from before a refresh is asked for until its end is known: where it
stays, the pair may be lost. ``refused`` is for good, until someone consents anew."""

token_seed = Table(
    "token_seed",
    metadata,
    Column("hash", LargeBinary(32), primary_key=True),
    Column("at", Instant, nullable=False),
)
"""Hashes of pairs that the settings once gave: none of them is used a second time."""

hook_day = Table(
    "hook_day",
    metadata,
    Column("door", String(12), primary_key=True),
    Column("day", Day, primary_key=True),
    Column("outcome", String(16), primary_key=True),
    Column("n", Integer, nullable=False),
    Column("last_at", Instant, nullable=False),
)
"""How many requests each hook had a day, and when the last one came."""
