/*
name: core_index_events
title: The local re-offending cohorts
grain: one row per child per January to March cohort
reads: [core_substantive_outcomes, core_interventions, core_children]
source: B2a steps 1 to 3; B1 NI 19
notes: >
  A child enters the cohort of a year on the first day, January to March, of a pre-court disposal, first-tier or
  community penalty, or release from custody, living here; what follows in the same window makes no second
  entry. Release is the day the community part of a custodial sentence begins, of a child aged 10 to 17 on that
  day. On one day release comes first, then the most serious outcome. A child with several records enters once, as
  the record of that day.
*/
WITH outcome_events AS (
    SELECT
        ypid,
        linked_id,
        outcome_id AS event_id,
        outcome_date AS index_date,
        outcome_group AS index_group,
        outcome_rank AS event_rank,
        area_key,
        sex,
        ethnicity_group,
        age_band
    FROM core_substantive_outcomes
    WHERE outcome_group IN ('Pre-Court', 'First-tier', 'Community') AND residence_on_outcome = 'LOCAL'
),

releases AS (
    SELECT
        i.ypid,
        c.linked_id,
        i.programme_id AS event_id,
        CAST(i.start_date AS DATE) AS index_date,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        EXTRACT(YEAR FROM i.start_date) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM i.start_date) * 100 + EXTRACT(DAY FROM i.start_date)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM core_interventions AS i
    INNER JOIN core_children AS c ON c.ypid = i.ypid
    WHERE
        i.disposal_type IN (
            'DETENTION_AND_TRAINING_ORDER',
            'SECTION_90_91_DETENTION',
            'SECTION_90_92_DETENTION',
            'SECTION_226_B',
            'SECTION_226_LIFE',
            'SECTION_250',
            'SECTION_254',
            'SECTION_259'
        )
        AND i.residence_on_start = 'LOCAL'
),

events AS (
    SELECT ypid, linked_id, event_id, index_date, index_group, event_rank, area_key, sex, ethnicity_group, age_band
    FROM outcome_events
    UNION ALL
    SELECT
        ypid,
        linked_id,
        event_id,
        index_date,
        'Custody' AS index_group,
        1 AS event_rank,
        area_key,
        sex,
        ethnicity_group,
        CASE WHEN age_years < 15 THEN '10-14' ELSE '15-17' END AS age_band
    FROM releases
    WHERE age_years BETWEEN 10 AND 17
),

in_window AS (
    SELECT e.*, EXTRACT(YEAR FROM e.index_date) AS cohort_year
    FROM events AS e
    WHERE EXTRACT(MONTH FROM e.index_date) <= 3
),

placed AS (
    SELECT
        w.*,
        ROW_NUMBER() OVER (
            PARTITION BY w.cohort_year, w.linked_id
            ORDER BY w.index_date, w.event_rank, w.event_id
        ) AS place
    FROM in_window AS w
)

SELECT cohort_year, ypid, linked_id, index_date, index_group, area_key, sex, ethnicity_group, age_band
FROM placed
WHERE place = 1
ORDER BY cohort_year, ypid
