/*
id: FIN-02
title: Pooled budget by partner and kind
why: Shows what each partner brings, in money, in staff and in kind.
definition: >
  The pooled (core) budget of the financial year, by agency and by kind of contribution.
numerator: budget
denominator: none
counting_unit: pound
unit: GBP
decimals: 0
polarity: context
basis: [budget_year]
theme: [core]
source: "A1 FIN-02; D11 and D15 budget tables; T-34"
data_source: finance
reads: [core_finance_budget, periods, areas]
notes: >
  The breakdown "kind" keeps grants apart; "plan column" has the three columns of the published plans, which print grants
  under delegated funds; "agency and kind" is the plans' table cell by cell.
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
        b.agency,
        b.kind,
        CASE WHEN b.kind = 'grant' THEN 'delegated' ELSE b.kind END AS plan_column,
        CAST(b.budget AS DOUBLE) AS budget
    FROM core_finance_budget AS b
    INNER JOIN periods AS p ON p.basis = 'budget_year' AND p.fy = b.fy
    CROSS JOIN service AS s
    WHERE b.stream = 'pooled'
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
    'agency' AS breakdown,
    agency AS category,
    SUM(budget) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM budgets
GROUP BY period_id, area_code, agency
UNION ALL
SELECT
    period_id,
    area_code,
    'kind' AS breakdown,
    kind AS category,
    SUM(budget) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM budgets
GROUP BY period_id, area_code, kind
UNION ALL
SELECT
    period_id,
    area_code,
    'plan column' AS breakdown,
    plan_column AS category,
    SUM(budget) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM budgets
GROUP BY period_id, area_code, plan_column
UNION ALL
SELECT
    period_id,
    area_code,
    'agency and kind' AS breakdown,
    agency || ' | ' || plan_column AS category,
    SUM(budget) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM budgets
GROUP BY period_id, area_code, agency, plan_column
