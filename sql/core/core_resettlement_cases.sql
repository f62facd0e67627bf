/*
name: core_resettlement_cases
title: Releases from custody in the log of resettlement support
grain: one row per release of a child
reads: [core_resettlement, core_children]
source: "A1 RES-01, RES-02; T-15, T-38"
notes: >
  Whether support was accepted is no where it is not recorded. The project is one name of the list, whatever
  the log calls it. The age is that on release.
*/
WITH told AS (
    SELECT
        c.linked_id,
        CAST(t.released_date AS DATE) AS released_date,
        CASE WHEN t.support_offered = TRUE THEN 1 ELSE 0 END AS is_offered,
        CASE WHEN t.support_accepted = TRUE THEN 1 ELSE 0 END AS is_accepted,
        CAST(t.reoffended_date AS DATE) AS reoffended_date,
        COALESCE(t.project, 'Not recorded') AS project,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        EXTRACT(YEAR FROM t.released_date) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM t.released_date) * 100 + EXTRACT(DAY FROM t.released_date)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM core_resettlement AS t
    INNER JOIN core_children AS c ON c.ypid = t.ypid
)

SELECT
    linked_id,
    released_date,
    is_offered,
    is_accepted,
    reoffended_date,
    project,
    area_key,
    sex,
    ethnicity_group,
    CASE WHEN age_years < 15 THEN '10-14' WHEN age_years < 18 THEN '15-17' ELSE '18 and over' END AS age_band
FROM told
ORDER BY linked_id, released_date, is_offered, is_accepted, reoffended_date, project
