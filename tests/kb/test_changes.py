"""A record as cells and back; ordered changes over the shipped YAML; what no longer fits is set aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from kb.build import DATA
from kb.changes import CellFault, Change, Merged, apply, cells_of, differences, record_of
from kb.lint import findings
from kb.records import Record, Source, load_directory

SOURCE = Source(id="src-a", title="A", publisher="A")
TEXT = {"kk": "Қ.", "ru": "Р.", "en": "E."}


def film(**changes: Any) -> Record:
    names = {"kk": ["Атау"], "ru": ["Имя", "Другое"], "en": ["Name"]}
    facts = {"director": {"text": TEXT, "refs": ["person-a"], "sources": ["src-a"]}}
    return Record.model_validate({"id": "film-a", "kind": "film", "names": names, "summary": TEXT, "facts": facts} | changes)


def change(part: str, old: str | None, new: str | None, edit: str = "1", prop: str = "director") -> Change:
    return Change("film-a", prop, part, old, new, edit)


def merge(*changes: Change, records: Sequence[Record] = (film(),)) -> Merged:
    return apply(records, [SOURCE], changes)


def test_every_shipped_record_is_the_same_after_its_cells() -> None:
    records, sources = load_directory(DATA)
    assert all(record_of(record.id, cells_of(record)) == record for record in records)
    assert all(record_of(source.id, cells_of(source)) == source for source in sources)


def test_a_change_changes_one_cell() -> None:
    merged = merge(change("ru", "Р.", "Новое."))
    assert merged.records == [film(facts={"director": {"text": TEXT | {"ru": "Новое."}, "refs": ["person-a"], "sources": ["src-a"]}})]
    assert merged.aside == frozenset()


def test_changes_are_applied_in_their_order() -> None:
    merged = merge(change("ru", "Р.", "Раз.", "1"), change("ru", "Раз.", "Два.", "2"))
    assert cells_of(merged.records[0])["director", "ru"] == "Два." and not merged.aside


def test_what_no_longer_matches_is_set_aside_with_its_property_and_nothing_else() -> None:
    merged = merge(change("ru", "Было.", "Стало."), change("en", "E.", "N."), change("ru", "Р.", "С.", prop="summary"), change("kk", "Қ.", "Ж.", "2"))
    assert merged.aside == {0, 1}
    cells = cells_of(merged.records[0])
    assert (cells["director", "ru"], cells["director", "en"], cells["director", "kk"], cells["summary", "ru"]) == ("Р.", "E.", "Ж.", "С.")


def test_what_the_shipped_base_has_taken_over_is_in_force() -> None:
    merged = merge(change("ru", "Старое.", "Р."))
    assert merged.records == [film()] and not merged.aside


def test_a_change_that_leaves_no_whole_record_is_set_aside() -> None:
    merged = merge(change("sources", "src-a", None))
    assert merged.aside == {0} and merged.records == [film()]


def test_a_missing_language_says_so_and_shows_another_one() -> None:
    merged = merge(change("kk", "Қ.", None))
    (record,) = merged.records
    text = record.facts["director"].text
    assert text is not None and text.kk == "Қазақша мәтіні әзірге жоқ; орысша: Р." and text.missing == ["kk"]
    assert ("director", "kk") not in cells_of(record)
    assert [str(each) for each in findings([record], [SOURCE]) if "own" in str(each)] == ["film-a: facts.director: kk: has no text of its own yet"]
    assert record_of("film-a", cells_of(record)) == record


def test_records_are_added_and_removed() -> None:
    other = film(id="film-b")
    added = differences("film-b", {}, cells_of(other))
    assert merge(*added).records == [film(), other]
    removed = differences("film-a", cells_of(film()), {})
    merged = merge(*removed)
    assert merged.records == [] and merged.sources == [SOURCE] and not merged.aside


@pytest.mark.parametrize(
    ("prop", "part", "value", "says"),
    [
        ("director", "value", "date: soon", "“date: soon” cannot be used. Right would be a date such as 2025"),
        ("director", "value", "money: 5", "an amount with its currency, such as 1500000 KZT"),
        ("director", "value", "refs: Duman", "ids of records, such as film-qaitadan"),
        ("director", "value", "number 5", "is not written as “name: value”"),
        ("director", "value", "height: 5", "“height” is not known here. Known are: refs"),
        ("director", "value", "unknown: yes", "only one of them can be right"),
        ("director", "sources", "kazpravda", "is no id of a source"),
        ("kind", "value", "movie", "is no kind of record"),
    ],
)
def test_a_cell_that_cannot_be_used_says_what_would_be_right(prop: str, part: str, value: str, says: str) -> None:
    with pytest.raises(CellFault) as fault:
        record_of("film-a", cells_of(film()) | {(prop, part): value})
    assert says in str(fault.value)


def test_a_very_long_text_is_no_trouble() -> None:
    long = "Р" * 4000
    (record,) = merge(change("ru", "Р.", long), change("kk", "Қ.", None)).records
    text = record.facts["director"].text
    assert text is not None and text.kk.endswith(long)
    with pytest.raises(CellFault) as fault:
        record_of("film-a", cells_of(film()) | {("director", "value"): "number: " + "x" * 4000})
    assert len(str(fault.value)) < 400
    assert all(len(str(each)) < 800 for each in findings([film(summary=TEXT | {"ru": " ".join(map(str, range(900)))})], [SOURCE]))
