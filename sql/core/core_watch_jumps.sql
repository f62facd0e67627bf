/*
name: core_watch_jumps
title: Published values about ten times those they follow, or a tenth
grain: one row per published value found odd
reads: [core_watch_pairs]
source: YJ-W-0002
notes: >
  A single value is odd from eight times, or below an eighth. A series is odd as a whole where five areas or more are
  published, the middle one grew or shrank fivefold or more, and four in five lie within a factor of two of it: that is a
  changed unit, not a changed world. Populations have a rule of their own. A value of nought has no ratio.
*/
WITH ratios AS (
    SELECT
        p.*,
        p.value / NULLIF(p.value_before, 0) AS ratio
    FROM core_watch_pairs AS p
    WHERE p.value > 0 AND p.value_before > 0 AND p.unit <> 'people'
),

ranked AS (
    SELECT
        r.*,
        ROW_NUMBER() OVER (
            PARTITION BY
                r.kind, r.source, r.family, r.statistic, r.period, r.before_order, r.release_key, r.release_before
            ORDER BY r.ratio, r.area_code
        ) AS place,
        COUNT(*) OVER (
            PARTITION BY
                r.kind, r.source, r.family, r.statistic, r.period, r.before_order, r.release_key, r.release_before
        ) AS areas
    FROM ratios AS r
),

middles AS (
    SELECT
        kind,
        source,
        family,
        statistic,
        period,
        before_order,
        release_key,
        release_before,
        AVG(ratio) AS middle
    FROM ranked
    WHERE areas >= 5 AND 2 * place BETWEEN areas AND areas + 2
    GROUP BY kind, source, family, statistic, period, before_order, release_key, release_before
),

shifts AS (
    SELECT
        r.kind,
        r.source,
        r.family,
        r.statistic,
        r.period,
        r.before_order,
        r.release_key,
        r.release_before
    FROM ratios AS r
    INNER JOIN middles AS m
        ON
            m.kind = r.kind
            AND m.source = r.source
            AND m.family = r.family
            AND m.statistic = r.statistic
            AND m.period = r.period
            AND m.before_order = r.before_order
            AND m.release_key = r.release_key
            AND m.release_before = r.release_before
    WHERE m.middle >= 5 OR m.middle <= 0.2
    GROUP BY r.kind, r.source, r.family, r.statistic, r.period, r.before_order, r.release_key, r.release_before
    HAVING SUM(CASE WHEN r.ratio BETWEEN m.middle / 2 AND m.middle * 2 THEN 5 ELSE 0 END) >= 4 * COUNT(*)
)

SELECT
    r.source,
    r.family,
    r.statistic,
    r.area_code,
    r.period,
    r.release_key,
    r.table_name,
    r.column_name,
    r.file_sha256,
    r.file_name,
    r.sheet,
    r.row
FROM ratios AS r
LEFT JOIN shifts AS s
    ON
        s.kind = r.kind
        AND s.source = r.source
        AND s.family = r.family
        AND s.statistic = r.statistic
        AND s.period = r.period
        AND s.before_order = r.before_order
        AND s.release_key = r.release_key
        AND s.release_before = r.release_before
WHERE s.kind IS NOT NULL OR r.ratio >= 8 OR r.ratio <= 0.125
GROUP BY
    r.source,
    r.family,
    r.statistic,
    r.area_code,
    r.period,
    r.release_key,
    r.table_name,
    r.column_name,
    r.file_sha256,
    r.file_name,
    r.sheet,
    r.row
