"""A large base: the shipped records among made-up ones, compiled like any other.

    python -m tests.bench.synthetic OUT.sqlite [--records 100000] [--seed 1]

Made-up people, films, organisations, places, agreements and awards have a name in each language and some aliases: most are of
words that exist nowhere, spread as words are (a few very common), some are everyday words («Дорога», “Home”), which a base of
that size cannot do without. They refer to each other and to the shipped countries. The same seed gives the same base.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import click

from kb.build import DATA, compile_records
from kb.records import Record, Source, load_directory

SOURCE = Source(id="src-synthetic", title="Made-up records", publisher="Made-up records")
# Shares of the kinds, in percent.
SHARES = {"person": 40, "film": 40, "organisation": 8, "place": 5, "agreement": 4, "award": 3}
# One title in so many is an everyday word.
EVERYDAY_EVERY = 25
EVERYDAY = [
    *[("жол", "дорога", "road"), ("үй", "дом", "home"), ("ана", "мать", "mother"), ("әке", "отец", "father"), ("махаббат", "любовь", "love")],
    *[("қала", "город", "city"), ("әлем", "мир", "world"), ("уақыт", "время", "time"), ("ақша", "деньги", "money"), ("өмір", "жизнь", "life")],
    *[("соғыс", "война", "war"), ("түн", "ночь", "night"), ("күн", "солнце", "sun"), ("су", "вода", "water"), ("жүрек", "сердце", "heart")],
    *[("қыз", "девушка", "girl"), ("бала", "ребёнок", "child"), ("дос", "друг", "friend"), ("ат", "лошадь", "horse"), ("дала", "степь", "steppe")],
    *[("премьера", "премьера", "premiere"), ("режиссер", "режиссёр", "director"), ("сұрақ", "вопрос", "question"), ("жауап", "ответ", "answer")],
    *[
        ("бірінші", "первый", "first"),
        ("соңғы", "последний", "last"),
        ("жаңа", "новый", "new"),
        ("құжат", "документ", "document"),
        ("сурет", "картина", "picture"),
    ],
]
_ONSETS = ["б", "в", "г", "д", "ж", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "ш", "қ", "ғ", "бр", "гр", "др", "кр", "тр", "ст"]
_VOWELS = ["а", "о", "у", "ы", "и", "е"]
_CODAS = ["", "", "", "н", "р", "л", "м", "т", "к", "с", "й", "ш"]
_TO_RUSSIAN = str.maketrans({"қ": "к", "ғ": "г", "ә": "а", "ө": "о", "ү": "у", "ұ": "у", "і": "и", "ң": "н", "һ": "х"})
_LATIN = {"ж": "zh", "ш": "sh", "ғ": "gh", "қ": "q", "й": "y", "ы": "y"} | dict(zip("абвгдезиклмнопрстуф", "abvgdeziklmnoprstuf", strict=True))
_TO_LATIN = str.maketrans(_LATIN)
_FROM = ["country-uz", "country-tr", "country-kg", "country-az", "country-fr", "country-ir"]


class Words:
    """Made-up words, some far more common than others."""

    def __init__(self, chance: random.Random, size: int) -> None:
        self._chance = chance
        self._words = sorted({self._new() for _ in range(size)})
        chance.shuffle(self._words)

    def _new(self) -> str:
        chance = self._chance
        return "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in range(chance.choice((2, 2, 3, 3, 4))))

    def pick(self) -> str:
        """One of them; the nth most common about n^-0.7 as often as the first."""
        return self._words[int(len(self._words) * self._chance.random() ** 3)]


def in_each_language(kazakh: str) -> dict[str, str]:
    return {"kk": kazakh, "ru": kazakh.translate(_TO_RUSSIAN), "en": kazakh.translate(_TO_LATIN)}


def said(kk: str, ru: str, en: str, **more: Any) -> dict[str, Any]:
    return {"text": {"kk": kk, "ru": ru, "en": en}, "sources": [SOURCE.id]} | more


def made_up(count: int, seed: int) -> Iterator[Record]:
    """`count` records; a reference always leads to one of them or to a shipped country."""
    chance = random.Random(seed)
    words, surnames, given = Words(chance, 30_000), Words(chance, 8_000), Words(chance, 1_500)
    drawn = chance.choices(list(SHARES), list(SHARES.values()), k=count)
    ids = {kind: [f"{kind}-s{n}" for n, one in enumerate(drawn) if one == kind] for kind in SHARES}
    for n, kind in enumerate(drawn):
        yield Record.model_validate(_record(chance, kind, f"{kind}-s{n}", words, surnames, given, ids))


def _record(chance: random.Random, kind: str, key: str, words: Words, surnames: Words, given: Words, ids: dict[str, list[str]]) -> dict[str, Any]:
    year = chance.randint(1930, 2025)
    country = "country-kz" if chance.random() < 0.4 else chance.choice(_FROM)
    person, place = chance.choice(ids["person"]), chance.choice(ids["place"])
    row: dict[str, Any] = {"id": key, "kind": kind, "links": {"country": [country]}, "aliases": []}
    facts: dict[str, Any] = {}
    match kind:
        case "person":
            name = in_each_language(f"{given.pick().capitalize()} {surnames.pick().capitalize()}ов")
            facts["born"] = said(
                f"{name['kk']} {year} жылы туған.", f"{name['ru']} родился в {year} году.", f"{name['en']} was born in {year}.", date=str(year)
            )
            facts["birthplace"] = said("Ауылда туған.", "Родился в ауле.", "Born in a village.", refs=[place])
        case "film":
            name = _title(chance, words)
            facts["director"] = said("Режиссері белгілі.", "Режиссёр известен.", "The director is known.", refs=[person])
            facts["year"] = said(f"Фильм {year} жылы шықты.", f"Фильм вышел в {year} году.", f"The film came out in {year}.", date=str(year))
            length = chance.randint(60, 180)
            facts["runtime"] = said(f"Ұзақтығы {length} минут.", f"Продолжительность {length} минут.", f"It runs {length} minutes.", number=length)
            plot = in_each_language(" ".join(words.pick() for _ in range(6)))
            facts["plot"] = said(plot["kk"], plot["ru"], plot["en"])
        case "organisation":
            plain = in_each_language(f"{words.pick()} {words.pick()}".title())
            name = {"kk": f"{plain['kk']} студиясы", "ru": f"Студия {plain['ru']}", "en": f"{plain['en']} studio"}
            facts["founded"] = said(f"{year} жылы құрылды.", f"Основана в {year} году.", f"Founded in {year}.", date=str(year))
            facts["headquarters"] = said("Кеңсесі қалада.", "Офис в городе.", "Its office is in the city.", refs=[place])
        case "place":
            name = in_each_language(words.pick().capitalize() + chance.choice(("тау", "су", "көл")))
        case "agreement":
            plain = in_each_language(f"{words.pick()} {words.pick()}".title())
            name = {"kk": f"{plain['kk']} келісімі", "ru": f"Соглашение {plain['ru']}", "en": f"{plain['en']} agreement"}
            row["type"] = chance.choice(("memorandum", "agreement", "talks"))
            day = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            facts["signed_on"] = said(f"{year} жылы қол қойылды.", f"Подписано в {year} году.", f"Signed in {year}.", date=day)
        case _:
            plain = in_each_language(words.pick().capitalize())
            name = {"kk": f"{plain['kk']} сыйлығы", "ru": f"Премия {plain['ru']}", "en": f"{plain['en']} prize"}
            facts["winner"] = said("Жеңімпаз белгілі.", "Победитель известен.", "The winner is known.", refs=[person])
    if chance.random() < 0.3:
        row["aliases"].append(f"{words.pick().capitalize()} {words.pick()}")
    row["names"] = {language: [value] for language, value in name.items()}
    row["summary"] = {"kk": f"{name['kk']} — {year}.", "ru": f"{name['ru']} — {year}.", "en": f"{name['en']} — {year}."}
    row["facts"] = facts
    return row


def _title(chance: random.Random, words: Words) -> dict[str, str]:
    if not chance.randrange(EVERYDAY_EVERY):
        kk, ru, en = chance.choice(EVERYDAY)
        return {"kk": kk.capitalize(), "ru": ru.capitalize(), "en": en.capitalize()}
    return in_each_language(" ".join(words.pick() for _ in range(chance.choice((1, 2, 2, 3)))).capitalize())


def compile_large(path: Path, count: int, seed: int) -> None:
    """The shipped records and so many made-up ones that together they are `count`."""
    records, sources = load_directory(DATA)
    compile_records(path, [*records, *made_up(count - len(records), seed)], [*sources, SOURCE])


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--records", "count", default=100_000, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(out: Path, count: int, seed: int) -> None:
    """Compile a large base to OUT."""
    start = perf_counter()
    compile_large(out, count, seed)
    click.echo(f"{count} records in {perf_counter() - start:.0f} s, {out.stat().st_size / 1e6:.0f} MB: {out}")


if __name__ == "__main__":
    main()
