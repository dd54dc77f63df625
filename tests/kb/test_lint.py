"""The linter sees what an editor must see; bad YAML is named to the field."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kb.lint import dates, findings, numbers
from kb.records import DataFault, Language, Record, Source, read_records
from kb.understand.lexicon import DIRECTORY

SOURCE = Source(id="src-a", title="A", publisher="A")


def texts(text: str) -> dict[str, str]:
    return {"kk": text, "ru": text, "en": text}


def record(key: str = "film-a", **changes: Any) -> Record:
    row: dict[str, Any] = {
        "id": key,
        "kind": "film",
        "names": {"kk": [f"Атау {key}"], "ru": [f"Имя {key}"], "en": [f"Name {key}"]},
        "summary": texts("A film."),
        "facts": {"director": {"text": texts("By A."), "sources": ["src-a"]}},
    }
    return Record.model_validate(row | changes)


def fact(**changes: Any) -> dict[str, Any]:
    return {"director": {"text": texts("By A."), "sources": ["src-a"]} | changes}


def highlight(name: str) -> dict[str, Any]:
    return {"name": name, "text": texts("Of A."), "cues": {}, "sources": ["src-a"]}


def test_a_clean_record_has_no_finding() -> None:
    assert list(findings([record()], [SOURCE])) == []


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"summary": texts("A film.") | {"kk": " "}}, "summary: kk: is empty"),
        ({"summary": texts("47 films.") | {"ru": "46 фильмов."}}, "summary: ru: its numbers ['46'] differ from those of en ['47']"),
        ({"summary": {"kk": "2 қазанда.", "ru": "2 сентября.", "en": "On 2 October."}}, "summary: ru: its dates ['09-02'] differ from those of en ['10-02']"),
        ({"summary": texts("At a.kz") | {"kk": "b.kz сайтында"}}, "summary: kk: its addresses ['b.kz'] differ from those of en ['a.kz']"),
        ({"summary": texts("x" * 701)}, "summary: kk: 701 characters, at most 700"),
        ({"summary": texts("A <b>film</b>.")}, "summary: kk: leftover markup"),
        ({"facts": fact(sources=["src-b"])}, "facts.director: source src-b is not in sources.yaml"),
        ({"facts": fact(refs=["person-b"])}, "facts.director: record person-b does not exist"),
        ({"facts": {"hero": fact()["director"]}}, "facts.hero: no such property"),
        ({"kind": "place", "id": "place-a"}, "a record of kind place cannot have it"),
        ({"highlights": [highlight("year")]}, "highlights[0]: “year” is a property"),
        ({"highlights": [highlight("its-story"), highlight("its-story")]}, "highlights[1]: “its-story” is a property, or the name of another"),
        ({"links": {"person": ["person-b"]}}, "links.person: record person-b does not exist"),
    ],
)
def test_each_fault_is_found(changes: dict[str, Any], finding: str) -> None:
    assert any(finding in str(found) for found in findings([record(**changes)], [SOURCE]))


@pytest.mark.parametrize(("one", "other"), [("Дәулет", "Дәулет"), ("Дәулетхан", "Дәулеткан"), ("Алтын көпір", "Алтын көпур")])
def test_names_that_can_be_confused_are_found(one: str, other: str) -> None:
    pair = [record("film-a", aliases=[one]), record("film-b", aliases=[other])]
    assert any("confusables.yaml" in str(found) for found in findings(pair, [SOURCE]))


@pytest.mark.parametrize(("one", "other"), [("Фестиваль 2024", "Фестиваль 2025"), ("Түркістан", "Маңғыстау")])
def test_names_that_are_far_apart_are_not_found(one: str, other: str) -> None:
    pair = [record("film-a", aliases=[one]), record("film-b", aliases=[other])]
    assert not list(findings(pair, [SOURCE]))


@pytest.mark.parametrize(
    ("text", "found"), [("1 000 000 теңге", {"1000000"}), ("1,8 миллиона", {"1.8"}), ("1.8 million", {"1.8"}), ("IX ғасыр", {"9"}), ("1,000", {"1000"})]
)
def test_numbers_are_compared_however_they_are_written(text: str, found: set[str]) -> None:
    assert numbers(text, "en") == found


@pytest.mark.parametrize(("text", "language"), [("2025 жылғы 2 қазанда", "kk"), ("2 октября 2025 года", "ru"), ("on 2 October 2025", "en")])
def test_days_are_compared_in_each_language(text: str, language: Language) -> None:
    assert dates(text, language) == {"10-02"}


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("id: film-a\nkind: film\n", ["film-a.yaml", "record film-a", "field names", "required"]),
        ("id: film-a\nkind: movie\n", ["record film-a", "field kind", "'film'"]),
        ("- just text\n", ["film-a.yaml", "expected a record"]),
        ("id: [\n", ["film-a.yaml", "not valid YAML"]),
    ],
)
def test_bad_yaml_is_named(tmp_path: Path, content: str, parts: list[str]) -> None:
    path = tmp_path / "film-a.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataFault) as fault:
        read_records(path)
    assert all(part.lower() in str(fault.value).lower() for part in parts), str(fault.value)


@pytest.mark.parametrize("file", sorted([*DIRECTORY.glob("*.yaml"), *DIRECTORY.glob("cues/*.yaml")]), ids=lambda file: file.name)
def test_no_key_of_the_lexicon_stands_twice(file: Path) -> None:
    """YAML takes the last of them, and what reads the first would get another list."""
    keys = re.findall(r"^([\w-]+):", file.read_text(encoding="utf-8"), re.M)
    assert len(keys) == len(set(keys)), [key for key in set(keys) if keys.count(key) > 1]
