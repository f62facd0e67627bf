/*
id: PRE-04
title: "IMPACT: areas completed"
why: >
  Shows how much of the street-based work was carried through.
definition: >
  Spells of work of the IMPACT team in an area that were completed in the period.
numerator: spells of work completed
denominator: none
counting_unit: area
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter]
theme: [Q4]
source: measures.md A1, C3, T-37; D11 section 8 objective 1
data_source: service log
reads: [core_impact_spells, periods, areas]
page: PRE-03
begins_with: core_impact_areas.impact_start
notes: >
  The last day decides, so the areas of a part year include those started the year before (T-37), and do not add
  up with the areas started.
*/
WITH spells AS (
    SELECT impact_end, area_key
    FROM core_impact_spells
    WHERE is_completed = 1
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
    SELECT s.period_id, a.area_code, COUNT(*) AS spells_completed
    FROM spells AS h
    INNER JOIN spine AS s ON h.impact_end >= s.period_start AND h.impact_end < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    GROUP BY s.period_id, a.area_code
)

SELECT
    s.period_id,
    p.area_code,
    'all' AS breakdown,
    'all' AS category,
    CAST(COALESCE(n.spells_completed, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM spine AS s
CROSS JOIN places AS p
LEFT JOIN counted AS n ON n.period_id = s.period_id AND n.area_code = p.area_code
ORDER BY s.period_id, p.area_code
