/*
name: core_volunteers_once
title: Volunteers, each once
grain: one row per volunteer
reads: [core_volunteers]
source: A1 VOL-01 (D11 section 6), C3 (same volunteer twice after a change of name), T-18
notes: >
  An entry that a newer one names as its earlier number is the same person and is not counted; its first day, training
  and accreditation go with the newer one. Two entries that nobody has linked are two, however alike: they are queried.
  Ethnicity not stated is a group of its own (T-18), in which sex is not shown, as the plan printed it.
*/
WITH people AS (
    SELECT
        v.volunteer_id,
        CASE WHEN e.joined_date < v.joined_date THEN e.joined_date ELSE v.joined_date END AS joined_date,
        v.left_date,
        COALESCE(v.training_completed_date, e.training_completed_date) AS training_completed_date,
        COALESCE(v.accredited_date, e.accredited_date) AS accredited_date,
        COALESCE(v.sex, 'Unknown') AS sex,
        COALESCE(v.ethnicity_group, 'Information not obtainable') AS ethnicity_group
    FROM core_volunteers AS v
    LEFT JOIN core_volunteers AS e ON e.volunteer_id = v.earlier_volunteer_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM core_volunteers AS s
        WHERE s.earlier_volunteer_id = v.volunteer_id AND s.volunteer_id <> v.volunteer_id
    )
),

grouped AS (
    SELECT
        p.*,
        CASE
            WHEN p.ethnicity_group = 'White' THEN 'White'
            WHEN p.ethnicity_group = 'Information not obtainable' THEN 'Not stated'
            ELSE 'Black and minority ethnic'
        END AS ethnicity
    FROM people AS p
)

SELECT
    volunteer_id,
    CAST(joined_date AS DATE) AS joined_date,
    CAST(left_date AS DATE) AS left_date,
    CAST(training_completed_date AS DATE) AS training_completed_date,
    CAST(accredited_date AS DATE) AS accredited_date,
    sex,
    ethnicity_group,
    ethnicity,
    CASE
        WHEN ethnicity = 'Not stated' THEN 'Not stated'
        WHEN sex = 'Unknown' THEN ethnicity || ', sex not recorded'
        ELSE ethnicity || ', ' || LOWER(sex)
    END AS ethnicity_and_sex
FROM grouped
ORDER BY volunteer_id
