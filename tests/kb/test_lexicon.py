"""The lists of words of `kb/lexicon/words/` and `kb/lexicon/cues/`: one home for each, and each entry once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kb.build import DATA
from kb.records import LANGUAGES, load_directory
from kb.understand import lexicon
from kb.understand.lexicon import DIRECTORY


def test_a_list_in_two_files_is_refused_and_both_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "films.yaml").write_text("shown: [show]\n", encoding="utf-8")
    (tmp_path / "words" / "time.yaml").write_text("months: [may]\nshown: [screen]\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "DIRECTORY", tmp_path)
    lexicon.words.cache_clear()
    try:
        with pytest.raises(ValueError, match=r"time\.yaml has the list `shown`, which words/films\.yaml has already"):
            lexicon.words()
    finally:
        lexicon.words.cache_clear()


def test_the_lists_of_all_files_are_found_by_their_names() -> None:
    said = lexicon.words()
    assert said["months"] and said["film_genres"] and said["default_properties"]


def test_cues_of_no_property_are_refused_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon.properties()
    (tmp_path / "cues").mkdir()
    for language in LANGUAGES:
        (tmp_path / "cues" / f"{language}.yaml").write_text("director: [who made it]\n", encoding="utf-8")
    monkeypatch.setattr(lexicon, "DIRECTORY", tmp_path)
    assert lexicon.cues()["director"] == {language: ["who made it"] for language in LANGUAGES}
    (tmp_path / "cues" / "ru.yaml").write_text("directr: [кто снял]\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"cues/ru\.yaml has cues of directr, which properties\.yaml does not have"):
        lexicon.cues()


def lists_within(value: object, name: str) -> Iterator[tuple[str, list[object]]]:
    """The lists that stand in a file of the lexicon, by the names that lead to them."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from lists_within(below, f"{name}.{key}")
    elif isinstance(value, list):
        yield name, value


@pytest.mark.parametrize(
    "path", sorted((*(DIRECTORY / "words").glob("*.yaml"), *(DIRECTORY / "cues").glob("*.yaml"))), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_no_list_has_an_entry_twice(path: Path) -> None:
    lists = lists_within(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader), path.name)
    twice = {name: [entry for at, entry in enumerate(listed) if entry in listed[:at]] for name, listed in lists}
    assert not {name: entries for name, entries in twice.items() if entries}


def test_no_country_of_the_base_is_a_people_of_other_countries() -> None:
    countries = {record.id.removeprefix("country-").upper() for record in load_directory(DATA)[0] if record.kind == "country"}
    assert countries.isdisjoint(lexicon.peoples())
