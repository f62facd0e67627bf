/*
name: core_impact_windows
title: Calls before and after IMPACT's work in each completed area
grain: one row per completed spell of work in an area
reads: [core_impact_spells, core_asb_youth_incidents, core_asb_calls]
source: A1 PRE-06; D11 section 8 (the 3 months before IMPACT became involved, the 3 months after it completed); C3
notes: >
  Before are the 3 months up to the day before the first day, after are the 3 months from the day after the last
  day. A spell compares only when both are whole: the months before begin no earlier than the month of the first
  call of any kind that the police sent, the months after were over when the calls were extracted, and the beat was
  not redrawn from the first day of the one to the last day of the other.
*/
WITH completed AS (
    SELECT
        impact_area_id,
        area_key,
        beat_code,
        beat_changed_on,
        impact_end,
        impact_start - INTERVAL '3' MONTH AS before_from,
        impact_start AS before_until,
        impact_end + INTERVAL '3' MONTH AS after_to
    FROM core_impact_spells
    WHERE is_completed = 1 AND impact_end IS NOT NULL
),

log_bounds AS (
    SELECT
        EXTRACT(YEAR FROM MIN(call_date)) * 12 + EXTRACT(MONTH FROM MIN(call_date)) AS first_month,
        CAST(MAX(extract_date) AS DATE) AS taken_on
    FROM core_asb_calls
),

counted AS (
    SELECT
        c.impact_area_id,
        SUM(CASE WHEN i.call_date >= c.before_from AND i.call_date < c.before_until THEN 1 ELSE 0 END) AS calls_before,
        SUM(CASE WHEN i.call_date > c.impact_end AND i.call_date <= c.after_to THEN 1 ELSE 0 END) AS calls_after
    FROM completed AS c
    LEFT JOIN core_asb_youth_incidents AS i ON i.beat_code = c.beat_code
    GROUP BY c.impact_area_id
)

SELECT
    c.impact_area_id,
    c.area_key,
    c.impact_end,
    CASE
        WHEN
            c.beat_code IS NOT NULL
            AND EXTRACT(YEAR FROM c.before_from) * 12 + EXTRACT(MONTH FROM c.before_from) >= b.first_month
            AND c.after_to < b.taken_on
            AND (c.beat_changed_on IS NULL OR c.beat_changed_on <= c.before_from OR c.beat_changed_on > c.after_to)
            THEN 1
        ELSE 0
    END AS is_whole,
    n.calls_before,
    n.calls_after
FROM completed AS c
CROSS JOIN log_bounds AS b
INNER JOIN counted AS n ON n.impact_area_id = c.impact_area_id
ORDER BY c.impact_area_id
