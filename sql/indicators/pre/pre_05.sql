/*
id: PRE-05
title: "IMPACT: contacts with young people"
why: >
  Shows how much contact the street-based team has.
definition: >
  Contacts with young people in the street-based sessions of the period.
numerator: contacts
denominator: none
counting_unit: contact
unit: count
decimals: 0
polarity: context
basis: [ytd, fy, quarter]
theme: [Q4]
source: measures.md A1, T-36; D11 section 8 objective 1
data_source: service log
reads: [core_street_sessions, periods, areas]
page: PRE-03
begins_with: core_impact_contacts.contact_date
notes: >
  Contacts are events, not people: the same young person met in ten sessions is ten contacts (T-36). A session in
  an area that the list of areas does not hold counts in the whole service.
*/
WITH sessions AS (
    SELECT contact_date, contacts, known_contacts, area_key
    FROM core_street_sessions
),

spine AS (
    SELECT period_id, period_start, period_until
    FROM periods
    WHERE basis IN ('ytd', 'fy', 'quarter')
),

places AS (
    SELECT area_code, area_level
    FROM areas
    GROUP BY area_code, area_level
),

shown AS (
    SELECT contact_date, contacts, area_key, 'all' AS breakdown, 'all' AS category FROM sessions
    UNION ALL
    SELECT contact_date, known_contacts, area_key, 'young people', 'Known to the service' FROM sessions
    UNION ALL
    SELECT contact_date, contacts - known_contacts, area_key, 'young people', 'Not known or not asked' FROM sessions
),

headings AS (
    SELECT breakdown, category
    FROM shown
    WHERE breakdown <> 'all'
    GROUP BY breakdown, category
),

cells AS (
    SELECT s.period_id, p.area_code, 'all' AS breakdown, 'all' AS category
    FROM spine AS s
    CROSS JOIN places AS p
    UNION ALL
    SELECT s.period_id, p.area_code, h.breakdown, h.category
    FROM spine AS s
    CROSS JOIN places AS p
    CROSS JOIN headings AS h
    WHERE p.area_level = 'service'
),

counted AS (
    SELECT s.period_id, a.area_code, h.breakdown, h.category, SUM(h.contacts) AS contacts
    FROM shown AS h
    INNER JOIN spine AS s ON h.contact_date >= s.period_start AND h.contact_date < s.period_until
    INNER JOIN areas AS a ON a.district_code = h.area_key
    WHERE h.breakdown = 'all' OR a.area_level = 'service'
    GROUP BY s.period_id, a.area_code, h.breakdown, h.category
)

SELECT
    c.period_id,
    c.area_code,
    c.breakdown,
    c.category,
    CAST(COALESCE(n.contacts, 0) AS DOUBLE) AS numerator,
    CAST(NULL AS DOUBLE) AS denominator
FROM cells AS c
LEFT JOIN counted AS n
    ON
        n.period_id = c.period_id
        AND n.area_code = c.area_code
        AND n.breakdown = c.breakdown
        AND n.category = c.category
ORDER BY c.period_id, c.area_code, c.breakdown, c.category
