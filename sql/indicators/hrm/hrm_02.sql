/*
id: HRM-02
title: Serious incidents
why: >
  Each serious incident is reviewed, so that it does not happen again.
definition: >
  Incidents in the period under the Youth Justice Board's serious incidents procedures.
numerator: serious incidents
denominator: none
counting_unit: incident
unit: count
decimals: 0
polarity: lower is better
basis: [ytd, fy, quarter]
theme: [core]
source: measures.md A1
data_source: quality assurance
reads: [core_serious_incidents, periods, areas]
page: HRM-01
begins_with: core_serious_incidents.incident_date
notes: >
  By the day of the incident, not of the report. Incidents found not to meet the definition are left out. The
  log names no child, so there is no figure by district.
*/
WITH incidents AS (
    SELECT CAST(incident_date AS DATE) AS incident_date, incident_type, incident_status
    FROM core_serious_incidents
    WHERE incident_status <> 'Not a serious incident'
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter')
),

service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

shown AS (
    SELECT incident_date, 'all' AS breakdown, 'all' AS category FROM incidents
    UNION ALL
    SELECT incident_date, 'incident_type', incident_type FROM incidents
    UNION ALL
    SELECT incident_date, 'incident_status', incident_status FROM incidents
),

headings AS (
    SELECT 'all' AS breakdown, 'all' AS category
    UNION ALL
    SELECT breakdown, category
    FROM shown
    WHERE breakdown <> 'all'
    GROUP BY breakdown, category
),

counted AS (
    SELECT s.period_id, h.breakdown, h.category, COUNT(*) AS incidents
    FROM shown AS h
    INNER JOIN spine AS s ON h.incident_date >= s.period_start AND h.incident_date < s.period_until
    GROUP BY s.period_id, h.breakdown, h.category
)

SELECT
    s.period_id,
    a.area_code,
    h.breakdown,
    h.category,
    CAST(COALESCE(n.incidents, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM spine AS s
CROSS JOIN service AS a
CROSS JOIN headings AS h
LEFT JOIN counted AS n ON n.period_id = s.period_id AND n.breakdown = h.breakdown AND n.category = h.category
ORDER BY s.period_id, a.area_code, h.breakdown, h.category
