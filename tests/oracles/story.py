"""Tiny worlds told row by row, for examples worked out by hand; what is not said is the plain case."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from pipelines.platform.engines import Session
from tests.oracles.computed import computed
from tests.oracles.random_worlds import FIRST, service
from tests.oracles.world import TABLES, Row, World


class Story:
    """A world told row by row; what is not said is the plain case."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.tables: dict[str, list[Row]] = {name: [] for name in TABLES}

    def add(self, table: str, plain: Row, said: Row) -> Row:
        """A row of the plain case, but for what is said."""
        row = {"row": len(self.tables[table]) + 2, **plain, **said}
        self.tables[table].append(row)
        return row

    def child(self, ypid: str = "A", **said: Any) -> str:
        """A boy of Blaby, 15 on 1 September 2013."""
        plain = {
            "ypid": ypid,
            "originating_yot_person_id": None,
            "date_of_birth": date(1998, 9, 1),
            "sex": "Male",
            "ethnicity_group": "White",
            "district_code": "E07000129",
            "home_authority": "LEIC",
            "deleted": False,
        }
        self.add("persons", plain, said)
        return ypid

    def offence(self, ypid: str, day: date, *outcomes: Row, **said: Any) -> None:
        """A robbery at 15 with its outcomes, on the same day unless said."""
        number = f"{len(self.tables['offences']):02d}"
        plain = {
            "offence_id": number,
            "ypid": ypid,
            "offence_date": day,
            "arrest_date": None,
            "yjb_category": "ROBBERY",
            "seriousness": 6,
            "age_at_arrest_or_offence": 15,
            "age_at_first_hearing": None,
        }
        self.add("offences", plain, said)
        for outcome in outcomes or ({},):
            self.outcome({"offence_id": number, "outcome_date": day, **outcome})

    def outcome(self, said: Row) -> None:
        """A caution of a child living here."""
        plain = {
            "outcome_id": f"{len(self.tables['outcomes']):02d}",
            "outcome_group": "Pre-Court",
            "legal_outcome": "YOUTH_CAUTION",
            "residence_on_outcome": "LOCAL",
            "appeal_status": None,
            "sentencing_occasion_id": None,
        }
        self.add("outcomes", plain, said)

    def order(self, ypid: str, ended: date, **said: Any) -> None:
        """A referral order that ran its course."""
        plain = {
            "programme_id": f"{len(self.tables['interventions']):02d}",
            "ypid": ypid,
            "disposal_type": "REFERRAL_ORDER",
            "start_date": date(2014, 1, 1),
            "end_date": ended,
            "end_reason": "completed",
            "residence_on_start": "LOCAL",
            "residence_on_end": "LOCAL",
            "school_age_end": None,
        }
        self.add("interventions", plain, said)

    def provision(self, ypid: str, hours: float | None, **said: Any) -> None:
        """A suitable provision since the start of 2014."""
        plain = {
            "ete_id": f"{len(self.tables['ete_status']):02d}",
            "ypid": ypid,
            "start_date": date(2014, 1, 1),
            "end_date": None,
            "provision": "COLLEGE",
            "suitability": "SUITABLE",
            "hours_offered": None,
            "hours_attended": hours,
        }
        self.add("ete_status", plain, said)

    def home(self, ypid: str, **said: Any) -> None:
        """A suitable place to live since the start of 2014."""
        plain = {
            "accommodation_id": f"{len(self.tables['accommodation']):02d}",
            "ypid": ypid,
            "start_date": date(2014, 1, 1),
            "end_date": None,
            "suitability": "SUITABLE",
        }
        self.add("accommodation", plain, said)

    def remand(self, ypid: str, kind: str, *, secure: bool = False) -> None:
        """A remand decision in May 2014."""
        number = f"{len(self.tables['remand_episodes']):02d}"
        said = {"episode_id": number, "ypid": ypid, "start_date": date(2014, 5, 1), "remand_type": kind}
        self.add("remand_episodes", {"bail_package": "none", "secure": secure}, said)

    def made(self, *wanted: str) -> dict[str, pd.DataFrame]:
        """Core tables and measures as the SQL makes them."""
        return computed(self.session, [World(self.tables, [], service(FIRST))], wanted)

    def figure(self, measure: str, period: str, area: str = "YOS-LR", **category: str) -> tuple[float, float] | None:
        """Numerator and denominator (0 for none) of one cell, or None where there is no row."""
        ((breakdown, name),) = (category or {"all": "all"}).items()
        rows = self.made(measure)[measure]
        rows = rows[(rows["period_id"] == period) & (rows["area_code"] == area)]
        rows = rows[(rows["breakdown"] == breakdown) & (rows["category"] == name)].fillna({"denominator": 0.0})
        return None if rows.empty else (float(rows["numerator"].iloc[0]), float(rows["denominator"].iloc[0]))

    def entrants(self) -> list[str]:
        """Children who are first-time entrants."""
        return sorted(self.made("core_first_entries")["core_first_entries"]["ypid"])
