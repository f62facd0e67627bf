"""Every extract of the product, and which of them a set of headers is.

The extracts themselves are in `schemas.raw`, one module each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from schemas.extract import Extract
from schemas.folding import fold_header, without_vintage
from schemas.raw.accommodation import ACCOMMODATION
from schemas.raw.appropriate_adults import APPROPRIATE_ADULTS
from schemas.raw.asb_calls import ASB_CALLS
from schemas.raw.asb_cases import ASB_CASES
from schemas.raw.assessments import ASSESSMENTS
from schemas.raw.bank_holidays import BANK_HOLIDAYS
from schemas.raw.board_attendance import BOARD_ATTENDANCE
from schemas.raw.care_status import CARE_STATUS
from schemas.raw.child_to_parent_violence import CHILD_TO_PARENT_VIOLENCE
from schemas.raw.cjs_courts import CJS_COURTS
from schemas.raw.cjs_offence_codes import CJS_OFFENCE_CODES
from schemas.raw.commentary import COMMENTARY
from schemas.raw.comparators import COMPARATORS
from schemas.raw.contacts import CONTACTS
from schemas.raw.crd import CRD
from schemas.raw.ete_status import ETE_STATUS
from schemas.raw.events import EVENTS
from schemas.raw.exploitation import EXPLOITATION
from schemas.raw.finance_actual import FINANCE_ACTUAL
from schemas.raw.finance_budget import FINANCE_BUDGET
from schemas.raw.finance_savings import FINANCE_SAVINGS
from schemas.raw.group_work import GROUP_WORK
from schemas.raw.gss_lookup import GSS_LOOKUP
from schemas.raw.hearing_offence import HEARING_OFFENCE
from schemas.raw.hearings import HEARINGS
from schemas.raw.ho_offence_codes import HO_OFFENCE_CODES
from schemas.raw.home_offences import HOME_OFFENCES
from schemas.raw.impact_areas import IMPACT_AREAS
from schemas.raw.impact_contacts import IMPACT_CONTACTS
from schemas.raw.interventions import INTERVENTIONS
from schemas.raw.iss import ISS
from schemas.raw.la_codes import LA_CODES
from schemas.raw.lait_dictionary import LAIT_DICTIONARY
from schemas.raw.lait_series import LAIT_SERIES_TABLE
from schemas.raw.mappa import MAPPA
from schemas.raw.mental_health import MENTAL_HEALTH
from schemas.raw.moj_cohort import MOJ_COHORT
from schemas.raw.moj_custody import MOJ_CUSTODY
from schemas.raw.moj_fte import MOJ_FTE
from schemas.raw.moj_national_reoffending import MOJ_NATIONAL_REOFFENDING
from schemas.raw.offence_intervention import OFFENCE_INTERVENTION
from schemas.raw.offences import OFFENCES
from schemas.raw.officer_links import OFFICER_LINKS
from schemas.raw.ons_mid_year_estimates import ONS_MID_YEAR_ESTIMATES
from schemas.raw.ons_population_by_age import ONS_POPULATION_BY_AGE
from schemas.raw.order_standards import ORDER_STANDARDS
from schemas.raw.out_of_court import OUT_OF_COURT
from schemas.raw.outcomes import OUTCOMES
from schemas.raw.parenting import PARENTING
from schemas.raw.persons import PERSONS
from schemas.raw.pnc_case import PNC_CASE
from schemas.raw.police_street import POLICE_STREET
from schemas.raw.population import POPULATION
from schemas.raw.priorities import PRIORITIES
from schemas.raw.qa_audits import QA_AUDITS
from schemas.raw.remand_episodes import REMAND_EPISODES
from schemas.raw.reparation import REPARATION
from schemas.raw.resettlement import RESETTLEMENT
from schemas.raw.risk_panels import RISK_PANELS
from schemas.raw.risks import RISKS
from schemas.raw.send import SEND
from schemas.raw.serious_incidents import SERIOUS_INCIDENTS
from schemas.raw.staff_training import STAFF_TRAINING
from schemas.raw.statistical_neighbours import STATISTICAL_NEIGHBOURS
from schemas.raw.substance_misuse import SUBSTANCE_MISUSE
from schemas.raw.supporting_families import SUPPORTING_FAMILIES
from schemas.raw.surveys import SURVEYS
from schemas.raw.targets import TARGETS
from schemas.raw.transitions import TRANSITIONS
from schemas.raw.unit_costs import UNIT_COSTS
from schemas.raw.victims import VICTIMS
from schemas.raw.volunteer_hours import VOLUNTEER_HOURS
from schemas.raw.volunteers import VOLUNTEERS
from schemas.raw.workforce import WORKFORCE
from schemas.raw.yisp import YISP
from schemas.source_systems import source_words

#: In the order of their numbers.
EXTRACTS: tuple[Extract, ...] = (
    PERSONS,
    OFFENCES,
    OUTCOMES,
    HEARINGS,
    REMAND_EPISODES,
    INTERVENTIONS,
    ETE_STATUS,
    ACCOMMODATION,
    MOJ_COHORT,
    MOJ_FTE,
    MOJ_CUSTODY,
    MOJ_NATIONAL_REOFFENDING,
    COMPARATORS,
    POPULATION,
    ONS_MID_YEAR_ESTIMATES,
    FINANCE_BUDGET,
    FINANCE_ACTUAL,
    FINANCE_SAVINGS,
    RISKS,
    PRIORITIES,
    TARGETS,
    ONS_POPULATION_BY_AGE,
    GSS_LOOKUP,
    LAIT_SERIES_TABLE,
    LAIT_DICTIONARY,
    LA_CODES,
    STATISTICAL_NEIGHBOURS,
    POLICE_STREET,
    HO_OFFENCE_CODES,
    CJS_OFFENCE_CODES,
    CJS_COURTS,
    ASSESSMENTS,
    CONTACTS,
    SUBSTANCE_MISUSE,
    MENTAL_HEALTH,
    SEND,
    CARE_STATUS,
    BANK_HOLIDAYS,
    VICTIMS,
    REPARATION,
    GROUP_WORK,
    VOLUNTEERS,
    VOLUNTEER_HOURS,
    ORDER_STANDARDS,
    ISS,
    RESETTLEMENT,
    TRANSITIONS,
    PARENTING,
    MAPPA,
    SERIOUS_INCIDENTS,
    EXPLOITATION,
    SUPPORTING_FAMILIES,
    RISK_PANELS,
    CHILD_TO_PARENT_VIOLENCE,
    CRD,
    OUT_OF_COURT,
    YISP,
    ASB_CASES,
    IMPACT_AREAS,
    IMPACT_CONTACTS,
    ASB_CALLS,
    HOME_OFFENCES,
    APPROPRIATE_ADULTS,
    SURVEYS,
    WORKFORCE,
    QA_AUDITS,
    BOARD_ATTENDANCE,
    UNIT_COSTS,
    EVENTS,
    STAFF_TRAINING,
    HEARING_OFFENCE,
    OFFENCE_INTERVENTION,
    PNC_CASE,
    OFFICER_LINKS,
    COMMENTARY,
)
_BY_NAME: Mapping[str, Extract] = MappingProxyType({item.name: item for item in EXTRACTS})


def extract(name: str) -> Extract:
    """The extract of that name.

    Raises:
        KeyError: there is no such extract.
    """
    if name not in _BY_NAME:
        raise KeyError(f"there is no extract {name}")
    return _BY_NAME[name]


def header_names(item: Extract) -> dict[str, str]:
    """Folded header -> canonical column name, for every name and synonym of the extract, and every system's word.

    A column's own name goes before another column's synonym.
    """
    words = {fold_header(text): column for text, column in source_words(item).items()}
    synonyms = {fold_header(text): column.name for column in item.columns for text in column.synonyms}
    return words | synonyms | {fold_header(column.name): column.name for column in item.columns}


def columns_of(item: Extract, headers: Iterable[str]) -> dict[str, str]:
    """Header as written -> canonical column name, for the headers the extract knows."""
    names = header_names(item)
    found = {header: meaning(names, fold_header(header)) for header in headers}
    return {header: name for header, name in found.items() if name}


def meaning(names: Mapping[str, str], folded: str) -> str:
    """The column a folded header means, as it stands or else without its vintage; "" for none."""
    return names.get(folded) or names.get(without_vintage(folded), "")


def missing_columns(item: Extract, headers: Iterable[str]) -> tuple[str, ...]:
    """Required columns that no header stands for, in the extract's order."""
    found = set(columns_of(item, headers).values())
    return tuple(column.name for column in item.columns if column.required and column.name not in found)


def recognise(headers: Iterable[str]) -> tuple[Extract, ...]:
    """Extracts whose required columns are all among the headers (one for a good file, none for an unknown one)."""
    given = tuple(headers)
    return tuple(item for item in EXTRACTS if not missing_columns(item, given))


def nearest(headers: Iterable[str]) -> Extract | None:
    """The extract that shares the largest part of its required columns with the headers, if any shares half.

    A file that lacks one column is so told apart from a file of another kind.
    """
    given = tuple(headers)
    shares = [(1 - len(missing_columns(item, given)) / _required(item), -item.number, item) for item in EXTRACTS]
    share, _, item = max(shares, key=lambda scored: scored[:2])
    return item if share >= 0.5 else None  # noqa: PLR2004 - half is said in the docstring


def _required(item: Extract) -> int:
    return sum(column.required for column in item.columns)
