/*
id: FIN-07
title: Spend against profile, year to date
why: An over- or underspend can only be put right while the year lasts.
definition: >
  Spend of the year to date beyond the budget for the same months, in per cent of that budget.
numerator: spend to date minus budget for the months so far
denominator: budget for the months so far (annual budget x months / 12)
counting_unit: pound
unit: "%"
decimals: 1
polarity: context
basis: [ytd]
theme: [core]
source: "A1 FIN-07; D15 section 2"
data_source: finance
amounts: {amount: GBP, cost centre: GBP}
reads: [core_finance_actual, core_finance_budget, periods, areas]
notes: >
  The budget is spread evenly over the year, so a payment due once a year looks early or late; nought is on profile.
  Forecast and commitment are those of the latest period posted for each ledger line by the period's end, never added up
  over periods. The amounts stand in the breakdown "amount", spend by cost centre in "cost centre".
*/
WITH service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

budgets AS (
    SELECT
        b.fy,
        SUM(CAST(b.budget AS DOUBLE)) AS budget
    FROM core_finance_budget AS b
    GROUP BY b.fy
),

postings AS (
    SELECT
        p.period_id,
        p.fy,
        p.months,
        a.cost_centre,
        a.actual,
        a.forecast,
        a.commitment,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id, a.cost_centre, a.account, COALESCE(a.agency, '')
            ORDER BY a.period DESC, a.posted_date DESC, a.file_sha256, COALESCE(a.sheet, ''), a.row DESC
        ) AS newest_first
    FROM core_finance_actual AS a
    INNER JOIN periods AS p ON p.basis = 'ytd' AND p.fy = a.fy AND a.period <= p.months
),

spent AS (
    SELECT
        t.period_id,
        t.fy,
        t.months,
        SUM(CAST(t.actual AS DOUBLE)) AS actual,
        SUM(CASE WHEN t.newest_first = 1 THEN CAST(t.forecast AS DOUBLE) END) AS forecast,
        SUM(CASE WHEN t.newest_first = 1 THEN CAST(t.commitment AS DOUBLE) END) AS commitment
    FROM postings AS t
    GROUP BY t.period_id, t.fy, t.months
),

compared AS (
    SELECT
        t.period_id,
        s.area_code,
        t.actual,
        t.forecast,
        t.commitment,
        b.budget,
        b.budget * t.months / 12 AS profile
    FROM spent AS t
    INNER JOIN budgets AS b ON b.fy = t.fy
    CROSS JOIN service AS s
    WHERE t.actual IS NOT NULL AND b.budget IS NOT NULL
),

centres AS (
    SELECT
        t.period_id,
        s.area_code,
        t.cost_centre,
        SUM(CAST(t.actual AS DOUBLE)) AS actual
    FROM postings AS t
    CROSS JOIN service AS s
    WHERE t.actual IS NOT NULL
    GROUP BY t.period_id, s.area_code, t.cost_centre
)

SELECT
    period_id,
    area_code,
    'all' AS breakdown,
    'all' AS category,
    actual - profile AS numerator,
    profile AS denominator
FROM compared
UNION ALL
SELECT
    period_id,
    area_code,
    'amount' AS breakdown,
    'actual' AS category,
    actual AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM compared
UNION ALL
SELECT
    period_id,
    area_code,
    'amount' AS breakdown,
    'profile' AS category,
    profile AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM compared
UNION ALL
SELECT
    period_id,
    area_code,
    'amount' AS breakdown,
    'budget' AS category,
    budget AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM compared
UNION ALL
SELECT
    period_id,
    area_code,
    'amount' AS breakdown,
    'forecast' AS category,
    forecast AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM compared
WHERE forecast IS NOT NULL
UNION ALL
SELECT
    period_id,
    area_code,
    'amount' AS breakdown,
    'commitment' AS category,
    commitment AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM compared
WHERE commitment IS NOT NULL
UNION ALL
SELECT
    period_id,
    area_code,
    'cost centre' AS breakdown,
    cost_centre AS category,
    actual AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM centres
