/*
id: VOL-03
title: Panels with two volunteers
why: >
  A referral order panel needs two members of the community beside the officer.
definition: >
  Sittings of referral order panels with two volunteers or more, as a share of the sittings that volunteers' hours are
  recorded for.
numerator: sittings with two volunteers or more
denominator: sittings with a volunteer
counting_unit: meeting
unit: "%"
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q2]
source: "measures.md A4 (panels covered, ours)"
data_source: service log
reads: [core_panels, periods, areas]
page: VOL-01
begins_with: core_volunteer_hours.volunteering_date
notes: >
  From the volunteers' own hours, so a sitting without any volunteer is not known here. Two entries of one volunteer
  are one. For the whole service.
*/
WITH sittings AS (
    SELECT panel_date, has_two
    FROM core_panels
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
    SELECT panel_date, has_two, 'all' AS breakdown, 'all' AS category FROM sittings
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
        SUM(h.has_two) AS with_two,
        COUNT(*) AS sittings
    FROM shown AS h
    INNER JOIN spine AS s ON h.panel_date >= s.period_start AND h.panel_date < s.period_until
    GROUP BY s.period_id, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.with_two, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.sittings, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
