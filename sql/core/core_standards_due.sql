/*
name: core_standards_due
title: What national standards required of each order, and whether it was in time
grain: one row per order, national standard and day due
reads: [core_order_standards, core_statutory_orders]
source: A4 (national standards compliance), C1 court_orders_national_standards
notes: >
  Of orders that the service supervises. In time is done on or before the day due, as the case system gives that day;
  not done is not in time. The child is as at the start of the order.
*/
SELECT
    s.programme_id,
    CASE
        WHEN s.standard = 'FIRST_PANEL' THEN 'First panel'
        WHEN s.standard = 'FIRST_CONTACT' THEN 'First contact'
        WHEN s.standard = 'ASSESSMENT' THEN 'Assessment'
        WHEN s.standard = 'PLAN' THEN 'Plan of the intervention'
        WHEN s.standard = 'REVIEW' THEN 'Review of the plan'
        WHEN s.standard = 'HOME_VISIT' THEN 'Home visit'
        WHEN s.standard = 'BREACH_ACTION' THEN 'Return to court after a breach'
        WHEN s.standard = 'VICTIM_CONTACT' THEN 'Contact with the victim'
        ELSE 'Other standard'
    END AS standard,
    CAST(s.due_date AS DATE) AS due_date,
    CASE WHEN s.done_date <= s.due_date THEN 1 ELSE 0 END AS in_time,
    o.disposal,
    o.area_key,
    o.sex,
    o.age_band,
    o.ethnicity_group
FROM core_order_standards AS s
INNER JOIN core_statutory_orders AS o ON o.programme_id = s.programme_id
ORDER BY s.programme_id, standard, s.due_date
