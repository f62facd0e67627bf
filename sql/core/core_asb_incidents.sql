/*
name: core_asb_incidents
title: Incidents of anti-social behaviour
grain: one row per month and district
reads: [core_police_street, core_gss_lookup]
source: data.police.uk, street-level crime and anti-social behaviour
notes: >
  Every row is an incident, also where two are alike in all their cells. The district is the name of the small area
  without the number behind it, and its code is the look-up's, empty where no look-up was sent. Rows without a
  place are counted under 'No place given', so that the months add up.
*/
WITH incidents AS (
    SELECT
        CAST(month || '-01' AS DATE) AS month_start,
        COALESCE(SUBSTRING(lsoa_name, 1, LENGTH(lsoa_name) - 5), 'No place given') AS district_name
    FROM core_police_street
    WHERE crime_type = 'Anti-social behaviour'
),

counted AS (
    SELECT month_start, district_name, COUNT(*) AS incidents
    FROM incidents
    GROUP BY month_start, district_name
)

SELECT
    c.month_start,
    g.ltla_code AS district_code,
    c.district_name,
    g.utla_code AS upper_tier_code,
    c.incidents
FROM counted AS c
LEFT JOIN core_gss_lookup AS g ON g.ltla_name = c.district_name
ORDER BY c.month_start, c.district_name
