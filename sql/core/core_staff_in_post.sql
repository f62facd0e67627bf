/*
name: core_staff_in_post
title: People in post on the days shown
grain: one row per day shown and person in post
reads: [core_workforce, periods]
source: A1 (WF-01 to WF-03), T-18
notes: >
  In post is who had begun by the day and had not left before it; the last day counts. A vacant post has nobody
  in it. Who holds two posts is one person: with the higher grade of the two, and sex and ethnicity as on the
  row of the newest post. White is every White code of the 18+1 list, as in the plan's table; not stated is a
  group of its own and never part of another (T-18).
*/
WITH days AS (
    SELECT period_id, period_start
    FROM periods
    WHERE basis = 'as_at'
),

held AS (
    SELECT
        d.period_id,
        d.period_start AS day_shown,
        w.staff_id,
        w.sex,
        w.ethnicity,
        MAX(w.grade) OVER (PARTITION BY d.period_id, w.staff_id) AS highest_grade,
        ROW_NUMBER() OVER (
            PARTITION BY d.period_id, w.staff_id
            ORDER BY w.post_start DESC, w.post_id
        ) AS newest_first
    FROM core_workforce AS w
    INNER JOIN days AS d
        ON
            w.post_start <= d.period_start
            AND (w.post_end IS NULL OR w.post_end >= d.period_start)
    WHERE w.staff_id IS NOT NULL
)

SELECT
    period_id,
    day_shown,
    staff_id,
    CASE WHEN sex IN ('Female', 'Male') THEN sex ELSE 'Not stated' END AS sex,
    CASE
        WHEN ethnicity IS NULL OR ethnicity = 'NS' THEN 'Not stated'
        WHEN ethnicity LIKE 'W%' THEN 'White'
        ELSE 'Black and minority ethnic'
    END AS ethnicity_group,
    CASE WHEN highest_grade >= 13 THEN 1 ELSE 0 END AS is_grade_13
FROM held
WHERE newest_first = 1
ORDER BY period_id, staff_id
