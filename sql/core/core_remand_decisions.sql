/*
name: core_remand_decisions
title: Remand decisions
grain: one row per remand episode of a child
reads: [core_remand_episodes, core_children]
source: B4 (secure remand, base from 2007-08), T-36 (counting unit is the episode)
notes: >
  In the base are all decisions but unconditional bail (the rule from 2007-08). A remand to custody, to youth
  detention or to court-ordered secure accommodation is secure by its type; a remand to local authority
  accommodation only where the record is flagged secure; bail never. The day the episode starts decides the
  period.
*/
WITH episodes AS (
    SELECT episode_id, ypid, start_date, remand_type, bail_package, secure
    FROM core_remand_episodes
),

children AS (
    SELECT ypid, date_of_birth, sex, ethnicity_group, area_key
    FROM core_children
),

decisions AS (
    SELECT
        e.episode_id,
        e.ypid,
        CAST(e.start_date AS DATE) AS decision_date,
        e.remand_type,
        e.bail_package,
        CASE WHEN e.remand_type = 'UNCONDITIONAL_BAIL' THEN 0 ELSE 1 END AS in_base,
        CASE
            WHEN
                e.remand_type IN (
                    'REMAND_IN_CUSTODY',
                    'COURT_ORDERED_SECURE_REMAND',
                    'REMAND_TO_YOUTH_DETENTION_ACCOMMODATION'
                )
                THEN 1
            WHEN e.remand_type LIKE 'REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION%' AND e.secure = TRUE THEN 1
            ELSE 0
        END AS is_secure,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        EXTRACT(YEAR FROM e.start_date) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM e.start_date) * 100 + EXTRACT(DAY FROM e.start_date)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM episodes AS e
    INNER JOIN children AS c ON c.ypid = e.ypid
)

SELECT
    episode_id,
    ypid,
    decision_date,
    remand_type,
    bail_package,
    in_base,
    is_secure,
    area_key,
    sex,
    ethnicity_group,
    CASE WHEN age_years < 15 THEN '10-14' ELSE '15-17' END AS age_band
FROM decisions
ORDER BY episode_id
