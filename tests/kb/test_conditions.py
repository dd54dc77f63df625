"""Conditions that a question sets besides names: what is not so, ranks, days, spans of years."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question
from kb.understand.refusals.conditions import Conditions

UNMET = [
    "What was decided at the 43rd meeting of TURKSOY ministers?",
    "О чём третий меморандум с Грузией?",
    "Иранмен екінші меморандум не туралы?",
    "Who was the third head of the State Center?",
    "Who was the first president of TURKSOY?",
    "What happened on 15 October 2025?",
    "что подписали 20 мая 2024?",
    "Who led TURKSOY before Dusen Kaseinov?",
    "кто был министром культуры до Балаевой?",
    "who won the festival of 2019",
    "Who won Cannes in 2025?",
    "Кто победил в Берлине в 2025 году?",
    "When was the festival held in Tashkent?",
    "Which films got no award in 2023?",
    "Which Kazakh films won no Oscar?",
    "Which Kazakh films did not win best film in Aktau?",
    # What is not so of whom, the base does not tell.
    "Which festivals did Türkiye not attend?",
    "Түркия қатыспаған фестивальдер қайсы?",
    "Which festivals were not held in Germany?",
    "Which prizes did Kazakhstan not win in Bursa?",
    "с какими странами нет меморандума?",
    "Which country did not take part in Aktau?",
]

MET = [
    ("Which Turkish films won nothing in Aktau?", "film-babamin-arkadasi~film-bir-ahiska-hikayesi~film-bir-cumhuriyet-sarkisi"),
    ("Which Uzbek films did not win a prize in Aktau?", "film-bahorni-quvib~film-jadid-marifati~film-vali-gafurov"),
    ("Қай түрік фильмі Ақтауда жүлде алмады?", "film-babamin-arkadasi~film-bir-ahiska-hikayesi~film-bir-cumhuriyet-sarkisi"),
    ("Какие фильмы Туркменистан показал вне конкурса?", "film-gurgenc-gozeli~film-ynsan-syrdasy"),
    ("What did Kazakhstan sign before 2019?", "agreement-kz-fr-1992~agreement-kz-cn-2016~agreement-kz-by-2018"),
    ("что подписали до 2000 года?", "agreement-kz-fr-1992"),
    ("What was signed between 2023 and 2024?", "agreement-kz-sakha-2023~agreement-kz-ru-2024~agreement-kz-fr-2024~agreement-kz-ge-2024"),
    ("что подписали с Францией в 1992 и 2024?", "country-fr.agreements"),
    ("никак не пойму, кто снял «Кадет»", "film-cadet.director"),
    ("В октябре 7 стран приехали в Актау, какие?", "festival-edition-2025.country"),
    ("Вход на показы был без билетов?", "festival-edition-2025.ticket_price"),
    ("Бұрын болмаған апат жанрындағы фильм қайсы?", "film-qaitadan.genre"),
    # Of a few, those of which it is not so.
    ("Which editions were not held in November?", "festival-edition-2023~festival-edition-2025.dates"),
    ("какие фестивали проходили не в октябре?", "festival-edition-2021~festival-edition-2022~festival-edition-2024.dates"),
    ("Қазанда өтпеген фестивальдер қайсы?", "festival-edition-2021~festival-edition-2022~festival-edition-2024.dates"),
    ("Which festivals took place outside Türkiye?", "festival-edition-2023~festival-edition-2024~festival-edition-2025.city"),
    ("Какие фестивали прошли за пределами Турции?", "festival-edition-2023~festival-edition-2024~festival-edition-2025.city"),
    ("Түркиядан тыс қай фестивальдер өтті?", "festival-edition-2023~festival-edition-2024~festival-edition-2025.city"),
    ("сколько фестивалей прошло не в Турции?", "festival-edition-2023~festival-edition-2024~festival-edition-2025"),
    ("Which countries came to Aktau but signed no memorandum?", "country-hu"),
    ("Какие страны-участницы Актау не подписали меморандум?", "country-hu"),
    ("Ақтауда меморандумға қол қоймаған ел қайсы?", "country-hu"),
    ("Which members of TURKSOY have never hosted the festival?", "country-kg~country-uz"),
    ("Какие страны ТЮРКСОЙ ещё не принимали фестиваль?", "country-kg~country-uz"),
    ("ТҮРКСОЙ-дың қай мүшесі фестивальді өткізбеген?", "country-kg~country-uz"),
    ("Which Turkic countries have not hosted the festival?", "country-kg~country-uz"),
    # Besides one of them: all that took part.
    ("Which countries besides Kazakhstan took part in Aktau?", "festival-edition-2025.country"),
    ("какие страны кроме Венгрии участвовали в Актау?", "festival-edition-2025.country"),
    ("кроме Казахстана кто участвовал в Актау?", "festival-edition-2025.country"),
    ("Ақтауға Түркиядан басқа қай елдер қатысты?", "festival-edition-2025.country"),
    # No conditions: a courtesy, a part of a name or a contrast.
    ("не подскажете, кто снял «Кадет»?", "film-cadet.director"),
    ("Not sure who directed Becoming, do you know?", "film-becoming.director"),
]


@pytest.mark.parametrize("question", UNMET)
def test_a_condition_that_nothing_meets_is_not_answered(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


def test_without_the_conditions_most_of_this_would_be_answered(knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Conditions, "unmet", lambda *_: False)
    monkeypatch.setattr(Conditions, "denies", lambda *_: False)
    # The table of rules holds the methods of when it was made.
    without = KnowledgeBase.open(knowledge.path)
    assert sum(without.ask(Question(question)).kind != "unknown" for question in UNMET) > len(UNMET) / 2


@pytest.mark.parametrize(("question", "query"), MET)
def test_what_meets_a_condition_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


@pytest.mark.parametrize(
    "question", ["Which prizes did Kyrgyzstan not win in Aktau?", "Какие призы Кыргызстан не получил в Актау?", "Қырғызстан Ақтауда қандай жүлде алмады?"]
)
def test_the_prizes_of_a_festival_that_a_country_did_not_win_are_told(knowledge: KnowledgeBase, question: str) -> None:
    told = knowledge.ask(Question(question)).records
    assert len(told) > 1
    assert "award-2025-best-director" in told
    assert "award-2025-best-film" not in told


@pytest.mark.parametrize("question", ["Ақтауда байқаудан тыс қай түрікмен фильмдері көрсетілді", "which Turkmen films were out of competition in Aktau"])
def test_what_was_out_of_competition_is_told_in_either_order_of_words(knowledge: KnowledgeBase, question: str) -> None:
    assert len(knowledge.ask(Question(question)).records) == 2
