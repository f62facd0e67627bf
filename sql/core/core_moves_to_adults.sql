/*
name: core_moves_to_adults
title: Moves of cases to adult services, by how long before 18
grain: one row per child moved
reads: [core_transitions, core_children]
source: "A4 (transitions: days before 18)"
notes: >
  Measured from the date of birth, not from the log's own birthday; born on 29 February, 18 on 1 March. The
  first move of any record of the child counts.
*/
WITH moves AS (
    SELECT
        t.ypid,
        c.linked_id,
        CAST(t.transferred_date AS DATE) AS moved_date,
        COALESCE(t.accepted_by, 'Not recorded') AS accepted_by,
        CAST(
            CASE
                WHEN EXTRACT(MONTH FROM c.date_of_birth) = 2 AND EXTRACT(DAY FROM c.date_of_birth) = 29
                    THEN c.date_of_birth + INTERVAL '18' YEAR + INTERVAL '1' DAY
                ELSE c.date_of_birth + INTERVAL '18' YEAR
            END AS DATE
        ) AS eighteen_on,
        c.area_key,
        c.sex,
        c.ethnicity_group
    FROM core_transitions AS t
    INNER JOIN core_children AS c ON c.ypid = t.ypid
    WHERE t.transferred_date IS NOT NULL
),

placed AS (
    SELECT m.*, ROW_NUMBER() OVER (PARTITION BY m.linked_id ORDER BY m.moved_date, m.ypid) AS place
    FROM moves AS m
)

SELECT
    linked_id,
    moved_date,
    accepted_by,
    CASE
        WHEN moved_date > eighteen_on THEN 'after turning 18'
        WHEN moved_date > eighteen_on - INTERVAL '1' MONTH THEN 'less than 1 month before'
        WHEN moved_date > eighteen_on - INTERVAL '3' MONTH THEN '1 to 3 months before'
        WHEN moved_date > eighteen_on - INTERVAL '6' MONTH THEN '3 to 6 months before'
        ELSE '6 months or more before'
    END AS before_18,
    area_key,
    sex,
    ethnicity_group
FROM placed
WHERE place = 1
ORDER BY linked_id
