/*
id: FTE-02
title: First-time entrants, change on the same period last year
why: >
  Shows whether fewer children are entering the justice system than a year ago, like with like.
definition: >
  Relative change of the number of first-time entrants against the same months of the year before.
numerator: first-time entrants now less those of the same period last year
denominator: first-time entrants of the same period last year
counting_unit: person
unit: "%"
decimals: 1
polarity: lower is better
basis: [ytd, fy, quarter]
theme: [core]
page: FTE-01
source: measures.md A1, B3, T-04
data_source: case system
reads: [core_first_entries, periods, areas]
notes: >
  A fall is negative. No figure where last year's period lies before the history that is held, none where it had
  no entrant.
*/
WITH entries AS (
    SELECT entry_date, area_key
    FROM core_first_entries
),

spine AS (
    SELECT period_id, last_year_id, period_start, period_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter')
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
    SELECT s.period_id, s.last_year_id, p.area_code, COALESCE(n.entrants, 0) AS entrants
    FROM spine AS s
    CROSS JOIN places AS p
    LEFT JOIN counted AS n ON n.period_id = s.period_id AND n.area_code = p.area_code
)

SELECT
    now.period_id,
    now.area_code,
    'all' AS breakdown,
    'all' AS category,
    CAST(now.entrants - before.entrants AS DOUBLE) AS numerator,
    CAST(before.entrants AS DOUBLE) AS denominator
FROM counts AS now
INNER JOIN counts AS before ON before.period_id = now.last_year_id AND before.area_code = now.area_code
ORDER BY now.period_id, now.area_code
