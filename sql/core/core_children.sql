/*
name: core_children
title: Children on the books, and the area each one counts in
grain: one row per child whose record is not deleted
reads: [core_persons, areas]
source: B3 (deleted children, originating id), C2 (ethnicity, sex), T-31 (what "Leicestershire" means)
notes: >
  A child counts in its home district when that is one of ours; else in the county that its home authority
  names; else only in the whole service. `linked_id` is the same for records of one child held twice, as far as
  the id given by the originating service tells; an id that is blank or "N/A" links nobody.
*/
WITH persons AS (
    SELECT
        ypid,
        UPPER(TRIM(COALESCE(originating_yot_person_id, ''))) AS originating_id,
        date_of_birth,
        sex,
        ethnicity_group,
        district_code,
        home_authority
    FROM core_persons
    WHERE deleted = FALSE
),

own_districts AS (
    SELECT district_code
    FROM areas
    GROUP BY district_code
)

SELECT
    p.ypid,
    CASE
        WHEN p.originating_id IN ('', 'N/A') THEN 'child ' || p.ypid
        ELSE 'origin ' || p.originating_id
    END AS linked_id,
    CAST(p.date_of_birth AS DATE) AS date_of_birth,
    COALESCE(p.sex, 'Unknown') AS sex,
    COALESCE(p.ethnicity_group, 'Information not obtainable') AS ethnicity_group,
    CASE
        WHEN d.district_code IS NOT NULL THEN d.district_code
        WHEN p.home_authority = 'LEIC' THEN 'E10000018'
        WHEN p.home_authority = 'RUT' THEN 'E06000017'
        ELSE 'UNKNOWN'
    END AS area_key
FROM persons AS p
LEFT JOIN own_districts AS d ON d.district_code = p.district_code
ORDER BY p.ypid
