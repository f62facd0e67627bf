/*
name: core_prevention_work
title: One-to-one prevention work, and whether the child offended after it began
grain: one row per piece of work of the YISP or the anti-social behaviour team with a child
reads: [core_yisp, core_asb_cases, core_children, core_substantive_outcomes]
source: A1 PRE-01, PRE-02; C4 (the no-offence check needs outcomes); B2a step 8 (breaches do not count)
notes: >
  Work that never began is none; group work of the YISP is left out (D11 speaks of one to one), and work whose kind
  was not recorded is one to one. A child offended when an offence committed after the first day was given a
  substantive outcome, or when the worker knows of one: an outcome given elsewhere is in no case system of ours.
  There is no fixed follow-up: whatever the extracts hold counts, so the figure of one year worsens as time passes.
*/
WITH work AS (
    SELECT 'YISP' AS team, yisp_referral_id AS work_id, ypid, yisp_start AS work_start, yisp_end AS work_end,
        offended_after AS worker_knows
    FROM core_yisp
    WHERE yisp_start IS NOT NULL AND COALESCE(one_to_one, TRUE) = TRUE
    UNION ALL
    SELECT 'ASB', asb_case_id, ypid, asb_start, asb_end, reoffended_after
    FROM core_asb_cases
),

worked AS (
    SELECT
        w.team,
        w.work_id,
        c.linked_id,
        CAST(w.work_start AS DATE) AS work_start,
        CAST(w.work_end AS DATE) AS work_end,
        CASE WHEN w.worker_knows = TRUE THEN 1 ELSE 0 END AS worker_knows,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        EXTRACT(YEAR FROM w.work_start) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM w.work_start) * 100 + EXTRACT(DAY FROM w.work_start)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM work AS w
    INNER JOIN core_children AS c ON c.ypid = w.ypid
),

proven AS (
    SELECT linked_id, MAX(offence_date) AS last_offence_date
    FROM core_substantive_outcomes
    WHERE yjb_category NOT LIKE 'BREACH%'
    GROUP BY linked_id
)

SELECT
    w.team,
    w.work_id,
    w.linked_id,
    w.work_start,
    w.work_end,
    CASE WHEN w.worker_knows = 1 OR p.last_offence_date > w.work_start THEN 1 ELSE 0 END AS offended,
    w.area_key,
    w.sex,
    w.ethnicity_group,
    CASE
        WHEN w.age_years < 10 THEN 'under 10'
        WHEN w.age_years < 15 THEN '10-14'
        WHEN w.age_years < 18 THEN '15-17'
        ELSE '18 and over'
    END AS age_band
FROM worked AS w
LEFT JOIN proven AS p ON p.linked_id = w.linked_id
ORDER BY w.team, w.work_id
