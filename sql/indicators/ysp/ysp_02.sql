/*
id: YSP-02
title: "YISP: mean fall of the Onset score"
why: >
  The score says how likely a child is to offend; the work is to bring it down.
definition: >
  Onset score at the start less the score at the end, on average over the work that ended in the period with both
  scores recorded.
numerator: Onset points at the start less points at the end
denominator: pieces of work ended with both scores
counting_unit: referral
unit: ratio
decimals: 1
polarity: higher is better
basis: [ytd, fy, quarter]
theme: [Q4]
source: measures.md A4, C1
data_source: service log
reads: [core_yisp_referrals, periods, areas]
page: PRE-01
begins_with: core_yisp.yisp_referral_date
notes: >
  A fall is positive, a rise negative. Work without both scores is left out, so it may speak for the better kept
  cases. Points a child, not a share.
*/
WITH ended_work AS (
    SELECT work_end, onset_fall, area_key, sex, age_band, ethnicity_group
    FROM core_yisp_referrals
    WHERE onset_fall IS NOT NULL
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT work_end, onset_fall, area_key, 'all' AS breakdown, 'all' AS category FROM ended_work
    UNION ALL
    SELECT work_end, onset_fall, area_key, 'sex', sex FROM ended_work
    UNION ALL
    SELECT work_end, onset_fall, area_key, 'age_band', age_band FROM ended_work
    UNION ALL
    SELECT work_end, onset_fall, area_key, 'ethnicity_group', ethnicity_group FROM ended_work
),

headings AS (
    SELECT breakdown, category
    FROM shown
    WHERE breakdown <> 'all'
    GROUP BY breakdown, category
),

cells AS (
    SELECT s.period_id, p.area_code, 'all' AS breakdown, 'all' AS category
    FROM spine AS s
    CROSS JOIN places AS p
    UNION ALL
    SELECT s.period_id, p.area_code, h.breakdown, h.category
    FROM spine AS s
    CROSS JOIN places AS p
    CROSS JOIN headings AS h
    WHERE p.area_level = 'service'
),

counted AS (
    SELECT
        s.period_id,
        a.area_code,
        h.breakdown,
        h.category,
        SUM(h.onset_fall) AS points_fallen,
        COUNT(*) AS ended_work
    FROM shown AS h
    INNER JOIN spine AS s ON h.work_end >= s.period_start AND h.work_end < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.points_fallen, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.ended_work, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
