/*
name: core_kpi_endings
title: Where the children of the modern indicators lived and learned when their programme ended
grain: one row per child per calendar quarter in which a programme that counts ended
reads: [core_kpi_children, core_ete_status, core_accommodation]
source: B5 KPI 1 and KPI 2 (all that is open must be suitable; UNKNOWN counts against; no record is not in the numerator)
notes: >
  A row of education or accommodation is open on the last day when it began by then and had not ended before. No open
  row, one that is unsuitable or one of unknown suitability: not suitable. Hours attended are summed over what is
  open, hours offered where attendance was not recorded; full time is 25 hours a week of school age and 16 above. The
  same provision entered twice in all its columns is one.
*/
WITH children AS (
    SELECT
        quarter_start,
        ypid,
        linked_id,
        order_end_date,
        order_type,
        area_key,
        sex,
        ethnicity_group,
        age_band,
        is_school_age
    FROM core_kpi_children
),

provisions AS (
    SELECT ypid, provision, suitability, start_date, end_date, hours_offered, hours_attended
    FROM core_ete_status
    GROUP BY ypid, provision, suitability, start_date, end_date, hours_offered, hours_attended
),

education AS (
    SELECT
        c.quarter_start,
        c.linked_id,
        COUNT(*) AS open_rows,
        SUM(CASE WHEN p.suitability = 'SUITABLE' THEN 1 ELSE 0 END) AS suitable_rows,
        SUM(COALESCE(p.hours_attended, p.hours_offered, 0)) AS hours
    FROM children AS c
    INNER JOIN provisions AS p
        ON
            p.ypid = c.ypid
            AND p.start_date <= c.order_end_date
            AND (p.end_date IS NULL OR p.end_date >= c.order_end_date)
    GROUP BY c.quarter_start, c.linked_id
),

housing AS (
    SELECT
        c.quarter_start,
        c.linked_id,
        COUNT(*) AS open_rows,
        SUM(CASE WHEN a.suitability = 'SUITABLE' THEN 1 ELSE 0 END) AS suitable_rows
    FROM children AS c
    INNER JOIN core_accommodation AS a
        ON
            a.ypid = c.ypid
            AND a.start_date <= c.order_end_date
            AND (a.end_date IS NULL OR a.end_date >= c.order_end_date)
    GROUP BY c.quarter_start, c.linked_id
)

SELECT
    c.quarter_start,
    c.ypid,
    c.linked_id,
    c.order_end_date,
    c.order_type,
    c.area_key,
    c.sex,
    c.ethnicity_group,
    c.age_band,
    CASE WHEN c.is_school_age = 1 THEN 'school age' ELSE 'above school age' END AS school_age,
    CASE WHEN h.suitable_rows = h.open_rows THEN 1 ELSE 0 END AS accommodation_suitable,
    CASE WHEN e.suitable_rows = e.open_rows THEN 1 ELSE 0 END AS ete_suitable,
    CASE
        WHEN COALESCE(e.hours, 0) <= 0 THEN 'no hours'
        WHEN c.is_school_age = 1 AND e.hours >= 25 THEN 'full time'
        WHEN c.is_school_age = 0 AND e.hours >= 16 THEN 'full time'
        ELSE 'part time'
    END AS hours_band
FROM children AS c
LEFT JOIN education AS e ON e.quarter_start = c.quarter_start AND e.linked_id = c.linked_id
LEFT JOIN housing AS h ON h.quarter_start = c.quarter_start AND h.linked_id = c.linked_id
ORDER BY c.quarter_start, c.linked_id
