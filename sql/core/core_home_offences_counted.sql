/*
name: core_home_offences_counted
title: Offences in the children's homes of the project
grain: one row per child and offence
reads: [core_home_offences, core_children]
source: A1 HOM-01, HOM-02; D11 section 8 objective 6
notes: >
  Homes outside the project are left out. The log is the homes' own: it holds offences settled restoratively, which
  no case system does.
*/
SELECT
    h.home_offence_id,
    c.linked_id,
    CAST(h.home_offence_date AS DATE) AS home_offence_date,
    CASE h.home_offence_kind
        WHEN 'DAMAGE' THEN 'Criminal damage'
        WHEN 'ASSAULT_ON_STAFF' THEN 'Assault on staff'
        WHEN 'ASSAULT_ON_RESIDENT' THEN 'Assault on another resident'
        WHEN 'THEFT' THEN 'Theft'
        WHEN 'PUBLIC_ORDER' THEN 'Public order'
        ELSE 'Other or not recorded'
    END AS kind_name,
    CASE h.home_response
        WHEN 'RESTORATIVE' THEN 'Settled restoratively'
        WHEN 'POLICE' THEN 'Reported to the police'
        ELSE 'No further step or not recorded'
    END AS response_name,
    c.area_key,
    c.sex,
    c.ethnicity_group,
    CASE
        WHEN
            EXTRACT(YEAR FROM h.home_offence_date) - EXTRACT(YEAR FROM c.date_of_birth)
            - CASE
                WHEN
                    EXTRACT(MONTH FROM h.home_offence_date) * 100 + EXTRACT(DAY FROM h.home_offence_date)
                    < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                    THEN 1
                ELSE 0
            END
            < 15
            THEN '14 and under'
        ELSE '15 and over'
    END AS age_band
FROM core_home_offences AS h
INNER JOIN core_children AS c ON c.ypid = h.ypid
WHERE h.project_home = TRUE
ORDER BY h.home_offence_id
