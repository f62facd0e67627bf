/*
name: core_asb_youth_incidents
title: Incidents of youth-related anti-social behaviour that somebody called the police about
grain: one row per incident
reads: [core_asb_calls]
source: A1 PRE-06; C3 (duplicates of one incident)
notes: >
  Several calls about one incident are one, on the day and beat of the first call; a call without an incident
  number is an incident of its own. Calls to others than the police, and calls not about young people, are left out.
*/
WITH calls AS (
    SELECT
        COALESCE('incident ' || incident_no, 'call ' || call_id) AS incident_key,
        call_id,
        CAST(call_date AS DATE) AS call_date,
        UPPER(beat_code) AS beat_code
    FROM core_asb_calls
    WHERE youth_related = TRUE AND call_source = 'POLICE'
),

numbered AS (
    SELECT
        incident_key,
        call_date,
        beat_code,
        ROW_NUMBER() OVER (PARTITION BY incident_key ORDER BY call_date, call_id) AS place
    FROM calls
)

SELECT incident_key, call_date, beat_code
FROM numbered
WHERE place = 1
ORDER BY incident_key
