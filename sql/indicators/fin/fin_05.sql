/*
id: FIN-05
title: Savings achieved against those required
why: A saving that is not made becomes an overspend or an unplanned cut.
definition: >
  Savings achieved in the financial year as a share of the savings required of the same schemes.
numerator: savings achieved
denominator: savings required
counting_unit: pound
unit: "%"
decimals: 1
polarity: higher is better
basis: [budget_year]
theme: [core]
source: "A1 FIN-05; D15 section 5"
data_source: finance
amounts: {amount: GBP}
reads: [core_finance_savings, periods, areas]
notes: >
  A scheme whose saving is not reported yet is left out of both parts of the share; what is required of all schemes is in
  the breakdown "amount".
*/
WITH service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

savings AS (
    SELECT
        p.period_id,
        s.area_code,
        v.scheme,
        CAST(v.target AS DOUBLE) AS required,
        CAST(v.achieved AS DOUBLE) AS achieved
    FROM core_finance_savings AS v
    INNER JOIN periods AS p ON p.basis = 'budget_year' AND p.fy = v.fy
    CROSS JOIN service AS s
),

reported AS (
    SELECT period_id, area_code, scheme, required, achieved
    FROM savings
    WHERE required IS NOT NULL AND achieved IS NOT NULL
)

SELECT
    period_id,
    area_code,
    'all' AS breakdown,
    'all' AS category,
    SUM(achieved) AS numerator,
    SUM(required) AS denominator
FROM reported
GROUP BY period_id, area_code
UNION ALL
SELECT
    period_id,
    area_code,
    'scheme' AS breakdown,
    scheme AS category,
    SUM(achieved) AS numerator,
    SUM(required) AS denominator
FROM reported
GROUP BY period_id, area_code, scheme
UNION ALL
SELECT
    period_id,
    area_code,
    'amount' AS breakdown,
    'required' AS category,
    SUM(required) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM savings
WHERE required IS NOT NULL
GROUP BY period_id, area_code
UNION ALL
SELECT
    period_id,
    area_code,
    'amount' AS breakdown,
    'achieved' AS category,
    SUM(achieved) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM savings
WHERE achieved IS NOT NULL
GROUP BY period_id, area_code
