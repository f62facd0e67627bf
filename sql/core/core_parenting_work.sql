/*
name: core_parenting_work
title: Work with parents, one parent at a time
grain: one row per intervention with one parent
reads: [core_parenting, core_children]
source: "A4 (parenting need), B6 (parenting: 70% complete, 70% satisfied)"
notes: >
  Two parents of one child are two here: it is the parents who complete, and who are satisfied. The age is the
  child's on the first day.
*/
WITH told AS (
    SELECT
        c.linked_id,
        CAST(t.start_date AS DATE) AS parenting_start,
        t.parenting_id,
        t.parenting_type,
        CASE
            WHEN t.voluntary = TRUE THEN 'Voluntary'
            WHEN t.voluntary = FALSE THEN 'Ordered'
            ELSE 'Not recorded'
        END AS came,
        CASE WHEN t.parenting_completed = TRUE THEN 1 WHEN t.parenting_completed = FALSE THEN 0 END AS is_completed,
        CASE WHEN t.parent_satisfied = TRUE THEN 1 WHEN t.parent_satisfied = FALSE THEN 0 END AS is_satisfied,
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
    FROM core_parenting AS t
    INNER JOIN core_children AS c ON c.ypid = t.ypid
)

SELECT
    linked_id,
    parenting_start,
    parenting_id,
    parenting_type,
    came,
    is_completed,
    is_satisfied,
    area_key,
    sex,
    ethnicity_group,
    CASE WHEN age_years < 15 THEN '10-14' WHEN age_years < 18 THEN '15-17' ELSE '18 and over' END AS age_band
FROM told
ORDER BY linked_id, parenting_start, parenting_id, parenting_type, came, is_completed, is_satisfied
