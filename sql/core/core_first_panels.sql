/*
name: core_first_panels
title: First panels of referral orders whose 20 working days are over
grain: one row per referral order
reads: [core_order_standards, core_statutory_orders, working_days]
source: A4 (panel in time), B10 (working days; pending cases are in no base; day 1 is the first working day after)
notes: >
  The time runs from the day of sentence in the log. It is over on the 20th working day of England and Wales after that
  day; where the extract was taken before, the order is in no base yet. A panel that sat on a day before the sentence is
  not in time. Of several rows of one order the first day of sentence counts, and the first panel.
*/
WITH panels AS (
    SELECT
        programme_id,
        CAST(MIN(runs_from_date) AS DATE) AS sentence_date,
        CAST(MIN(done_date) AS DATE) AS panel_date,
        CAST(MAX(extract_date) AS DATE) AS known_until
    FROM core_order_standards
    WHERE standard = 'FIRST_PANEL' AND runs_from_date IS NOT NULL
    GROUP BY programme_id
),

days AS (
    SELECT sentence_date
    FROM panels
    GROUP BY sentence_date
),

numbered AS (
    SELECT d.sentence_date, MAX(w.number) AS number
    FROM days AS d
    INNER JOIN working_days AS w ON w.day <= d.sentence_date
    GROUP BY d.sentence_date
)

SELECT
    p.programme_id,
    p.sentence_date,
    CASE WHEN p.panel_date >= p.sentence_date AND p.panel_date <= w.day THEN 1 ELSE 0 END AS in_time,
    o.area_key,
    o.sex,
    o.age_band,
    o.ethnicity_group
FROM panels AS p
INNER JOIN core_statutory_orders AS o ON o.programme_id = p.programme_id AND o.disposal = 'Referral order'
INNER JOIN numbered AS n ON n.sentence_date = p.sentence_date
INNER JOIN working_days AS w ON w.number = n.number + 20
WHERE w.day <= p.known_until
ORDER BY p.programme_id
