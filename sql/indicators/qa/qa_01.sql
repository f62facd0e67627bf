/*
id: QA-01
title: Audited cases that are good or better
why: >
  The Board sees figures of outcomes; audits say whether the work behind them is sound.
definition: >
  Share of the cases audited that were graded good or outstanding.
numerator: audits graded good or outstanding
denominator: audits done
counting_unit: audit
unit: "%"
decimals: 1
polarity: higher is better
basis: [fy, ytd, quarter]
theme: [Q1]
source: measures.md A4 (quality assurance); D15 section 7, priority 5
data_source: quality assurance
reads: [core_qa_audits, periods, areas]
begins_with: core_qa_audits.audit_date
notes: >
  The number of audits done is the base. "Grade" has each grade's share of all audits. Cases are chosen, not
  drawn by lot: a share of what was looked at, not of the whole caseload.
*/
WITH audits AS (
    SELECT
        CAST(audit_date AS DATE) AS audit_date,
        audit_grade,
        audit_theme,
        CASE WHEN audit_grade IN ('Outstanding', 'Good') THEN 1 ELSE 0 END AS is_good
    FROM core_qa_audits
),

grades AS (
    SELECT audit_grade
    FROM audits
    GROUP BY audit_grade
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
    SELECT audit_date, is_good, 'all' AS breakdown, 'all' AS category
    FROM audits
    UNION ALL
    SELECT audit_date, is_good, 'theme', audit_theme
    FROM audits
    UNION ALL
    SELECT a.audit_date, CASE WHEN a.audit_grade = g.audit_grade THEN 1 ELSE 0 END, 'grade', g.audit_grade
    FROM audits AS a
    CROSS JOIN grades AS g
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
        SUM(h.is_good) AS counted,
        COUNT(*) AS base
    FROM shown AS h
    INNER JOIN spine AS s ON h.audit_date >= s.period_start AND h.audit_date < s.period_until
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
