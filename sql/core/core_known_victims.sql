/*
name: core_known_victims
title: Known victims of final warnings, cautions and relevant orders
grain: one row per victim
reads: [core_victims, core_offences, core_outcomes, core_interventions, core_children]
source: A1 VIC-01 and VIC-02 (D11 section 8, objective 6), C3 (one victim of many offences, consent blank), T-16, T-36
notes: >
  A victim is known when the log says so, once, on the first day in the log, whatever the number of offences or of
  children. In the base is an offence by a child on the books that led to a final warning, to one of the cautions that
  took its place, to a court order that the service supervises, or to custody, and was not changed on appeal; ours:
  where no such outcome of the offence is known, the programme that the log names says what it led to. The disposal
  shown is the gravest of the victim's first offence. A victim took part, was offered or agreed where any row says so;
  an empty cell is no. In the funnel a victim who came to a stage has passed those before it. A view counts only of
  those who took part, and one view against is against.
*/
WITH kinds AS (
    SELECT 'DETENTION_AND_TRAINING_ORDER' AS code, 'Custody' AS disposal, 1 AS gravity
    UNION ALL
    SELECT 'SECTION_90_91_DETENTION', 'Custody', 1
    UNION ALL
    SELECT 'SECTION_90_92_DETENTION', 'Custody', 1
    UNION ALL
    SELECT 'SECTION_226_B', 'Custody', 1
    UNION ALL
    SELECT 'SECTION_226_LIFE', 'Custody', 1
    UNION ALL
    SELECT 'SECTION_250', 'Custody', 1
    UNION ALL
    SELECT 'SECTION_254', 'Custody', 1
    UNION ALL
    SELECT 'SECTION_259', 'Custody', 1
    UNION ALL
    SELECT 'YOUTH_REHABILITATION_ORDER', 'Youth rehabilitation order', 2
    UNION ALL
    SELECT 'ACTION_PLAN_ORDER', 'Other community order', 3
    UNION ALL
    SELECT 'SUPERVISION_ORDER', 'Other community order', 3
    UNION ALL
    SELECT 'CRO', 'Other community order', 3
    UNION ALL
    SELECT 'CPO', 'Other community order', 3
    UNION ALL
    SELECT 'CPRO', 'Other community order', 3
    UNION ALL
    SELECT 'DTTO', 'Other community order', 3
    UNION ALL
    SELECT 'REFERRAL_ORDER', 'Referral order', 4
    UNION ALL
    SELECT 'REPARATION_ORDER', 'Reparation order', 5
    UNION ALL
    SELECT 'FINAL_WARNING', 'Final warning or caution', 6
    UNION ALL
    SELECT 'FINAL_WARNING_WITH_INTERVENTION', 'Final warning or caution', 6
    UNION ALL
    SELECT 'FINAL_WARNING_WITHOUT_INTERVENTION', 'Final warning or caution', 6
    UNION ALL
    SELECT 'YOUTH_CAUTION', 'Final warning or caution', 6
    UNION ALL
    SELECT 'YOUTH_CAUTION_WITH_INTERVENTION', 'Final warning or caution', 6
    UNION ALL
    SELECT 'YOUTH_CONDITIONAL_CAUTION', 'Final warning or caution', 6
),

decided AS (
    SELECT u.offence_id, MIN(k.gravity) AS gravity
    FROM core_outcomes AS u
    INNER JOIN kinds AS k ON k.code = u.legal_outcome
    WHERE COALESCE(u.appeal_status, '') NOT IN ('Changed on appeal', 'Result of appeal successful')
    GROUP BY u.offence_id
),

named AS (
    SELECT i.programme_id, k.gravity
    FROM core_interventions AS i
    INNER JOIN kinds AS k ON k.code = i.disposal_type
),

disposals AS (
    SELECT gravity, disposal
    FROM kinds
    GROUP BY gravity, disposal
),

harmed AS (
    SELECT
        v.victim_id,
        v.offence_id,
        CAST(v.identified_date AS DATE) AS identified_date,
        v.victim_type,
        COALESCE(d.gravity, n.gravity) AS gravity,
        c.area_key,
        CASE WHEN v.consent_contact = TRUE THEN 1 ELSE 0 END AS consented,
        CASE WHEN v.victim_offered = TRUE THEN 1 ELSE 0 END AS offered,
        CASE WHEN v.victim_engaged = TRUE THEN 1 ELSE 0 END AS engaged,
        CASE WHEN v.victim_engaged = TRUE AND v.satisfaction IS NOT NULL THEN 1 ELSE 0 END AS viewed,
        CASE
            WHEN v.victim_engaged = TRUE AND v.satisfaction IN ('DISSATISFIED', 'VERY_DISSATISFIED') THEN 1
            ELSE 0
        END AS against
    FROM core_victims AS v
    INNER JOIN core_offences AS o ON o.offence_id = v.offence_id
    INNER JOIN core_children AS c ON c.ypid = o.ypid
    LEFT JOIN decided AS d ON d.offence_id = v.offence_id
    LEFT JOIN named AS n ON n.programme_id = v.programme_id
    WHERE d.gravity IS NOT NULL OR n.gravity IS NOT NULL
),

placed AS (
    SELECT
        h.*,
        ROW_NUMBER() OVER (
            PARTITION BY h.victim_id
            ORDER BY h.identified_date, h.gravity, h.offence_id
        ) AS place
    FROM harmed AS h
),

reached AS (
    SELECT
        victim_id,
        MAX(consented) AS consented,
        MAX(offered) AS offered,
        MAX(engaged) AS engaged,
        MAX(viewed) AS viewed,
        MAX(against) AS against
    FROM harmed
    GROUP BY victim_id
)

SELECT
    p.victim_id,
    p.identified_date,
    p.area_key,
    d.disposal,
    CASE
        WHEN p.victim_type = 'PERSON' THEN 'Adult'
        WHEN p.victim_type = 'YOUNG' THEN 'Child'
        ELSE 'Company or body'
    END AS victim_type,
    GREATEST(r.consented, r.offered, r.engaged) AS reached_consent,
    GREATEST(r.offered, r.engaged) AS reached_offer,
    r.engaged AS took_part,
    r.viewed AS gave_view,
    r.viewed - r.against AS satisfied
FROM placed AS p
INNER JOIN reached AS r ON r.victim_id = p.victim_id
INNER JOIN disposals AS d ON d.gravity = p.gravity
WHERE p.place = 1
ORDER BY p.victim_id
