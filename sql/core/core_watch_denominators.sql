/*
name: core_watch_denominators
title: Populations that break from one year to the next
grain: one row per published value found odd
reads: [core_watch_pairs]
source: YJ-W-0004; measures.md B3
notes: >
  The change a year is held against the middle one of the area's other changes: odd is what is above 5% and above three
  times that. At least two other changes must be known. The middle, unlike the mean, is not moved by the break itself.
*/
WITH changes AS (
    SELECT
        p.*,
        ABS(p.value - p.value_before) / NULLIF(p.value_before, 0) * 100.0
        / NULLIF(p.period_order - p.before_order, 0) AS change_a_year
    FROM core_watch_pairs AS p
    WHERE p.kind = 'period' AND p.unit = 'people' AND p.value_before > 0
),

others AS (
    SELECT
        c.source,
        c.family,
        c.statistic,
        c.area_code,
        c.period,
        o.change_a_year,
        ROW_NUMBER() OVER (
            PARTITION BY c.source, c.family, c.statistic, c.area_code, c.period
            ORDER BY o.change_a_year, o.period
        ) AS place,
        COUNT(*) OVER (PARTITION BY c.source, c.family, c.statistic, c.area_code, c.period) AS known
    FROM changes AS c
    INNER JOIN changes AS o
        ON
            o.source = c.source
            AND o.family = c.family
            AND o.statistic = c.statistic
            AND o.area_code = c.area_code
            AND o.period <> c.period
    WHERE c.change_a_year > 0.05
),

usual AS (
    SELECT
        source,
        family,
        statistic,
        area_code,
        period,
        AVG(change_a_year) AS middle
    FROM others
    WHERE known >= 2 AND 2 * place BETWEEN known AND known + 2
    GROUP BY source, family, statistic, area_code, period
)

SELECT
    c.source,
    c.family,
    c.statistic,
    c.area_code,
    c.period,
    c.release_key,
    c.table_name,
    c.column_name,
    c.file_sha256,
    c.file_name,
    c.sheet,
    c.row
FROM changes AS c
INNER JOIN usual AS u
    ON
        u.source = c.source
        AND u.family = c.family
        AND u.statistic = c.statistic
        AND u.area_code = c.area_code
        AND u.period = c.period
WHERE c.change_a_year > 0.05 AND c.change_a_year > 3 * u.middle
