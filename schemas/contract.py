"""Judging a typed frame under its extract's contract, stage by stage, so that one fault cannot hide another.

Columns -> types -> domain -> cross-field -> within file -> the file as a whole. Each stage is a pandera schema built
from the extract, with every check named by its rule's code. This module is the only caller of pandera's validate, and
of pandera's report it takes the code and the position only: its texts quote cells.

A cell found faulty is empty for the stages after it, so that no second rule trips over it. A row is set aside by the
first stopping rule it breaks; later rules are still judged on its sound cells, but only rows that go on compete for a
key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from schemas import not_run
from schemas.belonging import strangers
from schemas.extract import CheckContext, ContractReport, Extract, Fault, Letters, NotRun, Rule, Stage
from schemas.fault_lines import Sheetwork, in_order, places, row_faults, whole_fault
from schemas.file_rules import OTHER_QUARTER, TOO_MANY_STOPPED
from schemas.implied import copy_code, implied_rules, key_code
from schemas.masking import shape_of
from schemas.rules import rule as rule_of

if TYPE_CHECKING:
    from pandera.pandas import DataFrameSchema

#: Fewer stopped rows than this never stop a file: a share of a handful of rows says nothing.
FEWEST_STOPPED = 3
#: Severities that are about rows: a fault of a whole column that has one of these is about each row of it.
_OF_ROWS = frozenset({"stop-row", "query"})
_KINDS: Mapping[str, Callable[[Any], bool]] = {
    "date": pd.api.types.is_datetime64_any_dtype,
    "integer": pd.api.types.is_integer_dtype,
    "number": pd.api.types.is_float_dtype,
    "money": pd.api.types.is_float_dtype,
    "hours": pd.api.types.is_float_dtype,
    "yes_no": pd.api.types.is_bool_dtype,
    "id": pd.api.types.is_string_dtype,
    "text": pd.api.types.is_string_dtype,
    "code": pd.api.types.is_string_dtype,
}


@dataclass
class _Judging:
    """A frame while it is judged: its sound cells, who stops which row, the faults so far, the rules left unjudged."""

    work: Sheetwork
    context: CheckContext
    sound: pd.DataFrame
    stopped_by: pd.Series
    faults: list[Fault] = field(default_factory=list)
    not_run: list[NotRun] = field(default_factory=list)
    raised: dict[str, str] = field(default_factory=dict)
    told: set[tuple[int, str]] = field(default_factory=set)

    @property
    def extract(self) -> Extract:
        """The contract the frame is judged under."""
        return self.work.extract

    def going_on(self) -> pd.DataFrame:
        """Sound cells of the rows that nothing has stopped."""
        on = self.stopped_by.isna()
        return self.sound if on.all() else self.sound[on]

    def stop(self, positions: Sequence[int], code: str) -> None:
        """Set rows aside, unless something did before."""
        chosen = self.stopped_by.loc[list(positions)]
        self.stopped_by.loc[chosen.index[chosen.isna()]] = code

    def note(self, rule: Rule, positions: Sequence[int]) -> None:
        """Add one fault a row, and set the rows aside where the rule says so."""
        self.faults.extend(row_faults(self.work, rule, positions))
        if rule.severity == "stop-row" or rule.code == copy_code(self.extract):
            self.stop(positions, rule.code)


def validate(
    typed: pd.DataFrame,
    extract: Extract,
    context: CheckContext,
    letters: Letters,
    already: Sequence[Fault] = (),
    raw: pd.DataFrame | None = None,
    mask: Callable[[object], str] = shape_of,
) -> ContractReport:
    """Judge a typed frame: which rows go on, which are set aside, and every fault found.

    Args:
        typed: the cleaned rows, one row per data row: origin columns, then the extract's kept columns, typed.
        extract: the contract.
        context: the data quarter.
        letters: column letters as Excel shows them, by file and sheet.
        already: faults of receiving and cleaning; their cells are not judged again.
        raw: the rows as text, for the masked cell of a fault line.
        mask: makes a cell into its shape.

    Returns:
        Rows kept, one row per key, with faulty optional cells empty; rows stopped, with `stopped_by`; the faults.

    Raises:
        TypeError: the frame is not typed as the extract says (a fault of ours, not of the data).
    """
    frame = typed.reset_index(drop=True)
    _require_types(frame, extract)
    nobody = pd.Series(pd.NA, index=frame.index, dtype="string")
    judging = _Judging(Sheetwork(frame, extract, letters, raw, mask), context, frame.copy(), nobody)
    _judge(judging, already)
    return _report(judging, frame)


def _judge(judging: _Judging, already: Sequence[Fault]) -> None:
    """All stages in their order."""
    absent = _judge_columns(judging)
    _take_over(judging, already)
    _judge_cells(judging, absent)
    _judge_rows(judging, judging.sound, _declared(judging.extract, "cross-field"))
    # Without its key every row looks like a copy of another: that the column is missing says it all.
    if absent.isdisjoint(judging.extract.key):
        _judge_kinds(judging)
    else:
        kinds = [rule for rules in _kinds(judging.extract) for rule in rules]
        judging.not_run.extend(not_run.without_key(kinds, sorted(absent & set(judging.extract.key))))
    _judge_file(judging)
    _tell_raised(judging)


def _require_types(frame: pd.DataFrame, extract: Extract) -> None:
    kept = [column for column in extract.columns if column.keep]
    wrong = [c.name for c in kept if c.name not in frame or not _KINDS[c.field.kind](frame[c.name].dtype)]
    if wrong:
        raise TypeError(f"{extract.core_table} is not typed as its contract says in: {', '.join(wrong)}")


def _judge_columns(judging: _Judging) -> frozenset[str]:
    """Faults of columns that a file does not have; their names."""
    rules = [rule for rule in implied_rules(judging.extract) if rule.stage == "columns"]
    missing = [
        (rule, sha, sheet)
        for (sha, sheet), found in sorted(judging.work.letters.items())
        for rule in rules
        if rule.columns[0] not in found
    ]
    judging.faults.extend(whole_fault(judging.work, rule, sha, sheet) for rule, sha, sheet in missing)
    return frozenset(rule.columns[0] for rule, _, _ in missing)


def _take_over(judging: _Judging, already: Sequence[Fault]) -> None:
    """Take in faults found before, and the cells (position, column) they have told of."""
    judging.faults.extend(already)
    columns = [fault for fault in already if fault.row is None and fault.column and fault.severity in _OF_ROWS]
    judging.told |= _told_in_rows(judging, already).union(*(_told_of_column(judging, fault) for fault in columns))


def _told_of_column(judging: _Judging, fault: Fault) -> set[tuple[int, str]]:
    """The cells of a sheet's column that one fault has told of as a whole: those it left empty."""
    of_sheet = judging.sound["file_sha256"].eq(fault.file_sha256) & judging.sound["sheet"].fillna("").eq(fault.sheet)
    empty = judging.sound.index[of_sheet & judging.sound[fault.column].isna()]
    if fault.severity == "stop-row":
        judging.stop(list(empty), fault.code)
    return {(int(position), fault.column) for position in empty}


def _told_in_rows(judging: _Judging, already: Sequence[Fault]) -> set[tuple[int, str]]:
    """The cells that faults of single rows have told of; their rows set aside where the fault says so."""
    rows = [fault for fault in already if fault.row is not None]
    near = judging.sound[judging.sound["row"].isin({fault.row for fault in rows})]
    positions = dict(zip(places(near), near.index, strict=True))
    told: set[tuple[int, str]] = set()
    stopping: dict[int, str] = {}
    for fault in rows:
        position = positions.get((fault.file_sha256, fault.sheet, int(fault.row or 0)))
        if position is not None:
            told.add((position, fault.column))
            if fault.severity == "stop-row":
                stopping.setdefault(position, fault.code)
    judging.stopped_by.loc[list(stopping)] = list(stopping.values())
    return told


def _judge_cells(judging: _Judging, absent: frozenset[str]) -> None:
    """Cells that may not be empty, then cells outside their list, range or pattern.

    Empty cells already told of, or of columns that are not there at all, are not told of again. A cell outside its
    domain is empty for the later stages.
    """
    filled = [
        r for r in implied_rules(judging.extract) if r.stage == "types" and r.holds and r.columns[0] not in absent
    ]
    domain = [rule for rule in implied_rules(judging.extract) if rule.stage == "domain"]
    broken = list(_broken(judging, judging.sound, (*filled, *domain)))
    for rule, positions in broken:
        fresh = [p for p in positions if rule.stage == "domain" or (p, rule.columns[0]) not in judging.told]
        judging.note(rule, fresh)
    for rule, positions in broken:
        judging.told.update((position, rule.columns[0]) for position in positions)
        if rule.stage == "domain":
            judging.sound.loc[positions, rule.columns[0]] = pd.NA


def _judge_kinds(judging: _Judging) -> None:
    """Copies, then keys, then the declared rules within the file, each among the rows that the ones before let go on.

    All are asked at once; only where one sets rows aside must those after it be asked again.
    """
    stages = _kinds(judging.extract)
    everything = [rule for rules in stages for rule in rules]
    if any(True for _ in _broken(judging, judging.going_on(), everything)):
        for rules in stages:
            _judge_rows(judging, judging.going_on(), rules)


def _kinds(extract: Extract) -> list[tuple[Rule, ...]]:
    """Rules that compare rows, in the order in which they set rows aside."""
    codes = (copy_code(extract), key_code(extract)) if extract.key else ()
    return [*((rule_of(code),) for code in codes), _declared(extract, "within-file")]


def _declared(extract: Extract, stage: Stage) -> tuple[Rule, ...]:
    return tuple(rule for rule in extract.rules if rule.stage == stage)


def _judge_rows(judging: _Judging, frame: pd.DataFrame, rules: Sequence[Rule]) -> None:
    """Rules over whole rows; what follows from a missing column or from a cell found faulty was told with that."""
    for rule, positions in list(_broken(judging, frame, rules)):
        fresh = [p for p in positions if not any((p, column) in judging.told for column in rule.columns)]
        judging.note(rule, _with_columns(judging, rule, fresh))


def _with_columns(judging: _Judging, rule: Rule, positions: list[int]) -> list[int]:
    """The positions that lie in sheets with every required column of the rule."""
    needed = {column.name for column in judging.extract.columns if column.required and column.name in rule.columns}
    lacking = [place for place, found in judging.work.letters.items() if not found.keys() >= needed]
    if not lacking:
        return positions
    rows = judging.sound.loc[positions]
    places = zip(rows["file_sha256"], rows["sheet"].fillna(""), strict=True)
    return [position for position, place in zip(positions, places, strict=True) if place not in lacking]


def _judge_file(judging: _Judging) -> None:
    """Faults of files as a whole: of another quarter, or too much of it set aside."""
    label = judging.context.quarter_label
    for sha, column in strangers(judging.sound, judging.extract, judging.context):
        rule = replace(rule_of(OTHER_QUARTER), columns=(column,))
        judging.faults.append(whole_fault(judging.work, rule, sha, quarter_label=label))
    stopped = int((judging.stopped_by.notna() & judging.stopped_by.ne(copy_code(judging.extract))).sum())
    if _too_many(stopped, len(judging.sound), judging.extract.max_stopped_share):
        files = judging.sound["file_sha256"].unique()
        judging.faults.extend(whole_fault(judging.work, rule_of(TOO_MANY_STOPPED), str(sha)) for sha in files)


def _tell_raised(judging: _Judging) -> None:
    """One line for each rule that raised: it takes no other rule down, and nobody may think that it found nothing."""
    files = sorted({sha for sha, _ in judging.work.letters})
    for code in sorted(judging.raised):
        line = whole_fault(judging.work, rule_of(not_run.RAISED), files[0] if len(files) == 1 else "")
        judging.faults.append(replace(line, message=f"{line.message} Rule: {code}."))


def _too_many(stopped: int, rows: int, share: float) -> bool:
    if share == 1 or not rows:
        return False
    return stopped == rows or (stopped >= FEWEST_STOPPED and stopped / rows > share)


def _report(judging: _Judging, frame: pd.DataFrame) -> ContractReport:
    on = judging.stopped_by.isna()
    stopped = frame[~on].assign(stopped_by=judging.stopped_by[~on])
    faults = in_order(judging.faults, judging.extract)
    return ContractReport(
        kept=judging.sound[on].reset_index(drop=True),
        stopped=stopped.reset_index(drop=True),
        faults=faults,
        stops_file=any(fault.severity == "stop-file" for fault in faults),
        not_run=_unjudged(judging, faults),
    )


def _unjudged(judging: _Judging, faults: Sequence[Fault]) -> tuple[NotRun, ...]:
    """Rules that raised, that had no key to go by, or that read a column no sheet has."""
    absent = not_run.absent_columns(judging.extract, judging.work.letters)
    lacking = not_run.without_columns(judging.extract, absent, {fault.code for fault in faults})
    return not_run.once([*not_run.raised(judging.raised), *judging.not_run, *lacking])


def _broken(judging: _Judging, frame: pd.DataFrame, rules: Sequence[Rule]) -> Iterator[tuple[Rule, list[int]]]:
    """Rules broken and the positions that break them.

    Every check hangs on the row number, so that pandera's report holds one line a fault and no cell of a record.
    """
    if frame.empty or not rules:
        return
    import pandera.pandas as pa  # noqa: PLC0415 - half a second that only a judged frame should cost

    checks = [pa.Check(_ask(judging, rule, frame), error=rule.code, ignore_na=False) for rule in rules]
    cases = _failures(pa.DataFrameSchema({"row": pa.Column(checks=checks, nullable=True)}), frame[["row"]])
    found = {str(code): positions for code, positions in cases.groupby("check")["index"]}
    for rule in rules:
        if rule.code in found:
            yield rule, sorted(int(position) for position in found[rule.code])


def _ask(judging: _Judging, rule: Rule, frame: pd.DataFrame) -> Callable[[pd.Series], pd.Series]:
    """A rule as a question pandera can put to the row numbers; of one that raises, only the kind of error is kept."""

    def _question(rows: pd.Series) -> pd.Series:
        try:
            return _answer(rule, frame, judging.context)
        except Exception as error:  # noqa: BLE001 - no rule may take the others down, and its text may quote a cell
            judging.raised[rule.code] = type(error).__name__
            return pd.Series(True, index=rows.index)

    return _question


def _answer(rule: Rule, frame: pd.DataFrame, context: CheckContext) -> pd.Series:
    """What a rule says of each row.

    Raises:
        TypeError: it is no rule of a frame, or has no answer for every row.
    """
    if rule.holds is None:
        raise TypeError(f"{rule.code} is judged outside a frame")
    answer = rule.holds(frame, context)
    if not (answer.dtype == bool and answer.index.equals(frame.index)):
        raise TypeError(f"{rule.code} does not answer yes or no for every row")
    return answer


def _failures(schema: DataFrameSchema, frame: pd.DataFrame) -> pd.DataFrame:
    """Column, check and position of every failure; nothing else of pandera's report."""
    from pandera.errors import SchemaErrors  # noqa: PLC0415 - as above

    try:
        schema.validate(frame, lazy=True, inplace=True)
    except SchemaErrors as errors:
        cases: pd.DataFrame = errors.failure_cases[["column", "check", "index"]]
    else:
        return pd.DataFrame({"column": [], "check": [], "index": []})
    if cases["index"].isna().any():
        raise RuntimeError("a rule could not be judged; run the contract tests")
    return cases
