"""Remember when someone was heard, and what was spent."""

import sqlalchemy as sa
from alembic import op

revision = "bot_0004"
down_revision = "bot_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision."""
    op.create_table(
        "spending",
        sa.Column("channel", sa.String(length=12), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("billed", sa.Integer(), nullable=False),
        sa.Column("templates", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "account", "day", name=op.f("pk_spending")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("conversation", schema=None) as batch_op:
        # Empty for whoever is there: they count as out of the window until they act again.
        batch_op.add_column(sa.Column("heard_at", sa.BigInteger(), nullable=True))

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(
            # Letters that wait through the upgrade count as talk, which no money is spent on.
            sa.Column("purpose", sa.String(length=8), server_default="chat", nullable=False)
        )
