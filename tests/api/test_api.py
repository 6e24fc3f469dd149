"""The interface for programs: answers, filters, paging, validators, errors."""

import csv
import io

import pytest
from openapi_spec_validator import validate
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.analysis.law import PARAM_OF, law_rows, places_in
from components.analysis.law_presets import PRESETS
from components.api.resources import RESOURCES
from components.api.routes import api
from content.library import Library

NAMES = [resource.name for resource in RESOURCES]


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=[api()]), raise_server_exceptions=False)


@pytest.mark.parametrize("name", NAMES)
def test_every_record_is_reached_by_paging(client: TestClient, name: str, records: Library) -> None:
    address, ids = f"/api/v1/{name}?limit=400", []
    while address:
        body = client.get(address).json()
        ids += [record["id"] for record in body["data"]]
        address = body["links"].get("next", "")
    assert sorted(ids) == sorted(records.records(name))
    assert body["meta"]["total"] == len(ids)


@pytest.mark.parametrize("name", NAMES)
def test_a_table_comes_by_ending_or_by_accept(client: TestClient, name: str) -> None:
    by_ending = client.get(f"/api/v1/{name}.csv")
    by_accept = client.get(f"/api/v1/{name}", headers={"accept": "text/csv"})
    assert by_ending.text == by_accept.text
    assert by_ending.headers["content-type"] == "text/csv; charset=utf-8"
    resource = next(resource for resource in RESOURCES if resource.name == name)
    assert csv.DictReader(io.StringIO(by_ending.text)).fieldnames == list(resource.table.columns)


def test_a_table_is_whole(client: TestClient) -> None:
    for address in ("/api/v1/claims.csv?limit=5", "/api/v1/claims.csv?offset=5"):
        refused = client.get(address)
        assert refused.status_code == 400
        assert "every row" in refused.json()["detail"]


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.id)
def test_questions_on_the_law_have_the_same_answer_as_on_the_page(client: TestClient, preset, records: Library) -> None:  # type: ignore[no-untyped-def]
    query = [("product", preset.product), ("limit", "500")]
    query += [(PARAM_OF[axis], value) for axis, values in preset.values.items() for value in values]
    found = [record["id"] for record in client.get("/api/v1/jurisdictions", params=query).json()["data"]]
    assert found == [place.id for place in places_in(law_rows(records, preset.filter))]


def test_one_record_has_its_own_address(client: TestClient, records: Library) -> None:
    body = client.get("/api/v1/studies/murrough-2013").json()
    assert body["data"]["people"] == records.studies["murrough-2013"].people
    assert body["meta"]["licence"].startswith("https://creativecommons.org/licenses/by/4.0")


def test_who_has_this_version_already_gets_no_body(client: TestClient) -> None:
    first = client.get("/api/v1/claims")
    again = client.get("/api/v1/claims", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["cache-control"] == "public, max-age=300"
    assert client.get("/api/v1/claims", headers={"if-none-match": '"other"'}).status_code == 200
    assert client.get("/api/v1/claims", headers={"if-none-match": f"W/{first.headers['etag']}, *"}).status_code == 304
    assert client.get("/api/v1/claims.csv").headers["etag"] != first.headers["etag"]


def test_a_table_of_the_law_holds_only_rows_that_match(client: TestClient) -> None:
    text = client.get("/api/v1/jurisdictions.csv?product=ketamine&schedule=controlled").text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["product"] for row in rows} == {"ketamine"}
    assert all(row["schedule"].startswith("Controlled drug") for row in rows)


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/api/v1/nothing", 404, "Not Found"),
        ("/api/v1/studies/no-such-study", 404, "no-such-study"),
        ("/api/v1/studies?colour=red", 400, "no parameter 'colour'"),
        ("/api/v1/studies?funding=gold", 400, "it can be: "),
        ("/api/v1/studies?limit=0", 400, "1 to 500"),
        ("/api/v1/studies?limit=9999", 400, "1 to 500"),
        ("/api/v1/studies?limit=%D9%A3", 400, "whole number"),
        ("/api/v1/studies?offset=-1", 400, "0 or more"),
        ("/api/v1/studies/murrough-2013?x=1", 400, "there are: none"),
        ("/api/v1/studies?design=" + "x" * 5000, 400, "it can be: "),
        ("/api/v1/studies/%2e%2e%2fpasswd", 404, "Not Found"),
    ],
)
def test_what_is_not_understood_is_said(client: TestClient, address: str, status: int, says: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert says in answer.json()["detail"]


def test_only_reading_is_possible(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = client.request(method, "/api/v1/studies")
        assert answer.status_code == 405
        assert answer.headers["content-type"] == "application/problem+json"
    assert client.head("/api/v1/studies").status_code == 200


def test_other_media_types_are_refused(client: TestClient) -> None:
    assert client.get("/api/v1/studies", headers={"accept": "image/png"}).status_code == 406
    assert client.get("/api/v1/studies", headers={"accept": "text/html, */*;q=0.5"}).status_code == 200
    assert client.get("/api/v1/studies", headers={"accept": "nonsense"}).status_code == 400


def test_an_offset_behind_the_end_gives_an_empty_page(client: TestClient) -> None:
    body = client.get("/api/v1/claims?offset=100000").json()
    assert body["data"] == []
    assert "next" not in body["links"]


def test_the_description_keeps_the_standard_and_names_every_filter(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    validate(described)
    for resource in RESOURCES:
        parameters = described["paths"][f"/api/v1/{resource.name}"]["get"]["parameters"]
        assert {p["name"] for p in parameters} == {p.name for p in resource.parameters} | {"limit", "offset"}


def test_the_front_names_every_address(client: TestClient) -> None:
    body = client.get("/api/v1/").json()
    for name in NAMES:
        assert client.get(body[name]).status_code == 200
    assert client.get(body["datapackage"]).headers["content-type"] == "application/zip"
