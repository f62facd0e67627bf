/*
id: HOM-01
title: Offences in the project children's homes
why: >
  Looked-after children should not be made offenders for what a family would settle itself.
definition: >
  Offences of young people in the children's homes of the restorative approaches project.
numerator: offences
denominator: none
counted: offences in the project children's homes
counting_unit: offence
unit: count
decimals: 0
polarity: lower is better
basis: [ytd, fy, quarter]
theme: [Q4]
source: measures.md A1, A2, C4; D11 section 8 objective 6
data_source: social care
reads: [core_home_offences_counted, periods, areas]
begins_with: core_home_offences.home_offence_date
notes: >
  The plan does not say which years its two figures are of; the homes' own log is counted, since no case system
  holds an offence settled restoratively. Homes outside the project are left out, and a home that joins later adds
  offences without any change in offending.
*/
WITH offences AS (
    SELECT home_offence_date, area_key, sex, age_band, ethnicity_group, kind_name, response_name
    FROM core_home_offences_counted
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT home_offence_date, area_key, 'all' AS breakdown, 'all' AS category FROM offences
    UNION ALL
    SELECT home_offence_date, area_key, 'sex', sex FROM offences
    UNION ALL
    SELECT home_offence_date, area_key, 'age_band', age_band FROM offences
    UNION ALL
    SELECT home_offence_date, area_key, 'ethnicity_group', ethnicity_group FROM offences
    UNION ALL
    SELECT home_offence_date, area_key, 'kind', kind_name FROM offences
    UNION ALL
    SELECT home_offence_date, area_key, 'response', response_name FROM offences
),

headings AS (
    SELECT breakdown, category
    FROM shown
    WHERE breakdown <> 'all'
    GROUP BY breakdown, category
),

cells AS (
    SELECT s.period_id, p.area_code, 'all' AS breakdown, 'all' AS category
    FROM spine AS s
    CROSS JOIN places AS p
    UNION ALL
    SELECT s.period_id, p.area_code, h.breakdown, h.category
    FROM spine AS s
    CROSS JOIN places AS p
    CROSS JOIN headings AS h
    WHERE p.area_level = 'service'
),

counted AS (
    SELECT
        s.period_id,
        a.area_code,
        h.breakdown,
        h.category,
        COUNT(*) AS offences
    FROM shown AS h
    INNER JOIN spine AS s ON h.home_offence_date >= s.period_start AND h.home_offence_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.offences, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
