/*
name: core_working_days
title: Working days of England and Wales, numbered
grain: one row per working day
reads: [working_days, core_bank_holidays]
source: B10 (calendar, counting)
notes: >
  The calendar's working days less the bank holidays that the service added, numbered anew one after the other.
  `next_date` is the working day that follows, so that a Saturday belongs to the Friday before: the first working day
  after a referral has the number of the day it belongs to plus one.
*/
WITH added AS (
    SELECT CAST(holiday_date AS DATE) AS holiday_date
    FROM core_bank_holidays
    GROUP BY CAST(holiday_date AS DATE)
),

kept AS (
    SELECT CAST(w.day AS DATE) AS working_date
    FROM working_days AS w
    LEFT JOIN added AS a ON a.holiday_date = CAST(w.day AS DATE)
    WHERE a.holiday_date IS NULL
),

numbered AS (
    SELECT k.working_date, ROW_NUMBER() OVER (ORDER BY k.working_date) AS day_number
    FROM kept AS k
)

SELECT n.working_date, n.day_number, f.working_date AS next_date
FROM numbered AS n
INNER JOIN numbered AS f ON f.day_number = n.day_number + 1
ORDER BY n.day_number
