/*
id: KPI-10
title: Victims, from April 2023
why: >
  Since April 2023 every service reports what it does for victims in one way.
definition: >
  Of the victims who agreed to be contacted, in cases whose programme ended in the period, those who engaged with
  restorative justice.
numerator: victims who consented and engaged
denominator: victims who consented to contact
counting_unit: victim
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q2]
era_from: 2023-04-01
source: "measures.md B5 KPI 10"
data_source: service log
reads: [core_kpi_victims, periods, areas]
page: VIC-01
begins_with: core_victims.identified_date
notes: >
  In the period in which the programme of the case ended (the last one, where a victim has several). The older measure
  (VIC-01) counts all known victims, so the two never stand in one series. Under what was done, each share is of the
  victims who consented.
*/
WITH victims AS (
    SELECT
        order_end_date,
        engaged,
        view_prior,
        progress_given,
        support_given,
        contacted,
        area_key,
        victim_type,
        sex,
        age_band,
        ethnicity_group
    FROM core_kpi_victims
    WHERE consented = 1
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
    SELECT order_end_date, engaged AS done, area_key, 'all' AS breakdown, 'all' AS category FROM victims
    UNION ALL
    SELECT order_end_date, engaged, area_key, 'victim_type', victim_type FROM victims
    UNION ALL
    SELECT order_end_date, engaged, area_key, 'sex', sex FROM victims
    UNION ALL
    SELECT order_end_date, engaged, area_key, 'age_band', age_band FROM victims
    UNION ALL
    SELECT order_end_date, engaged, area_key, 'ethnicity_group', ethnicity_group FROM victims
    UNION ALL
    SELECT order_end_date, view_prior, area_key, 'what_was_done', 'Asked for views before the outcome' FROM victims
    UNION ALL
    SELECT order_end_date, progress_given, area_key, 'what_was_done', 'Told of progress' FROM victims
    UNION ALL
    SELECT order_end_date, support_given, area_key, 'what_was_done', 'Given further support' FROM victims
    UNION ALL
    SELECT order_end_date, contacted, area_key, 'what_was_done', 'Contacted' FROM victims
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
        SUM(h.done) AS victims_engaged,
        COUNT(*) AS consenting
    FROM shown AS h
    INNER JOIN spine AS s ON h.order_end_date >= s.period_start AND h.order_end_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.victims_engaged, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.consenting, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
