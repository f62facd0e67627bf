/*
name: core_watch_restated
title: Values of the release in force that an earlier release put otherwise
grain: one row per published value found restated
reads: [core_watch_pairs]
source: YJ-W-0003; measures.md T-08
notes: >
  Two printings of one value may differ by their rounding: by half a unit where either is whole, by a twentieth where
  either has one decimal, else by half a hundredth.
*/
WITH pairs AS (
    SELECT
        p.*,
        ABS(p.value - p.value_before) AS apart,
        CASE
            WHEN
                p.value = CAST(CAST(p.value AS BIGINT) AS DOUBLE)
                OR p.value_before = CAST(CAST(p.value_before AS BIGINT) AS DOUBLE)
                THEN 0.5
            WHEN
                p.value * 10 = CAST(CAST(p.value * 10 AS BIGINT) AS DOUBLE)
                OR p.value_before * 10 = CAST(CAST(p.value_before * 10 AS BIGINT) AS DOUBLE)
                THEN 0.05
            ELSE 0.005
        END AS rounding
    FROM core_watch_pairs AS p
    WHERE p.kind = 'release' AND p.release_no = 1
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
FROM pairs
WHERE apart > rounding + 0.000001
GROUP BY
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
