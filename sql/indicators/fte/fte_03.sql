/*
id: FTE-03
title: First-time entrants, reduction on the baseline year
why: >
  Shows how far the long-run fall in children entering the justice system has come since the baseline year.
definition: >
  Relative reduction of the number of first-time entrants in a financial year against the baseline year's.
numerator: first-time entrants of the baseline year less those of the year
denominator: first-time entrants of the baseline year (1,285 in 2005/06)
counting_unit: person
unit: "%"
decimals: 1
polarity: higher is better
basis: [fy]
theme: [core]
page: FTE-01
source: measures.md A1, A2 (T-02), T-05
data_source: case system
reads: [core_first_entries, core_targets, periods, areas]
notes: >
  A reduction is positive. The baseline is the latest one given among the targets, for a year no later than the
  one shown. For the whole service only, since the baseline was never given by area.
*/
WITH entries AS (
    SELECT entry_date, area_key
    FROM core_first_entries
),

spine AS (
    SELECT period_id, fy, period_start, period_until
    FROM periods
    WHERE basis IN ('fy')
),

whole_service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

baselines AS (
    SELECT fy, value
    FROM core_targets
    WHERE measure_id = 'FTE-01' AND kind = 'baseline'
),

in_force AS (
    SELECT
        s.period_id,
        b.value,
        ROW_NUMBER() OVER (PARTITION BY s.period_id ORDER BY b.fy DESC) AS place
    FROM spine AS s
    INNER JOIN baselines AS b ON b.fy <= s.fy
),

counted AS (
    SELECT s.period_id, a.area_code, COUNT(*) AS entrants
    FROM entries AS e
    INNER JOIN spine AS s ON e.entry_date >= s.period_start AND e.entry_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = e.area_key
    WHERE a.area_level = 'service'
    GROUP BY s.period_id, a.area_code
)

SELECT
    b.period_id,
    w.area_code,
    'all' AS breakdown,
    'all' AS category,
    CAST(b.value - COALESCE(n.entrants, 0) AS DOUBLE) AS numerator,
    CAST(b.value AS DOUBLE) AS denominator
FROM in_force AS b
CROSS JOIN whole_service AS w
LEFT JOIN counted AS n ON n.period_id = b.period_id AND n.area_code = w.area_code
WHERE b.place = 1
ORDER BY b.period_id, w.area_code
