/*
id: CUS-03
title: Custodial sentences, reduction on the same period last year
why: >
  Shows whether fewer children go to custody than a year ago, by number and not by share.
definition: >
  Relative reduction of the number of custodial sentences against the same months of the year before.
numerator: custodial sentences of the same period last year less those now
denominator: custodial sentences of the same period last year
counting_unit: sentencing occasion
unit: "%"
decimals: 1
polarity: higher is better
basis: [fy, ytd]
theme: [core]
page: CUS-01
source: measures.md A1, T-09
data_source: case system
reads: [core_sentencing_occasions, periods, areas]
notes: >
  A reduction is positive. The base is the number of sentences, not the share of custody (T-09). No figure where
  last year's period lies before the history that is held, none where it had no custodial sentence.
*/
WITH occasions AS (
    SELECT occasion_date, area_key
    FROM core_sentencing_occasions
    WHERE is_custody = 1
),

spine AS (
    SELECT period_id, last_year_id, period_start, period_until
    FROM periods
    WHERE basis IN ('fy', 'ytd')
),

places AS (
    SELECT area_code
    FROM areas
    GROUP BY area_code
),

counted AS (
    SELECT s.period_id, a.area_code, COUNT(*) AS occasions
    FROM occasions AS e
    INNER JOIN spine AS s ON e.occasion_date >= s.period_start AND e.occasion_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = e.area_key
    GROUP BY s.period_id, a.area_code
),

counts AS (
    SELECT s.period_id, s.last_year_id, p.area_code, COALESCE(n.occasions, 0) AS occasions
    FROM spine AS s
    CROSS JOIN places AS p
    LEFT JOIN counted AS n ON n.period_id = s.period_id AND n.area_code = p.area_code
)

SELECT
    now.period_id,
    now.area_code,
    'all' AS breakdown,
    'all' AS category,
    CAST(before.occasions - now.occasions AS DOUBLE) AS numerator,
    CAST(before.occasions AS DOUBLE) AS denominator
FROM counts AS now
INNER JOIN counts AS before ON before.period_id = now.last_year_id AND before.area_code = now.area_code
ORDER BY now.period_id, now.area_code
