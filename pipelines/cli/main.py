"""The `board-returns` command: which commands there are, and how a wrong call is answered.

What a command does is in the module of its name. Wrong use is one line and exit code 2; a fault is one line and 1.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from pipelines.platform.errors import BoardReturnsError
from pipelines.platform.quarters import Quarter
from pipelines.platform.storage import trouble_of

app = typer.Typer(
    name="board-returns",
    help="Quarterly Management Board returns of a youth justice service.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
audit = typer.Typer(help="Who did what, and whether that still holds.", rich_markup_mode=None)
app.add_typer(audit, name="audit", short_help="Who did what, and whether that still holds.")


def quarter_of(text: str) -> Quarter:
    """The quarter an officer typed.

    Raises:
        typer.BadParameter: it is not a quarter.
    """
    try:
        return Quarter.from_label(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


QuarterOption = Annotated[
    Quarter, typer.Option("--quarter", parser=quarter_of, metavar="QUARTER", help='For example "2014-15 Q3".')
]


def sample_quarter_of(text: str) -> Quarter:
    """The quarter of the sample that somebody typed.

    Raises:
        typer.BadParameter: it is not a quarter, or the sample has none such.
    """
    from sample.quarters import QUARTERS  # noqa: PLC0415 - only the demo needs the sample

    quarter = quarter_of(text)
    if quarter.label not in QUARTERS:
        raise typer.BadParameter(f"The demo has no extracts for {quarter.label}; it has {', '.join(QUARTERS)}.")
    return quarter


@app.command(short_help="A made-up quarter, end to end.")
def demo(
    quarter: Annotated[
        Quarter | None,
        typer.Option(
            "--quarter",
            parser=sample_quarter_of,
            metavar="QUARTER",
            help="2014-15 Q1, Q2, Q3 (if none is named) or Q4, or 2015-16 Q1.",
        ),
    ] = None,
    *,
    year: Annotated[bool, typer.Option("--year", help="All five quarters in turn, the oldest first.")] = False,
) -> None:
    """Make a quarter's return for a made-up service, from its extracts to the workbook."""
    from pipelines.cli.demo import DEMO_QUARTER, make_demo, make_year  # noqa: PLC0415 - a command loads what it needs

    raise typer.Exit(make_year() if year else make_demo(quarter.label if quarter else DEMO_QUARTER))


@app.command(short_help="Make one quarter's return.")
def run(quarter: QuarterOption) -> None:
    """Receive, check and compute one quarter, and make its return."""
    from pipelines.cli.run import make_return  # noqa: PLC0415 - as above

    raise typer.Exit(make_return(quarter))


@app.command(short_help="Start the Dagster pages on this machine.")
def ui() -> None:
    """Start the Dagster pages (webserver and daemon) on this machine only; Ctrl+C stops them."""
    from pipelines.cli.ui import serve  # noqa: PLC0415 - as above

    raise typer.Exit(serve())


@app.command(short_help="What is configured and what is missing.")
def doctor() -> None:
    """Say what is configured, what is missing, and what to do about it."""
    from pipelines.cli.doctor import examine  # noqa: PLC0415 - as above

    raise typer.Exit(examine())


@app.command(short_help="An empty file for each extract; with a quarter, its papers.")
def templates(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder to write the templates to; made if missing.")],
    quarter: Annotated[
        Quarter | None,
        typer.Option(
            "--quarter",
            parser=quarter_of,
            metavar="QUARTER",
            help="Write the workbook for the Board papers of this quarter instead.",
        ),
    ] = None,
) -> None:
    """Write an empty file with the right headers for each extract, each column described, with its codes.

    With a quarter: one workbook for commentary, risks, priorities, budget and savings, as the quarter before had them.
    """
    from pipelines.cli.templates import write_board_papers, write_templates  # noqa: PLC0415 - as above

    raise typer.Exit(write_board_papers(folder, quarter) if quarter else write_templates(folder))


@app.command(short_help="What a code means and what to do.")
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="For example YJ-D-0107.")],
    quarter: Annotated[
        Quarter | None,
        typer.Option("--quarter", parser=quarter_of, metavar="QUARTER", help="Say also where it stands in a quarter."),
    ] = None,
) -> None:
    """Explain a code: what is wrong, what to do, who does it, what it does in the figures."""
    from pipelines.cli.explain import explain_code  # noqa: PLC0415 - as above

    raise typer.Exit(explain_code(code, quarter))


@app.command(short_help="What officers corrected and explained; undo it.")
def corrections(
    quarter: QuarterOption,
    *,
    undo: Annotated[list[str] | None, typer.Option(metavar="MARK", help="Undo this one, as C12 or E3.")] = None,
    undo_all: Annotated[bool, typer.Option("--undo-all", help="Undo everything in force.")] = False,
    name: Annotated[str, typer.Option(help="Who undoes it; the register keeps it.")] = "",
) -> None:
    """List the corrections and explanations in force for a quarter, values masked, or undo them."""
    from pipelines.cli.corrections import show_corrections  # noqa: PLC0415 - as above

    raise typer.Exit(show_corrections(quarter, undo or [], name, undo_all=undo_all))


@app.command(short_help="Every computed figure of a quarter.")
def figures(
    quarter: QuarterOption,
    *,
    csv: Annotated[bool, typer.Option("--csv", help="Write comma-separated text to standard output.")] = False,
) -> None:
    """List every computed figure of a quarter, one line a figure."""
    from pipelines.cli.figures import show_figures  # noqa: PLC0415 - as above

    raise typer.Exit(show_figures(quarter, as_csv=csv))


@app.command(short_help="What earlier plans printed, beside what is computed.")
def reconcile(
    quarter: QuarterOption,
    *,
    csv: Annotated[bool, typer.Option("--csv", help="Write comma-separated text to standard output.")] = False,
) -> None:
    """Hold every value that earlier plans printed against the figures of a quarter; code 1 if one differs."""
    from pipelines.cli.reconcile import show_reconciled  # noqa: PLC0415 - as above

    raise typer.Exit(show_reconciled(quarter, as_csv=csv))


@app.command("print", short_help="The newest version as files for printing.")
def print_quarter(
    quarter: Annotated[Quarter, typer.Argument(parser=quarter_of, metavar="QUARTER", help='For example "2014-15 Q3".')],
) -> None:
    """Make a PDF of each workbook of a quarter's newest version, where LibreOffice is installed."""
    from pipelines.cli.printing import print_return  # noqa: PLC0415 - as above

    raise typer.Exit(print_return(quarter))


@app.command(short_help="Whether every published file is what was published.")
def verify(
    quarter: Annotated[
        Quarter | None,
        typer.Option("--quarter", parser=quarter_of, metavar="QUARTER", help="Only this quarter; else all."),
    ] = None,
) -> None:
    """Hold every published file against its manifest and the register; code 1 if one differs, lacks or is extra."""
    from pipelines.cli.verify import verify_returns  # noqa: PLC0415 - as above

    raise typer.Exit(verify_returns(quarter))


@app.command(short_help="Where a measure's figures come from.")
def trace(
    quarter: Annotated[Quarter, typer.Argument(parser=quarter_of, metavar="QUARTER", help='For example "2014-15 Q3".')],
    measure: Annotated[str, typer.Argument(metavar="MEASURE", help="For example FTE-01.")],
    *,
    csv: Annotated[bool, typer.Option("--csv", help="Write comma-separated text to standard output.")] = False,
) -> None:
    """Trace a measure of a quarter: definition, SQL file, tables with rows, received files, versions that told it."""
    from pipelines.cli.trace import show_trace  # noqa: PLC0415 - as above

    raise typer.Exit(show_trace(quarter, measure, as_csv=csv))


@app.command(short_help="Let go of what is kept no longer.")
def purge(
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
    name: Annotated[str, typer.Option(help="Who asks for it; the audit events keep it.")] = "",
) -> None:
    """Delete children's records, files and runs that the service's retention table keeps no longer; counts only."""
    from pipelines.cli.purge import purge_now  # noqa: PLC0415 - as above

    raise typer.Exit(purge_now(name, dry_run=dry_run))


@app.command(short_help="Serve the published returns as a web page.")
def library() -> None:
    """Serve the published returns to readers, on this machine only unless told otherwise; Ctrl+C stops it."""
    from pipelines.cli.library import serve_library  # noqa: PLC0415 - as above

    raise typer.Exit(serve_library())


@audit.command("verify", short_help="Whether who did what is kept as it was.")
def audit_verify() -> None:
    """Hold the audit events against each other and against their noted heads; code 1 if one was tampered with."""
    from pipelines.cli.audit import verify_audit  # noqa: PLC0415 - as above

    raise typer.Exit(verify_audit())


@audit.command("list", short_help="Who did what.")
def audit_list(
    quarter: Annotated[
        Quarter | None,
        typer.Option("--quarter", parser=quarter_of, metavar="QUARTER", help="Only this quarter; else all."),
    ] = None,
) -> None:
    """List who dropped, checked, corrected, explained, published and downloaded what, the oldest first."""
    from pipelines.cli.audit import list_audit  # noqa: PLC0415 - as above

    raise typer.Exit(list_audit(quarter))


@app.command(short_help="Whether all is well, for a timer.")
def watch() -> None:
    """Look from outside Dagster whether something is amiss, say it in logs/alerts.log and by e-mail; code 1 if so."""
    from pipelines.cli.watch import watch as look  # noqa: PLC0415 - as above

    raise typer.Exit(look())


@app.command(short_help="Make the folders a service needs to start.")
def prepare() -> None:
    """Make the folders of the installation and hand Dagster its settings; a service does this before it starts."""
    from pipelines.platform.settings import load_settings, prepare_folders  # noqa: PLC0415 - as above

    prepare_folders(load_settings())


@app.command(short_help="Copy the installation away, whole, while in use.")
def backup(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where backups go, outside the home folder.")],
    *,
    lake: Annotated[bool, typer.Option("--lake", help="The tables too; no run may be going.")] = False,
    runs: Annotated[bool, typer.Option("--runs", help="Dagster's own storage too, where it is SQLite.")] = False,
) -> None:
    """Back up the register, received files, returns, errors workbooks and the inbox, each file with its checksum."""
    from pipelines.cli.backup import make_backup  # noqa: PLC0415 - as above

    raise typer.Exit(make_backup(folder, lake=lake, runs=runs))


@app.command(short_help="Bring a backup back into an empty home folder.")
def restore(
    backup_folder: Annotated[Path, typer.Argument(metavar="BACKUP", help="The folder backup-<day>T<time>Z.")],
    *,
    into: Annotated[
        Path | None, typer.Option("--into", metavar="HOME", help="An empty folder; if not given, BOARD_RETURNS_HOME.")
    ] = None,
) -> None:
    """Restore a backup, after holding every file of it against its checksum, and verify what was published."""
    from pipelines.cli.backup import restore_backup  # noqa: PLC0415 - as above

    raise typer.Exit(restore_backup(backup_folder, into))


def run_command(arguments: list[str] | None = None) -> int:
    """Run the command line; every fault is one line on standard error.

    Args:
        arguments: words after the command's name; those of this process if None.

    Returns:
        The exit code: 0 done, 1 a fault, 2 wrong use.
    """
    try:
        code = app(arguments, standalone_mode=False)
    except typer.Exit as done:
        return done.exit_code
    except (typer.Abort, KeyboardInterrupt):
        typer.echo("board-returns: stopped.", err=True)
        return 130
    except typer.TyperException as error:
        typer.echo(f"board-returns: {_one_line(error)} Try --help.", err=True)
        return 2
    except BoardReturnsError as error:
        typer.echo(f"board-returns: {error}", err=True)
        return 1
    except OSError as error:
        told = trouble_of(error)
        if told is None:
            raise
        typer.echo(f"board-returns: {told}", err=True)
        return 1
    return int(code or 0)


def _one_line(error: typer.TyperException) -> str:
    """What was wrong with the call, in one line."""
    described = getattr(error, "format_message", error.__str__)
    return " ".join(str(described()).split())


def run_and_exit() -> None:
    """Entry point of the installed command; a letter that the console does not have is shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(run_command())
