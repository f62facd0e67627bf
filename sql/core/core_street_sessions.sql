/*
name: core_street_sessions
title: Street-based sessions of IMPACT
grain: one row per session
reads: [core_impact_contacts, core_impact_areas, areas]
source: A1 PRE-05, T-36 (contacts are events)
notes: >
  A session counts where its area lies; in the whole service alone where the area is not on the list or outside our
  districts. More known contacts than contacts are read as all of them.
*/
WITH own_districts AS (
    SELECT district_code
    FROM areas
    GROUP BY district_code
)

SELECT
    s.street_session_id,
    CAST(s.contact_date AS DATE) AS contact_date,
    s.contact_count AS contacts,
    LEAST(COALESCE(s.known_count, 0), s.contact_count) AS known_contacts,
    COALESCE(d.district_code, 'UNKNOWN') AS area_key
FROM core_impact_contacts AS s
LEFT JOIN core_impact_areas AS i ON i.impact_area_id = s.impact_area_id
LEFT JOIN own_districts AS d ON d.district_code = i.district_code
ORDER BY s.street_session_id
