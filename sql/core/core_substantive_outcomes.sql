/*
name: core_substantive_outcomes
title: Outcomes that count
grain: one row per substantive outcome of an offence by a child aged 10 to 17
reads: [core_outcomes, core_offences, core_children, core_cross_file_faults]
source: B3 steps 2 to 5; B5 KPI 9 (which age is shown)
notes: >
  Left out: diversion (no substantive outcome); outcomes changed or overturned on appeal; deleted children;
  offences at a recorded age outside 10 to 17, or first heard at 18 or over (no hearing recorded: the offence's
  age alone decides); rows stopped by the cross-file rules. `outcome_rank` puts the most serious first.
  `age_years` is the recorded age at arrest or offence for a pre-court disposal, at the first hearing otherwise.
*/
WITH outcomes AS (
    SELECT
        outcome_id,
        offence_id,
        outcome_date,
        outcome_group,
        legal_outcome,
        residence_on_outcome,
        sentencing_occasion_id,
        file_sha256,
        sheet,
        row
    FROM core_outcomes
    WHERE
        outcome_group IN ('Pre-Court', 'First-tier', 'Community', 'Custody')
        AND COALESCE(appeal_status, '') NOT IN ('Changed on appeal', 'Result of appeal successful')
),

offences AS (
    SELECT
        offence_id,
        ypid,
        offence_date,
        yjb_category,
        seriousness,
        age_at_arrest_or_offence,
        age_at_first_hearing,
        file_sha256,
        sheet,
        row
    FROM core_offences
    WHERE
        age_at_arrest_or_offence BETWEEN 10 AND 17
        AND COALESCE(age_at_first_hearing, age_at_arrest_or_offence) <= 17
),

children AS (
    SELECT ypid, linked_id, date_of_birth, sex, ethnicity_group, area_key
    FROM core_children
),

stopped AS (
    SELECT table_name, file_sha256, COALESCE(sheet, '') AS sheet, row
    FROM core_cross_file_faults
    WHERE code IN ('YJ-R-0003', 'YJ-R-0010')
    GROUP BY table_name, file_sha256, COALESCE(sheet, ''), row
),

counted AS (
    SELECT
        u.outcome_id,
        u.offence_id,
        o.ypid,
        c.linked_id,
        c.date_of_birth,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        CAST(o.offence_date AS DATE) AS offence_date,
        o.yjb_category,
        o.seriousness,
        CAST(u.outcome_date AS DATE) AS outcome_date,
        u.outcome_group,
        CASE u.outcome_group
            WHEN 'Custody' THEN 1
            WHEN 'Community' THEN 2
            WHEN 'First-tier' THEN 3
            ELSE 4
        END AS outcome_rank,
        u.legal_outcome,
        u.residence_on_outcome,
        u.sentencing_occasion_id,
        o.age_at_arrest_or_offence,
        o.age_at_first_hearing,
        CASE
            WHEN u.outcome_group = 'Pre-Court' THEN o.age_at_arrest_or_offence
            ELSE COALESCE(o.age_at_first_hearing, o.age_at_arrest_or_offence)
        END AS age_years
    FROM outcomes AS u
    INNER JOIN offences AS o ON o.offence_id = u.offence_id
    INNER JOIN children AS c ON c.ypid = o.ypid
    LEFT JOIN stopped AS su
        ON
            su.table_name = 'outcomes'
            AND su.file_sha256 = u.file_sha256
            AND su.sheet = COALESCE(u.sheet, '')
            AND su.row = u.row
    LEFT JOIN stopped AS so
        ON
            so.table_name = 'offences'
            AND so.file_sha256 = o.file_sha256
            AND so.sheet = COALESCE(o.sheet, '')
            AND so.row = o.row
    WHERE su.row IS NULL AND so.row IS NULL
)

SELECT
    outcome_id,
    offence_id,
    ypid,
    linked_id,
    date_of_birth,
    area_key,
    sex,
    ethnicity_group,
    offence_date,
    yjb_category,
    seriousness,
    outcome_date,
    outcome_group,
    outcome_rank,
    legal_outcome,
    residence_on_outcome,
    sentencing_occasion_id,
    age_at_arrest_or_offence,
    age_at_first_hearing,
    age_years,
    CASE WHEN age_years < 15 THEN '10-14' ELSE '15-17' END AS age_band
FROM counted
ORDER BY outcome_id
