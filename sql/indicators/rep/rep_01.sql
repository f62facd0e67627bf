/*
id: REP-01
title: Hours of reparation completed
why: >
  Reparation gives something back to victims and places, and shows the public that it was given.
definition: >
  Hours of reparation that children completed, in the period of the session.
numerator: hours of reparation
denominator: none
counting_unit: hour
unit: hours
decimals: 0
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q2]
source: "measures.md A1; D11 section 8, objective 6"
data_source: service log
reads: [core_reparation_sessions, periods, areas]
begins_with: core_reparation.session_date
notes: >
  Hours are read from 2.5, 2:30, 2h30 and 150 min alike. Unpaid work is counted apart (UPW-01). The plan's 3,150 hours
  are taken for the whole of 2010-11 (ours: the year is not printed). Sessions of orders that are not known are left
  out.
*/
WITH sessions AS (
    SELECT session_date, hours, area_key, sex, age_band, ethnicity_group, chosen_by
    FROM core_reparation_sessions
    WHERE is_unpaid_work = 0
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
    SELECT session_date, hours, area_key, 'all' AS breakdown, 'all' AS category FROM sessions
    UNION ALL
    SELECT session_date, hours, area_key, 'sex', sex FROM sessions
    UNION ALL
    SELECT session_date, hours, area_key, 'age_band', age_band FROM sessions
    UNION ALL
    SELECT session_date, hours, area_key, 'ethnicity_group', ethnicity_group FROM sessions
    UNION ALL
    SELECT session_date, hours, area_key, 'chosen_by', chosen_by FROM sessions
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
        SUM(h.hours) AS hours
    FROM shown AS h
    INNER JOIN spine AS s ON h.session_date >= s.period_start AND h.session_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.hours, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
