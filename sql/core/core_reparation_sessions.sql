/*
name: core_reparation_sessions
title: Sessions of reparation and unpaid work
grain: one row per child's attendance at reparation or unpaid work
reads: [core_reparation, core_interventions, core_children]
source: A1 REP-01, A4 (unpaid work of 17-year-olds), C3 (hours as written)
notes: >
  Of a child on the books, under an order that is known. Where the log does not say that the hours are of an unpaid
  work requirement, they are reparation. The age is that on the day of the session.
*/
WITH sessions AS (
    SELECT
        r.reparation_session_id,
        r.programme_id,
        CAST(r.session_date AS DATE) AS session_date,
        CAST(r.reparation_hours AS DOUBLE) AS hours,
        CASE WHEN r.unpaid_work = TRUE THEN 1 ELSE 0 END AS is_unpaid_work,
        CASE WHEN r.victim_chosen = TRUE THEN 'The victim' ELSE 'Others, or not recorded' END AS chosen_by,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        EXTRACT(YEAR FROM r.session_date) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM r.session_date) * 100 + EXTRACT(DAY FROM r.session_date)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM core_reparation AS r
    INNER JOIN core_interventions AS i ON i.programme_id = r.programme_id
    INNER JOIN core_children AS c ON c.ypid = i.ypid
)

SELECT
    reparation_session_id,
    programme_id,
    session_date,
    hours,
    is_unpaid_work,
    chosen_by,
    area_key,
    sex,
    ethnicity_group,
    age_years,
    CASE
        WHEN age_years < 15 THEN '10-14'
        WHEN age_years < 18 THEN '15-17'
        ELSE '18 and over'
    END AS age_band
FROM sessions
ORDER BY reparation_session_id
