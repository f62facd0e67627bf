/*
id: ASS-01
title: Asset score, mean change from start to end
why: >
  The score sums what makes a child likely to offend again; work that helps brings it down.
definition: >
  Mean change of the Asset score in points, from the assessment at the start to the one at the end of the work.
numerator: sum of the points by which scores rose (falls are negative)
denominator: pairs of an Asset at the start and one at the end
counting_unit: episode
unit: ratio
decimals: 1
polarity: lower is better
basis: [ytd, fy, quarter]
theme: [core]
source: measures.md A4 (Asset analysis), B6 (Asset bands); D11 Board list
data_source: case system
reads: [core_asset_changes, periods, areas]
begins_with: core_assessments.assessment_date
notes: >
  Points of the Asset scale, 0 to 64; a fall is good. Counts pairs by the day of the Asset at the end; work without
  both scores is left out. "Behind the figure" gives the mean scores themselves. AssetPlus, from August 2015,
  has no score. Officers score their own work: read it beside re-offending.
*/
WITH changes AS (
    SELECT
        end_date,
        end_score - start_score AS change,
        start_score,
        end_score,
        level_at_start,
        area_key,
        sex,
        age_band,
        ethnicity_group
    FROM core_asset_changes
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
    SELECT end_date, change, area_key, 'all' AS breakdown, 'all' AS category FROM changes
    UNION ALL
    SELECT end_date, change, area_key, 'level at the start', level_at_start FROM changes
    UNION ALL
    SELECT end_date, change, area_key, 'sex', sex FROM changes
    UNION ALL
    SELECT end_date, change, area_key, 'age_band', age_band FROM changes
    UNION ALL
    SELECT end_date, change, area_key, 'ethnicity_group', ethnicity_group FROM changes
    UNION ALL
    SELECT end_date, start_score, area_key, 'statistic', 'mean score at the start' FROM changes
    UNION ALL
    SELECT end_date, end_score, area_key, 'statistic', 'mean score at the end' FROM changes
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
        SUM(h.change) AS points,
        COUNT(*) AS pairs
    FROM shown AS h
    INNER JOIN spine AS s ON h.end_date >= s.period_start AND h.end_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.points, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.pairs, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
