/*
id: PRI-01
title: Milestones of the plan's priorities complete or on track
why: Shows whether the plan that the Board agreed is being carried out.
definition: >
  Share of the milestones of the plan's numbered priorities that are complete or on track.
numerator: milestones complete or on track
denominator: milestones
counting_unit: milestone
unit: "%"
decimals: 1
polarity: higher is better
basis: [point]
theme: [core]
source: "A1 PRI-01..11; D15 section 7"
data_source: Board
reads: [core_priorities, periods, areas]
notes: >
  The plan in force: that of the newest year that has begun by the quarter, or else the first to come. Every priority counts
  by its milestones in "priority"; "status" gives each status its share of all milestones.
*/
WITH service AS (
    SELECT area_code
    FROM areas
    WHERE area_level = 'service'
    GROUP BY area_code
),

plans AS (
    SELECT
        p.period_id,
        m.fy,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id
            ORDER BY
                CASE WHEN m.fy <= p.fy THEN 0 ELSE 1 END,
                CASE WHEN m.fy <= p.fy THEN m.fy END DESC,
                m.fy
        ) AS in_force
    FROM core_priorities AS m
    INNER JOIN periods AS p ON p.basis = 'point'
    GROUP BY p.period_id, p.fy, m.fy
),

milestones AS (
    SELECT
        n.period_id,
        s.area_code,
        LPAD(CAST(m.priority_no AS VARCHAR), 2, '0') AS priority,
        m.status,
        CASE WHEN m.status IN ('Complete', 'On track') THEN 1.0 ELSE 0.0 END AS is_well
    FROM core_priorities AS m
    INNER JOIN plans AS n ON n.fy = m.fy AND n.in_force = 1
    CROSS JOIN service AS s
),

totals AS (
    SELECT
        t.period_id,
        t.area_code,
        CAST(SUM(t.is_well) AS DOUBLE) AS well,
        CAST(COUNT(*) AS DOUBLE) AS milestones
    FROM milestones AS t
    GROUP BY t.period_id, t.area_code
)

SELECT
    period_id,
    area_code,
    'all' AS breakdown,
    'all' AS category,
    well AS numerator,
    milestones AS denominator
FROM totals
UNION ALL
SELECT
    period_id,
    area_code,
    'priority' AS breakdown,
    priority AS category,
    CAST(SUM(is_well) AS DOUBLE) AS numerator,
    CAST(COUNT(*) AS DOUBLE) AS denominator
FROM milestones
GROUP BY period_id, area_code, priority
UNION ALL
SELECT
    m.period_id,
    m.area_code,
    'status' AS breakdown,
    m.status AS category,
    CAST(COUNT(*) AS DOUBLE) AS numerator,
    t.milestones AS denominator
FROM milestones AS m
INNER JOIN totals AS t ON t.period_id = m.period_id AND t.area_code = m.area_code
GROUP BY m.period_id, m.area_code, m.status, t.milestones
