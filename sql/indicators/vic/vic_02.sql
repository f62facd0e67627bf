/*
id: VIC-02
title: Victims satisfied with taking part
why: >
  Taking part must be worth it for the victim, not only for the service.
definition: >
  Of the victims who took part and said how satisfied they were, those satisfied or very satisfied.
numerator: victims satisfied or very satisfied
denominator: victims who took part and gave a view
counting_unit: victim
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter, two_years]
theme: [Q2]
source: "measures.md A1, B6; D11 section 8, objective 6"
data_source: service log
reads: [core_known_victims, periods, areas]
page: VIC-01
begins_with: core_victims.identified_date
notes: >
  In the period in which the victim became known, as in VIC-01. Victims who gave no view are not in the base, so see
  how many did. A view of somebody who did not take part is not counted. A victim of several offences is satisfied
  where no view given says otherwise (ours).
*/
WITH victims AS (
    SELECT identified_date, satisfied, area_key, victim_type, disposal
    FROM core_known_victims
    WHERE gave_view = 1
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
    SELECT identified_date, satisfied, area_key, 'all' AS breakdown, 'all' AS category FROM victims
    UNION ALL
    SELECT identified_date, satisfied, area_key, 'victim_type', victim_type FROM victims
    UNION ALL
    SELECT identified_date, satisfied, area_key, 'disposal', disposal FROM victims
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
        SUM(h.satisfied) AS satisfied_victims,
        COUNT(*) AS views
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
    CAST(COALESCE(n.satisfied_victims, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.views, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
