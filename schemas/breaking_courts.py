"""Made-up cells that break each rule of the link extracts and of PNC cases, as `schemas.breaking` describes them."""

from __future__ import annotations

from collections.abc import Mapping

Cells = Mapping[str, object]

BREAKING: Mapping[str, tuple[Cells, ...]] = {
    # hearing_offence
    "YJ-X-7290": ({}, {"hearing_id": "K2"}, {"hearing_id": "K3", "extract_date": "2015-01-04"}),
    # offence_intervention
    "YJ-X-7390": ({}, {"linked_offence_id": "K2"}, {"linked_offence_id": "K3", "extract_date": "2015-01-04"}),
    # pnc_case
    "YJ-X-7401": ({"pnc_offence_date": "2014-06-03", "pnc_outcome_date": "2014-06-02"},),
    "YJ-X-7402": ({"pnc_outcome_date": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-7490": ({}, {"pnc_case_id": "K2"}, {"pnc_case_id": "K3", "extract_date": "2015-01-04"}),
    # officer_links
    "YJ-X-7501": ({"ypid": "Y1", "alias_ypid": "Y1"},),
    "YJ-X-7502": ({"decided_on": "2015-01-06", "extract_date": "2015-01-05"},),
    "YJ-X-7590": ({}, {"alias_ypid": "K2"}, {"alias_ypid": "K3", "extract_date": "2015-01-04"}),
}
