/*
name: core_statutory_orders
title: Court orders and licences that the service supervises
grain: one row per order of a child
reads: [core_interventions, core_children]
source: A4 (Referral, Reparation, YRO performance), T-36 (counts orders)
notes: >
  Orders of a court and the community part of custody; cautions, curfews, attendance centres and prevention are not
  among them. Where the child lived at the end is where it lived at the start, if the end was not recorded. Without a
  reason for ending, an order is completed where it is marked as completed successfully. The age is that on the first
  day.
*/
WITH kinds AS (
    SELECT 'REFERRAL_ORDER' AS code, 'Referral order' AS disposal
    UNION ALL
    SELECT 'REPARATION_ORDER', 'Reparation order'
    UNION ALL
    SELECT 'YOUTH_REHABILITATION_ORDER', 'Youth rehabilitation order'
    UNION ALL
    SELECT 'ACTION_PLAN_ORDER', 'Other community order'
    UNION ALL
    SELECT 'SUPERVISION_ORDER', 'Other community order'
    UNION ALL
    SELECT 'CRO', 'Other community order'
    UNION ALL
    SELECT 'CPO', 'Other community order'
    UNION ALL
    SELECT 'CPRO', 'Other community order'
    UNION ALL
    SELECT 'DTTO', 'Other community order'
    UNION ALL
    SELECT 'DETENTION_AND_TRAINING_ORDER', 'Licence after custody'
    UNION ALL
    SELECT 'SECTION_90_91_DETENTION', 'Licence after custody'
    UNION ALL
    SELECT 'SECTION_90_92_DETENTION', 'Licence after custody'
    UNION ALL
    SELECT 'SECTION_226_B', 'Licence after custody'
    UNION ALL
    SELECT 'SECTION_226_LIFE', 'Licence after custody'
    UNION ALL
    SELECT 'SECTION_250', 'Licence after custody'
    UNION ALL
    SELECT 'SECTION_254', 'Licence after custody'
    UNION ALL
    SELECT 'SECTION_259', 'Licence after custody'
),

orders AS (
    SELECT
        i.programme_id,
        i.ypid,
        k.disposal,
        CAST(i.start_date AS DATE) AS order_start_date,
        CAST(i.end_date AS DATE) AS order_end_date,
        CASE WHEN i.residence_on_start = 'LOCAL' THEN 1 ELSE 0 END AS local_at_start,
        CASE WHEN COALESCE(i.residence_on_end, i.residence_on_start) = 'LOCAL' THEN 1 ELSE 0 END AS local_at_end,
        CASE
            WHEN i.end_reason = 'completed' THEN 'Completed'
            WHEN i.end_reason = 'revoked' THEN 'Revoked'
            WHEN i.end_reason = 'breached' THEN 'Breached'
            WHEN i.end_reason = 'transferred' THEN 'Transferred'
            WHEN i.end_reason = 'resentenced' THEN 'Resentenced'
            WHEN i.end_reason = 'died' THEN 'Died'
            WHEN i.successfully_completed = TRUE THEN 'Completed'
            ELSE 'Not recorded'
        END AS ending,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        EXTRACT(YEAR FROM i.start_date) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM i.start_date) * 100 + EXTRACT(DAY FROM i.start_date)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM core_interventions AS i
    INNER JOIN kinds AS k ON k.code = i.disposal_type
    INNER JOIN core_children AS c ON c.ypid = i.ypid
)

SELECT
    programme_id,
    ypid,
    disposal,
    order_start_date,
    order_end_date,
    local_at_start,
    local_at_end,
    ending,
    CASE WHEN ending = 'Completed' THEN 1 ELSE 0 END AS is_completed,
    area_key,
    sex,
    ethnicity_group,
    CASE
        WHEN age_years < 15 THEN '10-14'
        WHEN age_years < 18 THEN '15-17'
        ELSE '18 and over'
    END AS age_band
FROM orders
ORDER BY programme_id
