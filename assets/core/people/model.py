"""How much each likeness weighs: the fixed parameters of the linkage model, each with its reason.

A model of Fellegi and Sunter, run by splink. `m` is how often two records of one young person show a likeness, `u` how
often two of different young people do. Nothing is trained: training draws at random, needs more duplicates than a
service has, and would judge otherwise every quarter. What the figures are worth is told by the test of a made-up corpus
with known truth (`tests/unit/core/people`). Each m is ours, set from how records are kept; u follows from counting.
"""

from __future__ import annotations

from typing import Any, NamedTuple

#: One record in a hundred is held twice, so of n(n-1)/2 pairs n/100 are.
DUPLICATES = 0.01
#: Where fewer are held, the chance of a pair is that of a service of so many: a handful of records is no reason to
#: believe of any two that they are one.
FEWEST = 500


class Level(NamedTuple):
    """One likeness: what it is, and how often it shows (m, u)."""

    condition: str
    m: float
    u: float


#: Name of the comparison -> the columns it must have on both sides, and its levels, the first that holds counts.
COMPARISONS: dict[str, tuple[tuple[str, ...], tuple[Level, ...]]] = {
    # About 300 surnames and 100 forenames make up the bulk of a service's records; a slip of one or two letters leaves
    # Jaro-Winkler above 0.88, and few other names come as near.
    "surname": (
        ("surname",),
        (
            Level("surname_l = surname_r", 0.86, 0.003),
            Level("jaro_winkler_similarity(surname_l, surname_r) >= 0.88", 0.06, 0.002),
            # Children's surnames change with their families'.
            Level("ELSE", 0.08, 0.995),
        ),
    ),
    "forename": (
        ("forename",),
        (
            Level("forename_l = forename_r", 0.82, 0.01),
            Level("jaro_winkler_similarity(forename_l, forename_r) >= 0.88", 0.07, 0.005),
            # Cut short: Alex and Alexander.
            Level(
                "(length(forename_l) >= 3 AND starts_with(forename_r, forename_l)) "
                "OR (length(forename_r) >= 3 AND starts_with(forename_l, forename_r))",
                0.06,
                0.003,
            ),
            # Twins: one surname and birthday, two forenames. The other likenesses are no news then, since all of them
            # come with the family, so this one outweighs them all; only a PNC number in common is more.
            Level("surname_l = surname_r AND born_l = born_r", 0.000001, 0.5),
            Level("ELSE", 0.049999, 0.482),
        ),
    ),
    # Birthdays spread over some eight years, 2,900 days; one or two days in a hundred are keyed with day and month
    # changed about, three with one figure wrong, and some 20 other days differ from a day in one figure.
    "born": (
        ("born",),
        (
            Level("born_l = born_r", 0.93, 0.00035),
            Level("born_l = swapped_r", 0.02, 0.0003),
            Level("hamming(born_l, born_r) = 1", 0.03, 0.007),
            Level("ELSE", 0.02, 0.99235),
        ),
    ),
    # Half of the children have not moved between two records; 3,000 postcodes of some 20 homes are in reach.
    "postcode": (
        ("postcode",),
        (
            Level("postcode_l = postcode_r", 0.5, 0.0005),
            Level("left(postcode_l, length(postcode_l) - 3) = left(postcode_r, length(postcode_r) - 3)", 0.2, 0.04),
            Level("ELSE", 0.3, 0.9595),
        ),
    ),
    # 78 boys in a hundred: two records of different children agree in 0.78 x 0.78 + 0.22 x 0.22 = 0.66 of pairs.
    "sex": (("sex",), (Level("sex_l = sex_r", 0.99, 0.66), Level("ELSE", 0.01, 0.34))),
    # The police give one number for life; a valid letter makes it unlikely that another's was keyed.
    "pnc": (("pnc",), (Level("pnc_l = pnc_r", 0.98, 0.00002), Level("ELSE", 0.02, 0.99998))),
}

_NAMED_ALIKE = "l.surname = r.surname AND l.forename = r.forename"
#: Pairs worth comparing: every other pair differs too much to be proposed. Empty cells never agree.
BLOCKS = (
    "l.surname = r.surname AND l.born = r.born",
    "l.forename = r.forename AND l.born = r.born",
    f"{_NAMED_ALIKE} AND l.born = r.swapped",
    f"{_NAMED_ALIKE} AND left(l.born, 7) = left(r.born, 7)",
    f"{_NAMED_ALIKE} AND right(l.born, 5) = right(r.born, 5)",
    f"{_NAMED_ALIKE} AND left(l.born, 4) = left(r.born, 4) AND right(l.born, 2) = right(r.born, 2)",
    "l.pnc = r.pnc",
)


def settings(records: int) -> dict[str, Any]:
    """The model as splink takes it.

    Args:
        records: how many records are compared; two or more.
    """
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "place",
        "probability_two_random_records_match": 2 * DUPLICATES / (max(records, FEWEST) - 1),
        "comparisons": [_comparison(name) for name in COMPARISONS],
        "blocking_rules_to_generate_predictions": [{"blocking_rule": rule, "sql_dialect": "duckdb"} for rule in BLOCKS],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
        # A name of its own each time would be drawn at random.
        "linker_uid": "people",
    }


def _comparison(name: str) -> dict[str, Any]:
    """One comparison; where either side knows nothing it says nothing."""
    columns, levels = COMPARISONS[name]
    nothing = " OR ".join(f"{column}_{side} IS NULL" for column in columns for side in "lr")
    return {
        "output_column_name": name,
        "comparison_levels": [
            {"sql_condition": nothing, "label_for_charts": "not known", "is_null_level": True},
            *(
                {
                    "sql_condition": level.condition,
                    "label_for_charts": level.condition,
                    "m_probability": level.m,
                    "u_probability": level.u,
                }
                for level in levels
            ),
        ],
    }
