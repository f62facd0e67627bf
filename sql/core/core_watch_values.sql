/*
name: core_watch_values
title: Published values found odd
grain: one row per rule and published value
reads:
  [core_watch_range, core_watch_jumps, core_watch_restated, core_watch_denominators, core_watch_components]
source: YJ-W-0001 to YJ-W-0005
notes: A value found odd by several rules has several rows.
*/
SELECT
    'YJ-W-0001' AS code,
    r.*
FROM core_watch_range AS r
UNION ALL
SELECT
    'YJ-W-0002' AS code,
    j.*
FROM core_watch_jumps AS j
UNION ALL
SELECT
    'YJ-W-0003' AS code,
    s.*
FROM core_watch_restated AS s
UNION ALL
SELECT
    'YJ-W-0004' AS code,
    d.*
FROM core_watch_denominators AS d
UNION ALL
SELECT
    'YJ-W-0005' AS code,
    c.*
FROM core_watch_components AS c
