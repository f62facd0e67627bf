/*
name: core_mappa_cases
title: Spells of children under MAPPA
grain: one row per spell of a child at one level
reads: [core_mappa, core_children]
source: "A1 HRM-01"
notes: >
  `mappa_end` is the last day of the spell, a day far off while it goes on. The age is that on its first day.
*/
WITH told AS (
    SELECT
        c.linked_id,
        CAST(t.start_date AS DATE) AS mappa_start,
        CAST(COALESCE(t.end_date, DATE '2999-12-31') AS DATE) AS mappa_end,
        'Level ' || CAST(t.mappa_level AS VARCHAR) AS mappa_level,
        'Category ' || CAST(t.mappa_category AS VARCHAR) AS mappa_category,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        EXTRACT(YEAR FROM t.start_date) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM t.start_date) * 100 + EXTRACT(DAY FROM t.start_date)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM core_mappa AS t
    INNER JOIN core_children AS c ON c.ypid = t.ypid
)

SELECT
    linked_id,
    mappa_start,
    mappa_end,
    mappa_level,
    mappa_category,
    area_key,
    sex,
    ethnicity_group,
    CASE WHEN age_years < 15 THEN '10-14' WHEN age_years < 18 THEN '15-17' ELSE '18 and over' END AS age_band
FROM told
ORDER BY linked_id, mappa_start, mappa_end, mappa_level, mappa_category
