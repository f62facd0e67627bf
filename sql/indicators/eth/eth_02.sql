/*
id: ETH-02
title: Ethnic and gender make-up of disposals
why: >
  The make-up of disposals shows whether children of one group are dealt with more often or more gravely.
definition: >
  The headline is the share of disposals given to children whose ethnic group is recorded; each row of a group is its
  share of all disposals.
numerator: disposals given to children of the group (headline, of any recorded ethnic group)
denominator: disposals
counting_unit: event
unit: "%"
decimals: 1
polarity: context
basis: [ytd, fy, quarter]
theme: [Q1]
source: measures.md A1, B7 (one child, many offences), B11 (data quality), T-36
data_source: case system
reads: [core_disposals, periods, areas]
notes: >
  A disposal is all that one child is given on one day, by the police or a court; a child may have several. What the
  sources count as a disposal here is not printed.
*/
WITH disposals AS (
    SELECT
        disposal_date,
        outcome_group,
        area_key,
        sex,
        age_band,
        ethnicity_group,
        CASE WHEN ethnicity_group = 'Information not obtainable' THEN 0 ELSE 1 END AS is_recorded
    FROM core_disposals
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
    SELECT disposal_date, area_key, 'ethnicity_group' AS breakdown, ethnicity_group AS category FROM disposals
    UNION ALL
    SELECT disposal_date, area_key, 'sex', sex FROM disposals
    UNION ALL
    SELECT disposal_date, area_key, 'age_band', age_band FROM disposals
    UNION ALL
    SELECT disposal_date, area_key, 'ethnic group and sex', ethnicity_group || ', ' || sex FROM disposals
    UNION ALL
    SELECT disposal_date, area_key, 'ethnic group and disposal', ethnicity_group || ', ' || outcome_group FROM disposals
),

headings AS (
    SELECT breakdown, category
    FROM shown
    GROUP BY breakdown, category
),

totals AS (
    SELECT s.period_id, a.area_code, SUM(d.is_recorded) AS recorded, COUNT(*) AS disposals
    FROM disposals AS d
    INNER JOIN spine AS s ON d.disposal_date >= s.period_start AND d.disposal_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = d.area_key
    GROUP BY s.period_id, a.area_code
),

counted AS (
    SELECT s.period_id, a.area_code, h.breakdown, h.category, COUNT(*) AS disposals
    FROM shown AS h
    INNER JOIN spine AS s ON h.disposal_date >= s.period_start AND h.disposal_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key AND a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    s.period_id,
    p.area_code,
    'all' AS breakdown,
    'all' AS category,
    CAST(COALESCE(t.recorded, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(t.disposals, 0) AS DOUBLE) AS denominator
FROM spine AS s
CROSS JOIN places AS p
LEFT JOIN totals AS t ON t.period_id = s.period_id AND t.area_code = p.area_code
UNION ALL
SELECT
    s.period_id,
    p.area_code,
    h.breakdown,
    h.category,
    CAST(COALESCE(n.disposals, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(t.disposals, 0) AS DOUBLE) AS denominator
FROM spine AS s
CROSS JOIN places AS p
CROSS JOIN headings AS h
LEFT JOIN totals AS t ON t.period_id = s.period_id AND t.area_code = p.area_code
LEFT JOIN counted AS n
    ON
        n.period_id = s.period_id
        AND n.area_code = p.area_code
        AND n.breakdown = h.breakdown
        AND n.category = h.category
WHERE p.area_level = 'service'
ORDER BY period_id, area_code, breakdown, category
