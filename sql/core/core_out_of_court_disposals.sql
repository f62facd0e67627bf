/*
name: core_out_of_court_disposals
title: Out-of-court disposals, each once
grain: one row per child, kind of disposal and day
reads: [core_out_of_court, core_children]
source: B5 KPI 6, C1; C3 (duplicates within and between services)
notes: >
  The police's row and the service's row of one disposal are one: the row that says the service worked with the
  child goes first, then one with an end, the later end, then the smaller id. All records of one child are one.
*/
WITH disposals AS (
    SELECT
        o.ooc_id,
        c.linked_id,
        o.ooc_type,
        CAST(o.ooc_date AS DATE) AS ooc_date,
        CASE WHEN o.ooc_intervention = TRUE THEN 1 ELSE 0 END AS has_programme,
        CAST(COALESCE(o.ooc_start, o.ooc_date) AS DATE) AS ooc_start,
        CAST(o.ooc_end AS DATE) AS ooc_end,
        CASE WHEN o.ooc_completed = TRUE THEN 1 ELSE 0 END AS is_completed,
        CASE WHEN o.residence_on_outcome = 'OTHER' THEN 0 ELSE 1 END AS is_local,
        c.date_of_birth,
        c.area_key,
        c.sex,
        c.ethnicity_group
    FROM core_out_of_court AS o
    INNER JOIN core_children AS c ON c.ypid = o.ypid
),

numbered AS (
    SELECT
        ooc_id,
        ooc_type,
        ooc_date,
        has_programme,
        ooc_end,
        is_completed,
        is_local,
        area_key,
        sex,
        ethnicity_group,
        EXTRACT(YEAR FROM ooc_start) - EXTRACT(YEAR FROM date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM ooc_start) * 100 + EXTRACT(DAY FROM ooc_start)
                < EXTRACT(MONTH FROM date_of_birth) * 100 + EXTRACT(DAY FROM date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years,
        ROW_NUMBER() OVER (
            PARTITION BY linked_id, ooc_type, ooc_date
            ORDER BY has_programme DESC, COALESCE(ooc_end, DATE '1900-01-01') DESC, ooc_id
        ) AS place
    FROM disposals
)

SELECT
    ooc_id,
    ooc_type,
    CASE ooc_type
        WHEN 'COMMUNITY_RESOLUTION' THEN 'Community resolution'
        WHEN 'REPRIMAND' THEN 'Reprimand'
        WHEN 'FINAL_WARNING' THEN 'Final warning'
        WHEN 'YOUTH_CAUTION' THEN 'Youth caution'
        WHEN 'YOUTH_CONDITIONAL_CAUTION' THEN 'Youth conditional caution'
        WHEN 'OUTCOME_20_21' THEN 'No further action, outcome 20 or 21'
        WHEN 'OUTCOME_22' THEN 'No further action, outcome 22'
        ELSE 'Deferred prosecution, outcome 22'
    END AS type_name,
    ooc_date,
    has_programme,
    ooc_end,
    is_completed,
    is_local,
    area_key,
    sex,
    ethnicity_group,
    age_years,
    CASE WHEN age_years < 15 THEN '10-14' WHEN age_years < 18 THEN '15-17' ELSE '18 and over' END AS age_band
FROM numbered
WHERE place = 1
ORDER BY ooc_id
