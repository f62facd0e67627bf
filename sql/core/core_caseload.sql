/*
name: core_caseload
title: Open cases and their level of supervision on each day that is looked at
grain: one row per day, child with an open order, and record that the child is described by
reads: [core_supervised_orders, core_assessed_levels, periods]
source: D11 section 5; B6 (level rule); A1 SCA-01 to 03 (point in time, open cases)
notes: >
  A case is a child with one order or more that had begun and had not ended before the day; its level is the one in
  force on the day, "not assessed" where there is none yet.
*/
WITH days AS (
    SELECT period_id, CAST(period_start AS DATE) AS seen_on
    FROM periods
    WHERE basis = 'as_at'
),

aged AS (
    SELECT
        d.period_id,
        o.linked_id,
        o.area_key,
        o.sex,
        o.ethnicity_group,
        COALESCE(l.scaled_level, 'not assessed') AS scaled_level,
        EXTRACT(YEAR FROM d.seen_on) - EXTRACT(YEAR FROM o.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM d.seen_on) * 100 + EXTRACT(DAY FROM d.seen_on)
                < EXTRACT(MONTH FROM o.date_of_birth) * 100 + EXTRACT(DAY FROM o.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM days AS d
    INNER JOIN core_supervised_orders AS o
        ON o.order_start_date <= d.seen_on AND (o.order_end_date IS NULL OR o.order_end_date >= d.seen_on)
    LEFT JOIN core_assessed_levels AS l
        ON
            l.linked_id = o.linked_id
            AND l.level_start <= d.seen_on
            AND (l.level_until IS NULL OR l.level_until > d.seen_on)
),

banded AS (
    SELECT
        a.period_id,
        a.linked_id,
        a.area_key,
        a.sex,
        a.ethnicity_group,
        a.scaled_level,
        CASE WHEN a.age_years < 15 THEN '10-14' WHEN a.age_years < 18 THEN '15-17' ELSE '18 and over' END AS age_band
    FROM aged AS a
)

SELECT period_id, linked_id, area_key, sex, ethnicity_group, age_band, scaled_level
FROM banded
GROUP BY period_id, linked_id, area_key, sex, ethnicity_group, age_band, scaled_level
ORDER BY period_id, linked_id, area_key, sex, ethnicity_group, age_band
