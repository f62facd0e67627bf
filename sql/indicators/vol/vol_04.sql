/*
id: VOL-04
title: Volunteers trained and accredited
why: >
  All volunteers must complete the national training programme before they work with children.
definition: >
  Volunteers on the books on the day whose training was complete by then, as a share of all on the books.
numerator: volunteers whose training is complete
denominator: volunteers on the books
counting_unit: volunteer
unit: "%"
decimals: 1
polarity: higher is better
basis: [as_at]
theme: [Q2]
source: "measures.md A4; D11 section 6 (volunteer development)"
data_source: service log
reads: [core_volunteers_once, periods, areas]
page: VOL-01
begins_with: core_volunteers.joined_date
notes: >
  A volunteer without a day of training counts as not trained. Under standing, accreditation is a share of all
  volunteers too. For the whole service.
*/
WITH volunteers AS (
    SELECT joined_date, left_date, training_completed_date, accredited_date, sex
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
    SELECT
        joined_date,
        left_date,
        training_completed_date AS reached_on,
        'all' AS breakdown,
        'all' AS category
    FROM volunteers
    UNION ALL
    SELECT joined_date, left_date, training_completed_date, 'sex', sex FROM volunteers
    UNION ALL
    SELECT joined_date, left_date, training_completed_date, 'standing', 'Trained' FROM volunteers
    UNION ALL
    SELECT joined_date, left_date, accredited_date, 'standing', 'Accredited' FROM volunteers
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
        SUM(CASE WHEN h.reached_on < s.period_until THEN 1 ELSE 0 END) AS reached,
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
    CAST(COALESCE(n.reached, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.volunteers, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
