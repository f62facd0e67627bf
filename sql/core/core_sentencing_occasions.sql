/*
name: core_sentencing_occasions
title: Sentencing occasions in court
grain: one row per child per sentencing occasion
reads: [core_substantive_outcomes]
source: B4 (custody, SQL), T-20 and T-36 (counting unit)
notes: >
  Ours: the sources do not say whether the share of custody counts children, sentences or occasions (T-20), so
  one child before the court on one occasion counts once, however many offences were sentenced, and the occasion
  is custodial when any of its sentences is. Without an occasion's id, all sentences of one child on one day are
  one occasion. Living here on the day, not changed on appeal, aged 10 to 17 at the first hearing (at the
  offence where no hearing is recorded). A child with several records is described by the one with the smallest id.
*/
WITH sentences AS (
    SELECT
        linked_id,
        CASE
            WHEN TRIM(COALESCE(sentencing_occasion_id, '')) = ''
                THEN 'day ' || CAST(outcome_date AS VARCHAR)
            ELSE 'occasion ' || TRIM(sentencing_occasion_id)
        END AS occasion,
        ypid,
        outcome_id,
        outcome_date,
        outcome_rank,
        area_key,
        sex,
        ethnicity_group,
        age_years
    FROM core_substantive_outcomes
    WHERE
        outcome_group IN ('First-tier', 'Community', 'Custody')
        AND residence_on_outcome = 'LOCAL'
        AND age_years BETWEEN 10 AND 17
),

placed AS (
    SELECT
        s.*,
        ROW_NUMBER() OVER (
            PARTITION BY s.linked_id, s.occasion
            ORDER BY s.ypid, s.outcome_id
        ) AS place
    FROM sentences AS s
),

occasions AS (
    SELECT
        linked_id,
        occasion,
        MAX(CASE WHEN place = 1 THEN area_key END) AS area_key,
        MAX(CASE WHEN place = 1 THEN sex END) AS sex,
        MAX(CASE WHEN place = 1 THEN ethnicity_group END) AS ethnicity_group,
        MIN(outcome_date) AS occasion_date,
        MIN(outcome_rank) AS gravest,
        MAX(age_years) AS age_years,
        COUNT(*) AS sentences
    FROM placed
    GROUP BY linked_id, occasion
)

SELECT
    linked_id,
    occasion,
    occasion_date,
    sentences,
    CASE gravest
        WHEN 1 THEN 'Custody'
        WHEN 2 THEN 'Community'
        ELSE 'First-tier'
    END AS outcome_group,
    CASE WHEN gravest = 1 THEN 1 ELSE 0 END AS is_custody,
    area_key,
    sex,
    ethnicity_group,
    CASE WHEN age_years < 15 THEN '10-14' ELSE '15-17' END AS age_band
FROM occasions
ORDER BY linked_id, occasion
