/*
name: core_children
title: Children on the books, and the area each one counts in
grain: one row per child whose record is not deleted
reads: [core_persons, core_person_links, areas, authorities]
source: B3 (deleted children), C2 (ethnicity, sex), T-31 (what "Leicestershire" means)
notes: >
  A child counts in its home district when that is one of ours; else in the county that its home authority
  names (the service says which authorities are its own); else only in the whole service. `linked_id` is the same
  for all records of one child, as the step before linked them (by PNC number or originating id with the date of
  birth, or as an officer decided).
*/
WITH persons AS (
    SELECT
        ypid,
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
    COALESCE(l.linked_id, p.ypid) AS linked_id,
    CAST(p.date_of_birth AS DATE) AS date_of_birth,
    COALESCE(p.sex, 'Unknown') AS sex,
    COALESCE(p.ethnicity_group, 'Information not obtainable') AS ethnicity_group,
    CASE
        WHEN d.district_code IS NOT NULL THEN d.district_code
        WHEN h.area_code IS NOT NULL THEN h.area_code
        ELSE 'UNKNOWN'
    END AS area_key
FROM persons AS p
LEFT JOIN core_person_links AS l ON l.ypid = p.ypid
LEFT JOIN own_districts AS d ON d.district_code = p.district_code
LEFT JOIN authorities AS h ON h.authority = p.home_authority
ORDER BY p.ypid
