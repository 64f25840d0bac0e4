"""The map: dots and their places, lists for programs, filters."""

import re

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_dot_leads_to_the_happenings_of_its_place(site: TestClient, lang: str) -> None:
    page = site.get("/map", params={"lang": lang}).text
    dots = re.findall(r'<a href="(/timeline\?place=[^"]+)" class="pic-spot"', page)
    assert dots
    for address in set(dots):
        assert site.get(address.replace("/timeline", "/timeline.json")).json()["total"] > 0


def test_places_are_listed_with_how_many_happenings_they_saw(site: TestClient) -> None:
    listed = site.get("/map.json", params={"rows": 500}).json()
    assert listed["total"] == len(listed["places"]) > 5
    for place in listed["places"]:
        told = site.get("/timeline.json", params={"place": place["id"]}).json()
        assert told["total"] >= place["happenings"] > 0
    many = [place["happenings"] for place in listed["places"]]
    assert many == sorted(many, reverse=True)


def test_filters_narrow_the_map(site: TestClient) -> None:
    every, planned = (
        sum(one["happenings"] for one in site.get(f"/map.json{asked}").json()["places"])
        for asked in ("?rows=500", "?rows=500&status=planned")
    )
    assert 0 < planned < every


def test_a_country_is_drawn_hollow(site: TestClient) -> None:
    kinds = {one["kind"] for one in site.get("/map.json?rows=500").json()["places"]}
    assert "country" in kinds
    assert "pic-vague" in site.get("/map").text


def test_a_map_without_places_says_so(site: TestClient) -> None:
    page = site.get("/map", params={"actor": "nobody-of-that-name", "lang": "en"}).text
    assert "No place on the map is like that." in page
    assert "pic-land" in page


def test_hostile_places_show_as_text(hostile_site: TestClient) -> None:
    page = hostile_site.get("/map").text
    assert "<script>window" not in page
    assert "\u202e" not in page
