/*
name: core_prolific_reoffenders
title: The ten children of each local cohort with the most proven re-offences
grain: one row per cohort, months of follow-up and child among the ten
reads: [core_index_events, core_reoffences, periods]
source: A1 REO-09 (top ten of each cohort); B2a (follow-up)
notes: >
  At each point of follow-up, of the children with one proven re-offence or more, the ten with the most; fewer where
  fewer re-offended. Where several have as many as the tenth, the one whose record has the smaller id is taken.
*/
WITH followed AS (
    SELECT
        s.period_id,
        s.follow_up_months,
        e.ypid,
        e.linked_id,
        e.index_date,
        COUNT(*) AS reoffences
    FROM periods AS s
    INNER JOIN core_index_events AS e ON e.index_date >= s.period_start AND e.index_date < s.period_until
    INNER JOIN core_reoffences AS r
        ON r.cohort_year = e.cohort_year AND r.ypid = e.ypid AND r.counts_from_months <= s.follow_up_months
    WHERE s.basis = 'cohort'
    GROUP BY s.period_id, s.follow_up_months, e.ypid, e.linked_id, e.index_date
),

ranked AS (
    SELECT
        f.*,
        ROW_NUMBER() OVER (PARTITION BY f.period_id ORDER BY f.reoffences DESC, f.ypid) AS place
    FROM followed AS f
)

SELECT
    r.period_id,
    r.linked_id,
    r.reoffences,
    CAST(r.index_date AS DATE) AS followed_start,
    CAST(
        CASE r.follow_up_months
            WHEN 3 THEN r.index_date + INTERVAL '3' MONTH
            WHEN 6 THEN r.index_date + INTERVAL '6' MONTH
            WHEN 9 THEN r.index_date + INTERVAL '9' MONTH
            ELSE r.index_date + INTERVAL '12' MONTH
        END AS DATE
    ) AS followed_end
FROM ranked AS r
WHERE r.place <= 10
ORDER BY r.period_id, r.place
