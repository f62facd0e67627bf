/*
name: core_watch_findings
title: Watch findings, one line each
grain: one row per rule and published value, or per rule, release and series where a great part of the series is odd
reads: [core_watch_values]
source: YJ-W-0001 to YJ-W-0005
notes: >
  A restated series is one line an area. Whatever is odd in more than ten areas, or more than twelve times in one area,
  is one line for the whole series, at its first row: it is one thing to ask the publisher about, not a hundred.
*/
WITH spread AS (
    SELECT
        code,
        source,
        family,
        statistic,
        release_key,
        COUNT(*) AS found,
        COUNT(DISTINCT area_code) AS areas
    FROM core_watch_values
    GROUP BY code, source, family, statistic, release_key
),

placed AS (
    SELECT
        v.*,
        CASE
            WHEN s.areas > 10 OR s.found > 12 * s.areas THEN 'series'
            WHEN v.code = 'YJ-W-0003' THEN 'area'
            ELSE 'value'
        END AS told_by
    FROM core_watch_values AS v
    INNER JOIN spread AS s
        ON
            s.code = v.code
            AND s.source = v.source
            AND s.family = v.family
            AND s.statistic = v.statistic
            AND s.release_key = v.release_key
),

keyed AS (
    SELECT
        p.*,
        CASE WHEN p.told_by = 'series' THEN '' ELSE p.area_code END AS area_key,
        CASE WHEN p.told_by = 'value' THEN p.period ELSE '' END AS period_key
    FROM placed AS p
),

ranked AS (
    SELECT
        k.*,
        ROW_NUMBER() OVER (
            PARTITION BY k.code, k.source, k.family, k.statistic, k.release_key, k.area_key, k.period_key
            ORDER BY k.file_sha256, COALESCE(k.sheet, ''), k.row
        ) AS place,
        COUNT(*) OVER (
            PARTITION BY k.code, k.source, k.family, k.statistic, k.release_key, k.area_key, k.period_key
        ) AS found
    FROM keyed AS k
)

SELECT
    code,
    table_name,
    file_sha256,
    file_name,
    sheet,
    row,
    column_name,
    source,
    family,
    statistic,
    area_key,
    period_key,
    found
FROM ranked
WHERE place = 1
ORDER BY code, table_name, file_sha256, COALESCE(sheet, ''), row
