/*
name: core_mental_health_referrals
title: Mental health referrals, with the day they were due to be seen
grain: one row per referral of a known child
reads: [core_mental_health, core_referral_matches, core_children, core_working_days]
source: B6 (acute 5, others 15 days), B10 (day 1 is the first working day after; pending and missing), C3 (sm / mh)
notes: >
  A referral without the case system's number is the child's that the step before found by surname, first letter of the
  forename and date of birth; where it found none, or more than one, the referral is left out. Judged is what was seen,
  or what was not although its last day is over on the extract date; what is not yet due is pending. Seen before the
  referral cannot be judged; a day after the extract date has not happened yet.
*/
WITH referrals AS (
    SELECT
        r.mh_referral_id,
        c.linked_id,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        c.date_of_birth,
        r.urgency,
        r.mh_treatment_type,
        CAST(r.extract_date AS DATE) AS extract_date,
        CAST(r.mh_referred_date AS DATE) AS referred_date,
        CASE WHEN r.first_seen_date <= r.extract_date THEN CAST(r.first_seen_date AS DATE) END AS seen_date,
        CAST(r.mh_offered_date AS DATE) AS offered_date,
        CAST(r.mh_treatment_start AS DATE) AS treatment_start,
        CAST(r.mh_treatment_end AS DATE) AS treatment_end,
        CASE WHEN r.urgency = 'ACUTE' THEN 5 ELSE 15 END AS days_allowed
    FROM core_mental_health AS r
    LEFT JOIN core_referral_matches AS m ON m.mh_referral_id = r.mh_referral_id
    INNER JOIN core_children AS c ON c.ypid = COALESCE(r.ypid, m.ypid)
),

due AS (
    SELECT
        r.*,
        sd.working_date AS seen_due_date,
        EXTRACT(YEAR FROM r.referred_date) - EXTRACT(YEAR FROM r.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM r.referred_date) * 100 + EXTRACT(DAY FROM r.referred_date)
                < EXTRACT(MONTH FROM r.date_of_birth) * 100 + EXTRACT(DAY FROM r.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM referrals AS r
    LEFT JOIN core_working_days AS rd ON r.referred_date >= rd.working_date AND r.referred_date < rd.next_date
    LEFT JOIN core_working_days AS sd ON sd.day_number = rd.day_number + r.days_allowed
)

SELECT
    d.mh_referral_id,
    d.linked_id,
    d.area_key,
    d.sex,
    d.ethnicity_group,
    CASE WHEN d.age_years < 15 THEN '10-14' WHEN d.age_years < 18 THEN '15-17' ELSE '18 and over' END AS age_band,
    d.urgency,
    d.mh_treatment_type,
    d.referred_date,
    d.seen_date,
    d.offered_date,
    d.treatment_start,
    d.treatment_end,
    CASE
        WHEN d.seen_date < d.referred_date THEN 0
        WHEN d.seen_date IS NOT NULL OR d.seen_due_date < d.extract_date THEN 1
        ELSE 0
    END AS is_judged,
    CASE WHEN d.seen_date >= d.referred_date AND d.seen_date <= d.seen_due_date THEN 1 ELSE 0 END AS seen_in_time
FROM due AS d
ORDER BY d.mh_referral_id
