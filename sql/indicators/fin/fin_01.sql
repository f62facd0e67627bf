/*
id: FIN-01
title: Total budget of the service
why: The Board answers for the money that the partners pool.
definition: >
  Pooled and additional budget of the financial year together.
numerator: budget
denominator: none
counting_unit: pound
unit: GBP
decimals: 0
polarity: context
basis: [budget_year]
theme: [core]
source: "A1 FIN-01; D15 section 5"
data_source: finance
reads: [core_finance_budget, periods, areas]
notes: >
  A year for which no budget was received has no figure, and is not nought. Payments in kind are counted at their stated value.
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
        b.stream,
        CAST(b.budget AS DOUBLE) AS budget
    FROM core_finance_budget AS b
    INNER JOIN periods AS p ON p.basis = 'budget_year' AND p.fy = b.fy
    CROSS JOIN service AS s
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
    'stream' AS breakdown,
    stream AS category,
    SUM(budget) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM budgets
GROUP BY period_id, area_code, stream
