/*
name: core_impact_spells
title: Spells of IMPACT's work in an area
grain: one row per area and first day of work
reads: [core_impact_areas, areas]
source: A1 PRE-03, PRE-04; C3 (same area twice, no end date); T-37 (an area has a start and an end)
notes: >
  The same area, district and first day entered twice is one spell: the row with an end goes before one without, a
  completed before one broken off, the later end before the earlier. An area is its name in its district, in any
  case. A spell without an end goes on. An area outside our districts counts in the whole service alone.
*/
WITH own_districts AS (
    SELECT district_code
    FROM areas
    GROUP BY district_code
),

entries AS (
    SELECT
        i.impact_area_id,
        i.district_code || ' ' || LOWER(i.impact_area_name) AS place_key,
        CASE WHEN d.district_code IS NULL THEN 'UNKNOWN' ELSE i.district_code END AS area_key,
        UPPER(i.beat_code) AS beat_code,
        CAST(i.impact_start AS DATE) AS impact_start,
        CAST(i.impact_end AS DATE) AS impact_end,
        CAST(i.beat_changed_on AS DATE) AS beat_changed_on,
        CASE WHEN i.impact_completed = TRUE THEN 1 ELSE 0 END AS is_completed
    FROM core_impact_areas AS i
    LEFT JOIN own_districts AS d ON d.district_code = i.district_code
),

numbered AS (
    SELECT
        impact_area_id,
        place_key,
        area_key,
        beat_code,
        impact_start,
        impact_end,
        beat_changed_on,
        is_completed,
        ROW_NUMBER() OVER (
            PARTITION BY place_key, impact_start
            ORDER BY
                CASE WHEN impact_end IS NULL THEN 1 ELSE 0 END,
                is_completed DESC,
                impact_end DESC,
                impact_area_id
        ) AS place
    FROM entries
)

SELECT impact_area_id, place_key, area_key, beat_code, impact_start, impact_end, beat_changed_on, is_completed
FROM numbered
WHERE place = 1
ORDER BY impact_area_id
