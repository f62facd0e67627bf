/*
name: core_neighbours
title: Statistical neighbours, one below the other
grain: one row per authority and rank
reads: [core_statistical_neighbours, core_la_codes]
source: Department for Education, statistical neighbours
notes: >
  The ten columns of neighbours as rows, each with its name where the list of numbers gives one. An authority with
  fewer neighbours has fewer rows.
*/
WITH ranked AS (
    SELECT la_number, la_name, 1 AS neighbour_rank, neighbour_1 AS neighbour_number FROM core_statistical_neighbours
    UNION ALL
    SELECT la_number, la_name, 2 AS neighbour_rank, neighbour_2 AS neighbour_number FROM core_statistical_neighbours
    UNION ALL
    SELECT la_number, la_name, 3 AS neighbour_rank, neighbour_3 AS neighbour_number FROM core_statistical_neighbours
    UNION ALL
    SELECT la_number, la_name, 4 AS neighbour_rank, neighbour_4 AS neighbour_number FROM core_statistical_neighbours
    UNION ALL
    SELECT la_number, la_name, 5 AS neighbour_rank, neighbour_5 AS neighbour_number FROM core_statistical_neighbours
    UNION ALL
    SELECT la_number, la_name, 6 AS neighbour_rank, neighbour_6 AS neighbour_number FROM core_statistical_neighbours
    UNION ALL
    SELECT la_number, la_name, 7 AS neighbour_rank, neighbour_7 AS neighbour_number FROM core_statistical_neighbours
    UNION ALL
    SELECT la_number, la_name, 8 AS neighbour_rank, neighbour_8 AS neighbour_number FROM core_statistical_neighbours
    UNION ALL
    SELECT la_number, la_name, 9 AS neighbour_rank, neighbour_9 AS neighbour_number FROM core_statistical_neighbours
    UNION ALL
    SELECT la_number, la_name, 10 AS neighbour_rank, neighbour_10 AS neighbour_number FROM core_statistical_neighbours
)

SELECT
    r.la_number,
    r.la_name,
    r.neighbour_rank,
    r.neighbour_number,
    c.la_name AS neighbour_name
FROM ranked AS r
LEFT JOIN core_la_codes AS c ON c.la_number = r.neighbour_number
WHERE r.neighbour_number IS NOT NULL
ORDER BY r.la_number, r.neighbour_rank
