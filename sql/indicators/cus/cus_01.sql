/*
id: CUS-01
title: Use of custody
why: >
  Custody is the last resort for a child; a low share shows that courts trust the community orders on offer.
definition: >
  Sentencing occasions in court at which custody was imposed, as a share of all sentencing occasions of children
  living here.
numerator: sentencing occasions with a custodial sentence
denominator: all sentencing occasions in court
counting_unit: sentencing occasion
unit: "%"
decimals: 1
polarity: lower is better
basis: [ytd, fy, quarter]
theme: [core, Q1]
source: measures.md A1, B1 (NI 43), B4, T-20, T-36
data_source: case system
reads: [core_sentencing_occasions, periods, areas]
notes: >
  The sources leave open whether children, sentences or occasions count (T-20); occasions are counted here, the
  same above and below the line.
*/
WITH occasions AS (
    SELECT occasion_date, is_custody, area_key, sex, age_band, ethnicity_group
    FROM core_sentencing_occasions
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT occasion_date, is_custody, area_key, 'all' AS breakdown, 'all' AS category FROM occasions
    UNION ALL
    SELECT occasion_date, is_custody, area_key, 'sex', sex FROM occasions
    UNION ALL
    SELECT occasion_date, is_custody, area_key, 'age_band', age_band FROM occasions
    UNION ALL
    SELECT occasion_date, is_custody, area_key, 'ethnicity_group', ethnicity_group FROM occasions
),

headings AS (
    SELECT breakdown, category
    FROM shown
    WHERE breakdown <> 'all'
    GROUP BY breakdown, category
),

cells AS (
    SELECT s.period_id, p.area_code, 'all' AS breakdown, 'all' AS category
    FROM spine AS s
    CROSS JOIN places AS p
    UNION ALL
    SELECT s.period_id, p.area_code, h.breakdown, h.category
    FROM spine AS s
    CROSS JOIN places AS p
    CROSS JOIN headings AS h
    WHERE p.area_level = 'service'
),

counted AS (
    SELECT
        s.period_id,
        a.area_code,
        h.breakdown,
        h.category,
        SUM(h.is_custody) AS custody_occasions,
        COUNT(*) AS occasions
    FROM shown AS h
    INNER JOIN spine AS s ON h.occasion_date >= s.period_start AND h.occasion_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.custody_occasions, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.occasions, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
