/*
name: core_watch_range
title: National rates outside the range of their regions
grain: one row per published value found odd
reads: [core_published_series]
source: YJ-W-0001
notes: >
  A rate of a whole lies between the smallest and the largest rate of its parts. Judged where three regions or more are
  published and none of them lacks its value. Counts and amounts add up, so they are not judged. Two per cent beyond
  the range are let pass: some cases are of no region.
*/
WITH regions AS (
    SELECT
        source,
        family,
        statistic,
        period,
        release_key,
        MIN(value) AS smallest,
        MAX(value) AS largest,
        COUNT(*) AS published,
        COUNT(value) AS known
    FROM core_published_series
    WHERE area_level = 'region'
    GROUP BY source, family, statistic, period, release_key
)

SELECT
    n.source,
    n.family,
    n.statistic,
    n.area_code,
    n.period,
    n.release_key,
    n.table_name,
    n.column_name,
    n.file_sha256,
    n.file_name,
    n.sheet,
    n.row
FROM core_published_series AS n
INNER JOIN regions AS r
    ON
        r.source = n.source
        AND r.family = n.family
        AND r.statistic = n.statistic
        AND r.period = n.period
        AND r.release_key = n.release_key
WHERE
    n.area_level = 'national'
    AND n.unit NOT IN ('count', 'people', 'GBP')
    AND r.published >= 3
    AND r.known = r.published
    AND (n.value > 1.02 * r.largest OR n.value < 0.98 * r.smallest)
