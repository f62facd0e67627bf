/*
name: core_reoffences
title: Proven re-offences of the local cohorts
grain: one row per cohort child and proven re-offence
reads: [core_index_events, core_substantive_outcomes]
source: B2a steps 4 to 8; T-06 (equal months only)
notes: >
  An offence counts when it was committed after the index date and by its anniversary, and proven, that is given
  its earliest substantive outcome, within 3 months of the end of the follow-up. Ours: the 3 months are given at
  each point (3, 6, 9 and 12 months), so that equal months of two cohorts compare; `counts_from_months` is the
  first point at which the offence counts, and it counts at every later one. Breaches do not count (B2a step 8,
  switchable here). Offences of every record of the child count; `ypid` is the record that entered the cohort.
*/
WITH index_events AS (
    SELECT cohort_year, ypid, linked_id, index_date
    FROM core_index_events
),

proven AS (
    SELECT linked_id, offence_id, offence_date, MIN(outcome_date) AS proof_date
    FROM core_substantive_outcomes
    WHERE yjb_category NOT LIKE 'BREACH%'
    GROUP BY linked_id, offence_id, offence_date
),

followed AS (
    SELECT
        e.cohort_year,
        e.ypid,
        e.index_date,
        p.offence_id,
        p.offence_date,
        p.proof_date,
        CASE
            WHEN
                p.offence_date <= e.index_date + INTERVAL '3' MONTH
                AND p.proof_date <= e.index_date + INTERVAL '6' MONTH
                THEN 3
            WHEN
                p.offence_date <= e.index_date + INTERVAL '6' MONTH
                AND p.proof_date <= e.index_date + INTERVAL '9' MONTH
                THEN 6
            WHEN
                p.offence_date <= e.index_date + INTERVAL '9' MONTH
                AND p.proof_date <= e.index_date + INTERVAL '12' MONTH
                THEN 9
            WHEN
                p.offence_date <= e.index_date + INTERVAL '12' MONTH
                AND p.proof_date <= e.index_date + INTERVAL '15' MONTH
                THEN 12
        END AS counts_from_months
    FROM index_events AS e
    INNER JOIN proven AS p ON p.linked_id = e.linked_id AND p.offence_date > e.index_date
)

SELECT cohort_year, ypid, index_date, offence_id, offence_date, proof_date, counts_from_months
FROM followed
WHERE counts_from_months IS NOT NULL
ORDER BY cohort_year, ypid, offence_id
