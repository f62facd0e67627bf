/*
name: core_cross_file_faults
title: Faults that only show when files are read together
grain: one row per fault
reads:
  [core_persons, core_offences, core_outcomes, core_hearings, core_remand_episodes, core_interventions, core_ete_status,
   core_accommodation]
source: C3; B3 (recorded ages decide, ages by dates are checked against them)
notes: >
  What each code means and what to do stands in the rule catalogue. A child born on 29 February is a year older
  on 1 March where the year has no such day.
*/
WITH persons AS (
    SELECT ypid, date_of_birth FROM core_persons
),

offences AS (
    SELECT
        offence_id,
        ypid,
        offence_date,
        arrest_date,
        age_at_arrest_or_offence,
        file_sha256,
        file_name,
        sheet,
        row
    FROM core_offences
),

aged AS (
    SELECT
        o.file_sha256,
        o.file_name,
        o.sheet,
        o.row,
        o.age_at_arrest_or_offence,
        EXTRACT(YEAR FROM o.offence_date) - EXTRACT(YEAR FROM p.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM o.offence_date) * 100 + EXTRACT(DAY FROM o.offence_date)
                < EXTRACT(MONTH FROM p.date_of_birth) * 100 + EXTRACT(DAY FROM p.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_at_offence,
        EXTRACT(YEAR FROM o.arrest_date) - EXTRACT(YEAR FROM p.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM o.arrest_date) * 100 + EXTRACT(DAY FROM o.arrest_date)
                < EXTRACT(MONTH FROM p.date_of_birth) * 100 + EXTRACT(DAY FROM p.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_at_arrest
    FROM offences AS o
    INNER JOIN persons AS p ON p.ypid = o.ypid
),

faults AS (
    SELECT
        'YJ-R-0001' AS code,
        'offences' AS table_name,
        o.file_sha256,
        o.file_name,
        o.sheet,
        o.row,
        'ypid' AS column_name
    FROM offences AS o
    LEFT JOIN persons AS p ON p.ypid = o.ypid
    WHERE p.ypid IS NULL
    UNION ALL
    SELECT 'YJ-R-0002', 'outcomes', u.file_sha256, u.file_name, u.sheet, u.row, 'offence_id'
    FROM core_outcomes AS u
    LEFT JOIN offences AS o ON o.offence_id = u.offence_id
    WHERE o.offence_id IS NULL
    UNION ALL
    SELECT 'YJ-R-0003', 'outcomes', u.file_sha256, u.file_name, u.sheet, u.row, 'outcome_date'
    FROM core_outcomes AS u
    INNER JOIN offences AS o ON o.offence_id = u.offence_id
    WHERE u.outcome_date < o.offence_date
    UNION ALL
    SELECT 'YJ-R-0004', 'interventions', i.file_sha256, i.file_name, i.sheet, i.row, 'ypid'
    FROM core_interventions AS i
    LEFT JOIN persons AS p ON p.ypid = i.ypid
    WHERE p.ypid IS NULL
    UNION ALL
    SELECT 'YJ-R-0005', 'ete_status', e.file_sha256, e.file_name, e.sheet, e.row, 'ypid'
    FROM core_ete_status AS e
    LEFT JOIN persons AS p ON p.ypid = e.ypid
    WHERE p.ypid IS NULL
    UNION ALL
    SELECT 'YJ-R-0006', 'accommodation', a.file_sha256, a.file_name, a.sheet, a.row, 'ypid'
    FROM core_accommodation AS a
    LEFT JOIN persons AS p ON p.ypid = a.ypid
    WHERE p.ypid IS NULL
    UNION ALL
    SELECT 'YJ-R-0007', 'remand_episodes', r.file_sha256, r.file_name, r.sheet, r.row, 'ypid'
    FROM core_remand_episodes AS r
    LEFT JOIN persons AS p ON p.ypid = r.ypid
    WHERE p.ypid IS NULL
    UNION ALL
    SELECT 'YJ-R-0008', 'hearings', h.file_sha256, h.file_name, h.sheet, h.row, 'ypid'
    FROM core_hearings AS h
    LEFT JOIN persons AS p ON p.ypid = h.ypid
    WHERE p.ypid IS NULL
    UNION ALL
    SELECT 'YJ-R-0009', 'offences', g.file_sha256, g.file_name, g.sheet, g.row, 'age_at_arrest_or_offence'
    FROM aged AS g
    WHERE
        g.age_at_offence BETWEEN 10 AND 17
        AND g.age_at_arrest_or_offence <> g.age_at_offence
        AND g.age_at_arrest_or_offence <> COALESCE(g.age_at_arrest, g.age_at_offence)
    UNION ALL
    SELECT 'YJ-R-0010', 'offences', g.file_sha256, g.file_name, g.sheet, g.row, 'offence_date'
    FROM aged AS g
    WHERE g.age_at_offence NOT BETWEEN 10 AND 17
)

SELECT code, table_name, file_sha256, file_name, sheet, row, column_name
FROM faults
ORDER BY table_name, code, file_sha256, sheet, row
