/*
id: PRE-06
title: "IMPACT: fall in calls about youth anti-social behaviour"
why: >
  Residents should be troubled less after the street-based team has worked in their area.
definition: >
  Calls to the police about youth-related anti-social behaviour in the areas whose work was completed in the
  period: the 3 months before the work began less the 3 months after it was completed, as a share of the 3 months
  before.
numerator: calls in the 3 months before less calls in the 3 months after
denominator: calls in the 3 months before
counting_unit: call
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q4]
source: measures.md A1, A2 (pooled sums), C3; D11 section 8 objectives 1 and 6
data_source: police
reads: [core_impact_windows, periods, areas]
page: PRE-03
begins_with: core_asb_calls.call_date
amounts: {calls: count, areas: count}
notes: >
  The calls of all areas are added up first: it is no mean of the areas' own falls. Areas are left out where the 3
  months before or after are not whole in the police's list, or the beat was redrawn. Several calls about one
  incident count once. A fall is positive. Before and after lie in different seasons, and nobody worked in areas
  to compare with, so a fall alone proves no effect.
*/
WITH windows AS (
    SELECT impact_end, is_whole, calls_before, calls_after, area_key
    FROM core_impact_windows
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
    SELECT impact_end, calls_before - calls_after AS fewer_calls, calls_before, area_key,
        'all' AS breakdown, 'all' AS category
    FROM windows
    WHERE is_whole = 1
    UNION ALL
    SELECT impact_end, calls_before, NULL, area_key, 'calls', 'In the 3 months before' FROM windows WHERE is_whole = 1
    UNION ALL
    SELECT impact_end, calls_after, NULL, area_key, 'calls', 'In the 3 months after' FROM windows WHERE is_whole = 1
    UNION ALL
    SELECT impact_end, is_whole, NULL, area_key, 'areas', 'Compared' FROM windows
    UNION ALL
    SELECT impact_end, 1 - is_whole, NULL, area_key, 'areas', 'Left out' FROM windows
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
        SUM(h.fewer_calls) AS fewer_calls,
        SUM(h.calls_before) AS calls_before
    FROM shown AS h
    INNER JOIN spine AS s ON h.impact_end >= s.period_start AND h.impact_end < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.fewer_calls, 0) AS DOUBLE) AS numerator,
    CASE WHEN c.breakdown = 'all' THEN CAST(COALESCE(n.calls_before, 0) AS DOUBLE) END AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
