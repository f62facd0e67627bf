/*
id: KPI-04
title: Mental health and wellbeing, help offered or given
why: >
  Mental health needs that are not met come back as offending and harm.
definition: >
  Children whose order ended in the period and whose need was found by then, who were offered help while the order
  ran or were in treatment when it began.
numerator: children offered help, or already in treatment
denominator: children with a need found on or before the end of the order
counting_unit: person
unit: "%"
decimals: 1
polarity: higher is better
basis: [quarter, ytd, fy]
theme: [core]
era_from: 2023-04-01
page: KPI-01
source: measures.md B5 KPI 4
data_source: health
reads: [core_kpi_children, core_mental_health_referrals, periods, areas]
may_lack: [core_bank_holidays, core_offence_intervention]
notes: >
  One row per child and quarter, by the most serious programme that ended; a longer period adds its quarters up. The
  need is found on the day of the referral, however long ago. Treatment that began while the order ran counts as
  offered; an offer of no intervention is none.
*/
WITH referrals AS (
    SELECT
        r.linked_id,
        r.referred_date,
        COALESCE(r.offered_date, r.treatment_start) AS offered_date,
        r.treatment_start,
        r.treatment_end,
        CASE WHEN COALESCE(r.mh_treatment_type, '') <> 'NO_INTERVENTION' THEN 1 ELSE 0 END AS is_offer
    FROM core_mental_health_referrals AS r
),

children AS (
    SELECT
        k.linked_id,
        k.quarter_start,
        k.order_type,
        k.area_key,
        k.sex,
        k.age_band,
        k.ethnicity_group,
        MAX(
            CASE
                WHEN r.is_offer = 0 THEN 0
                WHEN r.offered_date >= k.order_start_date AND r.offered_date <= k.order_end_date THEN 1
                WHEN
                    r.treatment_start <= k.order_start_date
                    AND (r.treatment_end IS NULL OR r.treatment_end >= k.order_start_date)
                    THEN 1
                ELSE 0
            END
        ) AS is_helped
    FROM core_kpi_children AS k
    INNER JOIN referrals AS r ON r.linked_id = k.linked_id AND r.referred_date <= k.order_end_date
    GROUP BY k.linked_id, k.quarter_start, k.order_type, k.area_key, k.sex, k.age_band, k.ethnicity_group
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('quarter', 'ytd', 'fy')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT quarter_start, is_helped, area_key, 'all' AS breakdown, 'all' AS category FROM children
    UNION ALL
    SELECT quarter_start, is_helped, area_key, 'order type', order_type FROM children
    UNION ALL
    SELECT quarter_start, is_helped, area_key, 'sex', sex FROM children
    UNION ALL
    SELECT quarter_start, is_helped, area_key, 'age_band', age_band FROM children
    UNION ALL
    SELECT quarter_start, is_helped, area_key, 'ethnicity_group', ethnicity_group FROM children
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
        SUM(h.is_helped) AS is_helped_children,
        COUNT(*) AS children
    FROM shown AS h
    INNER JOIN spine AS s ON h.quarter_start >= s.period_start AND h.quarter_start < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.is_helped_children, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.children, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
