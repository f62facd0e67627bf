/*
id: PRE-03
title: "IMPACT: areas worked in"
why: >
  Shows how far the street-based team reaches.
definition: >
  Areas in which the IMPACT team worked on any day of the period.
numerator: areas worked in
denominator: none
counted: areas that IMPACT worked in
counting_unit: area
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter]
theme: [Q4]
source: measures.md A1, C3; D11 section 8 objective 1
data_source: service log
reads: [core_impact_spells, periods, areas]
begins_with: core_impact_areas.impact_start
notes: >
  Each area counts once a period, however often the team came back to it. A spell without an end goes on; one open
  for more than a year is asked about.
*/
WITH spells AS (
    SELECT place_key, impact_start, impact_end, area_key
    FROM core_impact_spells
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter')
),

places AS (
    SELECT area_code
    FROM areas
    GROUP BY area_code
),


counted AS (
    SELECT s.period_id, a.area_code, COUNT(DISTINCT h.place_key) AS areas_worked_in
    FROM spells AS h
    INNER JOIN spine AS s
        ON h.impact_start < s.period_until AND (h.impact_end IS NULL OR h.impact_end >= s.period_start)
    INNER JOIN areas AS a ON a.district_code = h.area_key
    GROUP BY s.period_id, a.area_code
)

SELECT
    s.period_id,
    p.area_code,
    'all' AS breakdown,
    'all' AS category,
    CAST(COALESCE(n.areas_worked_in, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM spine AS s
CROSS JOIN places AS p
LEFT JOIN counted AS n ON n.period_id = s.period_id AND n.area_code = p.area_code
ORDER BY s.period_id, p.area_code
