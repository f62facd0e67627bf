/*
id: CUS-04
title: Use of custody per 1,000 aged 10 to 17 (MOJ)
why: Custody is the last resort; the rate can be set beside other services of any size.
definition: >
  Custodial sentences in the window per 1,000 residents aged 10 to 17, from MOJ's own table.
numerator: custodial sentences
denominator: residents aged 10 to 17
counting_unit: sentencing occasion
unit: per 1,000
decimals: 2
polarity: lower is better
basis: [half_year, rolling_year, fy]
theme: [core, Q1]
source: "A1 CUS-04; B4; T-10"
data_source: PNC (MOJ)
reads: [core_moj_custody, periods, geographies]
notes: >
  The window's length is part of the figure: six months are not made into a year, and windows of unlike length are never
  compared (T-10). Locally a handful of sentences moves it. The newest release of a window counts, the final figure before
  the provisional.
*/
WITH releases AS (
    SELECT
        p.period_id,
        g.area_code,
        CAST(c.custodial_sentences AS DOUBLE) AS sentences,
        CAST(c.population AS DOUBLE) AS residents,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id, g.area_code
            ORDER BY
                c.release_date DESC,
                CASE WHEN c.status = 'final' THEN 0 ELSE 1 END,
                c.geography,
                c.file_sha256,
                COALESCE(c.sheet, ''),
                c.row
        ) AS newest_first
    FROM core_moj_custody AS c
    INNER JOIN geographies AS g ON g.name = c.geography
    INNER JOIN periods AS p
        ON
            p.basis IN ('half_year', 'rolling_year', 'fy')
            AND p.period_start = c.window_start
            AND p.period_end = c.window_end
)

SELECT
    period_id,
    area_code,
    'all' AS breakdown,
    'all' AS category,
    sentences AS numerator,
    residents AS denominator
FROM releases
WHERE newest_first = 1
ORDER BY period_id, area_code
