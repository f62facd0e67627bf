/*
name: core_yisp_referrals
title: Referrals to the Youth Inclusion and Support Project
grain: one row per referral
reads: [core_yisp, core_children]
source: A4 (YISP), C1
notes: >
  The work began where there is a first day. `onset_fall` is the score at the start less the one at the end, empty
  where either is missing. Ages are those on the day of the referral.
*/
WITH referrals AS (
    SELECT
        y.yisp_referral_id,
        CAST(y.yisp_referral_date AS DATE) AS referral_date,
        CASE WHEN y.yisp_start IS NOT NULL THEN 1 ELSE 0 END AS has_begun,
        CAST(y.yisp_end AS DATE) AS work_end,
        y.onset_start AS first_score,
        y.onset_end AS last_score,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        EXTRACT(YEAR FROM y.yisp_referral_date) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM y.yisp_referral_date) * 100 + EXTRACT(DAY FROM y.yisp_referral_date)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM core_yisp AS y
    INNER JOIN core_children AS c ON c.ypid = y.ypid
)

SELECT
    yisp_referral_id,
    referral_date,
    has_begun,
    work_end,
    first_score - last_score AS onset_fall,
    area_key,
    sex,
    ethnicity_group,
    CASE WHEN age_years < 10 THEN 'under 10' WHEN age_years < 15 THEN '10-14' ELSE '15-17' END AS age_band
FROM referrals
ORDER BY yisp_referral_id
