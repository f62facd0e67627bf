/*
name: core_substance_misuse_referrals
title: Substance misuse referrals, with what was due when
grain: one row per referral of a known child
reads: [core_substance_misuse, core_children, core_working_days]
source: B6 (5 and 10 days), B10 (day 1 is the first working day after; pending and missing), C3 (sm / mh)
notes: >
  Assessment is due on the fifth working day after the referral, treatment on the tenth after the assessment. Judged is
  what happened, or what is missing although its last day is over on the extract date; what is not yet due is pending
  and not judged. An assessment before the referral, or treatment before the assessment, cannot be judged. A day after
  the extract date has not happened yet. Treatment is needed where the assessment named a kind of it, or it began
  without one; whoever declined and did not begin is not judged.
*/
WITH referrals AS (
    SELECT
        r.sm_referral_id,
        c.linked_id,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        c.date_of_birth,
        r.sm_treatment_type,
        COALESCE(r.sm_declined, FALSE) AS sm_declined,
        CAST(r.extract_date AS DATE) AS extract_date,
        CAST(COALESCE(r.screened_date, r.sm_referred_date) AS DATE) AS identified_date,
        CAST(r.sm_referred_date AS DATE) AS referred_date,
        CASE WHEN r.sm_assessed_date <= r.extract_date THEN CAST(r.sm_assessed_date AS DATE) END AS assessed_date,
        CASE WHEN r.sm_treatment_start <= r.extract_date THEN CAST(r.sm_treatment_start AS DATE) END AS treatment_start,
        CAST(r.sm_treatment_end AS DATE) AS treatment_end,
        CAST(r.sm_offered_date AS DATE) AS offered_date
    FROM core_substance_misuse AS r
    INNER JOIN core_children AS c ON c.ypid = r.ypid
),

needed AS (
    SELECT
        r.*,
        CASE
            WHEN r.sm_treatment_type = 'NO_INTERVENTION' THEN 0
            WHEN r.sm_treatment_type IS NOT NULL OR r.treatment_start IS NOT NULL THEN 1
            ELSE 0
        END AS needs_treatment,
        EXTRACT(YEAR FROM r.referred_date) - EXTRACT(YEAR FROM r.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM r.referred_date) * 100 + EXTRACT(DAY FROM r.referred_date)
                < EXTRACT(MONTH FROM r.date_of_birth) * 100 + EXTRACT(DAY FROM r.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM referrals AS r
),

due AS (
    SELECT n.*, ad.working_date AS assessment_due_date, td.working_date AS treatment_due_date
    FROM needed AS n
    LEFT JOIN core_working_days AS rd ON n.referred_date >= rd.working_date AND n.referred_date < rd.next_date
    LEFT JOIN core_working_days AS ad ON ad.day_number = rd.day_number + 5
    LEFT JOIN core_working_days AS sd ON n.assessed_date >= sd.working_date AND n.assessed_date < sd.next_date
    LEFT JOIN core_working_days AS td ON td.day_number = sd.day_number + 10
)

SELECT
    d.sm_referral_id,
    d.linked_id,
    d.area_key,
    d.sex,
    d.ethnicity_group,
    CASE WHEN d.age_years < 15 THEN '10-14' WHEN d.age_years < 18 THEN '15-17' ELSE '18 and over' END AS age_band,
    CASE
        WHEN d.sm_treatment_type = 'TARGETED_INTERVENTION' THEN 'Targeted intervention'
        WHEN d.sm_treatment_type = 'SPECIALIST_SUBSTANCE_MISUSE_TREATMENT' THEN 'Specialist treatment'
        WHEN d.sm_treatment_type = 'COMPLEX_CARE' THEN 'Complex care'
        WHEN d.sm_treatment_type = 'NO_INTERVENTION' THEN 'No intervention needed'
        ELSE 'Not recorded'
    END AS treatment,
    d.identified_date,
    d.referred_date,
    d.assessed_date,
    d.offered_date,
    d.treatment_start,
    d.treatment_end,
    d.needs_treatment,
    CASE
        WHEN d.assessed_date < d.referred_date THEN 0
        WHEN d.assessed_date IS NOT NULL OR d.assessment_due_date < d.extract_date THEN 1
        ELSE 0
    END AS assessment_judged,
    CASE
        WHEN d.assessed_date >= d.referred_date AND d.assessed_date <= d.assessment_due_date THEN 1
        ELSE 0
    END AS assessed_in_time,
    CASE
        WHEN d.assessed_date IS NULL OR d.needs_treatment = 0 OR d.treatment_start < d.assessed_date THEN 0
        WHEN d.treatment_start IS NOT NULL THEN 1
        WHEN d.sm_declined = FALSE AND d.treatment_due_date < d.extract_date THEN 1
        ELSE 0
    END AS treatment_judged,
    CASE
        WHEN d.treatment_start >= d.assessed_date AND d.treatment_start <= d.treatment_due_date THEN 1
        ELSE 0
    END AS treated_in_time
FROM due AS d
ORDER BY d.sm_referral_id
