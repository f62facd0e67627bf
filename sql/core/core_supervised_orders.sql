/*
name: core_supervised_orders
title: Orders under supervision, to which the Scaled Approach applies
grain: one row per order of a known child living here when it began
reads: [core_interventions, core_children]
source: D11 section 5 (Scaled Approach); B6 (level rule, contact frequency); B1 (Youth Rehabilitation Order)
notes: >
  Referral orders, community orders and the community part of custody. Out are pre-court disposals and reparation
  orders, which have no level, and prevention programmes.
*/
SELECT
    i.programme_id,
    c.linked_id,
    c.area_key,
    c.sex,
    c.ethnicity_group,
    CAST(c.date_of_birth AS DATE) AS date_of_birth,
    CAST(i.start_date AS DATE) AS order_start_date,
    CAST(i.end_date AS DATE) AS order_end_date
FROM core_interventions AS i
INNER JOIN core_children AS c ON c.ypid = i.ypid
WHERE
    i.residence_on_start = 'LOCAL'
    AND i.disposal_type IN (
        'REFERRAL_ORDER',
        'ACTION_PLAN_ORDER',
        'SUPERVISION_ORDER',
        'CRO',
        'CPRO',
        'DTTO',
        'YOUTH_REHABILITATION_ORDER',
        'DETENTION_AND_TRAINING_ORDER',
        'SECTION_90_91_DETENTION',
        'SECTION_90_92_DETENTION',
        'SECTION_226_B',
        'SECTION_226_LIFE',
        'SECTION_250',
        'SECTION_254',
        'SECTION_259'
    )
ORDER BY i.programme_id
