/*
name: core_first_entries
title: First-time entrants
grain: one row per child resident here at the first substantive outcome of his or her life
reads: [core_substantive_outcomes]
source: B3 steps 6 to 8 (steps 1 to 5 are in core_substantive_outcomes); T-19 (convictions count)
notes: >
  The order of the steps is the rule: earliest outcome of each record, then earliest over the records of one
  child (see core_person_links), and only then are those living elsewhere dropped, so that a
  child whose first outcome was elsewhere never counts here later. On one day the most serious outcome is taken,
  then the lowest outcome id.
*/
WITH outcomes AS (
    SELECT
        outcome_id,
        ypid,
        linked_id,
        area_key,
        sex,
        ethnicity_group,
        outcome_date,
        outcome_group,
        outcome_rank,
        legal_outcome,
        residence_on_outcome,
        age_band
    FROM core_substantive_outcomes
),

by_record AS (
    SELECT
        o.*,
        ROW_NUMBER() OVER (
            PARTITION BY o.ypid
            ORDER BY o.outcome_date, o.outcome_rank, o.outcome_id
        ) AS place_in_record
    FROM outcomes AS o
),

by_child AS (
    SELECT
        r.*,
        ROW_NUMBER() OVER (
            PARTITION BY r.linked_id
            ORDER BY r.outcome_date, r.outcome_rank, r.outcome_id
        ) AS place_among_records
    FROM by_record AS r
    WHERE r.place_in_record = 1
)

SELECT
    ypid,
    outcome_id,
    outcome_date AS entry_date,
    outcome_group,
    legal_outcome,
    area_key,
    sex,
    ethnicity_group,
    age_band
FROM by_child
WHERE place_among_records = 1 AND residence_on_outcome = 'LOCAL'
ORDER BY ypid
