/*
id: NSC-02
title: First panel within 20 working days
why: >
  A referral order only begins to work once the panel has met.
definition: >
  Referral orders whose first panel sat within 20 working days of sentence.
numerator: first panels in time
denominator: referral orders whose 20 working days are over
counting_unit: event
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q2]
source: "measures.md A4 (panel in time), B10; National Standards (20 working days)"
data_source: case system
reads: [core_first_panels, periods, areas]
page: NSC-01
begins_with: core_order_standards.runs_from_date
notes: >
  In the period of the sentence. Day 1 is the first working day after it, by the bank holidays of England and Wales.
  Orders whose time was not over when the extract was taken are in neither number. A panel recorded before the
  sentence is not in time.
*/
WITH panels AS (
    SELECT sentence_date, in_time, area_key, sex, age_band, ethnicity_group
    FROM core_first_panels
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
    SELECT sentence_date, in_time, area_key, 'all' AS breakdown, 'all' AS category FROM panels
    UNION ALL
    SELECT sentence_date, in_time, area_key, 'sex', sex FROM panels
    UNION ALL
    SELECT sentence_date, in_time, area_key, 'age_band', age_band FROM panels
    UNION ALL
    SELECT sentence_date, in_time, area_key, 'ethnicity_group', ethnicity_group FROM panels
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
        SUM(h.in_time) AS panels_in_time,
        COUNT(*) AS panels
    FROM shown AS h
    INNER JOIN spine AS s ON h.sentence_date >= s.period_start AND h.sentence_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.panels_in_time, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.panels, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
