"""Of the right record the property that is asked, and of the person whom a film names what is asked of him."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

TOLD = [
    ("Кем подписан меморандум с Беларусью?", "agreement-kz-by-2018.signatories"),
    ("By whom was the memorandum with Belarus signed?", "agreement-kz-by-2018.signatories"),
    ("Когда студии «Казахфильм» присвоили имя Айманова?", "org-kazakhfilm.named_after"),
    ("Where is the director of Kitap from?", "person-hekim-alovov.country"),
    ("Откуда режиссёр фильма «Китап»?", "person-hekim-alovov.country"),
    ("«Китап» фильмінің режиссері қайдан?", "person-hekim-alovov.country"),
    ("Who else wrote the script of Qaitadan?", "film-qaitadan.writer"),
    ("Кто ещё писал сценарий «Кайтадана»?", "film-qaitadan.writer"),
    ("Кем приходится Асылбек Думану Еркимбеку?", "person-duman-yerkimbek.0"),
    ("What prizes did Aktan Arym Kubat win?", "film-black-red-yellow.awards"),
    ("Какие призы у Актана Арыма Кубата?", "film-black-red-yellow.awards"),
    ("Ақтан Арым Құбаттың қандай жүлделері бар?", "film-black-red-yellow.awards"),
    ("Кто играет Милу в «Becoming»?", "film-becoming.cast"),
    ("«Жүгері аралын» қай елдер бірігіп жасаған?", "film-corn-island.country"),
    ("«Миросты» кімдер бірлесіп жасаған?", "film-meros.country"),
    ("Who is the akim of Mangystau Region?", "place-mangystau.head"),
]


@pytest.mark.parametrize(("question", "query"), TOLD)
def test_the_right_property_is_told(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert (knowledge.ask(Question(question)).query or "").startswith(query)


@pytest.mark.parametrize(
    ("question", "query"),
    [
        # Who somebody is tells what he does, where the base has no post of him; the very post stays asked for.
        ("Думан Еркимбек чем занимается?", "person-duman-yerkimbek"),
        ("Аруан Анартай немен айналысады?", "person-aruan-anartay"),
        ("Emre Akgül, what does he do for a living?", "person-emre-akgul.what"),
        ("чем занимается Адилет Омаров?", "person-adilet-omarov.post"),
    ],
)
def test_what_somebody_does_is_told_by_who_he_is(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and reply.query is not None and reply.query.split("+")[0] == query
