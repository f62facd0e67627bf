"""The register's tables as SQLAlchemy describes them; the migrations make them.

What belongs here: tables, keys and indexes. A test compares them with what the migrations really make.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect

#: Revision of the migrations that these tables describe.
HEAD = "0005"

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


class UtcTime(TypeDecorator[datetime]):
    """A moment, kept as UTC without its zone: SQLite would drop the zone and PostgreSQL would change it."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy's)
        """On the way in: the moment in UTC, its zone taken off."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (as above)
        """On the way out: the zone put back."""
        return None if value is None else value.replace(tzinfo=UTC)


#: One row per file and quarter it was received for; `id` is the order of arrival.
received_files = Table(
    "received_files",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("sha256", String(64), nullable=False),
    Column("quarter_slug", String(10), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("extract", String(100)),
    Column("status", String(40), nullable=False),
    Column("code", String(40)),
    Column("message", Text),
    Column("sheet_count", Integer, nullable=False),
    Column("row_count", Integer, nullable=False),
    Column("batch", Integer, nullable=False),
    Column("received_at", UtcTime, nullable=False),
    UniqueConstraint("sha256", "quarter_slug"),
    Index(None, "extract", "quarter_slug"),
    # A number once given is never given again, also after its row is gone.
    sqlite_autoincrement=True,
)

#: One row per quarter and table.
verdicts = Table(
    "verdicts",
    metadata,
    Column("quarter_slug", String(10), primary_key=True),
    Column("table_name", String(100), primary_key=True),
    Column("passed", Boolean, nullable=False),
    Column("input_fingerprint", String(64), nullable=False),
    Column("rows_received", Integer, nullable=False),
    Column("rows_kept", Integer, nullable=False),
    Column("rows_stopped", Integer, nullable=False),
    Column("code", String(40)),
    Column("message", Text),
)

#: One row per fault; `step` is the table whose making found it, `table_name` the extract that holds it.
faults = Table(
    "faults",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("quarter_slug", String(10), nullable=False),
    Column("step", String(100), nullable=False),
    Column("code", String(40), nullable=False),
    Column("severity", String(20), nullable=False),
    Column("table_name", String(100), nullable=False),
    Column("message", Text, nullable=False),
    Column("expected", Text, nullable=False),
    Column("fix", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("file_sha256", String(64), nullable=False),
    Column("sheet", Text, nullable=False),
    Column("row_number", Integer),
    Column("column_name", String(100), nullable=False),
    Column("column_letter", String(3), nullable=False),
    Column("shown", String(40), nullable=False),
    Column("measures", Text, nullable=False),
    Column("fact", String(64), nullable=False, server_default=""),
    Column("explained", Text, nullable=False, server_default=""),
    Index(None, "quarter_slug", "step"),
)

#: One row per cell that an officer corrected; it holds from its quarter on, while the cell still says the old value.
corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("quarter_slug", String(10), nullable=False),
    Column("extract", String(100), nullable=False),
    Column("record", String(64), nullable=False),
    Column("column_name", String(100), nullable=False),
    Column("old_value", Text, nullable=False),
    Column("new_value", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("given_by", Text, nullable=False),
    Column("given_at", UtcTime, nullable=False),
    Column("file_sha256", String(64), nullable=False),
    Column("file_row", Integer, nullable=False),
    Column("undone_by", Text),
    Column("undone_at", UtcTime),
    Index(None, "extract", "quarter_slug"),
    sqlite_autoincrement=True,
)

#: One row per query that an officer explained; it holds from its quarter on, while the fact stands and until its end.
explanations = Table(
    "explanations",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("quarter_slug", String(10), nullable=False),
    Column("extract", String(100), nullable=False),
    Column("code", String(40), nullable=False),
    Column("fact", String(64), nullable=False),
    Column("explanation", Text, nullable=False),
    Column("until", Date),
    Column("given_by", Text, nullable=False),
    Column("given_at", UtcTime, nullable=False),
    Column("file_sha256", String(64), nullable=False),
    Column("file_row", Integer, nullable=False),
    Column("undone_by", Text),
    Column("undone_at", UtcTime),
    Index(None, "extract", "quarter_slug"),
    sqlite_autoincrement=True,
)

#: One row per decision on whether two records are of one young person; the newest of a pair counts.
link_decisions = Table(
    "link_decisions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("quarter_slug", String(10), nullable=False),
    Column("ypid", Text, nullable=False),
    Column("alias_ypid", Text, nullable=False),
    Column("same", Boolean, nullable=False),
    Column("why", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("decided_at", UtcTime, nullable=False),
    Column("file_sha256", String(64), nullable=False),
    Column("file_row", Integer, nullable=False),
    Column("undone_by", Text),
    Column("undone_at", UtcTime),
    Index(None, "quarter_slug"),
    sqlite_autoincrement=True,
)

#: One row per quarter, extract, field and side of quality (completeness, validity, timeliness, consistency).
quality_counts = Table(
    "quality_counts",
    metadata,
    Column("quarter_slug", String(10), primary_key=True),
    Column("extract", String(100), primary_key=True),
    Column("column_name", String(100), primary_key=True),
    Column("side", String(20), primary_key=True),
    Column("good", Integer, nullable=False),
    Column("total", Integer, nullable=False),
)

#: One row per quarter, table and rule that could not be judged, with the reason.
rules_not_run = Table(
    "rules_not_run",
    metadata,
    Column("quarter_slug", String(10), primary_key=True),
    Column("step", String(100), primary_key=True),
    Column("code", String(40), primary_key=True),
    Column("why", Text, nullable=False),
)

#: One row per quarter, edition and version.
return_versions = Table(
    "return_versions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("quarter_slug", String(10), nullable=False),
    Column("edition", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("as_of", Date, nullable=False),
    Column("published_at", UtcTime, nullable=False),
    Column("manifest_sha256", String(64), nullable=False, server_default=""),
    UniqueConstraint("quarter_slug", "edition", "version"),
)

#: One row per published version, measure, period, area and breakdown category.
published_figures = Table(
    "published_figures",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("quarter_slug", String(10), nullable=False),
    Column("edition", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("measure_id", String(20), nullable=False),
    Column("period_id", String(40), nullable=False),
    Column("period_start", Date),
    Column("period_end", Date),
    Column("area_code", String(20), nullable=False),
    Column("breakdown", String(40), nullable=False),
    Column("category", Text, nullable=False),
    Column("numerator", Double),
    Column("denominator", Double),
    Column("value", Double),
    Column("unit", String(20)),
    # Held at the end of the transaction, because the version's own row is written last.
    ForeignKeyConstraint(
        ["quarter_slug", "edition", "version"],
        ["return_versions.quarter_slug", "return_versions.edition", "return_versions.version"],
        deferrable=True,
        initially="DEFERRED",
    ),
    Index(None, "quarter_slug", "edition", "version"),
)

#: One row per audit event (`chain.AuditEvent`), numbered by us; triggers refuse to change or delete one.
audit_events = Table(
    "audit_events",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("happened_at", UtcTime, nullable=False),
    Column("event", String(20), nullable=False),
    Column("quarter_slug", String(10), nullable=False),
    Column("who", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    # Unique, so that no two events can follow the same one.
    Column("previous_sha256", String(64), nullable=False, unique=True),
    Column("sha256", String(64), nullable=False),
    Index(None, "quarter_slug"),
)

#: One row per quarter whose newest version is out of date; `extracts` is one text, parted by commas.
quarters_out_of_date = Table(
    "quarters_out_of_date",
    metadata,
    Column("quarter_slug", String(10), primary_key=True),
    Column("since", UtcTime, nullable=False),
    Column("version", Integer, nullable=False),
    Column("extracts", Text, nullable=False),
    Column("why", Text, nullable=False),
)
