/*
id: TRN-02
title: Moves to adult services, by time before 18
why: >
  A move made early can be prepared; one after 18 cannot.
definition: >
  Children whose case moved to adult services in the period, by how long before turning 18.
numerator: children moved
denominator: none
counting_unit: person
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter]
theme: [Q3]
source: measures.md A4 (transitions)
data_source: service log
reads: [core_moves_to_adults, periods, areas]
page: TRN-01
begins_with: core_transitions.transferred_date
notes: >
  The first move of a child counts. Probation trusts gave way to the National Probation Service and the
  Community Rehabilitation Companies in June 2014.
*/
WITH moves AS (
    SELECT moved_date, area_key, before_18, accepted_by, sex, ethnicity_group
    FROM core_moves_to_adults
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
    SELECT moved_date, area_key, 'all' AS breakdown, 'all' AS category FROM moves
    UNION ALL
    SELECT moved_date, area_key, 'before_18', before_18 FROM moves
    UNION ALL
    SELECT moved_date, area_key, 'accepted_by', accepted_by FROM moves
    UNION ALL
    SELECT moved_date, area_key, 'sex', sex FROM moves
    UNION ALL
    SELECT moved_date, area_key, 'ethnicity_group', ethnicity_group FROM moves
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
        COUNT(*) AS moves
    FROM shown AS h
    INNER JOIN spine AS s ON h.moved_date >= s.period_start AND h.moved_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.moves, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
