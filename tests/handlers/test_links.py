"""Every short form has a link that Telegram takes, and the link gives it back."""

from __future__ import annotations

import re

import pytest

from handlers.links import payload, private_link, query_of, text_key, text_payload
from kb import KnowledgeBase, Question, UnknownQuery
from kb.guard import rows

FORMS = [
    "film-qaitadan",
    "film-qaitadan.box_office",
    "film-qaitadan.director+writer",
    "film-qaitadan.country?country-fr",
    "film-qaitadan.release?2025-09-04",
    "film-qaitadan.release?--10",
    "festival-edition-2021.films_count?=52",
    "festival-edition-2021.country?>10",
    "org-turksoy.members?<7",
    "film-a~film-b.year",
    "film-a~film-b",
    "list:agreement:country-tr~country-az",
    "count:film:",
    "country-hu@kk.people",
    "@0123456789",
]


@pytest.mark.parametrize("form", FORMS)
def test_a_short_form_goes_through_a_link(form: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload(form))
    assert query_of(payload(form)) == form and text_key(payload(form)) is None


def test_every_button_of_every_card_fits_a_link(knowledge: KnowledgeBase) -> None:
    for record in knowledge.records():
        for query in (record.id, *(button.query for button in knowledge.run(record.id, "en").buttons)):
            assert len(payload(query)) <= 64 and query_of(payload(query)) == query


def test_every_reply_to_a_question_fits_a_link(knowledge: KnowledgeBase) -> None:
    asked = [row["q"] for number, row in enumerate(rows()) if row["cat"] == "yesno" or number % 20 == 0]
    for query in filter(None, (knowledge.ask(Question(said)).query for said in asked)):
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload(query)) and query_of(payload(query)) == query


def test_the_links_of_posters_still_work() -> None:
    assert query_of("film-qaitadan__director") == "film-qaitadan.director"


def test_a_kept_text_goes_through_a_link() -> None:
    assert text_key(text_payload("0123456789abcdef")) == "0123456789abcdef"
    assert private_link("tyrna_bot", "film-a") == "https://t.me/tyrna_bot?start=film-a"


@pytest.mark.parametrize("forged", ["__", "C", "A", "text", "filmT", "Q" * 64])
def test_a_forged_link_is_an_unknown_query(knowledge: KnowledgeBase, forged: str) -> None:
    with pytest.raises(UnknownQuery):
        knowledge.run(query_of(forged), "en")
