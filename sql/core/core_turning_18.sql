/*
name: core_turning_18
title: Children on statutory work, the day each turns 18, and their move to adult services
grain: one row per statutory order or programme
reads: [core_open_work, core_transitions, core_children]
source: "A4 (transitions: aged 17 years 6 months and more, transferred, days before 18)"
notes: >
  The day of turning 18 is reckoned from the date of birth, 1 March for those born on 29 February; the log's
  own birthday is not read. Referral and move are the first of any record of the child; empty where the log
  has none: a child missing from the log was not moved.
*/
WITH log AS (
    SELECT
        c.linked_id,
        MIN(CAST(t.transfer_referred AS DATE)) AS referred_date,
        MIN(CAST(t.transferred_date AS DATE)) AS moved_date
    FROM core_transitions AS t
    INNER JOIN core_children AS c ON c.ypid = t.ypid
    GROUP BY c.linked_id
)

SELECT
    w.programme_id,
    w.linked_id,
    w.work_start,
    w.work_end,
    CAST(w.date_of_birth + INTERVAL '210' MONTH AS DATE) AS half_year_before_on,
    CAST(
        CASE
            WHEN EXTRACT(MONTH FROM w.date_of_birth) = 2 AND EXTRACT(DAY FROM w.date_of_birth) = 29
                THEN w.date_of_birth + INTERVAL '18' YEAR + INTERVAL '1' DAY
            ELSE w.date_of_birth + INTERVAL '18' YEAR
        END AS DATE
    ) AS eighteen_on,
    l.referred_date,
    l.moved_date,
    w.area_key,
    w.sex,
    w.ethnicity_group
FROM core_open_work AS w
LEFT JOIN log AS l ON l.linked_id = w.linked_id
WHERE w.work_kind = 'Statutory'
ORDER BY w.programme_id
