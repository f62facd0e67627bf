"""A corrected file after the return: the quarter is noted as out of date, proposed, and cleared by the next version."""

from __future__ import annotations

from tests.pipeline.conftest import QUARTER, Site
from tests.pipeline.drops import file_of, rewrite


def test_a_corrected_file_marks_a_published_quarter_until_it_is_restated(published: Site) -> None:
    site, book = published, published.place.register.out_of_date
    assert book.all() == []
    rewrite(file_of(site.inbox, "ete_status"), lambda rows: rows[:-1])
    assert site.run(job="check_extracts").success
    (found,) = book.all()
    assert (found.quarter_slug, found.version, found.extracts) == (QUARTER.slug, 1, ("ete_status",))
    assert "Since version 1 something newer has come of: Education, training and employment." in found.why
    first = found.since
    assert site.run(job="check_extracts").success
    assert [one.since for one in book.all()] == [first]
    assert site.run().success
    assert book.all() == []
    assert [one.version for one in site.place.register.versions(QUARTER.slug, "board")] == [1, 2]


def test_missing_files_are_told_by_what_officers_call_them_and_fail_nothing(site: Site) -> None:
    file_of(site.inbox, "persons").unlink()
    result = site.run(job="missing_files")
    assert result.success
    told = {one.check_name: one for one in result.get_asset_check_evaluations()}
    assert told["files_have_come"].passed is False
    assert "2014-15 Q3: 1 of the 18 files that the return needs have not come: Young people." in (
        told["files_have_come"].description or ""
    )
    assert result.dagster_run.tags["quarter"] == QUARTER.label
