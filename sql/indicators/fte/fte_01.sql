/*
id: FTE-01
title: First-time entrants
why: >
  Every child kept out of the justice system is spared a record, and most who enter once need never return.
definition: >
  Children aged 10 to 17 living here who received the first substantive outcome of their lives, a reprimand,
  final warning, caution or conviction.
numerator: children with their first substantive outcome in the period
denominator: none
counted: first-time entrants
counting_unit: person
unit: count
decimals: 0
polarity: lower is better
basis: [ytd, fy, quarter, rolling_year]
theme: [core, Q4]
source: measures.md A1, B3, T-19
data_source: case system
reads: [core_first_entries, periods, areas]
notes: >
  Counted from the case system, which runs below the police's own count (PNC); the two series are never mixed.
  Community resolutions and other diversion make no entrant. Reprimands and final warnings became youth cautions
  in April 2013.
*/
WITH entries AS (
    SELECT entry_date, area_key, sex, age_band, ethnicity_group, outcome_group
    FROM core_first_entries
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter', 'rolling_year')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT entry_date, area_key, 'all' AS breakdown, 'all' AS category FROM entries
    UNION ALL
    SELECT entry_date, area_key, 'sex', sex FROM entries
    UNION ALL
    SELECT entry_date, area_key, 'age_band', age_band FROM entries
    UNION ALL
    SELECT entry_date, area_key, 'ethnicity_group', ethnicity_group FROM entries
    UNION ALL
    SELECT entry_date, area_key, 'outcome_group', outcome_group FROM entries
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
        COUNT(*) AS entrants
    FROM shown AS h
    INNER JOIN spine AS s ON h.entry_date >= s.period_start AND h.entry_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.entrants, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
