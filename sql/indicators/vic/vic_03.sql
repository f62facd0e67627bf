/*
id: VIC-03
title: Known victims, and how far they came
why: >
  Shows where victims are lost on the way to taking part.
definition: >
  Known victims of final warnings, cautions and relevant orders; of them those who agreed to be contacted, were
  offered a way to take part, and took part.
numerator: known victims
denominator: none
counting_unit: victim
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter, two_years]
theme: [Q2]
source: "measures.md A4, C3 (funnel check); D11 section 8, objective 6"
data_source: service log
reads: [core_known_victims, periods, areas]
page: VIC-01
begins_with: core_victims.identified_date
notes: >
  Each stage counts everybody who came that far or further, so that no stage is greater than the one before; where the
  log has a later step without an earlier one it is queried. Consent that is not recorded counts as no.
*/
WITH victims AS (
    SELECT identified_date, reached_consent, reached_offer, took_part, area_key, victim_type, disposal
    FROM core_known_victims
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter', 'two_years')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT identified_date, area_key, 'all' AS breakdown, 'all' AS category FROM victims
    UNION ALL
    SELECT identified_date, area_key, 'stage', '1. Known to the service' FROM victims
    UNION ALL
    SELECT identified_date, area_key, 'stage', '2. Agreed to be contacted' FROM victims WHERE reached_consent = 1
    UNION ALL
    SELECT identified_date, area_key, 'stage', '3. Offered a way to take part' FROM victims WHERE reached_offer = 1
    UNION ALL
    SELECT identified_date, area_key, 'stage', '4. Took part' FROM victims WHERE took_part = 1
    UNION ALL
    SELECT identified_date, area_key, 'victim_type', victim_type FROM victims
    UNION ALL
    SELECT identified_date, area_key, 'disposal', disposal FROM victims
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
        COUNT(*) AS victims
    FROM shown AS h
    INNER JOIN spine AS s ON h.identified_date >= s.period_start AND h.identified_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.victims, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
