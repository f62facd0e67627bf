/*
name: core_asset_changes
title: Asset scores at the start and at the end of the work with a child
grain: one row per pair of an Asset at the start and the first one at the end after it
reads: [core_assessments, core_children]
source: A4 (Asset analysis); B6 (Asset bands)
notes: >
  Only Asset has a score. An Asset at the end is paired with the child's last one at the start before it, and one at the
  start with the first at the end, so that no assessment is in two pairs; of two on one day the one with the smaller
  id is at the start and at the end.
*/
WITH scored AS (
    SELECT
        a.assessment_id,
        a.stage,
        a.asset_score,
        CAST(a.assessment_date AS DATE) AS assessment_date,
        c.linked_id,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        c.date_of_birth
    FROM core_assessments AS a
    INNER JOIN core_children AS c ON c.ypid = a.ypid
    WHERE a.tool = 'ASSET' AND a.asset_score IS NOT NULL
),

paired AS (
    SELECT
        e.assessment_id,
        e.assessment_date AS end_date,
        e.asset_score AS end_score,
        s.asset_score AS start_score,
        e.area_key,
        e.sex,
        e.ethnicity_group,
        e.date_of_birth,
        ROW_NUMBER() OVER (
            PARTITION BY e.assessment_id
            ORDER BY s.assessment_date DESC, s.assessment_id
        ) AS place_of_start,
        ROW_NUMBER() OVER (
            PARTITION BY s.assessment_id
            ORDER BY e.assessment_date, e.assessment_id
        ) AS place_of_end
    FROM scored AS e
    INNER JOIN scored AS s ON s.linked_id = e.linked_id AND s.assessment_date < e.assessment_date
    WHERE e.stage = 'end' AND s.stage = 'start'
),

aged AS (
    SELECT
        p.*,
        EXTRACT(YEAR FROM p.end_date) - EXTRACT(YEAR FROM p.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM p.end_date) * 100 + EXTRACT(DAY FROM p.end_date)
                < EXTRACT(MONTH FROM p.date_of_birth) * 100 + EXTRACT(DAY FROM p.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM paired AS p
    WHERE p.place_of_start = 1 AND p.place_of_end = 1
)

SELECT
    a.assessment_id,
    a.end_date,
    a.start_score,
    a.end_score,
    CASE WHEN a.start_score >= 33 THEN 'intensive' WHEN a.start_score >= 15 THEN 'enhanced' ELSE 'standard' END
        AS level_at_start,
    a.area_key,
    a.sex,
    a.ethnicity_group,
    CASE WHEN a.age_years < 15 THEN '10-14' WHEN a.age_years < 18 THEN '15-17' ELSE '18 and over' END AS age_band
FROM aged AS a
ORDER BY a.assessment_id
