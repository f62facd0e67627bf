/*
id: UNI-01
title: Cost per disposal
why: >
  Says what the service costs beside others for the work it does.
definition: >
  Spend of the financial year over its disposals, as the Youth Justice Board published it.
numerator: cost per disposal
denominator: none
counting_unit: pound
unit: GBP
decimals: 0
polarity: context
basis: [fy]
theme: [core]
source: measures.md A1 UNI-01, T-31; D11 section 5
data_source: published
reads: [core_unit_costs, geographies, periods, areas]
notes: >
  The published figure, not one worked out here; the publication's other places stand beside it under "place",
  for the same year and on the same rule. Lower is cheaper, not better. "Leicestershire" means Leicestershire
  and Rutland (T-31).
*/
WITH service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

costs AS (
    SELECT
        p.period_id,
        c.geography,
        CAST(c.cost_per_disposal AS DOUBLE) AS cost,
        v.area_code AS own_code,
        ROW_NUMBER() OVER (PARTITION BY p.period_id, v.area_code ORDER BY c.geography) AS name_no
    FROM core_unit_costs AS c
    INNER JOIN periods AS p ON p.basis = 'fy' AND p.fy = c.fy
    LEFT JOIN geographies AS g ON g.name = c.geography
    LEFT JOIN service AS v ON v.area_code = g.area_code
)

SELECT
    c.period_id,
    c.own_code AS area_code,
    'all' AS breakdown,
    'all' AS category,
    c.cost AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM costs AS c
WHERE c.own_code IS NOT NULL AND c.name_no = 1
UNION ALL
SELECT
    c.period_id,
    s.area_code,
    'place' AS breakdown,
    c.geography AS category,
    c.cost AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM costs AS c
CROSS JOIN service AS s
WHERE c.own_code IS NULL
