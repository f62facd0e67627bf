"""The first tables: received files, verdicts, faults, versions of the return, published figures."""  # noqa: INP001 (Alembic loads it by its path)

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the five tables."""
    _make_received_files()
    _make_verdicts()
    _make_faults()
    _make_return_versions()
    _make_published_figures()


def downgrade() -> None:
    """Take the five tables away, those that refer to others first."""
    for table in ("published_figures", "return_versions", "faults", "verdicts", "received_files"):
        op.drop_table(table)


def _make_received_files() -> None:
    op.create_table(
        "received_files",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("quarter_slug", sa.String(10), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("extract", sa.String(100)),
        sa.Column("status", sa.String(40), nullable=False),
        sa.Column("code", sa.String(40)),
        sa.Column("message", sa.Text()),
        sa.Column("sheet_count", sa.Integer(), nullable=False),
        sa.Column("row_count", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_received_files"),
        sa.UniqueConstraint("sha256", "quarter_slug", name="uq_received_files_sha256_quarter_slug"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_received_files_extract_quarter_slug", "received_files", ["extract", "quarter_slug"])


def _make_verdicts() -> None:
    op.create_table(
        "verdicts",
        sa.Column("quarter_slug", sa.String(10), nullable=False),
        sa.Column("table_name", sa.String(100), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("input_fingerprint", sa.String(64), nullable=False),
        sa.Column("rows_received", sa.Integer(), nullable=False),
        sa.Column("rows_kept", sa.Integer(), nullable=False),
        sa.Column("rows_stopped", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(40)),
        sa.Column("message", sa.Text()),
        sa.PrimaryKeyConstraint("quarter_slug", "table_name", name="pk_verdicts"),
    )


def _make_faults() -> None:
    op.create_table(
        "faults",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("quarter_slug", sa.String(10), nullable=False),
        sa.Column("step", sa.String(100), nullable=False),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("severity", sa.String(20), nullable=False),
        sa.Column("table_name", sa.String(100), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("expected", sa.Text(), nullable=False),
        sa.Column("fix", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_sha256", sa.String(64), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("row_number", sa.Integer()),
        sa.Column("column_name", sa.String(100), nullable=False),
        sa.Column("column_letter", sa.String(3), nullable=False),
        sa.Column("shown", sa.String(40), nullable=False),
        sa.Column("measures", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_faults"),
    )
    op.create_index("ix_faults_quarter_slug_step", "faults", ["quarter_slug", "step"])


def _make_return_versions() -> None:
    op.create_table(
        "return_versions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("quarter_slug", sa.String(10), nullable=False),
        sa.Column("edition", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("published_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_return_versions"),
        sa.UniqueConstraint(
            "quarter_slug", "edition", "version", name="uq_return_versions_quarter_slug_edition_version"
        ),
    )


def _make_published_figures() -> None:
    op.create_table(
        "published_figures",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("quarter_slug", sa.String(10), nullable=False),
        sa.Column("edition", sa.String(40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("measure_id", sa.String(20), nullable=False),
        sa.Column("period_id", sa.String(40), nullable=False),
        sa.Column("period_start", sa.Date()),
        sa.Column("period_end", sa.Date()),
        sa.Column("area_code", sa.String(20), nullable=False),
        sa.Column("breakdown", sa.String(40), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("numerator", sa.Double()),
        sa.Column("denominator", sa.Double()),
        sa.Column("value", sa.Double()),
        sa.Column("unit", sa.String(20)),
        sa.PrimaryKeyConstraint("id", name="pk_published_figures"),
        sa.ForeignKeyConstraint(
            ["quarter_slug", "edition", "version"],
            ["return_versions.quarter_slug", "return_versions.edition", "return_versions.version"],
            name="fk_published_figures_return_versions",
            deferrable=True,
            initially="DEFERRED",
        ),
    )
    op.create_index(
        "ix_published_figures_quarter_slug_edition_version",
        "published_figures",
        ["quarter_slug", "edition", "version"],
    )
