/*
id: FTE-04
title: First-time entrants, reduction over two and five years
why: >
  Looks past one year's ups and downs to the direction over several.
definition: >
  Relative reduction of the number of first-time entrants in a financial year against the year two, and the year
  five, before.
numerator: first-time entrants of the earlier year less those of the year
denominator: first-time entrants of the earlier year
counting_unit: person
unit: "%"
decimals: 1
polarity: higher is better
basis: [fy]
theme: [core]
page: FTE-01
source: measures.md A1, A2
data_source: case system
reads: [core_first_entries, periods, areas]
notes: >
  A reduction is positive. Given over two years and over five, for every area. No figure where the earlier year
  lies before the history that is held.
*/
WITH entries AS (
    SELECT entry_date, area_key
    FROM core_first_entries
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('fy')
),

places AS (
    SELECT area_code
    FROM areas
    GROUP BY area_code
),

counted AS (
    SELECT s.period_id, a.area_code, COUNT(*) AS entrants
    FROM entries AS e
    INNER JOIN spine AS s ON e.entry_date >= s.period_start AND e.entry_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = e.area_key
    GROUP BY s.period_id, a.area_code
),

counts AS (
    SELECT s.period_id, s.period_start, p.area_code, COALESCE(n.entrants, 0) AS entrants
    FROM spine AS s
    CROSS JOIN places AS p
    LEFT JOIN counted AS n ON n.period_id = s.period_id AND n.area_code = p.area_code
),

spans AS (
    SELECT '2 years' AS category, now.period_id, now.area_code, now.entrants, earlier.entrants AS entrants_then
    FROM counts AS now
    INNER JOIN counts AS earlier
        ON earlier.area_code = now.area_code AND earlier.period_start + INTERVAL '24' MONTH = now.period_start
    UNION ALL
    SELECT '5 years' AS category, now.period_id, now.area_code, now.entrants, earlier.entrants AS entrants_then
    FROM counts AS now
    INNER JOIN counts AS earlier
        ON earlier.area_code = now.area_code AND earlier.period_start + INTERVAL '60' MONTH = now.period_start
)

SELECT
    period_id,
    area_code,
    'span' AS breakdown,
    category,
    CAST(entrants_then - entrants AS DOUBLE) AS numerator,
    CAST(entrants_then AS DOUBLE) AS denominator
FROM spans
ORDER BY period_id, area_code, category
