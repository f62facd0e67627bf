/*
name: core_kpi_children
title: Children whose programme ended, as the modern key performance indicators count them
grain: one row per child per calendar quarter in which a programme that counts ended
reads: [core_interventions, core_children, core_offence_intervention, core_outcomes]
source: B5 (common cohort of KPI 1 to 10), C2 (KPI order types)
notes: >
  Programmes of the six KPI order types that ended, begun at 10 to 17 (a custodial sentence: at the day of the
  sentence, not of the release), of a child whose record is not deleted. Where the links from offences to programmes
  say which outcome led to the programme, that outcome must be of a KPI order type itself, not changed on appeal, and
  given to a child living here; a programme all of whose linked outcomes fail counts no more. Ours: a programme
  without any link stands by itself, by its own disposal, its first day and where the child lived then. Of several
  programmes of one child in one quarter the one of the most serious outcome counts, then of the latest outcome, then
  the one with the smallest id; records of one child are one child.
*/
WITH kinds AS (
    SELECT 'COMMUNITY_RESOLUTION' AS code, 'Non-substantive out-of-court disposal' AS order_type, 6 AS gravity
    UNION ALL
    SELECT 'COMMUNITY_RESOLUTION_WITH_INTERVENTION', 'Non-substantive out-of-court disposal', 6
    UNION ALL
    SELECT 'NO_FURTHER_ACTION_OUTCOME_20_21', 'Non-substantive out-of-court disposal', 6
    UNION ALL
    SELECT 'NO_FURTHER_ACTION_OUTCOME_22', 'Non-substantive out-of-court disposal', 6
    UNION ALL
    SELECT 'NO_FURTHER_ACTION_OUTCOME_22_DEFERRED', 'Non-substantive out-of-court disposal', 6
    UNION ALL
    SELECT 'YOUTH_CAUTION', 'Youth caution', 5
    UNION ALL
    SELECT 'YOUTH_CAUTION_WITH_INTERVENTION', 'Youth caution', 5
    UNION ALL
    SELECT 'YOUTH_CONDITIONAL_CAUTION', 'Youth conditional caution', 4
    UNION ALL
    SELECT 'REFERRAL_ORDER', 'Referral order', 3
    UNION ALL
    SELECT 'YOUTH_REHABILITATION_ORDER', 'Youth rehabilitation order', 2
    UNION ALL
    SELECT 'DETENTION_AND_TRAINING_ORDER', 'Custodial sentence', 1
    UNION ALL
    SELECT 'SECTION_90_91_DETENTION', 'Custodial sentence', 1
    UNION ALL
    SELECT 'SECTION_90_92_DETENTION', 'Custodial sentence', 1
    UNION ALL
    SELECT 'SECTION_226_B', 'Custodial sentence', 1
    UNION ALL
    SELECT 'SECTION_226_LIFE', 'Custodial sentence', 1
    UNION ALL
    SELECT 'SECTION_250', 'Custodial sentence', 1
    UNION ALL
    SELECT 'SECTION_254', 'Custodial sentence', 1
    UNION ALL
    SELECT 'SECTION_259', 'Custodial sentence', 1
),

programmes AS (
    SELECT
        i.programme_id,
        i.ypid,
        CAST(i.start_date AS DATE) AS start_date,
        CAST(i.end_date AS DATE) AS order_end_date,
        i.residence_on_start,
        i.school_age_end,
        k.order_type,
        k.gravity,
        c.linked_id,
        c.date_of_birth,
        c.area_key,
        c.sex,
        c.ethnicity_group
    FROM core_interventions AS i
    INNER JOIN core_children AS c ON c.ypid = i.ypid
    INNER JOIN kinds AS k ON k.code = i.disposal_type
    WHERE i.end_date IS NOT NULL
),

links AS (
    SELECT linked_programme_id AS programme_id, linked_offence_id AS offence_id
    FROM core_offence_intervention
),

linked AS (
    SELECT programme_id
    FROM links
    GROUP BY programme_id
),

outcomes AS (
    SELECT
        l.programme_id,
        CAST(u.outcome_date AS DATE) AS outcome_date,
        k.gravity,
        ROW_NUMBER() OVER (
            PARTITION BY l.programme_id
            ORDER BY k.gravity, u.outcome_date DESC
        ) AS place
    FROM links AS l
    INNER JOIN core_outcomes AS u ON u.offence_id = l.offence_id
    INNER JOIN kinds AS k ON k.code = u.legal_outcome
    WHERE
        u.residence_on_outcome = 'LOCAL'
        AND COALESCE(u.appeal_status, '') NOT IN ('Changed on appeal', 'Result of appeal successful')
),

begun AS (
    SELECT
        p.programme_id,
        p.ypid,
        p.linked_id,
        p.order_end_date,
        p.order_type,
        p.date_of_birth,
        p.area_key,
        p.sex,
        p.ethnicity_group,
        p.school_age_end,
        COALESCE(u.gravity, p.gravity) AS outcome_gravity,
        COALESCE(u.outcome_date, p.start_date) AS outcome_date,
        CASE
            WHEN p.gravity = 1 AND u.outcome_date < p.start_date THEN u.outcome_date
            ELSE p.start_date
        END AS order_start_date,
        EXTRACT(YEAR FROM p.date_of_birth + INTERVAL '4' MONTH) + 16 AS leaving_year
    FROM programmes AS p
    LEFT JOIN linked AS l ON l.programme_id = p.programme_id
    LEFT JOIN outcomes AS u ON u.programme_id = p.programme_id AND u.place = 1
    WHERE u.programme_id IS NOT NULL OR (l.programme_id IS NULL AND p.residence_on_start = 'LOCAL')
),

aged AS (
    SELECT
        b.*,
        EXTRACT(YEAR FROM b.order_start_date) - EXTRACT(YEAR FROM b.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM b.order_start_date) * 100 + EXTRACT(DAY FROM b.order_start_date)
                < EXTRACT(MONTH FROM b.date_of_birth) * 100 + EXTRACT(DAY FROM b.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years,
        CASE
            WHEN b.school_age_end IS NOT NULL THEN CASE WHEN b.school_age_end = TRUE THEN 1 ELSE 0 END
            WHEN EXTRACT(YEAR FROM b.order_end_date) < b.leaving_year THEN 1
            WHEN
                EXTRACT(YEAR FROM b.order_end_date) = b.leaving_year AND EXTRACT(MONTH FROM b.order_end_date) <= 6
                THEN 1
            ELSE 0
        END AS is_school_age,
        CASE
            WHEN EXTRACT(MONTH FROM b.order_end_date) <= 3 THEN '-01-01'
            WHEN EXTRACT(MONTH FROM b.order_end_date) <= 6 THEN '-04-01'
            WHEN EXTRACT(MONTH FROM b.order_end_date) <= 9 THEN '-07-01'
            ELSE '-10-01'
        END AS quarter_day
    FROM begun AS b
),

placed AS (
    SELECT
        a.*,
        CAST(CAST(EXTRACT(YEAR FROM a.order_end_date) AS VARCHAR) || a.quarter_day AS DATE) AS quarter_start
    FROM aged AS a
    WHERE a.age_years BETWEEN 10 AND 17
),

ranked AS (
    SELECT
        p.*,
        ROW_NUMBER() OVER (
            PARTITION BY p.linked_id, p.quarter_start
            ORDER BY p.outcome_gravity, p.outcome_date DESC, p.programme_id
        ) AS place
    FROM placed AS p
)

SELECT
    quarter_start,
    ypid,
    linked_id,
    programme_id,
    order_start_date,
    order_end_date,
    order_type,
    area_key,
    sex,
    ethnicity_group,
    CASE WHEN age_years < 15 THEN '10-14' ELSE '15-17' END AS age_band,
    is_school_age
FROM ranked
WHERE place = 1
ORDER BY quarter_start, linked_id
