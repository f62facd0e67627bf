/*
name: core_population_10_to_17
title: Residents aged 10 to 17
grain: one row per mid-year, area and sex
reads: [core_ons_population_by_age]
source: B3 (the population that rates of first-time entrants are per 100,000 of); ONS mid-year estimates
notes: >
  The eight single years of age are added up, for every area the workbooks give. The kind of area is read from the
  first three signs of its GSS code, since its name for it changes from year to year.
*/
WITH estimates AS (
    SELECT
        file_sha256,
        file_name,
        sheet,
        row,
        mid_year,
        area_code,
        area_name,
        sex,
        SUBSTRING(area_code, 1, 3) AS kind,
        age_10 + age_11 + age_12 + age_13 + age_14 + age_15 + age_16 + age_17 AS residents
    FROM core_ons_population_by_age
)

SELECT
    mid_year,
    area_code,
    area_name,
    CASE
        WHEN kind IN ('E06', 'E08', 'E09', 'W06', 'S12', 'N09') THEN 'authority'
        WHEN kind = 'E07' THEN 'district'
        WHEN kind IN ('E10', 'E11', 'E13') THEN 'county'
        WHEN kind = 'E12' THEN 'region'
        ELSE 'country'
    END AS area_level,
    sex,
    residents AS population_10_17,
    file_sha256,
    file_name,
    sheet,
    row
FROM estimates
ORDER BY mid_year, area_code, sex
