/*
name: core_restorative_disposals
title: Community restorative disposals, numbered for each young person
grain: one row per community restorative disposal
reads: [core_crd, areas]
source: A4 (CRD pilot, automatic referral of the second CRD); C3 (no case-system number, repeats by the police's key)
notes: >
  One young person's rows of one day and offence are one disposal, the one with the smaller id. Which disposal it
  is, is counted by the police's key; where the officer recorded a higher number (an earlier one lies before the
  list begins) that stands. Without a key the recorded number stands alone.
*/
WITH own_districts AS (
    SELECT district_code
    FROM areas
    GROUP BY district_code
),

entries AS (
    SELECT
        c.crd_id,
        c.person_key,
        CAST(c.crd_date AS DATE) AS crd_date,
        c.crd_nth,
        CASE WHEN d.district_code IS NULL THEN 'UNKNOWN' ELSE c.district_code END AS area_key,
        CASE WHEN c.yisp_referral = TRUE THEN 1 ELSE 0 END AS is_referred,
        ROW_NUMBER() OVER (
            PARTITION BY COALESCE('key ' || c.person_key, 'row ' || c.crd_id), c.crd_date, c.crd_offence
            ORDER BY c.crd_id
        ) AS place
    FROM core_crd AS c
    LEFT JOIN own_districts AS d ON d.district_code = c.district_code
),

numbered AS (
    SELECT
        crd_id,
        crd_date,
        area_key,
        is_referred,
        crd_nth,
        CASE WHEN person_key IS NULL THEN 0 ELSE ROW_NUMBER() OVER (PARTITION BY person_key ORDER BY crd_date, crd_id) END
        AS counted_nth
    FROM entries
    WHERE place = 1
),

settled AS (
    SELECT
        crd_id,
        crd_date,
        area_key,
        is_referred,
        GREATEST(COALESCE(crd_nth, 0), counted_nth) AS nth
    FROM numbered
)

SELECT
    crd_id,
    crd_date,
    area_key,
    is_referred,
    nth,
    CASE nth WHEN 0 THEN 'Not known' WHEN 1 THEN 'First' WHEN 2 THEN 'Second' ELSE 'Third or later' END AS nth_name
FROM settled
ORDER BY crd_id
