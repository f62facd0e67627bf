/*
name: core_assessed_levels
title: Level of supervision that each assessment gave, and how long it held
grain: one row per Asset or AssetPlus of a known child that gives a level
reads: [core_assessments, core_children]
source: B6 (Asset bands 0-14, 15-32, 33-64; level from likelihood and risk of serious harm; judgement), A1 SCA-01 to 03
notes: >
  The level is the one the officer decided on, where that is recorded, for the Scaled Approach leaves the last word to
  judgement; else the higher of the Asset score's band and the risk of serious harm. An assessment with none of the
  three gives no level and leaves the one before in force; Onset is prevention's and gives none. A level holds until
  the child's next. Of two on one day the later completed holds, then the greater id.
*/
WITH given AS (
    SELECT
        a.assessment_id,
        c.linked_id,
        CAST(a.assessment_date AS DATE) AS assessment_date,
        CAST(COALESCE(a.completed_date, a.assessment_date) AS DATE) AS completed_date,
        CASE
            WHEN a.scaled_level IS NOT NULL THEN a.scaled_level
            WHEN a.asset_score >= 33 OR a.rosh IN ('high', 'very high') THEN 'intensive'
            WHEN a.asset_score >= 15 OR a.rosh = 'medium' THEN 'enhanced'
            WHEN a.asset_score IS NOT NULL OR a.rosh IS NOT NULL THEN 'standard'
        END AS scaled_level
    FROM core_assessments AS a
    INNER JOIN core_children AS c ON c.ypid = a.ypid
    WHERE a.tool IN ('ASSET', 'ASSETPLUS')
),

placed AS (
    SELECT
        g.*,
        ROW_NUMBER() OVER (
            PARTITION BY g.linked_id
            ORDER BY g.assessment_date, g.completed_date, g.assessment_id
        ) AS place
    FROM given AS g
    WHERE g.scaled_level IS NOT NULL
)

SELECT
    p.assessment_id,
    p.linked_id,
    p.scaled_level,
    p.assessment_date AS level_start,
    f.assessment_date AS level_until
FROM placed AS p
LEFT JOIN placed AS f ON f.linked_id = p.linked_id AND f.place = p.place + 1
ORDER BY p.linked_id, p.place
