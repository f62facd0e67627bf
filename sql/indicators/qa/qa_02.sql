/*
id: QA-02
title: Audit actions done in time
why: >
  An audit improves nothing until what it asked for is done.
definition: >
  Share of the audit actions due that were done by the day they were due.
numerator: actions done by the day they were due
denominator: actions due
counting_unit: audit
unit: "%"
decimals: 1
polarity: higher is better
basis: [fy, ytd, quarter]
theme: [Q1]
source: measures.md A4 (quality assurance, actions); D15 section 7, priority 5
data_source: quality assurance
reads: [core_qa_audits, periods, areas]
page: QA-01
begins_with: core_qa_audits.audit_date
notes: >
  Counted in the period in which the action was due; one not yet due when the log was taken is in no base. "How
  it stands" has the shares done in time, done late and not done.
*/
WITH actions AS (
    SELECT
        CAST(action_due AS DATE) AS due_date,
        audit_theme,
        CASE
            WHEN action_done <= action_due THEN 'Done in time'
            WHEN action_done IS NOT NULL THEN 'Done late'
            ELSE 'Not done'
        END AS standing
    FROM core_qa_audits
    WHERE action_due <= extract_date
),

standings AS (
    SELECT standing
    FROM actions
    GROUP BY standing
),

judged AS (
    SELECT due_date, audit_theme, standing, CASE WHEN standing = 'Done in time' THEN 1 ELSE 0 END AS is_in_time
    FROM actions
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
    SELECT due_date, is_in_time, 'all' AS breakdown, 'all' AS category
    FROM judged
    UNION ALL
    SELECT due_date, is_in_time, 'theme', audit_theme
    FROM judged
    UNION ALL
    SELECT j.due_date, CASE WHEN j.standing = g.standing THEN 1 ELSE 0 END, 'how it stands', g.standing
    FROM judged AS j
    CROSS JOIN standings AS g
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
        SUM(h.is_in_time) AS counted,
        COUNT(*) AS base
    FROM shown AS h
    INNER JOIN spine AS s ON h.due_date >= s.period_start AND h.due_date < s.period_until
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
