/*
id: KPI-06
title: Out-of-court disposals completed (modern indicator)
why: >
  The national indicator of how well out-of-court work is carried through.
definition: >
  Programmes with one of six out-of-court disposals that ended in the period, of children living here and aged 10
  to 17 when the programme began, and were completed.
numerator: programmes completed
denominator: programmes ended
counting_unit: programme
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q4]
era_from: 2023-04-01
source: measures.md B5 KPI 6
data_source: case system
reads: [core_out_of_court_disposals, periods, areas]
page: OOC-01
begins_with: core_out_of_court.ooc_date
notes: >
  One row a programme, not a child. The six are community resolution, outcome 20 or 21, outcome 22, outcome 22
  deferred, youth caution and youth conditional caution. Residence not recorded is read as living here.
*/
WITH programmes AS (
    SELECT ooc_end, is_completed, area_key, sex, age_band, ethnicity_group, type_name
    FROM core_out_of_court_disposals
    WHERE has_programme = 1
        AND is_local = 1
        AND age_years BETWEEN 10 AND 17
        AND ooc_type NOT IN ('REPRIMAND', 'FINAL_WARNING')
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
    SELECT ooc_end, is_completed, area_key, 'all' AS breakdown, 'all' AS category FROM programmes
    UNION ALL
    SELECT ooc_end, is_completed, area_key, 'sex', sex FROM programmes
    UNION ALL
    SELECT ooc_end, is_completed, area_key, 'age_band', age_band FROM programmes
    UNION ALL
    SELECT ooc_end, is_completed, area_key, 'ethnicity_group', ethnicity_group FROM programmes
    UNION ALL
    SELECT ooc_end, is_completed, area_key, 'type', type_name FROM programmes
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
        SUM(h.is_completed) AS completed,
        COUNT(*) AS programmes
    FROM shown AS h
    INNER JOIN spine AS s ON h.ooc_end >= s.period_start AND h.ooc_end < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.completed, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.programmes, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
