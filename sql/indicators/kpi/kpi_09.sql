/*
id: KPI-09
title: Serious violence among proven offences
why: >
  Serious violence does the most harm, and is where partners look for exploitation behind a child's offence.
definition: >
  Proven offences of drugs, robbery or violence against the person with a gravity score of 5 to 8, as a share of all
  proven offences of the quarter.
numerator: serious violence offences
denominator: proven offences
counting_unit: offence
unit: "%"
decimals: 1
polarity: lower is better
basis: [quarter, ytd, fy]
theme: [Q1]
era_from: 2023-04-01
page: KPI-01
source: measures.md B5 KPI 9
data_source: case system
reads: [core_substantive_outcomes, periods, areas]
notes: >
  An offence counts once, on the day of its earliest substantive outcome given to a child living here. Which base
  the national figure takes is not certain; all proven offences are ours. The age is that at arrest before court,
  at the first hearing in court.
*/
WITH placed AS (
    SELECT
        outcome_date,
        area_key,
        sex,
        age_band,
        ethnicity_group,
        yjb_category,
        CASE
            WHEN
                yjb_category IN ('DRUGS', 'ROBBERY', 'VIOLENCE_AGAINST_THE_PERSON')
                AND seriousness BETWEEN 5 AND 8
                THEN 1
            ELSE 0
        END AS is_serious,
        ROW_NUMBER() OVER (
            PARTITION BY offence_id
            ORDER BY outcome_date, outcome_rank, outcome_id
        ) AS place
    FROM core_substantive_outcomes
    WHERE residence_on_outcome = 'LOCAL'
),

facts AS (
    SELECT
        outcome_date,
        is_serious,
        area_key,
        sex,
        age_band,
        ethnicity_group,
        CASE yjb_category
            WHEN 'DRUGS' THEN 'drugs'
            WHEN 'ROBBERY' THEN 'robbery'
            WHEN 'VIOLENCE_AGAINST_THE_PERSON' THEN 'violence against the person'
            ELSE 'other offences'
        END AS kind
    FROM placed
    WHERE place = 1
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('quarter', 'ytd', 'fy')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT outcome_date, is_serious, area_key, 'all' AS breakdown, 'all' AS category FROM facts
    UNION ALL
    SELECT outcome_date, is_serious, area_key, 'sex', sex FROM facts
    UNION ALL
    SELECT outcome_date, is_serious, area_key, 'age_band', age_band FROM facts
    UNION ALL
    SELECT outcome_date, is_serious, area_key, 'ethnicity_group', ethnicity_group FROM facts
    UNION ALL
    SELECT outcome_date, is_serious, area_key, 'offence', kind FROM facts
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
        SUM(h.is_serious) AS serious_offences,
        COUNT(*) AS offences
    FROM shown AS h
    INNER JOIN spine AS s ON h.outcome_date >= s.period_start AND h.outcome_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.serious_offences, 0) AS DOUBLE) AS numerator,
    CAST(COALESCE(n.offences, 0) AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
