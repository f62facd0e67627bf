"""Figures of other publishers in the sample: MOJ and YJB tables, comparators, targets, population.

Only typed-in figures belong here. What no source prints is made up and marked so beside it.
"""

from __future__ import annotations

from sample.case_rows import Rows

_ONS = "ONS mid-year estimates, mid-2011, Open Government Licence v3.0"
#: Residents aged 10 to 17, mid-2011.
_POPULATION_2011 = (
    ("E07000129", "Blaby", 9238), ("E07000130", "Charnwood", 14900), ("E07000131", "Harborough", 8998),
    ("E07000132", "Hinckley and Bosworth", 9819), ("E07000133", "Melton", 4928),
    ("E07000134", "North West Leicestershire", 9030), ("E07000135", "Oadby and Wigston", 5605),
    ("E10000018", "Leicestershire", 62518), ("E06000017", "Rutland", 4316),
)  # fmt: skip

_MADE_UP = "Made up: estimates by ethnic group of these mid-years were not at hand"
_GROUPS = ("White", "Mixed", "Asian or Asian British", "Black or Black British", "Other Ethnic Group")
#: Residents aged 10 to 17 by county, mid-year and ethnic group: made up so that 29 and 22 young people of 2009-10 lie
#: 2.5 points below and 0.1 above their groups' shares, as the plan of 2011/12 prints (section 4).
_POPULATION_BY_GROUP = (
    ("E10000018", "Leicestershire", 2009, (56_900, 1_510, 3_840, 560, 290)),
    ("E06000017", "Rutland", 2009, (4_250, 70, 45, 20, 15)),
    ("E10000018", "Leicestershire", 2011, (55_998, 1_640, 3_980, 590, 310)),
    ("E06000017", "Rutland", 2011, (4_156, 78, 46, 22, 14)),
)

#: MOJ rolling cohorts: release, window, children, reoffenders, reoffences, status. The plan prints the two windows that
#: end in September (661 and its three rates; 28.8%, 0.76, 2.64 for the year before); the others are made up.
_MOJ_COHORTS = (
    ("2012-10-25", "2010-01-01", "2010-12-31", 842, 239, 640, "final"),
    ("2013-01-31", "2010-04-01", "2011-03-31", 815, 233, 618, "final"),
    ("2013-04-25", "2010-07-01", "2011-06-30", 782, 224, 592, "final"),
    ("2013-07-25", "2010-10-01", "2011-09-30", 750, 216, 570, "final"),
    ("2013-10-31", "2011-01-01", "2011-12-31", 722, 212, 572, "final"),
    ("2014-01-30", "2011-04-01", "2012-03-31", 701, 208, 579, "final"),
    ("2014-04-24", "2011-07-01", "2012-06-30", 680, 205, 583, "final"),
    ("2014-07-31", "2011-10-01", "2012-09-30", 659, 200, 579, "provisional"),
    ("2014-10-30", "2011-10-01", "2012-09-30", 661, 202, 588, "final"),
)
#: MOJ custody by half year: the plan prints 0.05 and 0.03 per 1,000 (T-10: 3 and 2 children); 2012 is made up.
_MOJ_CUSTODY = (
    ("2012-12-13", "2012-04-01", "2012-09-30", 4, "final"),
    ("2013-12-12", "2013-04-01", "2013-09-30", 2, "final"),
    ("2014-12-11", "2014-04-01", "2014-09-30", 3, "provisional"),
)
#: MOJ first-time entrants over twelve months: made up.
_MOJ_FTE = (
    ("2013-06-13", "2012-01-01", "2012-12-31", 446, "final"),
    ("2013-12-12", "2012-07-01", "2013-06-30", 368, "final"),
    ("2014-06-12", "2013-01-01", "2013-12-31", 287, "final"),
    ("2014-12-11", "2013-07-01", "2014-06-30", 262, "provisional"),
)
_POPULATION_USED = 64_900

#: MOJ proven reoffending, old series, juveniles: cohort start, cohort, reoffenders, reoffences, binary, frequency.
#: Source: Ministry of Justice, proven reoffending data, Open Government Licence v3.0.
_MOJ_NATIONAL = (
    ("2002-01-01", 136401, 45542, 149948, "33.4", "3.3"), ("2003-01-01", 138379, 47406, 151452, "34.3", "3.2"),
    ("2004-01-01", 149452, 50249, 153554, "33.6", "3.1"), ("2005-01-01", 166471, 55870, 161569, "33.6", "2.9"),
    ("2005-04-01", 163545, 54945, 159848, "33.6", "2.9"), ("2006-04-01", 173588, 58275, 165956, "33.6", "2.8"),
    ("2007-04-01", 165179, 53558, 147604, "32.4", "2.8"), ("2008-04-01", 139732, 45856, 126355, "32.8", "2.8"),
    ("2009-04-01", 113584, 37786, 105270, "33.3", "2.8"), ("2010-04-01", 88357, 31635, 90934, "35.8", "2.9"),
    ("2011-04-01", 70504, 25009, 72147, "35.5", "2.9"), ("2012-04-01", 52648, 18998, 56779, "36.1", "3"),
    ("2013-04-01", 42299, 16083, 50184, "38", "3.1"),
)  # fmt: skip

_EM = ("E12000004", "East Midlands")
#: ONS estimates of ages 0 to 17: year, level, region, (three-figure number, GSS code, name), residents.
_ONS_0_TO_17 = tuple(
    (year, level, region, authority, estimate)
    for year, england, midlands, leicestershire, rutland in (
        (2014, 11535489, 963316, 133917, 7918),
        (2013, 11473080, 959759, 134000, 7919),
        (2012, 11403970, 955958, 134025, 7866),
    )
    for level, region, authority, estimate in (
        ("National", ("", ""), ("", "", ""), england),
        ("Regional", _EM, ("", "", ""), midlands),
        ("Local authority", _EM, ("855", "E10000018", "Leicestershire"), leicestershire),
        ("Local authority", _EM, ("857", "E06000017", "Rutland"), rutland),
    )
)

_D11 = "Youth Justice Plan 2011/12, section 4"
_D15 = "Youth Justice Strategic Plan 2015-2016, section 4"
_D15_7 = "Youth Justice Strategic Plan 2015-2016, section 7"
_D11_ALL = "Youth Justice Plan 2011/12, section 8"
_NAMES = ("Regional", "Family group", "National")
#: measure, first day, last day, months of follow-up, unit, values in the order of _NAMES ("" where none), source.
#: +19.3 stands as printed among minus signs, and -2.7 after -23.6 (T-03); 25% is called an average and is the target
#: (T-16); 71.9% follows each release for a fixed time, which the service's own figure does not (T-15). The windows of
#: the last two are not printed.
_COMPARATORS = (
    ("FTE-02", "2009-04-01", "2010-03-31", "", "%", ("-23.6", "19.3", "-24.5"), _D11),
    ("FTE-02", "2010-04-01", "2010-12-31", "", "%", ("-2.7", "", "-26.3"), _D11),
    ("REO-01", "2009-01-01", "2009-03-31", "12", "ratio", ("0.90", "0.97", "1.02"), _D11),
    ("REO-01", "2010-01-01", "2010-03-31", "6", "ratio", ("0.47", "0.51", "0.62"), _D11),
    ("REO-02", "2011-10-01", "2012-09-30", "12", "%", ("31.4", "", "35.4"), _D15),
    ("REO-03", "2011-10-01", "2012-09-30", "12", "ratio", ("0.87", "", "1.03"), _D15),
    ("CUS-01", "2009-04-01", "2010-03-31", "", "%", ("6.7", "4.6", "5.5"), _D11),
    ("CUS-01", "2010-04-01", "2010-12-31", "", "%", ("6.1", "4.4", "5.4"), _D11),
    ("CUS-04", "2014-04-01", "2014-09-30", "", "per 1,000", ("0.16", "", "0.22"), _D15),
    ("EET-01", "2009-04-01", "2010-03-31", "", "%", ("77.7", "", "73.3"), _D11),
    ("EET-01", "2010-04-01", "2010-12-31", "", "%", ("77.7", "", "73.2"), _D11),
    ("CUS-03", "2009-04-01", "2010-03-31", "", "%", ("", "", "24"), _D11_ALL),
    ("UNI-01", "2008-04-01", "2009-03-31", "", "GBP", ("4261", "", "3631"), "Youth Justice Plan 2011/12, section 5"),
    (
        "VIC-01",
        "2012-04-01",
        "2014-03-31",
        "",
        "%",
        ("", "", "25"),
        "Youth Justice Strategic Plan 2015-2016, section 7",
    ),
    ("RES-02", "2009-01-01", "2009-12-31", "12", "%", ("", "", "71.9"), "Youth Justice Board 2009, in D11 section 8"),
)

_YJB = "Youth Justice Board"
_OBJECTIVE = "Youth Justice Plan 2011/12, section 8, objective"
_PLAN = ("2009-10", "2011-12")
#: measure, first and last year it holds for ("" for that year only), kind, value, source. The plan of 2011-12 set its
#: targets for the years it reports on; that of 2015-16 repeats custody and education alone.
_TARGETS = (
    ("FTE-01", "2005-06", "", "baseline", "1285", _D15),
    ("REO-01", "2005-06", "", "baseline", "1.13", f"{_D15}, table (D11 also prints 1.11: T-05)"),
    ("REO-01", "2010-11", "", "target", "1.07", _D15),
    ("CUS-01", "2003-04", "2005-06", "target", "6", f"{_YJB}, to 2005-06 (T-30)"),
    ("CUS-01", "2006-07", "2015-16", "target", "5", f"{_YJB}, from 2006-07 (T-30); D15 section 4"),
    ("REM-01", "2007-08", "2015-16", "national", "9", f"{_YJB}, from 2007-08 (B4)"),
    ("EET-01", "2006-07", "2015-16", "local", "80", f"{_D15}; {_D11}"),
    ("EET-01", "2006-07", "2015-16", "national", "90", f"{_YJB} (B1, NI 45)"),
    ("ACC-01", "2006-07", "2015-16", "target", "95", f"{_OBJECTIVE} 2"),
    ("VIC-01", "2007-08", "2011-12", "national", "25", f"{_YJB} (B6); {_OBJECTIVE} 6"),
    ("VIC-02", "2004-05", "", "national", "70", f"{_YJB} (B6)"),
    *((measure, *_PLAN, "target", "95", f"{_OBJECTIVE} 2") for measure in ("MH-01", "MH-02", "SM-01", "SM-02")),
    *((measure, *_PLAN, "target", "20", f"{_OBJECTIVE} 1") for measure in ("PAR-01", "PAR-02")),
    ("WF-02", "2014-15", "", "target", "53", "Youth Justice Plan 2011/12, section 6"),
    ("WF-03", "2014-15", "", "target", "10", "Youth Justice Plan 2011/12, section 6"),
)


def population() -> Rows:
    """Residents aged 10 to 17 by district, and by county and ethnic group."""
    whole = [(code, name, 2011, "All", residents, _ONS) for code, name, residents in _POPULATION_2011]
    by_group = [
        (code, name, year, group, residents, _MADE_UP)
        for code, name, year, numbers in _POPULATION_BY_GROUP
        for group, residents in zip(_GROUPS, numbers, strict=True)
    ]
    return [
        {
            "area_code": code, "area_name": name, "mid_year": str(year), "sex": "All", "age_from": "10", "age_to": "17",
            "ethnicity_group": group, "estimate": str(residents), "source": source,
        }
        for code, name, year, group, residents, source in (*whole, *by_group)
    ]  # fmt: skip


def moj_cohort() -> Rows:
    """MOJ's rolling cohorts of Leicestershire (with Rutland)."""
    names = ("release_date", "cohort_start", "cohort_end", "n_cohort", "n_reoffenders", "n_reoffences", "status")
    rows = [dict(zip(names, map(str, line), strict=True)) for line in _MOJ_COHORTS]
    return [row | {"geography": "Leicestershire"} for row in rows]


def moj_custody() -> Rows:
    """MOJ's custodial sentences of Leicestershire (with Rutland)."""
    return [
        {
            "release_date": release, "window_start": start, "window_end": end, "geography": "Leicestershire",
            "custodial_sentences": str(count), "population": str(_POPULATION_USED),
            "rate_per_1000": f"{1000 * count / _POPULATION_USED:.2f}", "status": status,
        }
        for release, start, end, count, status in _MOJ_CUSTODY
    ]  # fmt: skip


def moj_fte() -> Rows:
    """MOJ's first-time entrants of Leicestershire (with Rutland)."""
    return [
        {
            "release_date": release, "window_start": start, "window_end": end, "geography": "Leicestershire",
            "fte_count": str(count), "population": str(_POPULATION_USED),
            "rate_per_100k": f"{100_000 * count / _POPULATION_USED:.1f}", "status": status,
        }
        for release, start, end, count, status in _MOJ_FTE
    ]  # fmt: skip


def moj_national_reoffending() -> Rows:
    """MOJ's national juvenile cohorts under the headers of its own csv."""
    return [
        {"measure": "old", "temporal_unit": "annual", "date": start, "group": "Juvenile", "rate": rate, "value": value}
        for start, cohort, reoffenders, reoffences, binary, frequency in _MOJ_NATIONAL
        for rate, value in (
            ("binary", binary),
            ("frequency", frequency),
            ("reoffences", str(reoffences)),
            ("reoffenders", str(reoffenders)),
            ("cohort", str(cohort)),
        )
    ]


def ons_mid_year_estimates() -> Rows:
    """Residents aged 0 to 17 under the headers of the ONS's own csv."""
    return [
        {
            "time_period": str(year), "time_identifier": "Reporting year", "geographic_level": level,
            "country_code": "E92000001", "country_name": "England", "region_code": region[0],
            "region_name": region[1], "old_la_code": authority[0], "new_la_code": authority[1],
            "la_name": authority[2], "age_group": "Children aged 0 to 17 years", "population_estimate": str(estimate),
        }
        for year, level, region, authority, estimate in _ONS_0_TO_17
    ]  # fmt: skip


def comparators() -> Rows:
    """Others' figures that the plans print beside the service's."""
    return [
        {
            "measure_id": measure, "geography": name, "window_start": start, "window_end": end,
            "follow_up_months": follow_up, "value": value, "unit": unit, "source": source, "release": "",
            "status": "final",
        }
        for measure, start, end, follow_up, unit, values, source in _COMPARATORS
        for name, value in zip(_NAMES, values, strict=True)
        if value
    ]  # fmt: skip


def targets() -> Rows:
    """Targets and baselines with the years they hold for."""
    names = ("measure_id", "fy", "fy_to", "kind", "value", "source")
    return [dict(zip(names, line, strict=True)) for line in _TARGETS]
