/*
id: FIN-03
title: Additional funding by stream
why: Additional funding ends with its term, and the work it pays for with it.
definition: >
  Funding of the financial year beyond the pooled budget, by the stream it comes in.
numerator: budget
denominator: none
counting_unit: pound
unit: GBP
decimals: 0
polarity: context
basis: [budget_year]
theme: [core]
source: "A1 FIN-03; D11 and D15 budget tables"
data_source: finance
reads: [core_finance_budget, periods, areas]
*/
WITH service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

budgets AS (
    SELECT
        p.period_id,
        s.area_code,
        b.line,
        CAST(b.budget AS DOUBLE) AS budget
    FROM core_finance_budget AS b
    INNER JOIN periods AS p ON p.basis = 'budget_year' AND p.fy = b.fy
    CROSS JOIN service AS s
    WHERE b.stream = 'additional'
)

SELECT
    period_id,
    area_code,
    'all' AS breakdown,
    'all' AS category,
    SUM(budget) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM budgets
GROUP BY period_id, area_code
UNION ALL
SELECT
    period_id,
    area_code,
    'line' AS breakdown,
    line AS category,
    SUM(budget) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM budgets
GROUP BY period_id, area_code, line
