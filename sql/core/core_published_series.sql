/*
name: core_published_series
title: Published statistics in one shape
grain: one row per release, family, statistic, area and period
reads:
  [core_published_lait, core_ons_mid_year_estimates, core_moj_national_reoffending, core_population_10_to_17,
   core_population]
source: issue 3 item 2
notes: >
  A series is its family and its statistic; MOJ publishes several statistics of one cohort, so that they can be held to
  each other. `period_order` is the year and month a period ends or begins in, so that neighbours are known;
  `release_no = 1` is the release in force. A value that was not published is missing. Tables that are no releases
  (a workbook a year, the service's own population table) are their own release, in force.
*/
SELECT
    source,
    family,
    statistic,
    area_code,
    area_name,
    area_level,
    region,
    period,
    period_order,
    value,
    unit,
    release_key,
    release_no,
    table_name,
    column_name,
    file_sha256,
    file_name,
    sheet,
    row
FROM core_published_lait
UNION ALL
SELECT
    'ONS' AS source,
    'Population: ' || o.age_group AS family,
    'value' AS statistic,
    COALESCE(o.new_la_code, o.region_code, o.country_code) AS area_code,
    COALESCE(o.la_name, o.region_name, o.country_name) AS area_name,
    CASE
        WHEN o.geographic_level = 'National' THEN 'national'
        WHEN o.geographic_level = 'Regional' THEN 'region'
        ELSE 'authority'
    END AS area_level,
    o.region_name AS region,
    CAST(o.mid_year AS VARCHAR) AS period,
    CAST(o.mid_year AS INT) * 100 + 6 AS period_order,
    CAST(o.estimate AS DOUBLE) AS value,
    'people' AS unit,
    o.release_key,
    o.release_no,
    'ons_mid_year_estimates' AS table_name,
    'estimate' AS column_name,
    o.file_sha256,
    o.file_name,
    o.sheet,
    o.row
FROM core_ons_mid_year_estimates AS o
UNION ALL
SELECT
    'MOJ' AS source,
    m.measure || ', ' || m.temporal_unit || ', ' || m.age_group AS family,
    m.statistic,
    'K04000001' AS area_code,
    'England and Wales' AS area_name,
    'national' AS area_level,
    CAST(NULL AS VARCHAR) AS region,
    CAST(EXTRACT(YEAR FROM m.cohort_start) AS VARCHAR)
    || '-' || SUBSTRING(CAST(100 + EXTRACT(MONTH FROM m.cohort_start) AS VARCHAR), 2, 2) AS period,
    CAST(EXTRACT(YEAR FROM m.cohort_start) AS INT) * 100 + CAST(EXTRACT(MONTH FROM m.cohort_start) AS INT)
        AS period_order,
    CAST(m.value AS DOUBLE) AS value,
    CASE
        WHEN m.statistic IN ('binary', 'adjusted', 'OGRS4') THEN '%'
        WHEN m.statistic = 'frequency' THEN 'ratio'
        ELSE 'count'
    END AS unit,
    m.release_key,
    m.release_no,
    'moj_national_reoffending' AS table_name,
    'value' AS column_name,
    m.file_sha256,
    m.file_name,
    m.sheet,
    m.row
FROM core_moj_national_reoffending AS m
UNION ALL
SELECT
    'ONS, by age' AS source,
    'Population aged 10 to 17' AS family,
    'value' AS statistic,
    a.area_code,
    a.area_name,
    CASE WHEN a.area_level = 'country' THEN 'national' ELSE a.area_level END AS area_level,
    CAST(NULL AS VARCHAR) AS region,
    CAST(a.mid_year AS VARCHAR) AS period,
    CAST(a.mid_year AS INT) * 100 + 6 AS period_order,
    CAST(a.population_10_17 AS DOUBLE) AS value,
    'people' AS unit,
    SUBSTRING(a.file_sha256, 1, 12) AS release_key,
    1 AS release_no,
    'ons_population_by_age' AS table_name,
    'area_code' AS column_name,
    a.file_sha256,
    a.file_name,
    a.sheet,
    a.row
FROM core_population_10_to_17 AS a
WHERE a.sex = 'All'
UNION ALL
SELECT
    'Population table' AS source,
    'Population aged ' || CAST(s.age_from AS VARCHAR) || ' to ' || CAST(s.age_to AS VARCHAR) AS family,
    'value' AS statistic,
    s.area_code,
    s.area_name,
    'authority' AS area_level,
    CAST(NULL AS VARCHAR) AS region,
    CAST(s.mid_year AS VARCHAR) AS period,
    CAST(s.mid_year AS INT) * 100 + 6 AS period_order,
    CAST(s.estimate AS DOUBLE) AS value,
    'people' AS unit,
    SUBSTRING(s.file_sha256, 1, 12) AS release_key,
    1 AS release_no,
    'population' AS table_name,
    'estimate' AS column_name,
    s.file_sha256,
    s.file_name,
    s.sheet,
    s.row
FROM core_population AS s
WHERE s.sex = 'All' AND s.ethnicity_group = 'All'
