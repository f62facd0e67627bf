/*
name: core_orders_ended
title: Relevant orders ended, with education and accommodation on the last day
grain: one row per relevant order ended
reads: [core_interventions, core_children, core_ete_status, core_accommodation]
source: B1 (NI 45, NI 46), B5 KPI 1 and 2 (all that is open must be suitable; hours are summed), T-36
notes: >
  Relevant are final warnings with intervention and, from April 2013, the cautions that took their place
  (whatever their code says, an entry among the interventions is an intervention, unless it says there was
  none), the listed community orders, Youth Rehabilitation Orders begun on or after 30 November 2009, and the
  community part of custody. Living here on the last day (on the first day where the last is not recorded); not
  transferred out, not died. A row of education or accommodation is open on the last day when it began by then
  and had not ended before. Several open rows must all be suitable, UNKNOWN is unsuitable, and no open row is
  unsuitable. The same provision entered twice in all its columns is one. Hours attended count, hours offered
  where attendance was not recorded, neither: none. Full time is 25 hours a week of school age and 16 above.
  Where school age is not recorded it ends on 30 June of the school year in which a child turns 16 (1 September
  to 31 August).
*/
WITH orders AS (
    SELECT
        i.programme_id,
        i.ypid,
        i.disposal_type,
        CAST(i.start_date AS DATE) AS order_start_date,
        CAST(i.end_date AS DATE) AS order_end_date,
        i.school_age_end,
        c.date_of_birth,
        c.area_key,
        c.sex,
        c.ethnicity_group
    FROM core_interventions AS i
    INNER JOIN core_children AS c ON c.ypid = i.ypid
    WHERE
        i.end_date IS NOT NULL
        AND COALESCE(i.residence_on_end, i.residence_on_start) = 'LOCAL'
        AND COALESCE(i.end_reason, '') NOT IN ('transferred', 'died')
        AND (
            i.disposal_type IN (
                'FINAL_WARNING',
                'FINAL_WARNING_WITH_INTERVENTION',
                'YOUTH_CAUTION',
                'YOUTH_CAUTION_WITH_INTERVENTION',
                'YOUTH_CONDITIONAL_CAUTION',
                'REFERRAL_ORDER',
                'REPARATION_ORDER',
                'ACTION_PLAN_ORDER',
                'SUPERVISION_ORDER',
                'CRO',
                'CPRO',
                'DTTO',
                'DETENTION_AND_TRAINING_ORDER',
                'SECTION_90_91_DETENTION',
                'SECTION_90_92_DETENTION',
                'SECTION_226_B',
                'SECTION_226_LIFE',
                'SECTION_250',
                'SECTION_254',
                'SECTION_259'
            )
            OR (i.disposal_type = 'YOUTH_REHABILITATION_ORDER' AND i.start_date >= DATE '2009-11-30')
        )
),

provisions AS (
    SELECT ypid, provision, suitability, start_date, end_date, hours_offered, hours_attended
    FROM core_ete_status
    GROUP BY ypid, provision, suitability, start_date, end_date, hours_offered, hours_attended
),

education AS (
    SELECT
        o.programme_id,
        COUNT(*) AS open_rows,
        SUM(CASE WHEN p.suitability = 'SUITABLE' THEN 1 ELSE 0 END) AS suitable_rows,
        SUM(COALESCE(p.hours_attended, p.hours_offered, 0)) AS hours
    FROM orders AS o
    INNER JOIN provisions AS p
        ON
            p.ypid = o.ypid
            AND p.start_date <= o.order_end_date
            AND (p.end_date IS NULL OR p.end_date >= o.order_end_date)
    GROUP BY o.programme_id
),

housing AS (
    SELECT
        o.programme_id,
        COUNT(*) AS open_rows,
        SUM(CASE WHEN a.suitability = 'SUITABLE' THEN 1 ELSE 0 END) AS suitable_rows
    FROM orders AS o
    INNER JOIN core_accommodation AS a
        ON
            a.ypid = o.ypid
            AND a.start_date <= o.order_end_date
            AND (a.end_date IS NULL OR a.end_date >= o.order_end_date)
    GROUP BY o.programme_id
),

aged AS (
    SELECT
        o.programme_id,
        EXTRACT(YEAR FROM o.date_of_birth + INTERVAL '4' MONTH) + 16 AS leaving_year,
        EXTRACT(YEAR FROM o.order_start_date) - EXTRACT(YEAR FROM o.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM o.order_start_date) * 100 + EXTRACT(DAY FROM o.order_start_date)
                < EXTRACT(MONTH FROM o.date_of_birth) * 100 + EXTRACT(DAY FROM o.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_at_start
    FROM orders AS o
),

schooled AS (
    SELECT
        o.programme_id,
        CASE
            WHEN o.school_age_end IS NOT NULL THEN CASE WHEN o.school_age_end = TRUE THEN 1 ELSE 0 END
            WHEN EXTRACT(YEAR FROM o.order_end_date) < a.leaving_year THEN 1
            WHEN
                EXTRACT(YEAR FROM o.order_end_date) = a.leaving_year AND EXTRACT(MONTH FROM o.order_end_date) <= 6
                THEN 1
            ELSE 0
        END AS is_school_age,
        CASE
            WHEN a.age_at_start < 15 THEN '10-14'
            WHEN a.age_at_start < 18 THEN '15-17'
            ELSE '18 and over'
        END AS age_band
    FROM orders AS o
    INNER JOIN aged AS a ON a.programme_id = o.programme_id
)

SELECT
    o.programme_id,
    o.ypid,
    o.disposal_type,
    o.order_start_date,
    o.order_end_date,
    o.area_key,
    o.sex,
    o.ethnicity_group,
    s.age_band,
    s.is_school_age,
    COALESCE(e.hours, 0) AS hours,
    CASE
        WHEN e.open_rows IS NULL OR e.suitable_rows < e.open_rows THEN 0
        WHEN s.is_school_age = 1 AND e.hours >= 25 THEN 1
        WHEN s.is_school_age = 0 AND e.hours >= 16 THEN 1
        ELSE 0
    END AS eet_suitable_full_time,
    CASE WHEN h.suitable_rows = h.open_rows THEN 1 ELSE 0 END AS accommodation_suitable
FROM orders AS o
INNER JOIN schooled AS s ON s.programme_id = o.programme_id
LEFT JOIN education AS e ON e.programme_id = o.programme_id
LEFT JOIN housing AS h ON h.programme_id = o.programme_id
ORDER BY o.programme_id
