"""Made-up cells that break each rule an extract declares, put into a good row: what the error catalogue shows.

One entry a rule: the last of its rows is the one that breaks it; rows before it are there because the rule compares
rows. The contract tests hold every rule to its own entry, so the examples that officers read are true.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas import (
    breaking_courts,
    breaking_health,
    breaking_people,
    breaking_prevention,
    breaking_specialist,
    breaking_statutory,
)

Cells = Mapping[str, object]

_FIRST: Mapping[str, tuple[Cells, ...]] = {
    # persons
    "YJ-X-0101": ({"date_of_birth": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-0102": ({"date_of_birth": "1979-12-31"},),
    "YJ-X-0103": ({"ethnicity": "M1", "ethnicity_group": "White"},),
    "YJ-X-0104": ({"district_code": "E06000017", "home_authority": "LEIC"},),
    "YJ-X-0105": ({"date_of_birth": "1999-01-01"},),
    "YJ-X-0106": ({"ethnicity": None},),
    "YJ-X-0107": ({"pnc_number": "03/0123456A"},),
    "YJ-X-0190": ({}, {"ypid": "Y2"}, {"ypid": "Y3", "extract_date": "2015-01-04"}),
    # offences
    "YJ-X-0201": ({"age_at_arrest_or_offence": 9},),
    "YJ-X-0202": ({"offence_date": "2014-05-02", "arrest_date": "2014-05-01"},),
    "YJ-X-0203": ({"offence_date": "2014-05-02", "charge_date": "2014-05-01"},),
    "YJ-X-0204": ({"offence_date": "2014-05-02", "first_hearing_date": "2014-05-01"},),
    "YJ-X-0205": ({"age_at_arrest_or_offence": 15, "age_at_first_hearing": 14},),
    "YJ-X-0206": (
        {
            "offence_date": "2015-01-06",
            "arrest_date": None,
            "charge_date": None,
            "first_hearing_date": None,
            "extract_date": "2015-01-05",
        },
    ),
    "YJ-X-0290": ({}, {"offence_id": "K2"}, {"offence_id": "K3", "extract_date": "2015-01-04"}),
    # outcomes
    "YJ-X-0301": ({"outcome_date": "2014-06-02", "outcome_end_date": "2014-06-01"},),
    "YJ-X-0302": ({"legal_outcome": "REFERRAL_ORDER", "outcome_group": "Community"},),
    "YJ-X-0303": ({"legal_outcome": "REFERRAL_ORDER", "is_substantive": False},),
    "YJ-X-0304": ({"outcome_date": "2015-01-06", "outcome_end_date": None, "extract_date": "2015-01-05"},),
    "YJ-X-0305": ({"legal_outcome": "NOT_KNOWN"},),
    "YJ-X-0306": ({"legal_outcome": "REPRIMAND", "outcome_group": "Pre-Court", "outcome_date": "2014-06-02"},),
    "YJ-X-0390": ({}, {"outcome_id": "K2"}, {"outcome_id": "K3", "extract_date": "2015-01-04"}),
    # hearings
    "YJ-X-0401": ({"hearing_date": "2015-01-06", "psr_served": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-0402": ({"hearing_date": "2014-05-01", "psr_served": "2014-06-13"},),
    "YJ-X-0490": ({}, {"hearing_id": "K2"}, {"hearing_id": "K3", "extract_date": "2015-01-04"}),
    # remand episodes
    "YJ-X-0501": ({"start_date": "2014-06-05", "end_date": "2014-06-04", "nights": None},),
    "YJ-X-0502": ({"remand_type": "REMAND_IN_CUSTODY", "secure": False},),
    "YJ-X-0503": ({"start_date": "2014-06-02", "end_date": "2014-06-04", "nights": 3},),
    "YJ-X-0504": ({"start_date": "2015-01-06", "end_date": None, "extract_date": "2015-01-05"},),
    "YJ-X-0505": ({"remand_type": "BAIL_WITH_ISS", "bail_package": "none"},),
    "YJ-X-0506": ({"end_date": "2015-01-06", "nights": None, "extract_date": "2015-01-05"},),
    "YJ-X-0590": ({}, {"episode_id": "K2"}, {"episode_id": "K3", "extract_date": "2015-01-04"}),
    # interventions
    "YJ-X-0601": ({"start_date": "2014-06-05", "end_date": "2014-06-04"},),
    "YJ-X-0602": ({"start_date": "2014-06-02", "planned_end": "2014-06-01"},),
    "YJ-X-0603": ({"end_date": None, "end_reason": "completed"},),
    "YJ-X-0604": ({"end_reason": "breached", "successfully_completed": True},),
    "YJ-X-0605": ({"end_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-0606": (
        {
            "start_date": "2015-01-06",
            "end_date": None,
            "planned_end": None,
            "end_reason": None,
            "successfully_completed": None,
            "extract_date": "2015-01-05",
        },
    ),
    "YJ-X-0690": ({}, {"programme_id": "K2"}, {"programme_id": "K3", "extract_date": "2015-01-04"}),
    # education, training and employment
    "YJ-X-0701": ({"start_date": "2014-06-05", "end_date": "2014-06-04"},),
    "YJ-X-0702": ({"hours_offered": 16.0, "hours_attended": 16.5},),
    "YJ-X-0703": ({"hours_offered": 40.5},),
    "YJ-X-0704": ({"provision": "NONE", "suitability": "SUITABLE"},),
    "YJ-X-0705": ({"start_date": "2015-01-06", "end_date": None, "extract_date": "2015-01-05"},),
    "YJ-X-0790": ({}, {"ete_id": "K2"}, {"ete_id": "K3", "extract_date": "2015-01-04"}),
    # accommodation
    "YJ-X-0801": ({"start_date": "2014-06-05", "end_date": "2014-06-04"},),
    "YJ-X-0802": ({"accommodation_type": "NOT_KNOWN", "suitability": "SUITABLE"},),
    "YJ-X-0803": ({"start_date": "2015-01-06", "end_date": None, "extract_date": "2015-01-05"},),
    "YJ-X-0890": ({}, {"accommodation_id": "K2"}, {"accommodation_id": "K3", "extract_date": "2015-01-04"}),
    # MOJ cohorts
    "YJ-X-0901": ({"n_cohort": 201, "n_reoffenders": 202},),
    "YJ-X-0902": ({"n_reoffenders": 202, "n_reoffences": 201},),
    "YJ-X-0903": ({"cohort_start": "2012-10-01", "cohort_end": "2012-09-30"},),
    "YJ-X-0904": ({"cohort_start": "2012-01-01", "cohort_end": "2012-09-30"},),
    "YJ-X-0905": ({"cohort_end": "2012-09-30", "release_date": "2014-03-29"},),
    "YJ-X-0906": ({"n_reoffenders": 0, "n_reoffences": 5},),
    # MOJ first-time entrants: 221 in 65,000 is 340.0 per 100,000
    "YJ-X-1001": ({"window_start": "2014-10-01", "window_end": "2014-09-30"},),
    "YJ-X-1002": ({"fte_count": 221, "population": 65_000, "rate_per_100k": 341.0},),
    "YJ-X-1003": ({"fte_count": 11, "population": 10, "rate_per_100k": None},),
    "YJ-X-1004": ({"window_start": "2013-11-01", "window_end": "2014-09-30"},),
    "YJ-X-1005": ({"window_end": "2014-09-30", "release_date": "2014-09-29"},),
    # MOJ custody: 13 in 65,000 is 0.20 per 1,000
    "YJ-X-1101": ({"window_start": "2014-10-01", "window_end": "2014-09-30"},),
    "YJ-X-1102": ({"custodial_sentences": 13, "population": 65_000, "rate_per_1000": 0.21},),
    "YJ-X-1103": ({"custodial_sentences": 11, "population": 10, "rate_per_1000": None},),
    "YJ-X-1104": ({"window_start": "2013-11-01", "window_end": "2014-09-30"},),
    "YJ-X-1105": ({"window_end": "2014-09-30", "release_date": "2014-09-29"},),
    # MOJ national reoffending
    "YJ-X-1201": ({"statistic": "binary", "value": 100.5},),
    "YJ-X-1202": ({"statistic": "frequency", "value": 0.9},),
    "YJ-X-1203": ({"statistic": "cohort", "value": 10.5},),
    "YJ-X-1204": ({"cohort_start": "2014-02-01"},),
    # comparators: the printed signs of 2009/10 (T-03)
    "YJ-X-1301": ({"window_start": "2014-10-01", "window_end": "2014-09-30"},),
    "YJ-X-1302": ({"unit": "%", "value": 100.5},),
    "YJ-X-1303": (
        {"measure_id": "FTE-02", "unit": "%", "geography": "Regional", "value": -23.6},
        {"measure_id": "FTE-02", "unit": "%", "geography": "National", "value": -24.5},
        {"measure_id": "FTE-02", "unit": "%", "geography": "Family group", "value": 19.3},
    ),
    "YJ-X-1304": ({"unit": "ratio", "value": -0.5},),
    "YJ-X-1305": ({"measure_id": "REO-01", "follow_up_months": None},),
    # the printed figures of 2009/10 and April to December 2010: 23.6 is 8.7 times 2.7
    "YJ-X-1306": (
        {"measure_id": "FTE-02", "unit": "%", "value": -23.6, "window_start": "2009-04-01", "window_end": "2010-03-31"},
        {"measure_id": "FTE-02", "unit": "%", "value": -2.7, "window_start": "2010-04-01", "window_end": "2010-12-31"},
    ),
    # population
    "YJ-X-1401": ({"age_from": 17, "age_to": 10},),
    "YJ-X-1402": ({"area_name": "Blaby"}, {"area_name": "Melton", "mid_year": 2013}),
    # ONS estimates
    "YJ-X-1501": ({"geographic_level": "Local authority", "new_la_code": None},),
    "YJ-X-1502": ({"geographic_level": "Regional", "region_code": None},),
    # budget
    "YJ-X-1601": ({"line": "Sub-total of agency"},),
    "YJ-X-1602": ({"budget": -0.01},),
    "YJ-X-1603": ({"fy": "2014-16"},),
    # ledger
    "YJ-X-1701": ({"account": "TOTAL"},),
    "YJ-X-1702": ({}, {"fy": "2014-16", "account": "other"}),
    "YJ-X-1703": ({"fy": "2014-15", "posted_date": "2015-07-01"},),
    "YJ-X-1704": ({"commitment": -1.0},),
    # savings
    "YJ-X-1801": ({"scheme": "Total savings"},),
    "YJ-X-1802": ({"fy": "2014-16"},),
    "YJ-X-1803": ({"target": -1.0},),
    "YJ-X-1804": ({"status": "Achieved", "target": 100.0, "achieved": 99.0},),
    # risks: 2 + 2 = 2 x 2 = 4 fits both ways; (1, 2) = 2 the product alone; (2, 3) = 5 the sum alone (T-21)
    "YJ-X-1901": ({"scale": "1-3, 1 highest", "impact": 4, "score": 6},),
    "YJ-X-1902": ({"scale": "1-3, 1 highest", "likelihood": 4, "score": 6},),
    "YJ-X-1903": ({"impact": 1, "likelihood": 2, "score": 2},),
    "YJ-X-1904": ({"impact": 2, "likelihood": 3, "score": 7},),
    "YJ-X-1905": ({"residual_impact": 2, "residual_likelihood": 3, "residual_score": 5},),
    "YJ-X-1906": ({"residual_impact": 2, "residual_likelihood": 3, "residual_score": 7},),
    "YJ-X-1907": ({"scale": "1 to 3", "residual_impact": 4, "residual_score": 6},),
    "YJ-X-1908": ({"scale": "1 to 3", "residual_likelihood": 4, "residual_score": 6},),
    "YJ-X-1909": ({"scale": "low to high"},),
    "YJ-X-1910": ({"residual_impact": 2, "residual_score": None},),
    "YJ-X-1911": ({"reviewed_date": "2013-12-30"},),
    "YJ-X-1912": ({"score": None},),
    "YJ-X-1913": ({"reviewed_date": "2014-06-02", "review_due": "2014-12-01"},),
    "YJ-X-1914": ({"description": "Loss of contact with the family at LE1 1AA"},),
    "YJ-X-1915": ({"causes": "PNC 03/0123456L was not shared"},),
    # priorities
    "YJ-X-2001": ({"fy": "2014-16"},),
    "YJ-X-2002": ({"due": "2014-09-30", "status": "On track"},),
    "YJ-X-2003": ({"priority_text": "one"}, {"priority_text": "another", "milestone": "second"}),
    "YJ-X-2004": ({"narrative": "waits for the case of J., born on a day in May"},),
    # commentary: 943 476 5919 keeps the check of an NHS number
    "YJ-X-7601": ({"measure_id": "ZZZ-99"},),
    "YJ-X-7602": ({"quarter": "2014-15 Q2"},),
    "YJ-X-7603": ({"comment": "one child (05/05/1999) came back twice"},),
    "YJ-X-7604": ({"cause": "943 476 5919 was not seen by health"},),
    "YJ-X-7605": ({"action": "visit to LE1 1AA"},),
    # targets
    "YJ-X-2101": ({"fy": "2014-16"},),
    "YJ-X-2103": ({"fy": "2014-15", "fy_to": "2014-16"},),
    "YJ-X-2104": ({"fy": "2014-15", "fy_to": "2013-14"},),
    # LAIT
    "YJ-X-2401": ({"series": "ReoffYO", "value": 101.0},),
    "YJ-X-2402": ({"series": "FirstYJS", "value": -1.0},),
    "YJ-X-2102": ({"kind": "tolerance", "value": -1.0},),
    # ONS estimates by age: 8 ages of 2 are 16 of each sex, so 32 persons; 16 do not add up
    "YJ-X-2201": ({"sex": "Male"}, {"sex": "Female"}, {"sex": "All"}),
    "YJ-X-2202": ({}, {"sex": "Female", "area_name": "elsewhere"}),
    # look-up of districts: a district is never its own upper tier
    "YJ-X-2301": ({"utla_code": "E07000129"},),
    "YJ-X-2302": ({}, {"ltla_code": "E07000130", "utla_name": "another county"}),
    # DfE numbers
    "YJ-X-2601": ({}, {"la_number": "856"}),
    # statistical neighbours
    "YJ-X-2701": ({"neighbour_3": "855"},),
    "YJ-X-2702": ({"neighbour_3": "901"},),
    # police.uk
    "YJ-X-2801": ({"crime_id": None},),
    "YJ-X-2802": ({"crime_type": "Anti-social behaviour"},),
    "YJ-X-2803": ({"lsoa_name": None},),
    "YJ-X-2804": ({}, {"month": "2018-11"}),
    # offence codes: category 46 and sub-category 0 make 04600
    "YJ-X-2901": ({"ho_code": "04601"},),
    "YJ-X-3001": ({}, {"offence_type": "CI Indictable"}),
    # courts
    "YJ-X-3101": ({"court_kind": "C"},),
}

#: Code of a rule -> the rows that break it; the domains' own are in the modules beside.
BREAKING: Mapping[str, tuple[Cells, ...]] = MappingProxyType(
    {
        **_FIRST,
        **breaking_people.BREAKING,
        **breaking_courts.BREAKING,
        **breaking_specialist.BREAKING,
        **breaking_health.BREAKING,
        **breaking_statutory.BREAKING,
        **breaking_prevention.BREAKING,
    }
)
