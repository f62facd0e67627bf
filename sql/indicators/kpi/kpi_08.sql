/*
id: KPI-08
title: Senior partners at the Board's meetings
why: >
  The national indicator asks whether those who can decide sit on the Board.
definition: >
  Senior members of children's social care, education, police, probation and health who were at the Board's
  meetings; a partner counts once a meeting.
numerator: senior partners present, meeting by meeting
denominator: none
counting_unit: meeting
unit: count
decimals: 0
polarity: higher is better
basis: [quarter, ytd, fy]
theme: [core]
era_from: 2023-04-01
source: measures.md B5 KPI 8
data_source: Board
reads: [core_board_partners, periods, areas]
page: BRD-01
begins_with: core_board_attendance.meeting_date
notes: >
  The rule of 1 April 2023. Five is the most a meeting can have. Delegates are left out of the headline and
  stand in "who came"; other organisations are left out altogether.
*/
WITH partners AS (
    SELECT meeting_date, organisation, who_came
    FROM core_board_partners
    WHERE
        came = 1
        AND organisation IN ('Children''s social care', 'Education', 'Police', 'Probation', 'Health')
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('quarter', 'ytd', 'fy')
),

service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

shown AS (
    SELECT meeting_date, 'all' AS breakdown, 'all' AS category
    FROM partners
    WHERE who_came = 'Senior member'
    UNION ALL
    SELECT meeting_date, 'partner', organisation
    FROM partners
    WHERE who_came = 'Senior member'
    UNION ALL
    SELECT meeting_date, 'who came', who_came
    FROM partners
),

headings AS (
    SELECT breakdown, category
    FROM shown
    WHERE breakdown <> 'all'
    GROUP BY breakdown, category
),

cells AS (
    SELECT s.period_id, 'all' AS breakdown, 'all' AS category
    FROM spine AS s
    UNION ALL
    SELECT s.period_id, h.breakdown, h.category
    FROM spine AS s
    CROSS JOIN headings AS h
),

counted AS (
    SELECT
        s.period_id,
        h.breakdown,
        h.category,
        COUNT(*) AS counted
    FROM shown AS h
    INNER JOIN spine AS s ON h.meeting_date >= s.period_start AND h.meeting_date < s.period_until
    GROUP BY s.period_id, h.breakdown, h.category
)

SELECT
    c.period_id,
    v.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.counted, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
CROSS JOIN service AS v
LEFT JOIN counted AS n
    ON n.period_id = c.period_id AND n.breakdown = c.breakdown AND n.category = c.category
ORDER BY c.period_id, v.area_code, c.breakdown, c.category
