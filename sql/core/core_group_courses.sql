/*
name: core_group_courses
title: Group work programmes of each child
grain: one row per child and programme
reads: [core_group_sessions]
source: A4 (group work programmes; Youth Achievement Award)
notes: >
  Begun at the first session the child was expected at, complete at the first session marked so; the award is of the
  first session marked so. The child is as on the first session.
*/
WITH courses AS (
    SELECT
        ypid,
        programme,
        MIN(session_date) AS first_session_date,
        MIN(CASE WHEN completed = 1 THEN session_date END) AS completed_date,
        MIN(CASE WHEN awarded = 1 THEN session_date END) AS award_date
    FROM core_group_sessions
    GROUP BY ypid, programme
)

SELECT
    c.ypid,
    c.programme,
    c.first_session_date,
    c.completed_date,
    c.award_date,
    s.area_key,
    s.sex,
    s.ethnicity_group,
    s.age_band
FROM courses AS c
INNER JOIN core_group_sessions AS s
    ON s.ypid = c.ypid AND s.programme = c.programme AND s.session_date = c.first_session_date
ORDER BY c.ypid, c.programme
