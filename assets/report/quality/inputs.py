"""What the data-quality pages are made of: counts of this and earlier quarters, rows left out, rules not run.

What belongs here: the shapes, and fetching them from lake and register. What is said with them is in
`assets.report.quality.first_page` and the modules beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from assets.core.measured import NAMED
from pipelines.platform.quarters import Quarter
from pipelines.platform.workplace import Workplace
from schemas.extract import Extract
from schemas.implied import copy_code
from schemas.rules import rule

#: Quarters of the trend, this one included.
TREND_QUARTERS = 8
COUNTS = ("quarter_slug", "extract", "column", "side", "good", "total")
LEFT_OUT = ("table", "code", "measures", "rows")
NOT_RUN = ("step", "why", "rules", "codes")
EXPLANATIONS = ("code", "table", "text", "given_by", "until", "faults")


def _empty(columns: Sequence[str]) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(dtype="object") for name in columns})


@dataclass(frozen=True)
class QualityInputs:
    """What the data-quality pages may read.

    Attributes:
        counts: one row per quarter, extract, column and side, of up to eight quarters: `COUNTS`.
        left_out: one row per table and rule that set rows aside, with the measures they might be in: `LEFT_OUT`.
        not_run: one row per table and reason why rules were not judged: `NOT_RUN`.
        explanations: one row per explanation that stands: `EXPLANATIONS`.
        corrected: cells that were read as officers corrected them.
    """

    counts: pd.DataFrame = field(default_factory=lambda: _empty(COUNTS))
    left_out: pd.DataFrame = field(default_factory=lambda: _empty(LEFT_OUT))
    not_run: pd.DataFrame = field(default_factory=lambda: _empty(NOT_RUN))
    explanations: pd.DataFrame = field(default_factory=lambda: _empty(EXPLANATIONS))
    corrected: int = 0


def collect_quality(
    place: Workplace, quarter: Quarter, extracts: Sequence[Extract], faults: pd.DataFrame
) -> QualityInputs:
    """The quality inputs of a quarter's return.

    Args:
        place: the service's workplace.
        quarter: the data quarter.
        extracts: every extract.
        faults: every fault of the quarter, as the register gives them.
    """
    slugs = [quarter.shift(-back).slug for back in range(TREND_QUARTERS)]
    return QualityInputs(
        counts=place.register.quality.counts(slugs),
        left_out=left_out(_stopped(place, quarter, extracts), faults, {one.name: one.measures for one in extracts}),
        not_run=_not_run(place.register.quality.not_run(quarter.slug)),
        explanations=_explanations(place, quarter, faults),
        corrected=len(place.register.mending.corrections(quarter.slug)),
    )


def _stopped(place: Workplace, quarter: Quarter, extracts: Sequence[Extract]) -> pd.DataFrame:
    """One row per row set aside by its own extract's rules: table, code. Copies and totals are no loss."""
    frames = [_empty(("table", "code"))]
    for extract in extracts:
        stopped = place.lake.read(f"stopped_{extract.name}", quarter)
        # Of an extract that was not received there is no reason either.
        if "stopped_by" in stopped:
            codes = stopped["stopped_by"].astype("str")
            lost = codes[codes.ne(copy_code(extract)) & ~codes.str.startswith("YJ-S-")]
            frames.append(pd.DataFrame({"table": extract.name, "code": lost}))
    return pd.concat(frames, ignore_index=True)


def left_out(stopped: pd.DataFrame, faults: pd.DataFrame, read_by: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Rows left out by table and rule, each row once under the rule that set it aside first.

    Args:
        stopped: one row per row set aside by the rules of its own extract: table, code.
        faults: every fault of the quarter; those across files that stop rows set aside the rest.
        read_by: measures that read each extract.
    """
    late = faults[faults["code"].str.startswith("YJ-R-") & faults["severity"].eq("stop-row")]
    rows = late.drop_duplicates(["table", "file_sha256", "sheet", "row"])[["table", "code"]]
    both = pd.concat([stopped[["table", "code"]].astype("str"), rows.astype("str")])
    counted = both.groupby(["table", "code"]).size().rename("rows").reset_index()
    pairs = zip(counted["table"], counted["code"], strict=True)
    measures = [", ".join(rule(code).measures or read_by.get(table, ())) for table, code in pairs]
    return counted.assign(measures=measures)[list(LEFT_OUT)]


def _not_run(rules: pd.DataFrame) -> pd.DataFrame:
    """One row per table and reason, with how many rules and the first few of them."""
    grouped = rules.groupby(["step", "why"], sort=True)["code"]
    lines = [
        (step, why, len(codes), ", ".join(codes[:NAMED]) + (f" and {len(codes) - NAMED} more" * (len(codes) > NAMED)))
        for (step, why), found in grouped
        if (codes := sorted(str(code) for code in found))
    ]
    return pd.DataFrame(lines, columns=list(NOT_RUN))


def _explanations(place: Workplace, quarter: Quarter, faults: pd.DataFrame) -> pd.DataFrame:
    """One row per explanation that stands at the quarter's end for a query that is still there."""
    held = faults[faults["explained"].fillna("").ne("")]
    counts = held.groupby(["code", "table", "fact"]).size()
    lines: dict[tuple[object, ...], int] = {}
    for one in place.register.mending.explanations(quarter.slug):
        found = int(counts.get((one.code, one.extract, one.fact), 0))
        if found and (one.until is None or one.until >= quarter.end):
            key = (one.code, one.extract, one.explanation, one.given_by, one.until)
            lines[key] = lines.get(key, 0) + found
    return pd.DataFrame([(*key, found) for key, found in lines.items()], columns=list(EXPLANATIONS))
