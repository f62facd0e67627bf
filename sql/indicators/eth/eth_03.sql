/*
id: ETH-03
title: Relative rate index of young people on disposals, each ethnic group against White
why: >
  Says how many times as often as White young people those of another group come to a disposal.
definition: >
  Young people of the group on disposals for each resident of it aged 10 to 17, divided by the same rate of White
  young people; 1 is the same rate, below 1 a lower one.
numerator: young people of the group on disposals
denominator: young people of the group expected on disposals at the rate of White residents
counting_unit: person
unit: ratio
decimals: 2
polarity: context
basis: [fy, ytd]
theme: [core, Q1]
page: ETH-02
source: measures.md A1, B7 (relative rate index), T-11
data_source: case system
reads: [core_disposals, core_population_groups, periods, areas]
notes: >
  No figure where no White young person was on a disposal or a group has no residents. Population is that of the
  latest mid-year no later than the year the period begins in. One child counts once.
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

in_force AS (
    SELECT
        g.period_id,
        g.area_code,
        g.ethnicity_group,
        g.residents,
        COALESCE(n.young_people, 0) AS young_people
    FROM groups AS g
    INNER JOIN newest AS w ON w.period_id = g.period_id AND w.area_code = g.area_code AND w.mid_year = g.mid_year
    LEFT JOIN counted AS n
        ON n.period_id = g.period_id AND n.area_code = g.area_code AND n.ethnicity_group = g.ethnicity_group
)

SELECT
    f.period_id,
    f.area_code,
    'ethnicity_group' AS breakdown,
    f.ethnicity_group AS category,
    CAST(f.young_people AS DOUBLE) AS numerator,
    f.residents * CAST(w.young_people AS DOUBLE) / NULLIF(w.residents, 0) AS denominator
FROM in_force AS f
INNER JOIN in_force AS w
    ON w.period_id = f.period_id AND w.area_code = f.area_code AND w.ethnicity_group = 'White'
WHERE f.ethnicity_group <> 'White' AND f.residents > 0 AND w.young_people > 0 AND w.residents > 0
ORDER BY f.period_id, f.area_code, f.ethnicity_group
