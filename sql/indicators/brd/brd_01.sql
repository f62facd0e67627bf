/*
id: BRD-01
title: Partners at the Board's meetings
why: >
  A partner that stays away neither decides nor answers for its share of the work.
definition: >
  Share of the partners with a seat that were at the Board's meetings, by a senior member or a delegate.
numerator: partners that came, meeting by meeting
denominator: partners with a seat, meeting by meeting
counting_unit: meeting
unit: "%"
decimals: 1
polarity: higher is better
basis: [fy, ytd, quarter]
theme: [core]
source: measures.md B5 KPI 8, C3; D11 section 2, D15 section 2
data_source: Board
reads: [core_board_partners, periods, areas]
begins_with: core_board_attendance.meeting_date
notes: >
  A partner with several seats is one. "Who came" has the shares of senior members, of delegates and of nobody.
  Partners that were renamed between the years (primary care trust, probation trust) are one series.
*/
WITH partners AS (
    SELECT meeting_date, organisation, came, who_came
    FROM core_board_partners
),

ways AS (
    SELECT who_came
    FROM partners
    GROUP BY who_came
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('fy', 'ytd', 'quarter')
),

service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

shown AS (
    SELECT meeting_date, came, 'all' AS breakdown, 'all' AS category
    FROM partners
    UNION ALL
    SELECT meeting_date, came, 'partner', organisation
    FROM partners
    UNION ALL
    SELECT p.meeting_date, CASE WHEN p.who_came = y.who_came THEN 1 ELSE 0 END, 'who came', y.who_came
    FROM partners AS p
    CROSS JOIN ways AS y
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
        SUM(h.came) AS counted,
        COUNT(*) AS base
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
    CAST(COALESCE(n.base, 0) AS DOUBLE) AS denominator
FROM cells AS c
CROSS JOIN service AS v
LEFT JOIN counted AS n
    ON n.period_id = c.period_id AND n.breakdown = c.breakdown AND n.category = c.category
ORDER BY c.period_id, v.area_code, c.breakdown, c.category
