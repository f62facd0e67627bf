/*
name: core_moj_cohort_windows
title: MOJ's proven reoffending cohorts in force
grain: one row per 12-month cohort window of the spine per area, from the newest release of that window
reads: [core_moj_cohort, periods, geographies]
source: B2 (rolling 12-month cohorts), T-08 (a cohort is its source, window and place), T-31 (what "Leicestershire" means)
notes: >
  A window is released again and again; the newest release counts, and on one day the final figure before the provisional.
  Two names of one place are one place. Windows that are no 12 months of the spine (three-month cohorts) are left out.
*/
WITH releases AS (
    SELECT
        p.period_id,
        g.area_code,
        c.release_date,
        c.status,
        CAST(c.n_cohort AS DOUBLE) AS n_cohort,
        CAST(c.n_reoffenders AS DOUBLE) AS n_reoffenders,
        CAST(c.n_reoffences AS DOUBLE) AS n_reoffences,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id, g.area_code
            ORDER BY
                c.release_date DESC,
                CASE WHEN c.status = 'final' THEN 0 ELSE 1 END,
                c.geography,
                c.file_sha256,
                COALESCE(c.sheet, ''),
                c.row
        ) AS newest_first
    FROM core_moj_cohort AS c
    INNER JOIN geographies AS g ON g.name = c.geography
    INNER JOIN periods AS p
        ON
            p.basis = 'moj_cohort'
            AND p.period_start = c.cohort_start
            AND p.period_end = c.cohort_end
)

SELECT
    period_id,
    area_code,
    release_date,
    status,
    n_cohort,
    n_reoffenders,
    n_reoffences
FROM releases
WHERE newest_first = 1
ORDER BY period_id, area_code
