/*
name: core_kpi_victims
title: Victims in cases whose programme ended, as the modern key performance indicator counts them
grain: one row per victim
reads: [core_victims, core_interventions, core_children]
source: B5 (KPI 10, common cohort), C2 (KPI order types)
notes: >
  A victim's case is the programme that the log names. It counts where it is of a KPI order type, has ended, was begun
  at 10 to 17 (ours: on its first day in the community, for custody too), and the child lived here on that day. A
  victim of several counts once, where the last of them ended. Engaged without consent is not engaged here.
*/
WITH cases AS (
    SELECT
        v.victim_id,
        v.offence_id,
        v.programme_id,
        v.victim_type,
        CAST(i.end_date AS DATE) AS order_end_date,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        CASE WHEN v.consent_contact = TRUE THEN 1 ELSE 0 END AS consented,
        CASE WHEN v.consent_contact = TRUE AND v.victim_engaged = TRUE THEN 1 ELSE 0 END AS engaged,
        CASE WHEN v.view_prior = TRUE THEN 1 ELSE 0 END AS view_prior,
        CASE WHEN v.progress_given = TRUE THEN 1 ELSE 0 END AS progress_given,
        CASE WHEN v.support_given = TRUE THEN 1 ELSE 0 END AS support_given,
        CASE WHEN v.contacted_date IS NOT NULL THEN 1 ELSE 0 END AS contacted,
        EXTRACT(YEAR FROM i.start_date) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM i.start_date) * 100 + EXTRACT(DAY FROM i.start_date)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM core_victims AS v
    INNER JOIN core_interventions AS i ON i.programme_id = v.programme_id
    INNER JOIN core_children AS c ON c.ypid = i.ypid
    WHERE
        i.end_date IS NOT NULL
        AND i.residence_on_start = 'LOCAL'
        AND i.disposal_type IN (
            'COMMUNITY_RESOLUTION',
            'COMMUNITY_RESOLUTION_WITH_INTERVENTION',
            'NO_FURTHER_ACTION_OUTCOME_20_21',
            'NO_FURTHER_ACTION_OUTCOME_22',
            'NO_FURTHER_ACTION_OUTCOME_22_DEFERRED',
            'YOUTH_CAUTION',
            'YOUTH_CAUTION_WITH_INTERVENTION',
            'YOUTH_CONDITIONAL_CAUTION',
            'REFERRAL_ORDER',
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
),

young AS (
    SELECT *
    FROM cases
    WHERE age_years BETWEEN 10 AND 17
),

placed AS (
    SELECT
        y.*,
        ROW_NUMBER() OVER (
            PARTITION BY y.victim_id
            ORDER BY y.order_end_date DESC, y.programme_id, y.offence_id
        ) AS place
    FROM young AS y
),

reached AS (
    SELECT
        victim_id,
        MAX(consented) AS consented,
        MAX(engaged) AS engaged,
        MAX(view_prior) AS view_prior,
        MAX(progress_given) AS progress_given,
        MAX(support_given) AS support_given,
        MAX(contacted) AS contacted
    FROM young
    GROUP BY victim_id
)

SELECT
    p.victim_id,
    p.order_end_date,
    p.area_key,
    p.sex,
    p.ethnicity_group,
    CASE WHEN p.age_years < 15 THEN '10-14' ELSE '15-17' END AS age_band,
    CASE
        WHEN p.victim_type = 'PERSON' THEN 'Adult'
        WHEN p.victim_type = 'YOUNG' THEN 'Child'
        ELSE 'Company or body'
    END AS victim_type,
    r.consented,
    r.engaged,
    r.view_prior,
    r.progress_given,
    r.support_given,
    r.contacted
FROM placed AS p
INNER JOIN reached AS r ON r.victim_id = p.victim_id
WHERE p.place = 1
ORDER BY p.victim_id
