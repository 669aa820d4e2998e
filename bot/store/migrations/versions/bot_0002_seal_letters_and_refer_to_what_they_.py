"""Seal letters and refer to what they carry."""

import sqlalchemy as sa
from alembic import op

revision = "bot_0002"
down_revision = "bot_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables to this revision."""
    op.add_column("outbox", sa.Column("sealed", sa.LargeBinary(), nullable=True))
    op.add_column(
        "outbox", sa.Column("kid", sa.String(length=12), server_default="", nullable=False)
    )
    op.add_column("outbox", sa.Column("notice", sa.BigInteger(), nullable=True))
