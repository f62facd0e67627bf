/*
id: FIN-06
title: Change in the total budget
why: Says how much more or less there is to work with than the year before.
definition: >
  Change of the total budget (FIN-01) on the year before, in per cent of the year before.
numerator: budget this year minus budget last year
denominator: budget last year
counting_unit: pound
unit: "%"
decimals: 1
polarity: context
basis: [budget_year]
theme: [core]
source: "A1 FIN-06; T-17 (the base is the earlier year)"
data_source: finance
amounts: {amount: GBP}
reads: [core_finance_budget, periods, areas]
notes: >
  No figure unless both years have a budget. The amounts stand in the breakdown "amount".
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
