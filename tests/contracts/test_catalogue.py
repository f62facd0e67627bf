"""The catalogue of extracts, columns, code lists and rules is whole and says what it must."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

import pytest

import schemas
from schemas.catalogue import EXTRACTS, columns_of, extract, missing_columns, nearest, recognise
from schemas.codelist import CodeList
from schemas.codelists import LISTS, code_list
from schemas.codelists_case import ETHNICITY, ETHNICITY_GROUP
from schemas.codelists_outcomes import DISPOSAL_TYPE, LEGAL_OUTCOME, OUTCOME_GROUP
from schemas.dictionary import data_dictionary
from schemas.error_catalogue import error_catalogue
from schemas.extract import Extract, Field
from schemas.folding import fold_code, fold_header
from schemas.implied import PATTERNS
from schemas.rules import all_rules, file_fault, implied_rule, rule
from schemas.templates import template_of

OF_EXTRACT = pytest.mark.parametrize("item", EXTRACTS, ids=lambda item: item.name)
OF_LIST = pytest.mark.parametrize("item", LISTS, ids=lambda item: item.name)
FIELDS = [
    value
    for module in (import_module(f"schemas.{one.name}") for one in iter_modules(schemas.__path__))
    if module.__name__.startswith("schemas.fields")
    for entry in vars(module).values()
    for value in (entry.values() if isinstance(entry, Mapping) else [entry])
    if isinstance(value, Field)
]
MOJ_HEADERS = ("measure", "temporal_unit", "date", "group", "rate", "value")
ONS_HEADERS = (
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
    "age_group",
    "population_estimate",
)


@OF_EXTRACT
def test_a_template_is_recognised_as_its_own_extract_and_no_other(item: Extract) -> None:
    assert recognise(column.header for column in template_of(item).columns) == (item,)
    assert recognise(column.name for column in item.columns) == (item,)


@OF_EXTRACT
def test_no_header_means_two_columns_of_one_extract(item: Extract) -> None:
    headers = [fold_header(text) for column in item.columns for text in (column.name, *column.synonyms)]
    assert [text for text, times in Counter(headers).items() if times > 1] == []


@OF_EXTRACT
def test_a_column_may_only_be_left_out_of_the_file_if_its_cells_may_be_empty(item: Extract) -> None:
    assert [column.name for column in item.columns if not column.required and not column.nullable] == []


@OF_EXTRACT
def test_the_key_is_of_kept_columns_and_numbers_are_never_given_twice(item: Extract) -> None:
    assert all(item.column(name).keep for name in item.key)
    numbers = [column.number for column in item.columns]
    assert len(set(numbers)) == len(numbers)


def test_real_published_headers_are_recognised_as_they_are() -> None:
    assert [item.name for item in recognise(MOJ_HEADERS)] == ["moj_national_reoffending"]
    assert [item.name for item in recognise(ONS_HEADERS)] == ["ons_mid_year_estimates"]


def test_headers_are_read_in_any_case_spacing_and_punctuation() -> None:
    found = columns_of(extract("persons"), ("YP_ID", "Young Person ID", "D.O.B.", " Ethnic  Origin: ", "shoe size"))
    assert list(found.values()) == ["ypid", "ypid", "date_of_birth", "ethnicity"]


def test_a_file_that_lacks_a_column_is_told_its_nearest_extract_and_what_is_missing() -> None:
    persons = extract("persons")
    headers = [column.name for column in persons.columns if column.name != "date_of_birth"]
    assert recognise(headers) == ()
    assert nearest(headers) == persons
    assert missing_columns(persons, headers) == ("date_of_birth",)
    assert nearest(("apples", "pears")) is None


def test_every_extract_has_a_number_and_a_name_of_its_own() -> None:
    numbers = [item.number for item in EXTRACTS]
    assert numbers == sorted(set(numbers))
    assert len({item.name for item in EXTRACTS}) == len(EXTRACTS)
    with pytest.raises(KeyError):
        extract("no such extract")


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_every_field_is_described_and_every_number_has_a_unit(field: Field) -> None:
    assert field.description.endswith(".")
    assert len(field.description.split()) > 1
    assert (field.unit is not None) is (field.kind in {"integer", "number", "money", "hours"})
    assert (field.code_list is not None) is (field.kind == "code")
    assert field.pattern is None or field.pattern in PATTERNS


def test_every_field_is_used_and_no_column_is_described_elsewhere() -> None:
    used = {id(column.field) for item in EXTRACTS for column in item.columns}
    assert used == {id(field) for field in FIELDS}


def test_what_tells_who_a_child_is_is_personal_and_what_a_court_did_is_special() -> None:
    marks = {field.name: field.sensitivity for field in FIELDS}
    for name in ("ypid", "surname", "forename", "date_of_birth", "home_postcode", "pnc_number"):
        assert marks[name] == "personal"
    for name in ("offence_date", "legal_outcome", "remand_type", "suitability", "care_status_on_outcome"):
        assert marks[name] == "special"


def test_names_and_postcodes_never_go_on_to_core() -> None:
    columns = [column for item in EXTRACTS for column in item.columns if column.field.sensitivity != "open"]
    dropped = {column.name for column in columns if not column.keep}
    assert dropped == {
        "surname",
        "forename",
        "home_postcode",
        "offence_postcode",
        "case_manager",
        "pnc_holder",
        "decided_by",
        "auditor",
        "case_ref",
        "free_text",
        "member",
        "staff_name",
        "officer",
    }


@OF_LIST
def test_every_spelling_leads_to_one_code_of_its_list(item: CodeList) -> None:
    assert set(item.synonyms.values()) <= set(item.codes)
    assert set(item.groups) <= set(item.codes)
    assert all(text.strip() for text in item.codes.values())
    for code in item.codes:
        assert item.read(f"  {code.lower().replace('_', ' ')} ") == code
    for text, code in item.synonyms.items():
        assert item.read(text) == code
    assert len({fold_code(code) for code in item.codes}) == len(item.codes)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("outcome_group", "Pre-court", "Pre-Court"),
        ("legal_outcome", "Referral order ", "REFERRAL_ORDER"),
        ("yes_no", "YES", "Yes"),
        ("sex", "1", "Male"),
        ("remand_type", "remand in custody", "REMAND_IN_CUSTODY"),
    ],
)
def test_codes_are_read_as_case_systems_write_them(name: str, text: str, code: str) -> None:
    assert code_list(name).read(text) == code


def test_a_text_of_no_code_is_none_and_a_list_of_no_name_is_refused() -> None:
    assert code_list("sex").read("Zorg") is None
    with pytest.raises(KeyError):
        code_list("no such list")


def test_every_legal_outcome_but_the_unknown_belongs_to_a_group_of_the_list() -> None:
    assert set(LEGAL_OUTCOME.groups.values()) == set(OUTCOME_GROUP.codes)
    assert set(LEGAL_OUTCOME.codes) - set(LEGAL_OUTCOME.groups) == {"NOT_KNOWN", "OTHER"}
    assert LEGAL_OUTCOME.groups["REFERRAL_ORDER"] == "First-tier"
    assert set(LEGAL_OUTCOME.codes) <= set(DISPOSAL_TYPE.codes)


def test_every_ethnicity_belongs_to_a_group_of_the_list() -> None:
    assert set(ETHNICITY.groups) == set(ETHNICITY.codes)
    assert set(ETHNICITY.groups.values()) == set(ETHNICITY_GROUP.codes)


def test_every_rule_has_a_code_of_its_own_and_says_what_is_wrong_what_is_right_and_what_to_do() -> None:
    rules = all_rules()
    assert [code for code, times in Counter(one.code for one in rules).items() if times > 1] == []
    for one in rules:
        assert one.message.endswith(".")
        assert one.expected
        assert one.fix.endswith(".")


def test_every_declared_rule_points_at_columns_of_its_extract_that_are_kept() -> None:
    for item in EXTRACTS:
        kept = {column.name for column in item.columns if column.keep}
        for one in item.rules:
            assert one.code.startswith(f"YJ-X-{item.number:02d}")
            assert set(one.columns) <= kept
            assert one.holds is not None


def test_a_rule_is_found_by_its_code_and_a_column_rule_by_its_column() -> None:
    assert rule("YJ-F-0001").severity == "stop-file"
    assert implied_rule(extract("persons"), "date_of_birth", "T").code == "YJ-T-0106"
    with pytest.raises(KeyError):
        rule("YJ-F-9999")


def test_a_fault_of_a_file_names_its_extract_and_quarter() -> None:
    fault = file_fault("YJ-F-0009", extract("persons"), quarter_label="2014-15 Q3")
    assert fault.table == "persons"
    assert "Young people for 2014-15 Q3" in fault.expected
    assert "{" not in file_fault("YJ-F-0001").expected


def test_the_documents_name_every_column_list_and_rule() -> None:
    dictionary, catalogue = data_dictionary(EXTRACTS), error_catalogue()
    assert all(f"`{column.name}`" in dictionary for item in EXTRACTS for column in item.columns)
    assert all(f"### {item.name}\n" in dictionary for item in LISTS)
    assert all(f"| {one.code} |" in catalogue for one in all_rules())
    assert "{title}" not in catalogue
