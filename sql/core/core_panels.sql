/*
name: core_panels
title: Sittings of referral order panels that volunteers gave hours to
grain: one row per sitting
reads: [core_volunteer_hours]
source: A4 (panels covered), C1 volunteer_hours
notes: >
  A sitting is the panel's number, on the first day recorded for it. Two or more different volunteers are what a panel
  needs of the community.
*/
WITH sittings AS (
    SELECT panel_id, MIN(volunteering_date) AS panel_date, COUNT(DISTINCT volunteer_id) AS volunteers
    FROM core_volunteer_hours
    WHERE volunteer_role = 'PANEL' AND panel_id IS NOT NULL
    GROUP BY panel_id
)

SELECT
    panel_id,
    CAST(panel_date AS DATE) AS panel_date,
    volunteers,
    CASE WHEN volunteers >= 2 THEN 1 ELSE 0 END AS has_two
FROM sittings
ORDER BY panel_id
