"""Run by alembic: migrates on the connection that the caller hands over."""

from alembic import context

from feedback.store.columns import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
