/*
id: REO-01
title: Local rate of proven re-offending
why: >
  Shows how often the children the service works with offend again, sooner than the national figures can.
definition: >
  Proven re-offences per child of the January to March cohort, committed within 3, 6, 9 or 12 months of the
  child's index date.
numerator: proven re-offences in the follow-up so far
denominator: children in the cohort
counting_unit: offence
unit: ratio
decimals: 2
polarity: lower is better
basis: [cohort]
theme: [core, Q1]
source: measures.md A1, B1 (NI 19), B2a, T-06
data_source: case system
reads: [core_index_events, core_reoffences, periods, areas]
notes: >
  Cumulative; compare only at equal months of follow-up. Each point gives courts 3 months after its follow-up to
  prove an offence (ours, so that equal months compare), so that a point shown before then may still rise.
  "Reoffenders" gives the children who re-offended over the cohort.
*/
WITH cohort AS (
    SELECT cohort_year, ypid, index_date, index_group, area_key, sex, age_band, ethnicity_group
    FROM core_index_events
),

reoffences AS (
    SELECT cohort_year, ypid, counts_from_months
    FROM core_reoffences
),

spine AS (
    SELECT period_id, period_start, period_until, follow_up_months
    FROM periods
    WHERE basis IN ('cohort')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

followed AS (
    SELECT
        s.period_id,
        c.ypid,
        c.index_group,
        c.area_key,
        c.sex,
        c.age_band,
        c.ethnicity_group,
        COUNT(r.ypid) AS reoffences,
        CASE WHEN COUNT(r.ypid) > 0 THEN 1 ELSE 0 END AS is_reoffender
    FROM spine AS s
    INNER JOIN cohort AS c ON c.index_date >= s.period_start AND c.index_date < s.period_until
    LEFT JOIN reoffences AS r
        ON
            r.cohort_year = c.cohort_year
            AND r.ypid = c.ypid
            AND r.counts_from_months <= s.follow_up_months
    GROUP BY s.period_id, c.ypid, c.index_group, c.area_key, c.sex, c.age_band, c.ethnicity_group
),

shown AS (
    SELECT period_id, area_key, reoffences AS events, 'all' AS breakdown, 'all' AS category FROM followed
    UNION ALL
    SELECT period_id, area_key, is_reoffender, 'statistic', 'reoffenders' FROM followed
    UNION ALL
    SELECT period_id, area_key, reoffences, 'index_group', index_group FROM followed
    UNION ALL
    SELECT period_id, area_key, reoffences, 'sex', sex FROM followed
    UNION ALL
    SELECT period_id, area_key, reoffences, 'age_band', age_band FROM followed
    UNION ALL
    SELECT period_id, area_key, reoffences, 'ethnicity_group', ethnicity_group FROM followed
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
    SELECT h.period_id, a.area_code, h.breakdown, h.category, SUM(h.events) AS events, COUNT(*) AS children
    FROM shown AS h
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY h.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.events, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
