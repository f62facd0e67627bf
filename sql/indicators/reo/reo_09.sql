/*
id: REO-09
title: Prolific re-offenders, what stands behind
why: >
  A handful of children commit a large part of the offences; what they have in common says where help is missing.
definition: >
  Of the ten children of the local cohort with the most proven re-offences, those with at least one of five needs:
  looked after, special educational needs with a plan, not in education, training or work, substance misuse, trouble in
  the family.
numerator: of the ten, children with at least one of the needs
denominator: the ten children with the most proven re-offences, or fewer where fewer re-offended
counting_unit: person
unit: "%"
decimals: 0
polarity: context
basis: [cohort]
theme: [Q1]
page: REO-01
source: measures.md A1; D15 section 7; B2a
data_source: case system
reads:
  - core_prolific_reoffenders
  - core_children
  - core_care_status
  - core_send
  - core_ete_status
  - core_substance_misuse_referrals
  - core_assessments
  - periods
  - areas
may_lack: [core_bank_holidays]
notes: >
  Ten children at most: read the numbers, not the percentages. "Need" gives each need. Looked after: now
  or ever, by the end of the follow-up. A plan for special needs, no provision at all, and treatment or a referral for
  substance misuse: on any day of the follow-up. Trouble in the family: a score of 3 or 4 in Asset's section on the
  family during the follow-up, where it is recorded. The ten are those of the whole service.
*/
WITH prolific AS (
    SELECT period_id, linked_id, followed_start, followed_end
    FROM core_prolific_reoffenders
),

needs AS (
    SELECT 'looked after, now or before' AS need
    UNION ALL
    SELECT 'special needs with a plan'
    UNION ALL
    SELECT 'not in education, training or work'
    UNION ALL
    SELECT 'substance misuse'
    UNION ALL
    SELECT 'trouble in the family'
),

found AS (
    SELECT p.period_id, p.linked_id, 'looked after, now or before' AS need
    FROM prolific AS p
    INNER JOIN core_children AS c ON c.linked_id = p.linked_id
    INNER JOIN core_care_status AS s ON s.ypid = c.ypid AND s.care_start <= p.followed_end
    WHERE s.care_record IN ('LOOKED_AFTER_S20', 'LOOKED_AFTER_S31', 'LOOKED_AFTER_REMAND', 'CARE_LEAVER')
    UNION ALL
    SELECT p.period_id, p.linked_id, 'special needs with a plan' AS need
    FROM prolific AS p
    INNER JOIN core_children AS c ON c.linked_id = p.linked_id
    INNER JOIN core_send AS s
        ON
            s.ypid = c.ypid
            AND s.send_start <= p.followed_end
            AND (s.send_end IS NULL OR s.send_end >= p.followed_start)
    WHERE s.send_plan IN ('EHCP', 'statement')
    UNION ALL
    SELECT p.period_id, p.linked_id, 'not in education, training or work' AS need
    FROM prolific AS p
    INNER JOIN core_children AS c ON c.linked_id = p.linked_id
    INNER JOIN core_ete_status AS s
        ON
            s.ypid = c.ypid
            AND s.start_date <= p.followed_end
            AND (s.end_date IS NULL OR s.end_date >= p.followed_start)
    WHERE s.provision = 'NONE'
    UNION ALL
    SELECT p.period_id, p.linked_id, 'substance misuse' AS need
    FROM prolific AS p
    INNER JOIN core_substance_misuse_referrals AS s ON s.linked_id = p.linked_id
    WHERE
        (s.referred_date >= p.followed_start AND s.referred_date <= p.followed_end)
        OR (
            s.treatment_start <= p.followed_end
            AND (s.treatment_end IS NULL OR s.treatment_end >= p.followed_start)
        )
    UNION ALL
    SELECT p.period_id, p.linked_id, 'trouble in the family' AS need
    FROM prolific AS p
    INNER JOIN core_children AS c ON c.linked_id = p.linked_id
    INNER JOIN core_assessments AS s
        ON
            s.ypid = c.ypid
            AND s.assessment_date >= p.followed_start
            AND s.assessment_date <= p.followed_end
    WHERE s.family_score >= 3
),

children AS (
    SELECT period_id, COUNT(*) AS children
    FROM prolific
    GROUP BY period_id
),

counted AS (
    SELECT period_id, 'all' AS breakdown, 'all' AS category, COUNT(DISTINCT linked_id) AS children
    FROM found
    GROUP BY period_id
    UNION ALL
    SELECT period_id, 'need' AS breakdown, need AS category, COUNT(DISTINCT linked_id) AS children
    FROM found
    GROUP BY period_id, need
),

cells AS (
    SELECT 'all' AS breakdown, 'all' AS category
    UNION ALL
    SELECT 'need' AS breakdown, need AS category FROM needs
),

places AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
)

SELECT
    s.period_id,
    a.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.children, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(t.children, 0) AS DOUBLE) AS denominator
FROM periods AS s
CROSS JOIN places AS a
CROSS JOIN cells AS c
LEFT JOIN children AS t ON t.period_id = s.period_id
LEFT JOIN counted AS n
    ON n.period_id = s.period_id AND n.breakdown = c.breakdown AND n.category = c.category
WHERE s.basis = 'cohort'
ORDER BY s.period_id, a.area_code, c.breakdown, c.category
