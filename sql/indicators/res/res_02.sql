/*
id: RES-02
title: Offended again after release
why: >
  The proof of resettlement is that children do not offend again.
definition: >
  Children released from custody since the log began who are known to have offended again by the last day of the
  period.
numerator: children who offended again
denominator: children released
counting_unit: person
unit: "%"
decimals: 1
polarity: lower is better
basis: [to_date]
theme: [Q3]
source: measures.md A1, T-15
data_source: service log
reads: [core_resettlement_cases, periods, areas]
page: RES-01
begins_with: core_resettlement.released_date
notes: >
  Open-ended: a child released last week has had a week to offend again, one released two years ago two years.
  It is never rated against a figure with a fixed time of follow-up, such as the 71.9% of the Youth Justice
  Board (T-15). The offences are those the log knows of, proven or not; one on the day of release is not after
  it. A child released twice counts once.
*/
WITH cases AS (
    SELECT released_date, reoffended_date, linked_id, area_key, project, sex, age_band, ethnicity_group
    FROM core_resettlement_cases
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis = 'to_date'
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT released_date, reoffended_date, linked_id, area_key, 'all' AS breakdown, 'all' AS category FROM cases
    UNION ALL
    SELECT released_date, reoffended_date, linked_id, area_key, 'project', project FROM cases
    UNION ALL
    SELECT released_date, reoffended_date, linked_id, area_key, 'sex', sex FROM cases
    UNION ALL
    SELECT released_date, reoffended_date, linked_id, area_key, 'age_band', age_band FROM cases
    UNION ALL
    SELECT released_date, reoffended_date, linked_id, area_key, 'ethnicity_group', ethnicity_group FROM cases
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
        COUNT(
            DISTINCT
            CASE
                WHEN h.reoffended_date > h.released_date AND h.reoffended_date < s.period_until THEN h.linked_id
            END
        ) AS children_again,
        COUNT(DISTINCT h.linked_id) AS children_released
    FROM shown AS h
    INNER JOIN spine AS s ON h.released_date >= s.period_start AND h.released_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.children_again, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children_released, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
