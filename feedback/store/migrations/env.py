"""Run by alembic: migrates on the connection that the caller hands over."""

from typing import Any, Literal

from alembic import context

from feedback.store.columns import Day, Instant, metadata


def plain(kind: str, item: Any, autogen: Any) -> str | Literal[False]:
    """Write our own column types as what they are stored as, so that a migration never changes."""
    stored = {Day: "sa.Integer()", Instant: "sa.BigInteger()"}
    found = stored.get(type(item)) if kind == "type" else None
    return found or False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_object=context.config.attributes.get("include_object"),
    render_item=plain,
    compare_type=False,
    # SQLite cannot alter a column in place: alembic copies the table instead.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
