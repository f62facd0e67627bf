/*
id: TRN-03
title: Referred to adult services within six months of 18
why: >
  Cases are to be named to adult services in good time.
definition: >
  Children within six months of turning 18 with an order open on the day, whose case had been referred to adult
  services by then.
numerator: children referred
denominator: children aged 17 and a half or more with an order open
counting_unit: person
unit: "%"
decimals: 1
polarity: higher is better
basis: [as_at]
theme: [Q3]
source: "measures.md A4 (transitions: aged 17y6m and more)"
data_source: case system
reads: [core_turning_18, periods, areas]
page: TRN-01
begins_with: core_transitions.transfer_referred
notes: >
  Not all of them will need to move: an order may end before 18.
*/
WITH work AS (
    SELECT
        work_start,
        work_end,
        half_year_before_on,
        eighteen_on,
        referred_date,
        linked_id,
        area_key,
        sex,
        ethnicity_group
    FROM core_turning_18
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis = 'as_at'
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT
        work_start,
        work_end,
        half_year_before_on,
        eighteen_on,
        referred_date,
        linked_id,
        area_key,
        'all' AS breakdown,
        'all' AS category
    FROM work
    UNION ALL
    SELECT
        work_start,
        work_end,
        half_year_before_on,
        eighteen_on,
        referred_date,
        linked_id,
        area_key,
        'sex',
        sex
    FROM work
    UNION ALL
    SELECT
        work_start,
        work_end,
        half_year_before_on,
        eighteen_on,
        referred_date,
        linked_id,
        area_key,
        'ethnicity_group',
        ethnicity_group
    FROM work
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
        COUNT(DISTINCT CASE WHEN h.referred_date < s.period_until THEN h.linked_id END) AS children_referred,
        COUNT(DISTINCT h.linked_id) AS children_near_18
    FROM shown AS h
    INNER JOIN spine AS s ON
            h.work_start < s.period_until
            AND h.work_end >= s.period_start
            AND h.half_year_before_on < s.period_until
            AND h.eighteen_on >= s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.children_referred, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children_near_18, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
