/*
name: core_iss_programmes
title: Programmes of intensive supervision and surveillance
grain: one row per programme
reads: [core_iss, core_children]
source: "A4 (ISS)"
notes: >
  Hours are those of one week. The age is that on the first day.
*/
WITH told AS (
    SELECT
        c.linked_id,
        CAST(t.start_date AS DATE) AS iss_start,
        t.iss_id,
        CAST(t.end_date AS DATE) AS iss_end,
        t.iss_type,
        t.weekly_hours_planned,
        t.weekly_hours_delivered,
        CASE WHEN t.breached = TRUE THEN 1 ELSE 0 END AS is_breached,
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
    FROM core_iss AS t
    INNER JOIN core_children AS c ON c.ypid = t.ypid
)

SELECT
    linked_id,
    iss_start,
    iss_id,
    iss_end,
    iss_type,
    weekly_hours_planned,
    weekly_hours_delivered,
    is_breached,
    area_key,
    sex,
    ethnicity_group,
    CASE WHEN age_years < 15 THEN '10-14' WHEN age_years < 18 THEN '15-17' ELSE '18 and over' END AS age_band
FROM told
ORDER BY linked_id, iss_start, iss_id, iss_end, iss_type, weekly_hours_planned, weekly_hours_delivered, is_breached
