/*
name: core_watch_pairs
title: Published values beside the value they follow
grain: one row per published value and the value it is held against
reads: [core_published_series]
source: YJ-W-0002, YJ-W-0003, YJ-W-0004
notes: >
  Kind `period`: the value before it in the same series and area, each from the newest release that has it, so that a
  series is followed across releases. Kind `release`: what each earlier release said of the same period. Missing values
  are passed over.
*/
WITH valued AS (
    SELECT
        p.*,
        ROW_NUMBER() OVER (
            PARTITION BY p.source, p.family, p.statistic, p.area_code, p.period_order, p.period
            ORDER BY p.release_no, p.file_sha256, p.row
        ) AS newest_first
    FROM core_published_series AS p
    WHERE p.value IS NOT NULL
),

followed AS (
    SELECT
        v.*,
        ROW_NUMBER() OVER (
            PARTITION BY v.source, v.family, v.statistic, v.area_code
            ORDER BY v.period_order, v.period
        ) AS place
    FROM valued AS v
    WHERE v.newest_first = 1
)

SELECT
    'period' AS kind,
    later.source,
    later.family,
    later.statistic,
    later.area_code,
    later.period,
    later.period_order,
    earlier.period_order AS before_order,
    later.unit,
    later.value,
    earlier.value AS value_before,
    later.release_key,
    later.release_no,
    earlier.release_key AS release_before,
    later.table_name,
    later.column_name,
    later.file_sha256,
    later.file_name,
    later.sheet,
    later.row
FROM followed AS later
INNER JOIN followed AS earlier
    ON
        earlier.source = later.source
        AND earlier.family = later.family
        AND earlier.statistic = later.statistic
        AND earlier.area_code = later.area_code
        AND earlier.place + 1 = later.place
UNION ALL
SELECT
    'release' AS kind,
    later.source,
    later.family,
    later.statistic,
    later.area_code,
    later.period,
    later.period_order,
    earlier.period_order AS before_order,
    later.unit,
    later.value,
    earlier.value AS value_before,
    later.release_key,
    later.release_no,
    earlier.release_key AS release_before,
    later.table_name,
    later.column_name,
    later.file_sha256,
    later.file_name,
    later.sheet,
    later.row
FROM valued AS later
INNER JOIN valued AS earlier
    ON
        earlier.source = later.source
        AND earlier.family = later.family
        AND earlier.statistic = later.statistic
        AND earlier.area_code = later.area_code
        AND earlier.period = later.period
        AND earlier.release_no > later.release_no
WHERE later.newest_first = 1
