/*
id: BSP-01
title: Bail packages beside remand decisions
why: >
  A package of support or of intensive supervision offered to the court is what keeps a child out of a secure remand.
definition: >
  Remand decisions other than unconditional bail with a bail support or intensive supervision package, as a share of
  all remand decisions other than unconditional bail.
numerator: remand decisions with a bail support or intensive supervision package
denominator: remand decisions other than unconditional bail
counting_unit: episode
unit: "%"
decimals: 1
polarity: context
basis: [ytd, fy, quarter]
theme: [Q1]
page: REM-01
source: measures.md A4 (bail support), B4
data_source: case system
reads: [core_remand_decisions, periods, areas]
notes: >
  A report topic that the plans name without a figure; what is counted is ours. The rows by package are each
  package's share of all these decisions; those by court decision say how often a package stood beside each.
*/
WITH facts AS (
    SELECT
        decision_date,
        CASE WHEN bail_package IN ('ISS', 'support') THEN 1 ELSE 0 END AS has_package,
        CASE WHEN bail_package = 'ISS' THEN 1 ELSE 0 END AS is_intensive,
        CASE WHEN bail_package = 'support' THEN 1 ELSE 0 END AS is_support,
        area_key,
        sex,
        age_band,
        ethnicity_group,
        CASE
            WHEN is_secure = 1 THEN 'remanded to secure accommodation or custody'
            WHEN remand_type LIKE '%BAIL%' THEN 'bailed'
            ELSE 'remanded to local authority accommodation'
        END AS decision
    FROM core_remand_decisions
    WHERE in_base = 1
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT decision_date, has_package, area_key, 'all' AS breakdown, 'all' AS category FROM facts
    UNION ALL
    SELECT decision_date, has_package, area_key, 'sex', sex FROM facts
    UNION ALL
    SELECT decision_date, has_package, area_key, 'age_band', age_band FROM facts
    UNION ALL
    SELECT decision_date, has_package, area_key, 'ethnicity_group', ethnicity_group FROM facts
    UNION ALL
    SELECT decision_date, has_package, area_key, 'court decision', decision FROM facts
    UNION ALL
    SELECT decision_date, is_intensive, area_key, 'package', 'intensive supervision and surveillance' FROM facts
    UNION ALL
    SELECT decision_date, is_support, area_key, 'package', 'bail support' FROM facts
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
        SUM(h.has_package) AS decisions_with_package,
        COUNT(*) AS decisions
    FROM shown AS h
    INNER JOIN spine AS s ON h.decision_date >= s.period_start AND h.decision_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.decisions_with_package, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.decisions, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
