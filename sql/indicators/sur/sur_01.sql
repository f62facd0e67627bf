/*
id: SUR-01
title: Young people who found the work with the service brilliant or good
why: >
  What young people think of the work decides whether they take part in it.
definition: >
  Young people who gave one of the two best answers of five on what the work with the service was like.
numerator: young people answering brilliant or good
denominator: respondents who answered the question
counting_unit: respondent
unit: "%"
decimals: 1
polarity: higher is better
basis: [fy, ytd, quarter]
theme: [Q1]
source: measures.md A1 SUR-01, C3; D11 section 8, objective 2
data_source: survey
reads: [core_survey_answers, periods, areas]
begins_with: core_surveys.survey_date
notes: >
  The base is those who answered the question, shown beside the share: a survey reaches those who fill it in,
  not all. On a 10-point scale 7 to 10 count as the two best of five.
*/
WITH answers AS (
    SELECT answer_date, survey_round, is_one_of_two_best AS is_counted
    FROM core_survey_answers
    WHERE question = 'Work with the service'
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('fy', 'ytd', 'quarter')
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
