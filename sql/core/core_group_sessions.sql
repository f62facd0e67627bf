/*
name: core_group_sessions
title: Group work, child by child and session by session
grain: one row per child, programme and session
reads: [core_group_work, core_children]
source: A4 (group work programmes), C3 (case drift of what people type)
notes: >
  Of a child on the books. Programmes whose names differ only in case and outer spaces are one; two rows of one child at
  one session of one programme under such names are one too, attended where either says so. Attendance that is not
  recorded stays unknown. The age is that on the day of the session.
*/
WITH written AS (
    SELECT
        g.ypid,
        UPPER(SUBSTRING(TRIM(g.group_programme), 1, 1)) || LOWER(SUBSTRING(TRIM(g.group_programme), 2)) AS programme,
        CAST(g.session_date AS DATE) AS session_date,
        CASE WHEN g.attended = TRUE THEN 1 WHEN g.attended = FALSE THEN 0 END AS attended,
        CASE WHEN g.programme_completed = TRUE THEN 1 ELSE 0 END AS completed,
        CASE WHEN g.achievement_award = TRUE THEN 1 ELSE 0 END AS awarded
    FROM core_group_work AS g
),

sessions AS (
    SELECT
        ypid,
        programme,
        session_date,
        MAX(attended) AS attended,
        MAX(completed) AS completed,
        MAX(awarded) AS awarded
    FROM written
    GROUP BY ypid, programme, session_date
),

aged AS (
    SELECT
        s.*,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        EXTRACT(YEAR FROM s.session_date) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM s.session_date) * 100 + EXTRACT(DAY FROM s.session_date)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM sessions AS s
    INNER JOIN core_children AS c ON c.ypid = s.ypid
)

SELECT
    ypid,
    programme,
    session_date,
    attended,
    completed,
    awarded,
    area_key,
    sex,
    ethnicity_group,
    CASE
        WHEN age_years < 15 THEN '10-14'
        WHEN age_years < 18 THEN '15-17'
        ELSE '18 and over'
    END AS age_band
FROM aged
ORDER BY ypid, programme, session_date
