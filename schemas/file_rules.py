"""The rules that are not of one extract: of files as such (F), of safe repairs (S), of rows across files (R).

F rules are judged while receiving and in `schemas.contract`, S rules while cleaning, R rules by
`sql/core/core_cross_file_faults.sql`. In `expected` and `fix`, {title} and {quarter} stand for the extract and the
quarter a fault is about.
"""

from __future__ import annotations

from schemas.extract import Rule, Severity
from schemas.measures_read import MEASURES_READ
from schemas.mending import CASE_SYSTEM, CASE_SYSTEM_OR_EXPLAIN, EXPORT

#: Said only where some extract is near.
NEAREST = "; the nearest is {title}"
OTHER_QUARTER = "YJ-F-0005"
TWO_AT_ONCE = "YJ-F-0007"
TOO_MANY_STOPPED = "YJ-F-0010"
NEWER_FILE = "YJ-F-0013"
FOLDER = "YJ-F-0015"
NO_FILE = "YJ-F-0022"
PUT_BACK = "YJ-F-0043"

_FTE = ("FTE-01", "FTE-02", "FTE-03", "FTE-04", "FTE-05")


def _file(number: int, severity: Severity, message: str, expected: str, fix: str) -> Rule:
    return Rule(f"YJ-F-{number:04d}", severity, "file", (), message, expected, fix)


FILE_RULES: tuple[Rule, ...] = (
    _file(
        1,
        "stop-file",
        "The file's headers are those of no extract.",
        f"the headers of one extract{NEAREST}",
        "Put the missing headers in, or use a template (board-returns templates), then send the file again.",
    ),
    _file(
        2,
        "stop-file",
        "The file is empty.",
        "a row of headers; rows below it may be none, since no cases is a figure too",
        "Export the file again; if there were truly no cases, send it with its headers alone.",
    ),
    _file(
        3,
        "stop-file",
        "The file is cut short or cannot be read.",
        "a whole file that opens in Excel or a text editor",
        "Export or copy the file again, check that it opens, then send it again.",
    ),
    _file(
        4,
        "stop-file",
        "The file is not of a kind that can be read.",
        "a csv, xlsx, xls or ods file (or Parquet)",
        "Save it as csv or xlsx, then send it again.",
    ),
    _file(
        5,
        "stop-file",
        "The file belongs to another quarter.",
        "{title} for {quarter}: extracted on or after the last day of the quarter and within six months of it "
        "(a ledger: with the accounting period that ends the quarter)",
        "Take the extract for the right quarter, or put the file in the folder of the quarter it belongs to.",
    ),
    _file(
        6,
        "notice",
        "The same content was sent before under another name, or twice; it is counted once.",
        "each file once",
        "Nothing needs doing.",
    ),
    _file(
        7,
        "stop-file",
        "Two different files of one extract lie in the folder at once, and which is right cannot be told.",
        "one file of {title} for {quarter}",
        "Take the wrong one out of the folder, then run again.",
    ),
    _file(
        8,
        "stop-file",
        "A required column is missing from the file.",
        "every required column of {title}",
        "See the line of the column (its code begins YJ-C), mend the header or the export, then send the file again.",
    ),
    _file(
        9,
        "stop-file",
        "No file of this extract has been received.",
        "a file of {title} for {quarter}; with its headers alone if there were no cases",
        "Put the file in the quarter's folder, then run again.",
    ),
    _file(
        10,
        "stop-file",
        "So many rows were set aside that the rest would mislead; the whole file is stopped.",
        "few rows with a stopping fault",
        "Mend what the lines of single rows say, the most frequent first, then send the file again.",
    ),
    _file(
        11,
        "stop-file",
        "The file is too large, or built in a way that could harm the machine that reads it.",
        "a plain export within the size limit",
        "Save the data alone as csv, then send it again.",
    ),
    _file(
        12,
        "stop-file",
        "The file is protected by a password.",
        "a file that opens without a password",
        "Save it without a password into the protected folder, then send it again.",
    ),
    _file(
        13,
        "notice",
        "A newer file of the same extract and quarter takes the place of an earlier one.",
        "one file of {title} for {quarter}, or a corrected one after it",
        "Nothing needs doing; the earlier file is kept and listed.",
    ),
    _file(
        14,
        "notice",
        "A column is not one of the extract's, and is left out.",
        "the columns of {title}; others do no harm",
        "Nothing needs doing, unless the header is a misspelt one: then correct it and send the file again.",
    ),
    _file(
        15,
        "notice",
        "A folder lies inside the quarter's folder; what is in it was not received.",
        "files in the quarter's folder itself",
        "Move its files up into the quarter's folder if they are wanted, then run again; else nothing needs doing.",
    ),
    _file(
        16,
        "stop-file",
        "The workbook holds macros (program code), which are never received.",
        "a workbook without macros",
        "In Excel choose Save As, Excel Workbook (.xlsx), answer that macros may be left out, then send that file.",
    ),
    _file(
        17,
        "stop-file",
        "The workbook takes values from other files, which cannot be seen here.",
        "a workbook that stands alone",
        "In Excel choose Data, Edit Links, Break Link (or save the data alone as csv), then send it again.",
    ),
    _file(
        18,
        "stop-file",
        "Something is written far away from the table, or the sheets are larger than any extract.",
        "tables of at most 200,000 rows, 512 columns and four million cells in all",
        "Look for the last cell (Ctrl+End), delete the stray rows and columns beyond the table, save, send it again; "
        "send a table that is truly larger as csv.",
    ),
    _file(
        19,
        "stop-file",
        "The workbook is of Excel's binary format (xlsb), which is not read.",
        "a csv, xlsx, xls or ods file (or Parquet)",
        "In Excel choose Save As, Excel Workbook (.xlsx), then send that file.",
    ),
    _file(
        20,
        "stop-file",
        "The file is a packed one (zip, gzip, 7z, rar); what is inside was not received.",
        "the files themselves",
        "Unpack it, put the files inside into the quarter's folder, then run again.",
    ),
    _file(
        21,
        "stop-file",
        "The file is a web page or an XML text, whatever its name says.",
        "a csv, xlsx, xls or ods file (or Parquet)",
        "Open it in Excel, choose Save As, Excel Workbook (.xlsx), then send that file.",
    ),
    _file(
        22,
        "notice",
        "This is not a file with content of its own but a link, a pipe or a device; it was not opened.",
        "the file itself, copied into the quarter's folder",
        "Copy the file itself into the quarter's folder, then run again.",
    ),
    _file(
        40,
        "query",
        "A rule could not be judged on this file: what it looks for may be there unseen.",
        "every rule judged",
        "Tell whoever looks after Board Returns this line; the other rules were judged, and the figures were made.",
    ),
    _file(
        41,
        "notice",
        "Sheets of the workbook hold no extract, and were left out.",
        "nothing: contents, notes and other tables do no harm",
        "Nothing needs doing, unless one of them should have been read: then look at its headers.",
    ),
    _file(
        42,
        "query",
        "A total that the finance sheet states is not the sum of its parts; the return adds up the parts (T-17, T-34).",
        "a total equal to the rows it sums, within a pound",
        "See on the page Finance what is stated and what the parts come to; correct the row that is wrong in the "
        "finance sheet, then send it again.",
    ),
    _file(
        43,
        "notice",
        "An earlier file was put back, and a newer one of the same extract is no longer in the folder: the earlier "
        "one counts again.",
        "the newest file of an extract in the folder, or none",
        "Nothing needs doing if that was meant; else put the newer file into the folder again.",
    ),
)


def _repair(number: int, message: str, expected: str) -> Rule:
    fix = "Nothing needs doing; mend the source if it happens often."
    return Rule(f"YJ-S-{number:04d}", "notice", "types", (), message, expected, fix)


#: The closed list of safe repairs: what is not here is never repaired, and none of these can have two meanings. Each
#: is counted, one line a column and sheet. Which spellings each of them covers is in `assets.core` (`cells`, `dates`,
#: `hours`, `tidying`); a day always stands before its month, and "2.30" hours is two hours and three tenths.
REPAIR_RULES: tuple[Rule, ...] = (
    _repair(1, "A date stood as Excel's serial number and was read as that date.", "a date written as a date"),
    _repair(2, "The date 1900-01-01 stands for none in the case system and was read as none.", "an empty cell"),
    _repair(3, "A code was spelt in another way and was read as the code it stands for.", "the code as in its list"),
    _repair(4, "A row of totals below the data was left out.", "data rows alone"),
    _repair(5, "Empty rows were left out.", "data rows alone"),
    _repair(6, "A mark for not available (x, -, .., n/a) was read as an empty cell.", "an empty cell"),
    _repair(7, "A year of two figures was read as 2000 to 2049, or as 1950 to 1999.", "a year of four figures"),
    _repair(8, "Rows above the headers or notes below the data were left out.", "headers in the first row"),
    _repair(9, "An amount in brackets, or with a pound sign, was read as an amount.", "an amount as plain figures"),
    _repair(10, "A whole number stood with decimals of nought and was read as whole.", "a whole number"),
    _repair(11, "Spaces or characters that do not show were taken off a cell.", "the value alone"),
    _repair(12, "Hours stood as hours and minutes and were read as hours.", "hours with decimals, as 2.5"),
    _repair(
        13,
        "A code stood in other capitals, or with other spaces, hyphens or underscores.",
        "the code as in its list",
    ),
    _repair(14, "A date stood in a less usual form that has one meaning only.", "a date as 31/12/2014 or 2014-12-31"),
    _repair(15, 'Excel\'s marks for text (an apostrophe before, ="" around) were taken off.', "the value alone"),
    _repair(16, "A figure stood with its unit (12 days, 35%) and was read without it.", "the figure alone"),
    _repair(17, "Dashes, letters or figures of another typeface were read as plain ones.", "plain characters"),
    _repair(18, "A text begins like a formula; it was kept as text, and nothing in it is calculated.", "plain words"),
)


def _across(
    number: int, severity: Severity, column: str, words: tuple[str, str], fix: str, measures: tuple[str, ...]
) -> Rule:
    message, expected = words
    return Rule(f"YJ-R-{number:04d}", severity, "across-files", (column,), message, expected, fix, measures=measures)


def _stray(number: int, what: str, extract: str) -> Rule:
    words = (
        f"The young person of this {what} is not in the persons extract, or was set aside there.",
        "a row in persons with the same ypid",
    )
    fix = f"{EXPORT} Take both extracts on the same day, with the same choice of cases."
    return _across(number, "stop-row", "ypid", words, fix, MEASURES_READ.get(extract, ()))


ACROSS_RULES: tuple[Rule, ...] = (
    _stray(1, "offence", "offences"),
    _across(
        2,
        "stop-row",
        "offence_id",
        (
            "The offence of this outcome is not in the offences extract, or was set aside there.",
            "a row in offences with the same offence_id",
        ),
        f"{EXPORT} Take both extracts on the same day, with the same choice of cases.",
        MEASURES_READ["outcomes"],
    ),
    _across(
        3,
        "stop-row",
        "outcome_date",
        ("The outcome is dated before its offence.", "an outcome on or after the day of the offence"),
        CASE_SYSTEM,
        MEASURES_READ["outcomes"],
    ),
    _stray(4, "order or programme", "interventions"),
    _stray(5, "education, training or employment record", "ete_status"),
    _stray(6, "accommodation record", "accommodation"),
    _stray(7, "remand episode", "remand_episodes"),
    _stray(8, "hearing", "hearings"),
    _across(
        9,
        "query",
        "age_at_arrest_or_offence",
        ("The recorded age is not the age that the dates give.", "the age on the day of arrest or offence"),
        CASE_SYSTEM_OR_EXPLAIN,
        _FTE,
    ),
    _across(
        10,
        "stop-row",
        "offence_date",
        ("By the dates the young person was under 10 or over 17 at the offence.", "an age from 10 to 17"),
        CASE_SYSTEM,
        MEASURES_READ["offences"],
    ),
)
