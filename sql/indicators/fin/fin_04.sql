/*
id: FIN-04
title: Change in the Youth Justice Grant
why: The grant is the largest sum that the partners do not decide.
definition: >
  Change of the Youth Justice Grant on the year before, in per cent of the year before.
numerator: grant this year minus grant last year
denominator: grant last year
counting_unit: pound
unit: "%"
decimals: 1
polarity: context
basis: [budget_year]
theme: [core]
source: "A1 FIN-04; D15 section 5"
data_source: finance
amounts: {amount: GBP}
reads: [core_finance_budget, periods, areas]
notes: >
  Cash, not like for like: a transfer into the grant (intensive supervision in 2011-12) is not taken out. The grant is what the
  pooled budget holds under the kind "grant"; no figure unless both years are known. The amounts stand in the breakdown "amount".
*/
WITH service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

years AS (
    SELECT
        b.fy,
        SUM(CAST(b.budget AS DOUBLE)) AS budget
    FROM core_finance_budget AS b
    WHERE b.stream = 'pooled' AND b.kind = 'grant'
    GROUP BY b.fy
),

changes AS (
    SELECT
        p.period_id,
        s.area_code,
        this_year.budget AS budget_now,
        last_year.budget AS budget_then
    FROM periods AS p
    INNER JOIN periods AS q ON q.period_id = p.last_year_id AND q.basis = 'budget_year'
    INNER JOIN years AS this_year ON this_year.fy = p.fy
    INNER JOIN years AS last_year ON last_year.fy = q.fy
    CROSS JOIN service AS s
    WHERE p.basis = 'budget_year'
)

SELECT
    period_id,
    area_code,
    'all' AS breakdown,
    'all' AS category,
    budget_now - budget_then AS numerator,
    budget_then AS denominator
FROM changes
UNION ALL
SELECT
    period_id,
    area_code,
    'amount' AS breakdown,
    'this year' AS category,
    budget_now AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM changes
UNION ALL
SELECT
    period_id,
    area_code,
    'amount' AS breakdown,
    'last year' AS category,
    budget_then AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM changes
UNION ALL
SELECT
    period_id,
    area_code,
    'amount' AS breakdown,
    'change' AS category,
    budget_now - budget_then AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM changes
