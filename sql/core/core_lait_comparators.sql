/*
name: core_lait_comparators
title: DfE's figures of every English authority and region, as comparators
grain: one row per series, area and years of the release in force
reads: [core_published_lait, core_lait_dictionary, core_watch_values]
source: issue 3 item 2; measures.md B3, B2, T-08, T-33
notes: >
  The shape of core_comparators, with the series, the area's number and its level beside it; a series that no measure of
  ours can be set beside has no measure_id. Rates are brought to our units. The window is the kind of year that the
  dictionary says; where it says none, a span of two years is a financial year, and a single year has no window and is
  left out. A value that watching found odd is left out too, but a restated one stands, marked as restated. "In
  education, employment or training" is what is left of NEET or not known: all aged 16 and 17, not ours alone.
*/
WITH series AS (
    SELECT
        'FirstYJS' AS family,
        'FTE-05' AS measure_id,
        'first-time entrants (PNC)' AS words,
        CAST(NULL AS INT) AS follow_up_months,
        0 AS is_turned
    UNION ALL
    SELECT 'ReoffYO', 'REO-02', 'reoffending, aged 10 to 14 (PNC)', 12, 0
    UNION ALL
    SELECT 'ReoffYO15-17', 'REO-02', 'reoffending, aged 15 to 17 (PNC)', 12, 0
    UNION ALL
    SELECT '16-17_not known_NEET', 'EET-01', 'all aged 16 and 17 in education, employment or training', NULL, 1
    UNION ALL
    SELECT '16-17 NEET', NULL, 'all aged 16 and 17 not in education, employment or training', NULL, 0
    UNION ALL
    SELECT 'YJS_Caution-Sentence10-17_YO', NULL, 'cautioned or sentenced (PNC)', NULL, 0
    UNION ALL
    SELECT 'CareLeaversNEET', NULL, 'care leavers not in education, employment or training', NULL, 0
    UNION ALL
    SELECT 'LAC_Convictions', NULL, 'looked-after children convicted or cautioned', NULL, 0
    UNION ALL
    SELECT 'YouthJusticeFinance', NULL, 'gross expenditure on youth justice', NULL, 0
),

sound AS (
    SELECT
        p.*,
        CASE
            WHEN d.year_type IS NOT NULL THEN d.year_type
            WHEN SUBSTRING(p.period, 5, 1) IN ('-', '/') THEN 'Financial Year'
        END AS year_type,
        CAST(p.year_to AS VARCHAR) AS ends_in,
        CAST(p.year_to - 1 AS VARCHAR) AS begins_in
    FROM core_published_lait AS p
    LEFT JOIN core_lait_dictionary AS d ON d.series = p.family AND d.release_no = 1
    WHERE
        p.release_no = 1
        AND p.value IS NOT NULL
        AND NOT EXISTS (
            SELECT 1
            FROM core_watch_values AS w
            WHERE
                w.code <> 'YJ-W-0003'
                AND w.table_name = p.table_name
                AND w.file_sha256 = p.file_sha256
                AND w.row = p.row
        )
),

restated AS (
    SELECT
        file_sha256,
        row
    FROM core_watch_values
    WHERE code = 'YJ-W-0003' AND table_name = 'lait_series'
    GROUP BY file_sha256, row
),

windows AS (
    SELECT
        s.*,
        CAST(CASE
            WHEN s.year_type = 'Calendar Year' THEN s.ends_in || '-01-01'
            WHEN s.year_type = 'Financial Year' THEN s.begins_in || '-04-01'
            WHEN s.year_type = 'Academic Year' THEN s.begins_in || '-09-01'
            WHEN s.year_type = 'Annual (end of Sept)' THEN s.begins_in || '-10-01'
        END AS DATE) AS window_start,
        CAST(CASE
            WHEN s.year_type = 'Calendar Year' THEN s.ends_in || '-12-31'
            WHEN s.year_type = 'Financial Year' THEN s.ends_in || '-03-31'
            WHEN s.year_type = 'Academic Year' THEN s.ends_in || '-08-31'
            WHEN s.year_type = 'Annual (end of Sept)' THEN s.ends_in || '-09-30'
        END AS DATE) AS window_end
    FROM sound AS s
)

SELECT
    t.measure_id,
    w.area_name AS geography,
    w.window_start,
    w.window_end,
    t.follow_up_months,
    CASE
        WHEN w.unit = 'per 100,000' THEN w.value / 100
        WHEN w.unit = 'per 10,000' THEN w.value / 10
        WHEN t.is_turned = 1 THEN 100 - w.value
        ELSE w.value
    END AS value,
    CASE WHEN w.unit IN ('per 100,000', 'per 10,000') THEN 'per 1,000' ELSE w.unit END AS unit,
    'DfE LAIT, ' || t.words AS source,
    'release ' || w.release_key || CASE WHEN r.row IS NOT NULL THEN ', restated' ELSE '' END AS release,
    CAST(NULL AS VARCHAR) AS status,
    w.family AS series,
    w.area_code AS la_number,
    w.area_level,
    w.file_sha256,
    w.file_name,
    w.sheet,
    w.row
FROM windows AS w
INNER JOIN series AS t ON t.family = w.family
LEFT JOIN restated AS r ON r.file_sha256 = w.file_sha256 AND r.row = w.row
WHERE w.window_end IS NOT NULL AND w.unit <> 'not stated'
ORDER BY w.family, w.area_code, w.window_end, w.period
