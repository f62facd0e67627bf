/*
id: FTE-05
title: First-time entrants per 1,000 children aged 10 to 17
why: >
  Sets the number of entrants against the number of children who live here, so that places and years compare.
definition: >
  First-time entrants over twelve months for every 1,000 residents aged 10 to 17.
numerator: first-time entrants
denominator: residents aged 10 to 17 at the latest mid-year no later than the calendar year the twelve months begin in
counting_unit: person
unit: per 1,000
decimals: 2
polarity: lower is better
basis: [fy, rolling_year]
theme: [core]
page: FTE-01
source: measures.md A1, B3, B4 (population)
data_source: case system
reads: [core_first_entries, core_population, periods, areas]
notes: >
  Population is the sum of an area's districts, all of the same mid-year; no figure where a district's is not
  held. Which mid-year official rates take is not published; ours is stated above.
*/
WITH entries AS (
    SELECT entry_date, area_key
    FROM core_first_entries
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('fy', 'rolling_year')
),

counties AS (
    SELECT area_code
    FROM areas
    WHERE district_code <> area_code
    GROUP BY area_code
),

districts AS (
    SELECT a.area_code, a.district_code
    FROM areas AS a
    LEFT JOIN counties AS c ON c.area_code = a.district_code
    WHERE c.area_code IS NULL AND a.district_code <> 'UNKNOWN'
),

sizes AS (
    SELECT area_code, COUNT(*) AS districts
    FROM districts
    GROUP BY area_code
),

estimates AS (
    SELECT
        area_code AS district_code,
        mid_year,
        MAX(CASE WHEN age_from = 10 AND age_to = 17 THEN estimate END) AS whole_band,
        SUM(CASE WHEN age_from = age_to THEN estimate END) AS single_years,
        SUM(CASE WHEN age_from = age_to THEN 1 ELSE 0 END) AS ages
    FROM core_population
    WHERE sex = 'All' AND ethnicity_group = 'All' AND age_from >= 10 AND age_to <= 17
    GROUP BY area_code, mid_year
),

populated AS (
    SELECT
        district_code,
        mid_year,
        CASE WHEN whole_band IS NOT NULL THEN whole_band ELSE single_years END AS estimate
    FROM estimates
    WHERE whole_band IS NOT NULL OR ages = 8
),

complete AS (
    SELECT d.area_code, e.mid_year, SUM(e.estimate) AS population
    FROM districts AS d
    INNER JOIN sizes AS z ON z.area_code = d.area_code
    INNER JOIN populated AS e ON e.district_code = d.district_code
    GROUP BY d.area_code, e.mid_year, z.districts
    HAVING COUNT(*) = z.districts
),

in_force AS (
    SELECT
        s.period_id,
        s.period_start,
        s.period_until,
        c.area_code,
        c.population,
        ROW_NUMBER() OVER (PARTITION BY s.period_id, c.area_code ORDER BY c.mid_year DESC) AS place
    FROM spine AS s
    INNER JOIN complete AS c ON c.mid_year <= EXTRACT(YEAR FROM s.period_start)
),

counted AS (
    SELECT s.period_id, a.area_code, COUNT(*) AS entrants
    FROM entries AS e
    INNER JOIN spine AS s ON e.entry_date >= s.period_start AND e.entry_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = e.area_key
    GROUP BY s.period_id, a.area_code
)

SELECT
    f.period_id,
    f.area_code,
    'all' AS breakdown,
    'all' AS category,
    CAST(COALESCE(n.entrants, 0) AS DOUBLE) AS numerator,
    CAST(f.population AS DOUBLE) AS denominator
FROM in_force AS f
LEFT JOIN counted AS n ON n.period_id = f.period_id AND n.area_code = f.area_code
WHERE f.place = 1
ORDER BY f.period_id, f.area_code
