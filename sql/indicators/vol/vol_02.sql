/*
id: VOL-02
title: Hours given by volunteers
why: >
  Shows how much of the work volunteers carry, and in which role.
definition: >
  Hours that volunteers gave in the period, by role.
numerator: hours given
denominator: none
counting_unit: hour
unit: hours
decimals: 0
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q2]
source: "measures.md A4; D11 section 6"
data_source: service log
reads: [core_volunteer_hours, periods, areas]
page: VOL-01
begins_with: core_volunteer_hours.volunteering_date
notes: >
  For the whole service. Hours of somebody who is not on the list of volunteers are counted, and queried.
*/
WITH given AS (
    SELECT
        volunteering_date,
        volunteer_hours_given AS hours,
        CASE
            WHEN volunteer_role = 'PANEL' THEN 'Referral order panel'
            WHEN volunteer_role = 'MENTOR' THEN 'Mentoring'
            WHEN volunteer_role = 'APPROPRIATE_ADULT' THEN 'Appropriate adult'
            WHEN volunteer_role = 'REPARATION' THEN 'Supervising reparation'
            ELSE 'Other'
        END AS role
    FROM core_volunteer_hours
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter')
),

places AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

shown AS (
    SELECT volunteering_date, hours, 'all' AS breakdown, 'all' AS category FROM given
    UNION ALL
    SELECT volunteering_date, hours, 'role', role FROM given
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
        SUM(h.hours) AS hours
    FROM shown AS h
    INNER JOIN spine AS s ON h.volunteering_date >= s.period_start AND h.volunteering_date < s.period_until
    GROUP BY s.period_id, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.hours, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
