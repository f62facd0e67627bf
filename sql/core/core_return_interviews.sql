/*
name: core_return_interviews
title: Return interviews due after a child was missing
grain: one row per interview due
reads: [core_exploitation, core_children]
source: "A1 CSE-01 (return interviews); B10 (what is not yet due is not in the base)"
notes: >
  In time is on or before the last day for it. One whose last day had not passed when the extract was taken is
  not in the base. Not held is not in time. The age is that on the last day for it.
*/
WITH told AS (
    SELECT
        c.linked_id,
        CAST(t.return_interview_due AS DATE) AS interview_due,
        t.exploitation_id,
        t.concern,
        CASE WHEN t.return_interview_done <= t.return_interview_due THEN 1 ELSE 0 END AS in_time,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        EXTRACT(YEAR FROM t.return_interview_due) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM t.return_interview_due) * 100 + EXTRACT(DAY FROM t.return_interview_due)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM core_exploitation AS t
    INNER JOIN core_children AS c ON c.ypid = t.ypid
    WHERE t.return_interview_due < t.extract_date
)

SELECT
    linked_id,
    interview_due,
    exploitation_id,
    concern,
    in_time,
    area_key,
    sex,
    ethnicity_group,
    CASE WHEN age_years < 15 THEN '10-14' WHEN age_years < 18 THEN '15-17' ELSE '18 and over' END AS age_band
FROM told
ORDER BY linked_id, interview_due, exploitation_id, concern, in_time
