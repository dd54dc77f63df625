"""Which of two countries showed more films at a festival, or won more there: those of each are told."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

FILMS = [
    ("which has more films in the programme, the Turks or the Turkmen", "Koca Dünya", "Kitap"),
    ("у кого больше фильмов в программе, у турок или у туркмен", "Koca Dünya", "Kitap"),
    ("Ақтауда түріктер көп пе фильм көрсетті әлде түрікмендер ме", "Koca Dünya", "Kitap"),
    ("whose films were more at the festival, Uzbek or Azerbaijani", "Shamsiqamar", "Nargin"),
]
PRIZES = [
    ("did Kazakhstan or Kyrgyzstan win more in Aktau", "Aruan Anartay", "Aktan Arym Kubat"),
    ("кто больше наград взял в Актау, Казахстан или Киргизия", "Аруан Анартай", "Качкын"),
    ("Ақтауда кім көп жүлде алды, Қазақстан ба Қырғызстан ба", "Аруан Анартай", "Ақтан Арым Құбат"),
]


@pytest.mark.parametrize(("question", "of_first", "of_second"), [*FILMS, *PRIZES])
def test_what_each_of_two_countries_showed_or_won_is_told(knowledge: KnowledgeBase, question: str, of_first: str, of_second: str) -> None:
    reply = knowledge.ask(Question(question))
    assert reply.kind == "answer" and of_first in reply.text and of_second in reply.text


def test_their_papers_are_another_question(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask(Question("which memorandum is broader, with Turkey or with Azerbaijan"))
    assert all(record.startswith("agreement-") for record in reply.records)
