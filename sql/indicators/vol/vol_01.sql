/*
id: VOL-01
title: Volunteers
why: >
  The service rests on volunteers, who should be like the community they come from.
definition: >
  Volunteers on the books on the day, by sex and ethnicity.
numerator: volunteers
denominator: none
counting_unit: volunteer
unit: count
decimals: 0
polarity: context
basis: [as_at]
theme: [Q2]
source: "measures.md A1, T-18; D11 section 6"
data_source: service log
reads: [core_volunteers_once, periods, areas]
begins_with: core_volunteers.joined_date
notes: >
  People, each once, also where a name has changed and both entries are linked. Those whose ethnicity is not stated
  are shown apart and folded into no group: the plan's text counted four of them as male (T-18). For the whole
  service: volunteers are not recorded by district.
*/
WITH volunteers AS (
    SELECT joined_date, left_date, sex, ethnicity_group, ethnicity, ethnicity_and_sex
    FROM core_volunteers_once
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis = 'as_at'
),

places AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

shown AS (
    SELECT joined_date, left_date, 'all' AS breakdown, 'all' AS category FROM volunteers
    UNION ALL
    SELECT joined_date, left_date, 'sex', sex FROM volunteers
    UNION ALL
    SELECT joined_date, left_date, 'ethnicity_group', ethnicity_group FROM volunteers
    UNION ALL
    SELECT joined_date, left_date, 'ethnicity', ethnicity FROM volunteers
    UNION ALL
    SELECT joined_date, left_date, 'ethnicity_and_sex', ethnicity_and_sex FROM volunteers
),

headings AS (
    SELECT 'all' AS breakdown, 'all' AS category
    UNION ALL
    SELECT breakdown, category
    FROM shown
    WHERE breakdown <> 'all'
    GROUP BY breakdown, category
),

cells AS (
    SELECT s.period_id, p.area_code, h.breakdown, h.category
    FROM spine AS s
    CROSS JOIN places AS p
    CROSS JOIN headings AS h
),

counted AS (
    SELECT
        s.period_id,
        h.breakdown,
        h.category,
        COUNT(*) AS volunteers
    FROM shown AS h
    INNER JOIN spine AS s
        ON h.joined_date < s.period_until AND (h.left_date IS NULL OR h.left_date >= s.period_start)
    GROUP BY s.period_id, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.volunteers, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
