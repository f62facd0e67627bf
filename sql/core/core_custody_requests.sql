/*
name: core_custody_requests
title: Requests for an appropriate adult
grain: one row per request
reads: [core_appropriate_adults, core_children]
source: A4 (appropriate adults, overnight police remands); D11 section 8 objective 3
notes: >
  A request for a young person whom the case system does not know counts in the whole service; a request that names
  a record which is deleted or not there is left out. `night_key` is the same for all requests of one known
  child on one day.
*/
WITH requests AS (
    SELECT
        a.aa_request_id,
        COALESCE(
            'child ' || c.linked_id || ' ' || CAST(CAST(a.aa_request_date AS DATE) AS VARCHAR),
            'request ' || a.aa_request_id
        ) AS night_key,
        CAST(a.aa_request_date AS DATE) AS request_date,
        CASE WHEN a.aa_attended = TRUE AND a.aa_response_hours <= 2 THEN 1 ELSE 0 END AS is_in_time,
        CASE
            WHEN a.aa_attended = FALSE THEN 'Nobody came'
            WHEN a.aa_provider = 'VOLUNTEER' THEN 'Volunteer'
            WHEN a.aa_provider = 'YOS' THEN 'Worker of the service'
            WHEN a.aa_provider = 'EDT' THEN 'Emergency duty team'
            WHEN a.aa_provider = 'PARENT' THEN 'Parent or carer'
            ELSE 'Somebody else or not recorded'
        END AS provider_name,
        CASE WHEN a.overnight_remand = TRUE THEN 1 ELSE 0 END AS is_overnight,
        COALESCE(c.area_key, 'UNKNOWN') AS area_key,
        COALESCE(c.sex, 'Unknown') AS sex,
        COALESCE(c.ethnicity_group, 'Information not obtainable') AS ethnicity_group,
        EXTRACT(YEAR FROM a.aa_request_date) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM a.aa_request_date) * 100 + EXTRACT(DAY FROM a.aa_request_date)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM core_appropriate_adults AS a
    LEFT JOIN core_children AS c ON c.ypid = a.ypid
    WHERE a.ypid IS NULL OR c.ypid IS NOT NULL
)

SELECT
    aa_request_id,
    night_key,
    request_date,
    is_in_time,
    provider_name,
    is_overnight,
    area_key,
    sex,
    ethnicity_group,
    CASE
        WHEN age_years IS NULL THEN 'Not known'
        WHEN age_years < 15 THEN '10-14'
        ELSE '15-17'
    END AS age_band
FROM requests
ORDER BY aa_request_id
