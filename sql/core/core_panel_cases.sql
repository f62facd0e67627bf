/*
name: core_panel_cases
title: Cases heard by the risk panels
grain: one row per child, panel and day
reads: [core_risk_panels, core_children]
source: "A4 (deter young offenders, high-risk panel)"
notes: >
  One case entered twice for one day of one panel is one; before the panel for the first time where either
  entry says so. The age is that on the day.
*/
WITH told AS (
    SELECT
        c.linked_id,
        CAST(t.heard_date AS DATE) AS heard_date,
        t.panel_kind,
        CASE
            WHEN MAX(CASE WHEN t.first_time_heard = TRUE THEN 1 ELSE 0 END) = 1 THEN 'First time'
            ELSE 'Review or not recorded'
        END AS hearing_kind,
        c.area_key,
        c.sex,
        c.ethnicity_group,
        EXTRACT(YEAR FROM t.heard_date) - EXTRACT(YEAR FROM c.date_of_birth)
        - CASE
            WHEN
                EXTRACT(MONTH FROM t.heard_date) * 100 + EXTRACT(DAY FROM t.heard_date)
                < EXTRACT(MONTH FROM c.date_of_birth) * 100 + EXTRACT(DAY FROM c.date_of_birth)
                THEN 1
            ELSE 0
        END AS age_years
    FROM core_risk_panels AS t
    INNER JOIN core_children AS c ON c.ypid = t.ypid
    GROUP BY t.ypid, c.linked_id, t.heard_date, t.panel_kind, c.area_key, c.sex, c.ethnicity_group, c.date_of_birth
)

SELECT
    linked_id,
    heard_date,
    panel_kind,
    hearing_kind,
    area_key,
    sex,
    ethnicity_group,
    CASE WHEN age_years < 15 THEN '10-14' WHEN age_years < 18 THEN '15-17' ELSE '18 and over' END AS age_band
FROM told
ORDER BY linked_id, heard_date, panel_kind, hearing_kind
