/*
name: core_open_work
title: Orders and programmes that children living here are worked with under
grain: one row per order or programme
reads: [core_interventions, core_children]
source: "A1 PAR-01 (community orders), TF-01 (statutory and prevention cases); B1 (residence, as NI 45)"
notes: >
  Of children living here on the last day (on the first where the last is not recorded or has not come).
  Prevention is work without a caution or an order of a court: the prevention programmes and what follows
  informal action; all else is statutory. `work_end` is the last day, a day far off while it goes on.
  Community orders are the orders of a court that are served in the community, referral and reparation orders
  among them. The age is that on the first day.
*/
WITH work AS (
    SELECT
        i.programme_id,
        c.linked_id,
        c.date_of_birth,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        CAST(i.start_date AS DATE) AS work_start,
        CAST(COALESCE(i.end_date, DATE '2999-12-31') AS DATE) AS work_end,
        CASE
            WHEN
                i.disposal_type IN (
                    'YISP',
                    'ACCEPTABLE_BEHAVIOUR_CONTRACT',
                    'ANTISOCIAL_BEHAVIOUR_SUPPORT',
                    'IMPACT',
                    'PREVENTION_PROGRAMME',
                    'COMMUNITY_RESOLUTION',
                    'COMMUNITY_RESOLUTION_WITH_INTERVENTION',
                    'OTHER_INFORMAL_ACTION',
                    'OTHER_INFORMAL_ACTION_WITH_INTERVENTION'
                )
                THEN 'Prevention'
            ELSE 'Statutory'
        END AS work_kind,
        CASE
            WHEN
                i.disposal_type IN (
                    'REFERRAL_ORDER',
                    'REPARATION_ORDER',
                    'ACTION_PLAN_ORDER',
                    'SUPERVISION_ORDER',
                    'CRO',
                    'CPO',
                    'CPRO',
                    'DTTO',
                    'CURFEW',
                    'ATTENDANCE_CENTRE',
                    'YOUTH_REHABILITATION_ORDER'
                )
                THEN 1
            ELSE 0
        END AS is_community_order,
        EXTRACT(YEAR FROM i.start_date) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM i.start_date) * 100 + EXTRACT(DAY FROM i.start_date)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM core_interventions AS i
    INNER JOIN core_children AS c ON c.ypid = i.ypid
    WHERE COALESCE(i.residence_on_end, i.residence_on_start) = 'LOCAL'
)

SELECT
    programme_id,
    linked_id,
    date_of_birth,
    work_start,
    work_end,
    work_kind,
    is_community_order,
    area_key,
    sex,
    ethnicity_group,
    CASE WHEN age_years < 15 THEN '10-14' WHEN age_years < 18 THEN '15-17' ELSE '18 and over' END AS age_band
FROM work
ORDER BY programme_id
