"""What the golden tests share: the sample's quarter, worked once from its inbox to its measures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assets.core.extracts import keep_extract
from assets.core.linked import make_linked
from assets.core.person_links import link_people
from assets.core.referral_matches import match_referrals
from assets.indicators.measures import compute_family
from assets.indicators.run import core_statements
from pipelines.groups import book
from pipelines.platform.quarters import Quarter
from pipelines.platform.settings import Settings
from pipelines.platform.workplace import Workplace
from sample.write import QUARTER, write_sample
from schemas.catalogue import EXTRACTS

QUARTER_OF_THE_SAMPLE = Quarter.from_label(QUARTER)


@pytest.fixture(scope="session")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    """The sample's quarter worked from its inbox to its measures, without Dagster."""
    place = Workplace(Settings(home=tmp_path_factory.mktemp("golden")))
    write_sample(place.inbox(QUARTER_OF_THE_SAMPLE))
    refused = [
        outcome.sentence
        for extract in EXTRACTS
        if not (outcome := keep_extract(place, QUARTER_OF_THE_SAMPLE, extract)).passed
    ]
    assert refused == []
    link_people(place, QUARTER_OF_THE_SAMPLE)
    match_referrals(place, QUARTER_OF_THE_SAMPLE)
    make_linked(place, QUARTER_OF_THE_SAMPLE, core_statements())
    compute_family(place, QUARTER_OF_THE_SAMPLE, book().measures)
    yield place
    place.register.close()
