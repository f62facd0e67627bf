/*
id: SCA-04
title: Contacts a month as the level asks for
why: >
  Supervision that is too thin for the risk leaves children and victims unprotected; the level says how often a
  child is to be seen.
definition: >
  Calendar months of orders in which the child was seen as often as the level of supervision asks for: 12, 4 or 2
  times in the first three months of an order, 4, 2 or 1 times afterwards (intensive, enhanced, standard).
numerator: months with contacts enough
denominator: calendar months that an order ran all of
counting_unit: month
unit: "%"
decimals: 1
polarity: higher is better
basis: [quarter, ytd, fy]
theme: [Q2]
page: SCA-01
source: measures.md A1, B6 (level rule, contact frequency); D15 section 7
data_source: case system
reads: [core_contact_months, periods, areas]
begins_with: core_contacts.contact_date
notes: >
  Counts months of orders, not children. Only contacts that were attended count. The level is the one in force on
  the first of the month; months without any level are left out. That the higher frequency holds for three months is
  general practice, which no source of the plans prints.
*/
WITH months AS (
    SELECT month_start, is_enough, scaled_level, area_key, sex, age_band, ethnicity_group
    FROM core_contact_months
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('quarter', 'ytd', 'fy')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT month_start, is_enough, area_key, 'all' AS breakdown, 'all' AS category FROM months
    UNION ALL
    SELECT month_start, is_enough, area_key, 'level', scaled_level FROM months
    UNION ALL
    SELECT month_start, is_enough, area_key, 'sex', sex FROM months
    UNION ALL
    SELECT month_start, is_enough, area_key, 'age_band', age_band FROM months
    UNION ALL
    SELECT month_start, is_enough, area_key, 'ethnicity_group', ethnicity_group FROM months
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
        SUM(h.is_enough) AS is_enough_months,
        COUNT(*) AS months
    FROM shown AS h
    INNER JOIN spine AS s ON h.month_start >= s.period_start AND h.month_start < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.is_enough_months, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.months, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
