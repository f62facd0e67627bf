"""What the publishable edition hides: small counts, and every figure that would give one away (ux-security 5.3)."""

from __future__ import annotations

import pandas as pd
import pytest

from assets.report.publishable.inputs import publishable_inputs, shown_figures
from pipelines.platform.errors import ReturnRefused
from tests.unit.report.made import service_row
from tests.unit.report.publishable.small import (
    COUNTY,
    LAST_YTD,
    QUARTERS,
    RUTLAND,
    YTD,
    area_row,
    number_of,
    part_row,
    small_inputs,
    two_counties,
)


def test_a_small_area_is_hidden_and_so_is_what_is_left_of_the_total() -> None:
    """161 = 158 + 3: the three are small, and 161 less 158 would tell them. Three localities add up by themselves."""
    localities = [area_row(YTD, f"LOC-{name}", n) for name, n in (("NORTH", 59), ("SOUTH", 49), ("WEST", 53))]
    figures = publishable_inputs(small_inputs({"FTE-01": [*two_counties(161, 3), *localities]})).figures
    assert number_of(figures, "numerator", area_code="YOS-LR") == 161
    assert number_of(figures, "numerator", area_code=RUTLAND) is None
    assert number_of(figures, "numerator", area_code=COUNTY) is None
    assert figures["hidden"].sum() == 2


def test_noughts_and_counts_from_five_are_shown() -> None:
    """161 = 156 + 5, and 161 = 161 + 0: neither part is one to four."""
    for rutland in (5, 0):
        figures = publishable_inputs(small_inputs({"FTE-01": two_counties(161, rutland)})).figures
        assert not figures["hidden"].any()


def test_a_quarter_is_not_to_be_had_from_the_year_to_date_less_the_other_quarters() -> None:
    """60 = 25 + 3 + 32: the second quarter is small, so one of the other three numbers goes with it."""
    rows = [service_row(YTD, 60), *(service_row(one, n) for one, n in zip(QUARTERS, (25, 3, 32), strict=True))]
    rows += [service_row(f"2012-13-Q{quarter}", 20 + quarter) for quarter in (1, 2, 3, 4)]
    figures = publishable_inputs(small_inputs({"FTE-01": rows})).figures
    assert number_of(figures, "numerator", period_id=QUARTERS[1]) is None
    assert figures["hidden"].sum() > 1


def test_a_quarter_that_is_not_printed_is_protected_as_well() -> None:
    """A year of 30 less its first nine months of 27 is a last quarter of 3."""
    rows = [service_row("2013-14-FY", 30), service_row(LAST_YTD, 27), service_row(YTD, 40)]
    figures = publishable_inputs(small_inputs({"FTE-01": rows})).figures
    year, nine = (number_of(figures, "numerator", period_id=one) for one in ("2013-14-FY", LAST_YTD))
    assert year is None or nine is None


def test_a_share_of_a_small_numerator_is_hidden_with_it() -> None:
    """4 of 160 is 2.5%, and 2.5% of 160 is 4."""
    figures = publishable_inputs(small_inputs({"CUS-01": [service_row(YTD, 4, 160)]})).figures
    assert number_of(figures, "numerator", period_id=YTD) is None
    assert number_of(figures, "value", period_id=YTD) is None
    assert number_of(figures, "denominator", period_id=YTD) == 160


def test_a_share_that_leaves_a_few_out_is_hidden() -> None:
    """238 of 240 leaves two children out, who are as few as two children in."""
    figures = publishable_inputs(small_inputs({"EET-01": [service_row(YTD, 238, 240)]})).figures
    assert number_of(figures, "value", period_id=YTD) is None


def test_a_rate_by_residents_is_hidden_and_the_residents_are_not() -> None:
    """4 of 65,200 residents is 0.06 per 1,000, and everybody knows how many residents there are."""
    rows = [service_row("2013-14-FY", 4, 65200), service_row("2012-13-FY", 407, 65800)]
    figures = publishable_inputs(small_inputs({"FTE-05": rows})).figures
    assert number_of(figures, "value", period_id="2013-14-FY") is None
    assert number_of(figures, "denominator", period_id="2013-14-FY") == 65200
    assert number_of(figures, "numerator", period_id="2012-13-FY") == 407


def test_children_counted_in_two_measures_are_hidden_in_both() -> None:
    """The same custodial sentences stand in CUS-01 and CUS-02; one 12 hidden with a 3 must be hidden twice."""
    share = [service_row(f"{fy}-FY", *pair) for fy, pair in (("2011-12", (7, 304)), ("2012-13", (15, 263)))]
    share += [service_row("2013-14-FY", 12, 208), service_row(LAST_YTD, 9, 160), service_row(YTD, 8, 150)]
    counts = [(*row[:5], None) for row in share]
    figures = publishable_inputs(small_inputs({"CUS-01": share, "CUS-02": counts})).figures
    gone = {
        measure_id: set(group.loc[group["numerator"].isna(), "period_id"])
        for measure_id, group in figures.groupby("measure_id")
    }
    assert gone["CUS-01"] == gone["CUS-02"]
    assert gone["CUS-01"] & {"2013-14-FY", LAST_YTD}


def test_a_change_is_hidden_where_the_number_before_is() -> None:
    """CUS-03: 4 less 8 of 4. Last year's four are hidden in CUS-02, so the change must not tell them."""
    rows = {
        "CUS-02": [service_row(LAST_YTD, 4), service_row(YTD, 8)],
        "CUS-03": [service_row(YTD, -4, 4)],
    }
    figures = publishable_inputs(small_inputs(rows)).figures
    change = figures.loc[figures["measure_id"].eq("CUS-03")]
    assert change["hidden"].all()
    assert change[["numerator", "denominator", "value"]].isna().to_numpy().all()


def test_a_change_of_two_numbers_that_are_shown_is_shown() -> None:
    """FTE-02: 161 less 156 of 156, both shown in FTE-01."""
    rows = {
        "FTE-01": [service_row(LAST_YTD, 156), service_row(YTD, 161)],
        "FTE-02": [service_row(YTD, 5, 156)],
    }
    figures = publishable_inputs(small_inputs(rows)).figures
    assert not figures["hidden"].any()


def test_a_table_of_which_most_is_small_is_left_out() -> None:
    """Of three groups two are small: their table would be rows of [c]."""
    parts = [part_row(YTD, "ethnicity_group", name, n) for name, n in (("White", 155), ("Mixed", 3), ("Black", 3))]
    figures = publishable_inputs(small_inputs({"FTE-01": [service_row(YTD, 161), *parts]})).figures
    assert set(figures["breakdown"]) == {"all"}


def test_money_is_never_hidden() -> None:
    """Three pounds are no three children."""
    figures = publishable_inputs(small_inputs({"FIN-01": [service_row("2015-16-BUD", 3)]})).figures
    assert not figures["hidden"].any()


def test_what_was_shown_before_is_known_and_another_number_goes_in_its_place() -> None:
    """161 = 158 + 3. The county's 158 was shown before, so now the total goes with Rutland's three."""
    inputs = small_inputs({"FTE-01": two_counties(161, 3)})
    before = shown_figures(publishable_inputs(small_inputs({"FTE-01": [area_row(YTD, COUNTY, 158)]})))
    figures = publishable_inputs(inputs, [before]).figures
    assert number_of(figures, "numerator", area_code=COUNTY) == 158
    assert number_of(figures, "numerator", area_code="YOS-LR") is None


def test_version_2_less_version_1_does_not_tell_a_small_difference_of_an_area() -> None:
    """An area of 20 in version 1 and of 22 in version 2 would tell of two children."""
    first = publishable_inputs(small_inputs({"FTE-01": two_counties(161, 20)}))
    second = publishable_inputs(small_inputs({"FTE-01": two_counties(163, 22)}), [shown_figures(first)])
    assert not first.figures["hidden"].any()
    assert number_of(second.figures, "numerator", area_code=RUTLAND) is None


def test_a_return_is_refused_where_what_was_shown_before_gives_a_count_away() -> None:
    """161 and 158 were both shown before; their difference of three cannot be hidden any more."""
    rows = small_inputs({"FTE-01": two_counties(161, 3)})
    shown = rows.figures.loc[rows.figures["area_code"].ne(RUTLAND)].assign(hidden=False)
    with pytest.raises(ReturnRefused) as refusal:
        publishable_inputs(rows, [shown])
    assert refusal.value.code == "YJ-P-0013"
    assert "158" not in str(refusal.value)


def test_the_same_inputs_hide_the_same_in_whatever_order_the_figures_come() -> None:
    """The pattern depends on the counts alone."""
    inputs = small_inputs({"FTE-01": two_counties(161, 3), "EET-01": [service_row(YTD, 176, 240)]})
    turned = small_inputs({"EET-01": [service_row(YTD, 176, 240)], "FTE-01": two_counties(161, 3)[::-1]})
    pd.testing.assert_frame_equal(
        publishable_inputs(inputs).figures.sort_values(["measure_id", "area_code"], ignore_index=True),
        publishable_inputs(turned).figures.sort_values(["measure_id", "area_code"], ignore_index=True),
    )
