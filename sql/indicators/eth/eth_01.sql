/*
id: ETH-01
title: Ethnic composition of young people on disposals, against the population
why: >
  A group that is met with more often than its share of the population would give is owed an explanation.
definition: >
  Share of each main ethnic group among young people on disposals less its share among residents aged 10 to 17, in
  percentage points; above nought the group is over-represented.
numerator: young people of the group on disposals, less as many as its share of the population would give
denominator: young people on disposals whose ethnic group is recorded
counting_unit: person
unit: pp
decimals: 1
polarity: context
basis: [fy, ytd]
theme: [core, Q1]
page: ETH-02
source: measures.md A1, B1 (NI 44), B7, T-07, T-11
data_source: case system
amounts: {young people on disposals: count, residents aged 10 to 17: count}
reads: [core_disposals, core_population_groups, periods, areas]
notes: >
  Each group stands for itself; no pooled figure is made of the groups other than White. A child counts once, however
  many disposals. Children of no recorded group are left out of both parts. Population is that of the latest mid-year
  no later than the year the period begins in. The direction of a small gap says nothing: see the interval.
*/
WITH spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('fy', 'ytd')
),

groups AS (
    SELECT
        s.period_id,
        s.period_start,
        s.period_until,
        g.area_code,
        g.mid_year,
        g.ethnicity_group,
        g.residents,
        g.all_residents
    FROM spine AS s
    INNER JOIN core_population_groups AS g ON g.mid_year <= EXTRACT(YEAR FROM s.period_start)
),

newest AS (
    SELECT period_id, area_code, MAX(mid_year) AS mid_year
    FROM groups
    GROUP BY period_id, area_code
),

offenders AS (
    SELECT s.period_id, a.area_code, d.linked_id, d.ethnicity_group
    FROM core_disposals AS d
    INNER JOIN spine AS s ON d.disposal_date >= s.period_start AND d.disposal_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = d.area_key
    WHERE d.ethnicity_group <> 'Information not obtainable'
    GROUP BY s.period_id, a.area_code, d.linked_id, d.ethnicity_group
),

counted AS (
    SELECT period_id, area_code, ethnicity_group, COUNT(*) AS young_people
    FROM offenders
    GROUP BY period_id, area_code, ethnicity_group
),

totals AS (
    SELECT period_id, area_code, SUM(young_people) AS young_people
    FROM counted
    GROUP BY period_id, area_code
),

in_force AS (
    SELECT
        g.period_id,
        g.area_code,
        g.ethnicity_group,
        g.residents,
        g.all_residents,
        CAST(COALESCE(n.young_people, 0) AS DOUBLE) AS of_group,
        CAST(COALESCE(t.young_people, 0) AS DOUBLE) AS of_all
    FROM groups AS g
    INNER JOIN newest AS w ON w.period_id = g.period_id AND w.area_code = g.area_code AND w.mid_year = g.mid_year
    LEFT JOIN totals AS t ON t.period_id = g.period_id AND t.area_code = g.area_code
    LEFT JOIN counted AS n
        ON n.period_id = g.period_id AND n.area_code = g.area_code AND n.ethnicity_group = g.ethnicity_group
    WHERE g.all_residents > 0
)

SELECT
    period_id,
    area_code,
    'ethnicity_group' AS breakdown,
    ethnicity_group AS category,
    of_group - of_all * residents / NULLIF(all_residents, 0) AS numerator,
    of_all AS denominator
FROM in_force
UNION ALL
SELECT period_id, area_code, 'young people on disposals', ethnicity_group, of_group, CAST(NULL AS DOUBLE)
FROM in_force
UNION ALL
SELECT period_id, area_code, 'residents aged 10 to 17', ethnicity_group, residents, CAST(NULL AS DOUBLE)
FROM in_force
ORDER BY period_id, area_code, breakdown, category
