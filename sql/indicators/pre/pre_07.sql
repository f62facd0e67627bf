/*
id: PRE-07
title: Young people who gave IMPACT ten out of ten
why: >
  Street-based work reaches only those who come back to it.
definition: >
  Young people who scored their enjoyment of IMPACT 10 on the scale of 1 to 10.
numerator: young people who gave 10 of 10
denominator: respondents who answered the question out of ten
counting_unit: respondent
unit: "%"
decimals: 1
polarity: higher is better
basis: [half_year, fy, ytd, quarter]
theme: [Q4]
source: measures.md A1 PRE-07, C3; D11 section 8, objective 1
data_source: survey
reads: [core_survey_answers, periods, areas]
begins_with: core_surveys.survey_date
notes: >
  An answer on a 5-point scale cannot say ten out of ten and is left out of the base.
*/
WITH answers AS (
    SELECT answer_date, survey_round, is_ten AS is_counted
    FROM core_survey_answers
    WHERE question = 'Enjoyment of IMPACT' AND answer_scale = '10-point'
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('half_year', 'fy', 'ytd', 'quarter')
),

service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

shown AS (
    SELECT answer_date, is_counted, 'all' AS breakdown, 'all' AS category
    FROM answers
    UNION ALL
    SELECT answer_date, is_counted, 'survey round', survey_round
    FROM answers
),

headings AS (
    SELECT breakdown, category
    FROM shown
    WHERE breakdown <> 'all'
    GROUP BY breakdown, category
),

cells AS (
    SELECT s.period_id, 'all' AS breakdown, 'all' AS category
    FROM spine AS s
    UNION ALL
    SELECT s.period_id, h.breakdown, h.category
    FROM spine AS s
    CROSS JOIN headings AS h
),

counted AS (
    SELECT
        s.period_id,
        h.breakdown,
        h.category,
        SUM(h.is_counted) AS counted,
        COUNT(*) AS base
    FROM shown AS h
    INNER JOIN spine AS s ON h.answer_date >= s.period_start AND h.answer_date < s.period_until
    GROUP BY s.period_id, h.breakdown, h.category
)

SELECT
    c.period_id,
    v.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.counted, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.base, 0) AS DOUBLE) AS denominator
FROM cells AS c
CROSS JOIN service AS v
LEFT JOIN counted AS n
    ON n.period_id = c.period_id AND n.breakdown = c.breakdown AND n.category = c.category
ORDER BY c.period_id, v.area_code, c.breakdown, c.category
