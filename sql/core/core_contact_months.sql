/*
name: core_contact_months
title: Calendar months of orders, with the contacts due and kept
grain: one row per supervised order and calendar month it ran all of, in which its child had a level
reads: [core_supervised_orders, core_assessed_levels, core_contacts, periods, working_days]
source: B6 (12, 4 and 2 contacts a month in the first 3 months of an order, then 4, 2 and 1); D11 section 5; D15 section 7
notes: >
  The level is the one in force on the first of the month. The first three months' frequency holds for a month that
  lies wholly within three months of the order's first day, the lower one afterwards. Kept are contacts of the order in
  the month that the young person attended, planned or not. Ours: missed contacts do not count, whatever the reason.
  The months are those of the calendar of working days, from the first period to the last.
*/
WITH starts AS (
    SELECT
        CAST(
            CAST(EXTRACT(YEAR FROM day) AS VARCHAR) || '-' || LPAD(CAST(EXTRACT(MONTH FROM day) AS VARCHAR), 2, '0')
            || '-01' AS DATE
        ) AS month_start
    FROM working_days
),

bounds AS (
    SELECT MIN(period_start) AS opened_on, MAX(period_until) AS closed_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter')
),

months AS (
    SELECT s.month_start, CAST(s.month_start + INTERVAL '1' MONTH AS DATE) AS month_until
    FROM starts AS s
    INNER JOIN bounds AS b ON s.month_start >= b.opened_on AND s.month_start < b.closed_until
    GROUP BY s.month_start
),

run AS (
    SELECT
        o.programme_id,
        o.area_key,
        o.sex,
        o.ethnicity_group,
        m.month_start,
        m.month_until,
        l.scaled_level,
        EXTRACT(YEAR FROM m.month_start) - EXTRACT(YEAR FROM o.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM m.month_start) * 100 + EXTRACT(DAY FROM m.month_start)
                < EXTRACT(MONTH FROM o.date_of_birth) * 100 + EXTRACT(DAY FROM o.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years,
        CASE
            WHEN m.month_until <= o.order_start_date + INTERVAL '3' MONTH
                THEN CASE l.scaled_level WHEN 'intensive' THEN 12 WHEN 'enhanced' THEN 4 ELSE 2 END
            ELSE CASE l.scaled_level WHEN 'intensive' THEN 4 WHEN 'enhanced' THEN 2 ELSE 1 END
        END AS contacts_due
    FROM core_supervised_orders AS o
    INNER JOIN months AS m
        ON
            o.order_start_date <= m.month_start
            AND (o.order_end_date IS NULL OR o.order_end_date + INTERVAL '1' DAY >= m.month_until)
    INNER JOIN core_assessed_levels AS l
        ON
            l.linked_id = o.linked_id
            AND l.level_start <= m.month_start
            AND (l.level_until IS NULL OR l.level_until > m.month_start)
),

kept AS (
    SELECT programme_id, CAST(contact_date AS DATE) AS contact_date
    FROM core_contacts
    WHERE contact_attended = 'yes'
),

counted AS (
    SELECT r.programme_id, r.month_start, COUNT(k.contact_date) AS contacts_kept
    FROM run AS r
    LEFT JOIN kept AS k
        ON k.programme_id = r.programme_id AND k.contact_date >= r.month_start AND k.contact_date < r.month_until
    GROUP BY r.programme_id, r.month_start
)

SELECT
    r.programme_id,
    r.month_start,
    r.area_key,
    r.sex,
    r.ethnicity_group,
    CASE WHEN r.age_years < 15 THEN '10-14' WHEN r.age_years < 18 THEN '15-17' ELSE '18 and over' END AS age_band,
    r.scaled_level,
    r.contacts_due,
    c.contacts_kept,
    CASE WHEN c.contacts_kept >= r.contacts_due THEN 1 ELSE 0 END AS is_enough
FROM run AS r
INNER JOIN counted AS c ON c.programme_id = r.programme_id AND c.month_start = r.month_start
ORDER BY r.programme_id, r.month_start
