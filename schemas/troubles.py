"""The codes of what can go wrong with the program or its surroundings, in words: for `explain` and the documents.

What belongs here: what each code beginning BR- or YJ-P- means. They are raised where they arise, with the names of that
moment; a test holds this list to the codes that the code base really raises.
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas.markdown import table
from schemas.owners import DATA_OFFICER

#: Who looks after the installation.
KEEPER = "whoever looks after Board Returns"
PROGRAMMER = "the maintainers"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One code of the program's own.

    Attributes:
        code: the code.
        message: what is wrong.
        fix: what to do.
        owner: who does it.
        passes: it may be over in a moment, and the step tries again by itself.
    """

    code: str
    message: str
    fix: str
    owner: str
    passes: bool = False


TROUBLES: tuple[Trouble, ...] = (
    Trouble("BR-101", "A table that the step reads has not been made for the quarter.", "Run the whole quarter.",
            DATA_OFFICER),
    Trouble("BR-102", "A column would lose something on its way to the lake.", "Report the code and the column.",
            PROGRAMMER),
    Trouble("BR-103", "A table has a name that cannot be one.", "Report the code.", PROGRAMMER),
    Trouble("BR-104", "Another program holds a file of the lake.", "Close the program that shows it.",
            DATA_OFFICER, passes=True),
    Trouble("BR-121", "Files in the inbox cannot be opened just now.",
            "Close them in other programs, check who may read them, then run again.", DATA_OFFICER, passes=True),
    Trouble("BR-201", "The engine refused a statement.", "Run the SQL file's own test, which shows the place.",
            PROGRAMMER),
    Trouble("BR-301", "A SQL file cannot be used: its header or its body is missing or not readable.",
            "Open the file with a comment that holds its YAML header, followed by one statement.", PROGRAMMER),
    Trouble("BR-302", "A SQL file's header does not fit, or no file has that name.", "Mend the file's header.",
            PROGRAMMER),
    Trouble("BR-401", "There is no service of that name.",
            "Set BOARD_RETURNS_SERVICE to a folder of services/, or add one with a service.yaml.", KEEPER),
    Trouble("BR-402", "The service's service.yaml cannot be used.", "Mend the line that the message names.", KEEPER),
    Trouble("BR-403", "A file of what a service's plans printed cannot be used.",
            "Mend the line of services/<name>/published that the message names.", KEEPER),
    Trouble("BR-501", "A measure's table has not the one shape that measures have.", "Mend its SQL file.", PROGRAMMER),
    Trouble("BR-601", "The register's address is none of PostgreSQL or of a SQLite file.",
            "Correct BOARD_RETURNS_DATABASE_URL, or leave it out for a file in the home folder.", KEEPER),
    Trouble("BR-602", "The register is set to PostgreSQL, but its driver is not installed.",
            "Install the package with its extra postgres.", KEEPER),
    Trouble("BR-603", "The register cannot be reached, or another program keeps it busy.",
            "If it goes on, check the database server or the disk.", KEEPER, passes=True),
    Trouble("BR-604", "The register was made by a newer version of this program.",
            "Install that version, or start with an empty register in another folder.", KEEPER),
    Trouble("BR-605", "Another run has published this version of the return already.",
            "Run the return again: it takes the next number, or finds that nothing has changed.", DATA_OFFICER),
    Trouble("BR-611", "An audit event of an unknown kind was to be kept.", "Report the code.", PROGRAMMER),
    Trouble("BR-612", "An audit event was to hold more than codes, counts and hashes.", "Report the code.",
            PROGRAMMER),
    Trouble("BR-613", "The file of the audit's heads could not be written; the event itself is kept.",
            "See to room and rights of audit-heads.txt in the home folder.", KEEPER),
    Trouble("BR-701", "Something listens on the port of the pages already, perhaps the pages themselves.",
            "Open the address it names, or set BOARD_RETURNS_UI_PORT to another port.", DATA_OFFICER),
    Trouble("BR-702", "Something listens on the port of the returns library already, perhaps the library itself.",
            "Stop it, or set BOARD_RETURNS_LIBRARY_PORT to another port.", KEEPER),
    Trouble("BR-721", "The library has no page, quarter, version or file at the address.",
            "Choose from its list of quarters.", DATA_OFFICER),
    Trouble("BR-722", "The library does not show this to the reader, or the sign-on does not say who they are.",
            "Sign in and try again; else have the reader put into a group of Board Returns.", KEEPER),
    Trouble("BR-723", "Something was sent to the library, which only hands out.",
            "Put files into the inbox folder of their quarter.", DATA_OFFICER),
    Trouble("BR-724", "A published file is missing, or is not what was published; it was not handed out.",
            "Run board-returns verify, and put the file back from a backup.", KEEPER),
    Trouble("BR-725", "A page of the library could not be made, for a reason nobody foresaw.",
            "Try again; if it stays, report the line in the library's log.", KEEPER),
    Trouble("BR-726", "The library cannot reach the register just now.",
            "Try again in a minute; if it stays, check the database server or the disk.", KEEPER),
    Trouble("BR-801", "LibreOffice is not installed here, so no printable file can be made.",
            "Open the workbook and print it, or have LibreOffice installed.", KEEPER),
    Trouble("BR-802", "LibreOffice did not turn a workbook into a printable file, or not in time.",
            "If it goes on, open the workbook and print it by hand.", DATA_OFFICER, passes=True),
    Trouble("BR-803", "There is no return of the quarter to print.", "Run the job quarterly_return for the quarter.",
            DATA_OFFICER),
    Trouble("BR-901", "Another run works on the quarter at this moment; this one has changed nothing.",
            "Wait until it has ended, then run again.", DATA_OFFICER),
    Trouble("BR-902", "The database server that keeps the quarter for one run alone cannot be reached any more.",
            "If it goes on, check the database server.", KEEPER, passes=True),
    Trouble("BR-903", "The disk of the home folder is full, or fails.", "Make room on it, then run again.", KEEPER),
    Trouble("BR-904", "A folder or file of the home folder cannot be written to.",
            "Let the account that runs Board Returns write there; board-returns doctor names the folders.", KEEPER),
    Trouble("BR-921", "A run of the quarter ended without saying why, as when its process was killed.",
            "Open the run in the pages and press Re-execute, From failure.", DATA_OFFICER),
    Trouble("BR-922", "A Board meeting is near, and no return of its quarter has been made.",
            "Run the job quarterly_return for the quarter, or see what keeps it red.", DATA_OFFICER),
    Trouble("BR-923", "Dagster's daemon gives no sign, so that nothing starts by itself.",
            "Start it again: its service, or board-returns ui.", KEEPER),
    Trouble("BR-924", "The watch could not ask the register whether something is amiss.",
            "Run board-returns doctor, which says why.", KEEPER),
    Trouble("BR-941", "The folder for backups lies in the home folder, and would be lost with it.",
            "Name a folder elsewhere, best on another disk.", KEEPER),
    Trouble("BR-942", "The disk has not the room that the backup takes.",
            "Make room, or name a folder on another disk.", KEEPER),
    Trouble("BR-943", "The folder is no backup, or its manifest.json cannot be read.",
            "Name the folder of the backup itself.", KEEPER),
    Trouble("BR-944", "Files of the backup are altered, missing or too many; nothing was restored.",
            "Take another backup.", KEEPER),
    Trouble("BR-945", "The database to restore into holds a register already.", "Name an empty database.", KEEPER),
    Trouble("BR-946", "There is a backup of this very second already.", "Use that one, or try again.", KEEPER),
    Trouble("BR-947", "The backup was broken off: its folder cannot be written to, or its disk is full.",
            "Let the account that runs Board Returns write there, make room, and give the command again.", KEEPER),
    Trouble("BR-948", "The home folder to restore into is not empty.",
            "Name an empty one with --into; nothing is restored over anything.", KEEPER),
    Trouble("BR-949", "The disk of the home folder has not the room that the backup takes.",
            "Make room, or name a home folder on another disk.", KEEPER),
    Trouble("BR-931", "The files of the quarter were let go of by the retention table, so it cannot be made again.",
            "Its published return stands; newer quarters show that period as the case system has it today.",
            DATA_OFFICER),
    Trouble("YJ-P-0001", "The return was not made, because something that it stands on is red or out of date.",
            "Mend what is red, then run the job quarterly_return for the quarter.", DATA_OFFICER),
    Trouble("YJ-P-0002", "No extract of the quarter says on which day it was taken.",
            "Export the case-management extracts with their extract_date column.", DATA_OFFICER),
    Trouble("YJ-P-0003", "The folder holds files that are not the demo's, and must not be mixed with it.",
            "Point BOARD_RETURNS_HOME at an empty folder and run the demo again.", DATA_OFFICER),
    Trouble("YJ-P-0004", "Templates cannot be written to the folder.", "Name a folder you may write to.",
            DATA_OFFICER),
    Trouble("YJ-P-0005", "The quarter is not over yet.", "Run a quarter that has closed.", DATA_OFFICER),
    Trouble("YJ-P-0006", "The quarter lies before the service's history.", "Run a later quarter.", DATA_OFFICER),
    Trouble("YJ-P-0007", "No rule and no trouble has the code.", "Look it up in docs/error-catalogue.md.",
            DATA_OFFICER),
    Trouble("YJ-P-0009", "Something unforeseen happened; nothing was kept, and no cell is in the message.",
            "Send its line, which names the kind of error and the place.", KEEPER),
    Trouble("YJ-P-0010", "A correction or explanation to undo is not in force for the quarter.",
            "List what is in force with board-returns corrections.", DATA_OFFICER),
    Trouble("YJ-P-0013", "The publishable edition was not made, because a small count could be worked out from it.",
            "The other editions are made. Publish nothing of this one; send the line to the maintainers.", KEEPER),
    Trouble("YJ-P-0011", "Nobody says who undoes a correction or an explanation.", "Add --name with your name.",
            DATA_OFFICER),
    Trouble("YJ-P-0012", "There is no measure of that id.", "The sheet Definitions of a return lists every measure.",
            DATA_OFFICER),
    Trouble("YJ-P-0014", "A workbook was not published, because some of its readers could not use it: it breaks an "
            "essential point of the accessibility checklist, or cannot be checked.",
            "Send the line, which names points and places, to the maintainers.", KEEPER),
    Trouble("YJ-P-0015", "Figures or tables were not made, because a file they rest on is red, or newer than they are.",
            "Mend what is red, then run the job quarterly_return for the quarter.", DATA_OFFICER),
)  # fmt: skip


def trouble(code: str) -> Trouble | None:
    """The trouble of that code; None for a code that is none."""
    return next((one for one in TROUBLES if one.code == code), None)


def troubles_part() -> str:
    """The codes of the program's own as a part of the error catalogue, in Markdown."""
    rows = ((one.code, one.message, one.fix, one.owner, "yes" if one.passes else "no") for one in TROUBLES)
    head = ("Code", "What is wrong", "What to do", "Who does it", "Tried again by itself")
    return "\n".join(["## The program and its surroundings", "", *table(head, rows)])
