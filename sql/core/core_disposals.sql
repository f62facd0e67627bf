/*
name: core_disposals
title: Disposals of children living here
grain: one row per child per day on which substantive outcomes were given
reads: [core_substantive_outcomes, core_children]
source: A1 ETH-01 and ETH-02, B7 (one child, many offences), T-36
notes: >
  All that one child was given on one day, by the police or a court, is one disposal, called by the gravest of it.
  Living here on the day, not changed on appeal, at a recorded age of 10 to 17. A child with several records is
  described by the one with the smallest id, so that it is of one ethnic group whatever its records say.
*/
WITH given AS (
    SELECT
        linked_id,
        outcome_date AS disposal_date,
        MIN(outcome_rank) AS gravest,
        MAX(age_years) AS age_years
    FROM core_substantive_outcomes
    WHERE residence_on_outcome = 'LOCAL' AND age_years BETWEEN 10 AND 17
    GROUP BY linked_id, outcome_date
)

SELECT
    g.linked_id,
    g.disposal_date,
    CASE g.gravest
        WHEN 1 THEN 'Custody'
        WHEN 2 THEN 'Community'
        WHEN 3 THEN 'First-tier'
        ELSE 'Pre-Court'
    END AS outcome_group,
    c.area_key,
    c.sex,
    c.ethnicity_group,
    CASE WHEN g.age_years < 15 THEN '10-14' ELSE '15-17' END AS age_band
FROM given AS g
INNER JOIN core_children AS c ON c.ypid = g.linked_id
ORDER BY g.linked_id, g.disposal_date
