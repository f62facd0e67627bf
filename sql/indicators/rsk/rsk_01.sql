/*
id: RSK-01
title: Risks made safer by their further actions
why: A register is of use only where the actions agreed bring the risks down.
definition: >
  Share of the registered risks whose residual score is safer than their score before further controls. 1 is the highest
  risk, so a higher score is the safer one.
numerator: risks whose residual score is safer than their score
denominator: risks with both scores
counting_unit: risk
unit: "%"
decimals: 1
polarity: higher is better
basis: [point]
theme: [core]
source: "A1 RSK-15; T-21, T-22, T-23"
data_source: Board
amounts: {risk: score, residual: score, score rule: count, residual score rule: count}
reads: [core_risks, periods, areas]
notes: >
  Only the edition of the register that was reviewed last; editions on other scales are not comparable (T-22). Scores as
  printed stand in the breakdowns "risk" and "residual". Whether a score is the sum or the product of impact and likelihood
  is not said, so "score rule" and "residual score rule" count which of the two the printed scores fit (T-21). Where a scale
  says that another number than 1 is the highest risk, the lower score is the safer one.
*/
WITH service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

editions AS (
    SELECT
        r.register_version,
        ROW_NUMBER() OVER (ORDER BY MAX(r.reviewed_date) DESC, r.register_version DESC) AS newest_first
    FROM core_risks AS r
    GROUP BY r.register_version
),

risks AS (
    SELECT
        p.period_id,
        s.area_code,
        r.risk_id,
        CAST(r.impact AS DOUBLE) AS impact,
        CAST(r.likelihood AS DOUBLE) AS likelihood,
        CAST(r.score AS DOUBLE) AS score,
        CAST(r.residual_impact AS DOUBLE) AS residual_impact,
        CAST(r.residual_likelihood AS DOUBLE) AS residual_likelihood,
        CAST(r.residual_score AS DOUBLE) AS residual_score,
        CASE
            WHEN LOWER(r.scale) LIKE '%1 highest%' OR LOWER(r.scale) LIKE '%1 = highest%' THEN 1
            WHEN LOWER(r.scale) LIKE '%highest%' THEN -1
            ELSE 1
        END AS safer_sign
    FROM core_risks AS r
    INNER JOIN editions AS e ON e.register_version = r.register_version AND e.newest_first = 1
    INNER JOIN periods AS p ON p.basis = 'point'
    CROSS JOIN service AS s
),

fits AS (
    SELECT
        k.period_id,
        k.area_code,
        'score rule' AS breakdown,
        CASE WHEN k.impact + k.likelihood = k.score THEN 1.0 ELSE 0.0 END AS fits_sum,
        CASE WHEN k.impact * k.likelihood = k.score THEN 1.0 ELSE 0.0 END AS fits_product
    FROM risks AS k
    WHERE k.impact IS NOT NULL AND k.likelihood IS NOT NULL AND k.score IS NOT NULL
    UNION ALL
    SELECT
        k.period_id,
        k.area_code,
        'residual score rule' AS breakdown,
        CASE WHEN k.residual_impact + k.residual_likelihood = k.residual_score THEN 1.0 ELSE 0.0 END AS fits_sum,
        CASE WHEN k.residual_impact * k.residual_likelihood = k.residual_score THEN 1.0 ELSE 0.0 END AS fits_product
    FROM risks AS k
    WHERE k.residual_impact IS NOT NULL AND k.residual_likelihood IS NOT NULL AND k.residual_score IS NOT NULL
),

rules AS (
    SELECT
        f.period_id,
        f.area_code,
        f.breakdown,
        CASE
            WHEN f.fits_sum = 1 AND f.fits_product = 1 THEN 'both'
            WHEN f.fits_sum = 1 THEN 'sum'
            WHEN f.fits_product = 1 THEN 'product'
            ELSE 'neither'
        END AS category
    FROM fits AS f
)

SELECT
    period_id,
    area_code,
    'all' AS breakdown,
    'all' AS category,
    CAST(SUM(CASE WHEN safer_sign * (residual_score - score) > 0 THEN 1 ELSE 0 END) AS DOUBLE) AS numerator,
    CAST(SUM(CASE WHEN residual_score IS NOT NULL AND score IS NOT NULL THEN 1 ELSE 0 END) AS DOUBLE) AS denominator
FROM risks
GROUP BY period_id, area_code
UNION ALL
SELECT
    period_id,
    area_code,
    'risk' AS breakdown,
    risk_id AS category,
    score AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM risks
WHERE score IS NOT NULL
UNION ALL
SELECT
    period_id,
    area_code,
    'residual' AS breakdown,
    risk_id AS category,
    residual_score AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM risks
WHERE residual_score IS NOT NULL
UNION ALL
SELECT
    period_id,
    area_code,
    breakdown,
    category,
    CAST(COUNT(*) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM rules
GROUP BY period_id, area_code, breakdown, category
