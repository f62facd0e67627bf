"""Rows that keep every rule of their extract, to be spoilt one cell at a time.

Nothing here is a test: the tests put one wrong cell in a good row and look which rule turns red.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from schemas.codelists import code_list
from schemas.contract import validate
from schemas.extract import CheckContext, Column, ContractReport, Extract, Fault

CONTEXT = CheckContext("2014-15 Q3", date(2014, 10, 1), date(2014, 12, 31))
SHA = "a" * 64
FILE = "drop.csv"
Row = dict[str, object]

_DTYPES = {
    "id": "string",
    "text": "string",
    "code": "string",
    "date": "datetime64[us]",
    "integer": "Int64",
    "number": "Float64",
    "money": "Float64",
    "hours": "Float64",
    "yes_no": "boolean",
}
_BY_KIND: Mapping[str, object] = {
    "id": "K1",
    "text": "words",
    "date": "2014-06-02",
    "integer": 2,
    "number": 2.0,
    "money": 100.0,
    "hours": 2.0,
    "yes_no": False,
}
#: Cells that a rule over the whole row holds to each other, by column name; the rest is what its kind gives.
_CELLS: Mapping[str, object] = {
    "ypid": "Y1",
    "pnc_number": "03/0123456L",
    "date_of_birth": "1999-05-05",
    "sex": "Male",
    "ethnicity": "W1",
    "ethnicity_group": "White",
    "district_code": "E07000129",
    "home_authority": "LEIC",
    "extract_date": "2015-01-05",
    "offence_date": "2014-05-01",
    "age_at_arrest_or_offence": 15,
    "age_at_first_hearing": 15,
    "outcome_end_date": "2014-12-02",
    "legal_outcome": "REFERRAL_ORDER",
    "outcome_group": "First-tier",
    "is_substantive": True,
    "main_or_other": "MAIN",
    "appeal_status": "Not appealed",
    "end_date": "2014-06-04",
    "remand_type": "CONDITIONAL_BAIL",
    "bail_package": "none",
    "planned_end": "2014-12-02",
    "successfully_completed": True,
    "release_date": "2014-10-30",
    "cohort_start": "2011-10-01",
    "cohort_end": "2012-09-30",
    "window_start": "2013-10-01",
    "window_end": "2014-09-30",
    "n_cohort": 661,
    "n_reoffenders": 202,
    "n_reoffences": 588,
    "fte_count": 221,
    "population": 65_000,
    "rate_per_100k": 340.0,
    "custodial_sentences": 13,
    "rate_per_1000": 0.2,
    "measure_id": "REO-01",
    "follow_up_months": 12,
    "area_code": "E07000129",
    "mid_year": 2014,
    "age_from": 10,
    "age_to": 17,
    "country_code": "E92000001",
    "region_code": "E12000004",
    "old_la_code": "855",
    "years": "2014",
    "new_la_code": "E10000018",
    "fy": "2014-15",
    "fy_to": "2015-16",
    "period": 9,
    "quarter": "2014-15 Q3",
    "review_due": "2015-03-01",
    "posted_date": "2014-12-31",
    "scale": "1-3, 1 highest",
    "impact": 2,
    "likelihood": 2,
    "score": 4,
    "residual_impact": 2,
    "residual_likelihood": 2,
    "residual_score": 4,
    "reviewed_date": "2014-12-01",
    "due": "2015-03-31",
    "target": 100.0,
    "achieved": 100.0,
    "hours_offered": 25.0,
    "hours_attended": 20.0,
    "budget": 1000.0,
    "ltla_code": "E07000129",
    "utla_code": "E10000018",
    "la_number": "855",
    "month": "2018-10",
    "lsoa_code": "E01025631",
    "lsoa_name": "Blaby 002A",
    "crime_type": "Burglary",
    "offence_category": "46",
    "offence_sub_category": "0",
    "ho_code": "04600",
    "cjs_code": "TH68010",
    "offence_type": "CE Either Way",
    "offence_class": "F",
    "court_kind": "B",
    "court_name": "Leicester Magistrates' Court",
    "consent_contact": True,
    "victim_offered": True,
    "victim_engaged": True,
    "earlier_volunteer_id": "K9",
    "send_identified": True,
    "fte": 1.0,
    "cost_per_disposal": 50.0,
    "organisation": "Police",
    "aa_attended": True,
    **{f"neighbour_{rank}": str(900 + rank) for rank in range(1, 11)},
}


def good_row(extract: Extract) -> Row:
    """One row that breaks no rule of the extract."""
    return {column.name: _good_cell(extract, column) for column in extract.columns if column.keep}


def _good_cell(extract: Extract, column: Column) -> object:
    fixed = {"temporal_unit": "annual", "statistic": "binary", "geographic_level": "Local authority"}
    if extract.name == "moj_national_reoffending" and column.name == "value":
        return 35.0
    if column.name in fixed:
        return fixed[column.name]
    if column.field.code_list is not None:
        codes = code_list(column.field.code_list).codes
        return _CELLS[column.name] if _CELLS.get(column.name) in codes else next(iter(codes))
    return _CELLS.get(column.name, _BY_KIND[column.field.kind])


def typed(extract: Extract, rows: Sequence[Row]) -> pd.DataFrame:
    """Rows as the cleaning step hands them over: origin columns, then typed cells. The first data row is row 2."""
    origin = {
        "file_sha256": pd.array([SHA] * len(rows), dtype="string"),
        "file_name": pd.array([FILE] * len(rows), dtype="string"),
        "sheet": pd.array([""] * len(rows), dtype="string"),
        "row": pd.array(range(2, len(rows) + 2), dtype="Int64"),
    }
    cells = {column.name: _cells(column, rows) for column in extract.columns if column.keep}
    return pd.DataFrame(origin | cells)


def _cells(column: Column, rows: Sequence[Row]) -> pd.Series:
    values = [row[column.name] for row in rows]
    if column.field.kind == "date":
        return pd.Series(pd.to_datetime(pd.Series(values, dtype=object)).astype("datetime64[us]"))
    return pd.Series(values, dtype=_DTYPES[column.field.kind])


def letters(extract: Extract, without: str = "") -> dict[tuple[str, str], dict[str, str]]:
    """Column letters of a file that has every column but one."""
    names = [column.name for column in extract.columns if column.name != without]
    return {(SHA, ""): {name: chr(65 + number) for number, name in enumerate(names)}}


def judge(extract: Extract, rows: Sequence[Row], already: Sequence[Fault] = ()) -> ContractReport:
    """The contract's report on these rows."""
    return validate(typed(extract, rows), extract, CONTEXT, letters(extract), already)


def codes(report: ContractReport) -> list[str]:
    """Codes of a report's faults, in its order."""
    return [fault.code for fault in report.faults]
