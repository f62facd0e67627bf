"""The SHA-256 of each version's manifest, so that an altered manifest is found too."""  # noqa: INP001 (Alembic loads it by its path)

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let a version's row say what its manifest's content is; "" for versions published before."""
    op.add_column("return_versions", sa.Column("manifest_sha256", sa.String(64), nullable=False, server_default=""))


def downgrade() -> None:
    """Take the column away."""
    op.drop_column("return_versions", "manifest_sha256")
