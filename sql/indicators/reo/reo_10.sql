/*
id: REO-10
title: Live tracking of the open re-offending cohort
why: >
  The cohort's re-offending can still be changed while it is followed; the published figure comes a year too late.
definition: >
  Proven re-offences known on the day for each child of the January to March cohort whose twelve months of follow-up
  are not over; by weeks since the index date, those within so many weeks of children followed as long.
numerator: re-offences committed and proven by the day
denominator: children of the open cohort (by weeks, those followed as long)
counting_unit: offence
unit: ratio
decimals: 2
polarity: lower is better
basis: [as_at]
theme: [core]
page: REO-01
source: measures.md A1, B2 (live tracker, current but incomplete), B2a, T-06
data_source: case system
reads: [core_index_events, core_reoffences, core_persons, core_ete_status, periods, areas]
notes: >
  Each day is shown as it was known then: an offence counts once its first outcome has been given by that day, so
  that the newest weeks are always short of proof. It is a tracker, not the published rate (REO-01). Weeks stand at
  every fourth. Looked after is as recorded on the extract date.
*/
WITH spine AS (
    SELECT period_id, CAST(period_end AS DATE) AS as_at_date
    FROM periods
    WHERE basis = 'as_at'
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

points AS (
    SELECT 4 AS weeks, 'week 04' AS category
    UNION ALL
    SELECT 8, 'week 08'
    UNION ALL
    SELECT 12, 'week 12'
    UNION ALL
    SELECT 16, 'week 16'
    UNION ALL
    SELECT 20, 'week 20'
    UNION ALL
    SELECT 24, 'week 24'
    UNION ALL
    SELECT 28, 'week 28'
    UNION ALL
    SELECT 32, 'week 32'
    UNION ALL
    SELECT 36, 'week 36'
    UNION ALL
    SELECT 40, 'week 40'
    UNION ALL
    SELECT 44, 'week 44'
    UNION ALL
    SELECT 48, 'week 48'
    UNION ALL
    SELECT 52, 'week 52'
),

members AS (
    SELECT
        s.period_id,
        s.as_at_date,
        e.cohort_year,
        e.ypid,
        e.index_date,
        e.index_group,
        e.area_key,
        e.sex,
        e.age_band,
        e.ethnicity_group,
        CASE
            WHEN e.index_date + INTERVAL '364' DAY <= s.as_at_date THEN 52
            WHEN e.index_date + INTERVAL '336' DAY <= s.as_at_date THEN 48
            WHEN e.index_date + INTERVAL '308' DAY <= s.as_at_date THEN 44
            WHEN e.index_date + INTERVAL '280' DAY <= s.as_at_date THEN 40
            WHEN e.index_date + INTERVAL '252' DAY <= s.as_at_date THEN 36
            WHEN e.index_date + INTERVAL '224' DAY <= s.as_at_date THEN 32
            WHEN e.index_date + INTERVAL '196' DAY <= s.as_at_date THEN 28
            WHEN e.index_date + INTERVAL '168' DAY <= s.as_at_date THEN 24
            WHEN e.index_date + INTERVAL '140' DAY <= s.as_at_date THEN 20
            WHEN e.index_date + INTERVAL '112' DAY <= s.as_at_date THEN 16
            WHEN e.index_date + INTERVAL '84' DAY <= s.as_at_date THEN 12
            WHEN e.index_date + INTERVAL '56' DAY <= s.as_at_date THEN 8
            WHEN e.index_date + INTERVAL '28' DAY <= s.as_at_date THEN 4
            ELSE 0
        END AS weeks_followed
    FROM core_index_events AS e
    INNER JOIN spine AS s ON e.index_date <= s.as_at_date AND e.index_date + INTERVAL '12' MONTH > s.as_at_date
),

known AS (
    SELECT
        m.period_id,
        m.ypid,
        m.weeks_followed,
        CASE
            WHEN r.offence_date <= m.index_date + INTERVAL '28' DAY THEN 4
            WHEN r.offence_date <= m.index_date + INTERVAL '56' DAY THEN 8
            WHEN r.offence_date <= m.index_date + INTERVAL '84' DAY THEN 12
            WHEN r.offence_date <= m.index_date + INTERVAL '112' DAY THEN 16
            WHEN r.offence_date <= m.index_date + INTERVAL '140' DAY THEN 20
            WHEN r.offence_date <= m.index_date + INTERVAL '168' DAY THEN 24
            WHEN r.offence_date <= m.index_date + INTERVAL '196' DAY THEN 28
            WHEN r.offence_date <= m.index_date + INTERVAL '224' DAY THEN 32
            WHEN r.offence_date <= m.index_date + INTERVAL '252' DAY THEN 36
            WHEN r.offence_date <= m.index_date + INTERVAL '280' DAY THEN 40
            WHEN r.offence_date <= m.index_date + INTERVAL '308' DAY THEN 44
            WHEN r.offence_date <= m.index_date + INTERVAL '336' DAY THEN 48
            WHEN r.offence_date <= m.index_date + INTERVAL '364' DAY THEN 52
            ELSE 53
        END AS week
    FROM members AS m
    INNER JOIN core_reoffences AS r
        ON
            r.cohort_year = m.cohort_year
            AND r.ypid = m.ypid
            AND r.offence_date <= m.as_at_date
            AND r.proof_date <= m.as_at_date
),

so_far AS (
    SELECT period_id, ypid, COUNT(*) AS reoffences
    FROM known
    GROUP BY period_id, ypid
),

in_education AS (
    SELECT m.period_id, m.ypid
    FROM members AS m
    INNER JOIN core_ete_status AS t
        ON
            t.ypid = m.ypid
            AND t.suitability = 'SUITABLE'
            AND t.start_date <= m.as_at_date
            AND (t.end_date IS NULL OR t.end_date >= m.as_at_date)
    GROUP BY m.period_id, m.ypid
),

children AS (
    SELECT
        m.period_id,
        m.index_group,
        m.area_key,
        m.sex,
        m.age_band,
        m.ethnicity_group,
        COALESCE(f.reoffences, 0) AS reoffences,
        CASE WHEN p.lac_flag = TRUE THEN 1 ELSE 0 END AS looked_after,
        CASE WHEN t.ypid IS NULL THEN 1 ELSE 0 END AS no_education
    FROM members AS m
    INNER JOIN core_persons AS p ON p.ypid = m.ypid
    LEFT JOIN so_far AS f ON f.period_id = m.period_id AND f.ypid = m.ypid
    LEFT JOIN in_education AS t ON t.period_id = m.period_id AND t.ypid = m.ypid
),

shown AS (
    SELECT period_id, reoffences, area_key, 'all' AS breakdown, 'all' AS category FROM children
    UNION ALL
    SELECT period_id, reoffences, area_key, 'index_group', index_group FROM children
    UNION ALL
    SELECT period_id, reoffences, area_key, 'sex', sex FROM children
    UNION ALL
    SELECT period_id, reoffences, area_key, 'age_band', age_band FROM children
    UNION ALL
    SELECT period_id, reoffences, area_key, 'ethnicity_group', ethnicity_group FROM children
    UNION ALL
    SELECT period_id, reoffences, area_key, 'factor', 'looked after' FROM children
    WHERE looked_after = 1
    UNION ALL
    SELECT period_id, reoffences, area_key, 'factor', 'no suitable education, training or employment' FROM children
    WHERE no_education = 1
    UNION ALL
    SELECT m.period_id, 0, m.area_key, 'weeks since the index date', w.category
    FROM members AS m
    INNER JOIN points AS w ON w.weeks <= m.weeks_followed
),

weekly AS (
    SELECT k.period_id, 'weeks since the index date' AS breakdown, w.category, COUNT(*) AS reoffences, a.area_code
    FROM known AS k
    INNER JOIN points AS w ON w.weeks <= k.weeks_followed AND w.weeks >= k.week
    INNER JOIN members AS m ON m.period_id = k.period_id AND m.ypid = k.ypid
    INNER JOIN areas AS a ON a.district_code = m.area_key AND a.area_level = 'service'
    GROUP BY k.period_id, w.category, a.area_code
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
        h.period_id,
        a.area_code,
        h.breakdown,
        h.category,
        SUM(h.reoffences) AS reoffences,
        COUNT(*) AS children
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
    CAST(COALESCE(n.reoffences, 0) + COALESCE(k.reoffences, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
LEFT JOIN weekly AS k
    ON
        k.period_id = c.period_id
        AND k.area_code = c.area_code
        AND k.breakdown = c.breakdown
        AND k.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
