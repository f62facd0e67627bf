"""A second, plain count of the made-up world's own rows, sharing no code with the generator or the pipeline.

Rules: measures.md B1, B2a, B3, B4.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

Row = dict[str, str]
COURT = {"First-tier", "Community", "Custody"}
RELEVANT = {
    "FINAL_WARNING_WITH_INTERVENTION", "YOUTH_CONDITIONAL_CAUTION", "REFERRAL_ORDER", "REPARATION_ORDER", "CRO", "CPRO",
    "ACTION_PLAN_ORDER", "SUPERVISION_ORDER", "YOUTH_REHABILITATION_ORDER", "DETENTION_AND_TRAINING_ORDER",
}  # fmt: skip


def day(text: str) -> date:
    """The date in a cell."""
    return date.fromisoformat(text)


def later(start: date, months: int) -> date:
    """The same day so many months on; the last of the month where there is no such day."""
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    for last in range(start.day, 27, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    return date(year, month, start.day)


class Recount:
    """The world's tables, counted by loops."""

    def __init__(self, tables: dict[str, list[Row]]) -> None:
        self.tables = tables
        self.people = {row["ypid"]: row for row in tables["persons"] if row["deleted"] == "No"}
        self.offences = {row["offence_id"]: row for row in tables["offences"]}
        self.outcomes = [row for row in tables["outcomes"] if self._counts(row)]

    def _counts(self, outcome: Row) -> bool:
        offence = self.offences[outcome["offence_id"]]
        heard = offence["age_at_first_hearing"] or offence["age_at_arrest_or_offence"]
        return (
            outcome["outcome_group"] != "Diversion"
            and outcome["appeal_status"] not in {"Changed on appeal", "Result of appeal successful"}
            and offence["ypid"] in self.people
            and 10 <= int(offence["age_at_arrest_or_offence"]) <= 17
            and int(heard) <= 17
        )

    def child_of(self, outcome: Row) -> str:
        """The young person an outcome is of."""
        return self.offences[outcome["offence_id"]]["ypid"]

    def entrants(self, first: date, last: date) -> int:
        """First-time entrants living here: earliest of all records of a child, residence looked at last."""
        earliest: dict[str, Row] = {}
        for outcome in sorted(self.outcomes, key=lambda row: row["outcome_date"]):
            ypid = self.child_of(outcome)
            origin = self.people[ypid]["originating_yot_person_id"]
            who = ypid if origin in {"", "N/A"} else origin
            earliest.setdefault(who, outcome)
        return sum(
            1
            for outcome in earliest.values()
            if first <= day(outcome["outcome_date"]) <= last and outcome["residence_on_outcome"] == "LOCAL"
        )

    def court(self, first: date, last: date) -> tuple[int, int]:
        """Custodial and all sentencing occasions of children living here: one child, one day."""
        occasions: dict[tuple[str, str], set[str]] = defaultdict(set)
        for outcome in self.outcomes:
            here = outcome["residence_on_outcome"] == "LOCAL" and outcome["outcome_group"] in COURT
            if here and first <= day(outcome["outcome_date"]) <= last:
                occasions[self.child_of(outcome), outcome["outcome_date"]].add(outcome["outcome_group"])
        return sum("Custody" in groups for groups in occasions.values()), len(occasions)

    def remands(self, first: date, last: date) -> tuple[int, int]:
        """Secure and all remand decisions other than unconditional bail."""
        decided = [
            row
            for row in self.tables["remand_episodes"]
            if first <= day(row["start_date"]) <= last and row["remand_type"] != "UNCONDITIONAL_BAIL"
        ]
        return sum(row["secure"] == "Yes" for row in decided), len(decided)

    def orders(self, first: date, last: date) -> tuple[int, int, int]:
        """Relevant orders ended: in suitable full-time education, in suitable accommodation, all."""
        ended = [
            row
            for row in self.tables["interventions"]
            if row["end_date"]
            and first <= day(row["end_date"]) <= last
            and row["disposal_type"] in RELEVANT
            and row["residence_on_end"] == "LOCAL"
            and row["end_reason"] != "transferred"
        ]
        return sum(map(self._educated, ended)), sum(map(self._housed, ended)), len(ended)

    def _open(self, table: str, order: Row) -> list[Row]:
        end = order["end_date"]
        return [
            row
            for row in self.tables[table]
            if row["ypid"] == order["ypid"]
            and row["start_date"] <= end
            and (not row["end_date"] or row["end_date"] >= end)
        ]

    def _educated(self, order: Row) -> bool:
        columns = ("provision", "suitability", "start_date", "end_date", "hours_offered", "hours_attended")
        provisions = {tuple(row[name] for name in columns) for row in self._open("ete_status", order)}
        hours = sum(float(attended or offered or 0) for *_, offered, attended in provisions)
        born = day(self.people[order["ypid"]]["date_of_birth"])
        leaves = date(born.year + (17 if born.month >= 9 else 16), 6, 30)
        enough = 25 if day(order["end_date"]) <= leaves else 16
        return bool(provisions) and all(row[1] == "SUITABLE" for row in provisions) and hours >= enough

    def _housed(self, order: Row) -> bool:
        homes = self._open("accommodation", order)
        return bool(homes) and all(row["suitability"] == "SUITABLE" for row in homes)

    def cohort(self, year: int) -> dict[str, date]:
        """Index date by child of the January to March cohort of a year."""
        first, last = date(year, 1, 1), date(year, 3, 31)
        events = [
            (day(row["outcome_date"]), self.child_of(row))
            for row in self.outcomes
            if row["residence_on_outcome"] == "LOCAL" and row["outcome_group"] != "Custody"
        ]
        events += [
            (day(row["start_date"]), row["ypid"])
            for row in self.tables["interventions"]
            if row["disposal_type"] == "DETENTION_AND_TRAINING_ORDER" and row["residence_on_start"] == "LOCAL"
        ]
        index: dict[str, date] = {}
        for on, ypid in sorted(events):
            if first <= on <= last:
                index.setdefault(ypid, on)
        return index

    def reoffences(self, year: int, months: int) -> int:
        """Offences after the index and within so many months, proven within three months more, breaches left out."""
        index = self.cohort(year)
        found = set()
        for outcome in self.outcomes:
            offence = self.offences[outcome["offence_id"]]
            on = index.get(offence["ypid"])
            if on is None or offence["yjb_category"].startswith("BREACH"):
                continue
            committed = on < day(offence["offence_date"]) <= later(on, months)
            if committed and day(outcome["outcome_date"]) <= later(on, months + 3):
                found.add(outcome["offence_id"])
        return len(found)
