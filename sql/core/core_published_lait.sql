/*
name: core_published_lait
title: DfE's Local Authority Interactive Tool, in the shape of published series
grain: one row per release, series, area and years
reads: [core_lait_series, core_lait_dictionary]
source: issue 3 item 2; the tool's data dictionary
notes: >
  The tool numbers England 970, the regions 980 and up; 987 and 988 are parts of one. It writes a series in words beside
  its first rows only. The unit is told by these words, else by the dictionary in force. Years written as a span count
  as the year they end in.
*/
WITH spelt AS (
    SELECT
        series,
        years,
        CASE
            WHEN SUBSTRING(years, 5, 1) NOT IN ('-', '/') THEN SUBSTRING(years, 1, 4)
            WHEN SUBSTRING(years, 8, 1) = '-' THEN SUBSTRING(years, 1, 2) || SUBSTRING(years, 12, 2)
            WHEN SUBSTRING(years, 8, 1) BETWEEN '0' AND '9' THEN SUBSTRING(years, 6, 4)
            ELSE SUBSTRING(years, 1, 2) || SUBSTRING(years, 6, 2)
        END AS last_year,
        SUBSTRING(years, 1, 4) AS first_year
    FROM core_lait_series
    GROUP BY series, years
),

dated AS (
    SELECT
        series,
        years,
        CAST(last_year AS INT)
        + CASE WHEN last_year < first_year THEN 100 ELSE 0 END AS year_to
    FROM spelt
),

words AS (
    SELECT
        release_key,
        series,
        LOWER(MAX(data_item)) AS said
    FROM core_lait_series
    GROUP BY release_key, series
),

stated AS (
    SELECT
        w.release_key,
        w.series,
        COALESCE(w.said, '') AS said,
        LOWER(COALESCE(d.unit_text, '')) AS listed
    FROM words AS w
    LEFT JOIN core_lait_dictionary AS d ON d.series = w.series AND d.release_no = 1
),

units AS (
    SELECT
        release_key,
        series,
        CASE
            WHEN said LIKE '%per 100,000%' OR said LIKE '%per 100000%' THEN 'per 100,000'
            WHEN said LIKE '%per 10,000%' OR said LIKE '%per 10000%' THEN 'per 10,000'
            WHEN said LIKE '%per 1,000%' OR said LIKE '%per 1000%' THEN 'per 1,000'
            WHEN said LIKE '%(_)%' OR said LIKE '%percentage%' OR said LIKE '%proportion%' THEN '%'
            WHEN said LIKE '%finance%' OR said LIKE '%expenditure%' THEN 'GBP'
            WHEN listed LIKE '%per 100,000%' OR listed LIKE '%per 100000%' THEN 'per 100,000'
            WHEN listed LIKE '%per 10,000%' OR listed LIKE '%per 10000%' THEN 'per 10,000'
            WHEN listed LIKE '%per 1,000%' OR listed LIKE '%per 1000%' THEN 'per 1,000'
            WHEN SUBSTRING(listed, 1, 1) = '%' OR listed LIKE '%percentage%' THEN '%'
            WHEN listed LIKE '%spend%' THEN 'GBP'
            WHEN listed LIKE '%number%' THEN 'count'
            ELSE 'not stated'
        END AS unit
    FROM stated
)

SELECT
    'DfE LAIT' AS source,
    v.series AS family,
    'value' AS statistic,
    v.la_number AS area_code,
    v.area_name,
    CASE
        WHEN v.la_number = '970' THEN 'national'
        WHEN v.la_number IN ('987', '988') THEN 'part of a region'
        WHEN v.la_number BETWEEN '980' AND '999' THEN 'region'
        ELSE 'authority'
    END AS area_level,
    v.region,
    v.years AS period,
    d.year_to,
    d.year_to * 100 + 12 AS period_order,
    CAST(v.value AS DOUBLE) AS value,
    u.unit,
    v.release_key,
    v.release_no,
    'lait_series' AS table_name,
    'value' AS column_name,
    v.file_sha256,
    v.file_name,
    v.sheet,
    v.row
FROM core_lait_series AS v
INNER JOIN dated AS d ON d.series = v.series AND d.years = v.years
INNER JOIN units AS u ON u.series = v.series AND u.release_key = v.release_key
ORDER BY v.release_no, v.row
