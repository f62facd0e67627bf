/*
name: core_population_groups
title: Residents aged 10 to 17 by main ethnic group
grain: one row per area of ours, mid-year and main ethnic group
reads: [core_population, areas]
source: A1 ETH-01, B7 (main groups of the census; each group separately, never pooled)
notes: >
  An area's own row is taken where there is one, else the sum of its districts if all of them are given; the whole
  service's is the sum of its counties where neither is. A mid-year without all five main groups gives none: the
  total would be short, and every share too large. Where an area has both the band 10 to 17 and single years, the band
  is taken.
*/
WITH given AS (
    SELECT
        area_code,
        mid_year,
        ethnicity_group,
        MAX(CASE WHEN age_from = 10 AND age_to = 17 THEN estimate END) AS whole_band,
        SUM(CASE WHEN age_from = age_to THEN estimate END) AS single_years,
        SUM(CASE WHEN age_from = age_to THEN 1 ELSE 0 END) AS ages
    FROM core_population
    WHERE
        sex = 'All'
        AND age_from >= 10
        AND age_to <= 17
        AND ethnicity_group IN (
            'White', 'Mixed', 'Asian or Asian British', 'Black or Black British', 'Other Ethnic Group'
        )
    GROUP BY area_code, mid_year, ethnicity_group
),

rows_given AS (
    SELECT
        area_code,
        mid_year,
        ethnicity_group,
        CASE WHEN whole_band IS NOT NULL THEN whole_band ELSE single_years END AS residents
    FROM given
    WHERE whole_band IS NOT NULL OR ages = 8
),

own_areas AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

made_of_others AS (
    SELECT area_code
    FROM areas
    WHERE district_code <> area_code
    GROUP BY area_code
),

districts AS (
    SELECT a.area_code, a.district_code
    FROM areas AS a
    LEFT JOIN made_of_others AS m ON m.area_code = a.district_code
    WHERE m.area_code IS NULL AND a.district_code <> 'UNKNOWN'
),

sizes AS (
    SELECT area_code, COUNT(*) AS districts
    FROM districts
    GROUP BY area_code
),

own_rows AS (
    SELECT r.area_code, r.mid_year, r.ethnicity_group, r.residents, 1 AS way
    FROM rows_given AS r
    INNER JOIN own_areas AS a ON a.area_code = r.area_code
),

of_districts AS (
    SELECT d.area_code, r.mid_year, r.ethnicity_group, SUM(r.residents) AS residents, 2 AS way
    FROM districts AS d
    INNER JOIN sizes AS z ON z.area_code = d.area_code
    INNER JOIN rows_given AS r ON r.area_code = d.district_code
    GROUP BY d.area_code, r.mid_year, r.ethnicity_group, z.districts
    HAVING COUNT(*) = z.districts
),

county_rows AS (
    SELECT area_code, mid_year, ethnicity_group, residents, way
    FROM own_rows
    UNION ALL
    SELECT area_code, mid_year, ethnicity_group, residents, way
    FROM of_districts
),

county_placed AS (
    SELECT
        r.*,
        ROW_NUMBER() OVER (PARTITION BY r.area_code, r.mid_year, r.ethnicity_group ORDER BY r.way) AS place
    FROM county_rows AS r
    INNER JOIN own_areas AS a ON a.area_code = r.area_code AND a.area_level = 'county'
),

of_counties AS (
    SELECT a.area_code, c.mid_year, c.ethnicity_group, SUM(c.residents) AS residents, 3 AS way
    FROM areas AS a
    INNER JOIN sizes AS whole ON whole.area_code = a.area_code
    INNER JOIN county_placed AS c ON c.area_code = a.district_code AND c.place = 1
    INNER JOIN sizes AS z ON z.area_code = c.area_code
    WHERE a.area_level = 'service'
    GROUP BY a.area_code, c.mid_year, c.ethnicity_group, whole.districts
    HAVING SUM(z.districts) = whole.districts
),

every_way AS (
    SELECT area_code, mid_year, ethnicity_group, residents, way
    FROM county_rows
    UNION ALL
    SELECT area_code, mid_year, ethnicity_group, residents, way
    FROM of_counties
),

complete AS (
    SELECT area_code, mid_year, way, SUM(residents) AS all_residents
    FROM every_way
    GROUP BY area_code, mid_year, way
    HAVING COUNT(*) = 5
),

chosen AS (
    SELECT
        c.*,
        ROW_NUMBER() OVER (PARTITION BY c.area_code, c.mid_year ORDER BY c.way) AS place
    FROM complete AS c
)

SELECT
    e.area_code,
    e.mid_year,
    e.ethnicity_group,
    CAST(e.residents AS DOUBLE) AS residents,
    CAST(c.all_residents AS DOUBLE) AS all_residents
FROM chosen AS c
INNER JOIN every_way AS e ON e.area_code = c.area_code AND e.mid_year = c.mid_year AND e.way = c.way
WHERE c.place = 1
ORDER BY e.area_code, e.mid_year, e.ethnicity_group
