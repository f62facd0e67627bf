/*
name: core_board_partners
title: Partners at the Board's meetings
grain: one row per meeting and partner that has a seat
reads: [core_board_attendance]
source: B5 KPI 8 (seniors and delegates), C3 (agencies renamed between years)
notes: >
  A partner with several seats is there when anybody of it came, and by a senior member when one of those who
  came is senior. The names of a partner that was renamed are one name already when the file is read.
*/
WITH partners AS (
    SELECT
        organisation,
        CAST(meeting_date AS DATE) AS meeting_date,
        MAX(CASE WHEN attended = TRUE THEN 1 ELSE 0 END) AS came,
        MAX(CASE WHEN attended = TRUE AND seniority = 'Senior' THEN 1 ELSE 0 END) AS senior_came
    FROM core_board_attendance
    GROUP BY organisation, CAST(meeting_date AS DATE)
)

SELECT
    meeting_date,
    organisation,
    came,
    senior_came,
    CASE WHEN senior_came = 1 THEN 'Senior member' WHEN came = 1 THEN 'Delegate' ELSE 'Nobody' END AS who_came
FROM partners
ORDER BY meeting_date, organisation
