/*
name: core_watch_components
title: Published rates that are not what their components give
grain: one row per published value found odd
reads: [core_published_series]
source: YJ-W-0005; measures.md B2
notes: >
  Binary rate = reoffenders / cohort; frequency = reoffences / reoffenders. To a millionth, or to the rounding of a rate
  printed whole or with one decimal.
*/
WITH counts AS (
    SELECT
        source,
        family,
        area_code,
        period,
        release_key,
        MAX(CASE WHEN statistic = 'cohort' THEN value END) AS cohort,
        MAX(CASE WHEN statistic = 'reoffenders' THEN value END) AS reoffenders,
        MAX(CASE WHEN statistic = 'reoffences' THEN value END) AS reoffences
    FROM core_published_series
    WHERE statistic IN ('cohort', 'reoffenders', 'reoffences')
    GROUP BY source, family, area_code, period, release_key
),

made AS (
    SELECT
        p.*,
        CASE
            WHEN p.statistic = 'binary' THEN 100.0 * c.reoffenders / NULLIF(c.cohort, 0)
            ELSE c.reoffences / NULLIF(c.reoffenders, 0)
        END AS recomputed,
        CASE
            WHEN p.value = CAST(CAST(p.value AS BIGINT) AS DOUBLE) THEN 0.5
            WHEN p.value * 10 = CAST(CAST(p.value * 10 AS BIGINT) AS DOUBLE) THEN 0.05
            ELSE 0
        END AS rounding
    FROM core_published_series AS p
    INNER JOIN counts AS c
        ON
            c.source = p.source
            AND c.family = p.family
            AND c.area_code = p.area_code
            AND c.period = p.period
            AND c.release_key = p.release_key
    WHERE p.statistic IN ('binary', 'frequency')
)

SELECT
    source,
    family,
    statistic,
    area_code,
    period,
    release_key,
    table_name,
    column_name,
    file_sha256,
    file_name,
    sheet,
    row
FROM made
WHERE ABS(value - recomputed) > rounding + 0.000001
