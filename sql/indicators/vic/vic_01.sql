/*
id: VIC-01
title: Victims who took part in restorative work
why: >
  Victims who are heard recover better, and children who meet the harm they did offend less.
definition: >
  Known victims of final warnings (from April 2013 cautions) and relevant court orders who took up an offered way to
  take part: a letter, a panel, reparation, a statement, mediation or a conference.
numerator: victims who took part
denominator: all known victims of final warnings, cautions and relevant orders
counting_unit: victim
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter, two_years]
theme: [Q2]
source: "measures.md A1; D11 section 8, objective 6; B6 (25% from 2007-08); T-16, T-36"
data_source: service log
reads: [core_known_victims, periods, areas]
begins_with: core_victims.identified_date
notes: >
  Counts victims, not offences: one victim of several offences is one, in the period in which the service first knew
  of them. Bodies count as one victim each. All known victims are the base, not only those who were offered something.
  The 25% is a target that the Youth Justice Board set (2011-12 plan); the 2015-16 plan calls it a national average
  (T-16).
*/
WITH victims AS (
    SELECT identified_date, took_part, area_key, victim_type, disposal
    FROM core_known_victims
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter', 'two_years')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT identified_date, took_part, area_key, 'all' AS breakdown, 'all' AS category FROM victims
    UNION ALL
    SELECT identified_date, took_part, area_key, 'victim_type', victim_type FROM victims
    UNION ALL
    SELECT identified_date, took_part, area_key, 'disposal', disposal FROM victims
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
        SUM(h.took_part) AS taking_part,
        COUNT(*) AS victims
    FROM shown AS h
    INNER JOIN spine AS s ON h.identified_date >= s.period_start AND h.identified_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.taking_part, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.victims, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
