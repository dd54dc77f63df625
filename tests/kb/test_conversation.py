"""What is said to the bot, asked of it or of the festival's staff: no fact of the base is told, and what helps is."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Language, Question
from kb.texts import sentence

ABOUT_ME = [
    "do you sleep at night",
    "are you married",
    "can you dance",
    "do you like pizza",
    "are you from Kazakhstan",
    "ты спишь?",
    "умеешь готовить?",
    "где ты живёшь",
    "спой песню",
    "қайда тұрасың",
    "ән айта аласың ба",
    "бишісің бе сен",
    "жасың нешеде",
]
KINDNESS = ["you are so clever, wow", "я тебя люблю", "мен сені сүйемін", "сен өте ақылдысың"]
ASIDE = [
    "oops wrong person",
    "just kidding",
    "that's a lot!",
    "да я прикалываюсь",
    "ой, не туда написала",
    "мне скучно",
    "әзілдедім ғой",
    "басқа адамға жазып қойыппын",
]
NAME = ["what does your name mean", "почему тебя зовут Тырна", "неге атың Тырна"]
ERRANDS = [
    "where's the bathroom",
    "how do I get to the festival from the airport",
    "how to get press accreditation",
    "when's the deadline for submissions",
    "can I talk to a human operator",
    "как подать свой фильм на конкурс",
    "я потерял рюкзак",
    "gde tualet",
    "можно поговорить с живым оператором",
    "билетті қайдан аламын",
    "ұйымдастырушылардың нөмірін беріңізші",
    "өз фильмімді қалай жіберем",
    "can my student film take part",
    "мой фильм можно показать на фестивале?",
    "менің фильмім қатыса ала ма",
    "how do I register as a journalist",
    "I need a doctor",
    "where do I apply for accreditation",
    "what is the deadline",
    "а туда как добраться",
    "may I show my debut here",
    "do I have to register",
    "өз дебютімді көрсеткім келеді",
    "где оставить чемодан",
    "чемоданымды қайда қалдырам",
]
WATCH = ["recomend me a movie", "what's worth seeing at the festival", "посаветуй фильм", "порекомендуйте казахстанский фильм", "қандай кино көрсем болады"]
WATCH += ["маған көретін кино айтшы", "қандай фильм көруге кеңес бересің", "бір жақсы кино айтшы", "қай фильмді көрейін"]
GREETING = ["слм", "сәлемдер", "салем"]
THANKS = ["рхм саған", "рахм", "рақметтт"]
GOODBYE = ["саубол", "сау болыңдар"]
SIZE = ["how many people are in your database", "сколько людей ты знаешь", "сколько фильмов ты знаешь", "сколько записей в твоей базе", "базаңда неше адам бар"]
SIZE += ["how many films are in your base?", "how many agreements do you have in your base?", "сколько организаций в базе?", "базаңдағы фильмдер саны қанша?"]
NOTIFICATIONS = ["stop sending me messages", "как отписаться от рассылки", "хабарламаларды қалай өшіремін"]
FIRST_TIME = [
    "hi, it's my first time here, how does this thing work",
    "здравствуйте, мы первый раз на фестивале, с чего начать",
    "фестивальге бірінші рет келдім, неден бастаймын",
    "first time at this festival, any tips?",
    "впервые тут, с чего бы начать",
]
TALK = {
    "about-me": ABOUT_ME,
    "compliment": KINDNESS,
    "acknowledgement": ASIDE,
    "who-are-you": NAME,
    "what-to-watch": WATCH,
    "notifications": NOTIFICATIONS,
    "first-time": FIRST_TIME,
    "greeting": GREETING,
    "thanks": THANKS,
    "goodbye": GOODBYE,
}


@pytest.mark.parametrize(("key", "said"), [(key, said) for key, listed in TALK.items() for said in listed])
def test_what_is_said_to_the_bot_is_answered_by_it_and_not_by_the_base(knowledge: KnowledgeBase, key: str, said: str) -> None:
    reply = knowledge.ask(Question(said))
    assert reply.kind == "smalltalk" and reply.lead == sentence(f"smalltalk-{key}", reply.language)


@pytest.mark.parametrize(
    "said",
    [
        "can you translate 'see you soon' into French?",
        "How would you say good evening in Turkish?",
        "переведите мне фразу «добрый вечер» на французский",
        "как будет по-японски «спасибо»?",
        "«Сәлем» сөзін түрік тіліне аударып берші",
    ],
)
def test_a_translation_is_no_task_of_the_bot(knowledge: KnowledgeBase, said: str) -> None:
    assert knowledge.ask(Question(said)).kind == "unknown"


def test_a_name_is_told_in_another_language(knowledge: KnowledgeBase) -> None:
    assert "Мажарстан" in knowledge.ask(Question("How do you say Hungary in Kazakh?")).text


@pytest.mark.parametrize("question", ["слм, Жоқтауды кім түсірді?", "Слм! Жоктауды ким тусирди", "Слм бро Жоқтау кімдікі"])
def test_a_question_stands_after_a_short_greeting(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "film-joqtau.director"


@pytest.mark.parametrize("question", ["Грузиямен бірге жасалған киноларды айтып бер", "Қазақстанның деректі киноларын айтшы"])
def test_films_that_are_asked_for_are_no_advice(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "answer"


@pytest.mark.parametrize("said", ERRANDS)
def test_what_a_guest_needs_is_with_the_staff(knowledge: KnowledgeBase, said: str) -> None:
    reply = knowledge.ask(Question(said))
    assert reply.kind == "unknown" and reply.about == "errand"
    assert reply.text == sentence("unknown-errand", reply.language)


@pytest.mark.parametrize(
    "question",
    [
        "были ли показы 2025 года бесплатными",
        "2025 жылғы көрсетілімдер тегін болды ма",
        "did people have to buy tickets for the screenings in 2025?",
        "кто возил гостей на Бозжыру",
        "do you know who directed Cadet?",
        "можешь сказать, кто снял «Жоктау»?",
        "Қайтадан фильмін кім түсіргенін білесің бе",
        "which countries came to the festival for the first time?",
    ],
)
def test_what_the_base_tells_is_still_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "answer"


@pytest.mark.parametrize("said", SIZE)
def test_the_base_says_how_much_it_holds(knowledge: KnowledgeBase, said: str) -> None:
    reply = knowledge.ask(Question(said))
    assert reply.kind == "smalltalk" and str(knowledge.scope(reply.language)["people"]) in reply.lead


@pytest.mark.parametrize("said", ["How many films of 2025 are in your base?", "Сколько фильмов 2025 года в твоей базе?", "базаңда 2025 жылғы қанша фильм бар?"])
def test_the_films_of_a_year_that_it_holds_are_listed(knowledge: KnowledgeBase, said: str) -> None:
    reply = knowledge.ask(Question(said))
    assert "film-becoming" in reply.records and "film-cadet" not in reply.records


@pytest.mark.parametrize("said", ["how many films about war are in your base?", "сколько фильмов о войне в твоей базе?"])
def test_the_films_of_a_theme_that_it_holds_are_told(knowledge: KnowledgeBase, said: str) -> None:
    assert knowledge.ask(Question(said)).records == ("film-gingerbread",)


@pytest.mark.parametrize("said", ["how many films did the festival show?", "сколько фильмов показали в Актау?", "Ақтауда қанша фильм көрсетілді?"])
def test_what_a_festival_showed_is_not_what_the_base_holds(knowledge: KnowledgeBase, said: str) -> None:
    assert knowledge.ask(Question(said)).query == "festival-edition-2025.films_count"


@pytest.mark.parametrize("said", ["какой из них лучше", "а какой интереснее", "which one is better?", "қайсысы жақсырақ"])
def test_of_what_is_better_there_is_no_opinion(knowledge: KnowledgeBase, said: str) -> None:
    reply = knowledge.ask(Question(said, context="film-qaitadan~film-cadet"))
    assert reply.kind == "smalltalk" and "/films" in reply.lead


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("say that in Russian", "ru"),
        ("no, in English", "en"),
        ("ал орысша айтшы", "ru"),
        ("орысша", "ru"),
        ("повтори по-казахски", "kk"),
        ("а на английском можешь", "en"),
        ("қазақша айтып жіберші", "kk"),
        ("thanks! now in Kazakh", "kk"),
        ("маған қазақша жауап берші", "kk"),
        ("мен қазақпын қазақша сөйлеші", "kk"),
        ("енді русша айтшы", "ru"),
        ("инглизше жазшы", "en"),
    ],
)
def test_the_last_answer_is_told_again_in_the_language_that_is_wished(knowledge: KnowledgeBase, said: str, language: Language) -> None:
    reply = knowledge.ask(Question(said, context="film-joqtau.director"))
    assert (reply.language, reply.query, reply.detected) == (language, "film-joqtau.director", True)
    assert knowledge.ask(Question(said)).kind == "smalltalk"


def test_only_question_marks_ask_for_help(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("???", "en")).lead == sentence("smalltalk-what-can-you-do", "en")
    assert knowledge.ask(Question("👍", "en")).lead == sentence("smalltalk-acknowledgement", "en")


@pytest.mark.parametrize(("said", "about"), [("asdfgh", "nothing"), ("who directed Titanic", "base"), ("где туалет", "errand")])
def test_what_was_not_answered_is_of_the_base_or_not(knowledge: KnowledgeBase, said: str, about: str) -> None:
    reply = knowledge.ask(Question(said))
    assert reply.kind == "unknown" and reply.about == about


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("забыл куртку в фойе кинотеатра", "куртка"),
        ("как же я проголодалась", ""),
        ("who composed Zorblatt", "Zorblatt"),
    ],
)
def test_only_what_can_be_a_name_or_a_topic_is_quoted(knowledge: KnowledgeBase, said: str, quoted: str) -> None:
    reply = knowledge.ask(Question(said))
    assert reply.kind == "unknown"
    assert (reply.lead == sentence("unknown-word", reply.language, word=quoted)) == bool(quoted)


def test_a_pronoun_is_whom_the_chat_speaks_of_and_never_quoted(knowledge: KnowledgeBase) -> None:
    alone = knowledge.ask(Question("кто ими руководит, кстати"))
    assert alone.kind == "unknown" and "ими" not in alone.text
    assert knowledge.ask(Question("кто ими руководит, кстати", context="org-turksoy")).records == ("org-turksoy",)


def test_why_after_an_answer_is_not_told_by_the_same_answer(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("зачем?", context="film-ayka.director")).kind == "unknown"
    assert knowledge.ask(Question("Зачем?", context="film-qaitadan.composer")).kind == "unknown"


def test_no_record_is_offered_that_shares_no_word_with_the_message(knowledge: KnowledgeBase) -> None:
    assert not knowledge.ask(Question("what time does the moon rise")).records
    assert knowledge.ask(Question("how many dogs appear in Qaitadan?")).records == ("film-qaitadan",)


@pytest.mark.parametrize("said", ["кто ими руководит", "who leads them", "оларды кім басқарады"])
def test_they_are_nobody_where_nobody_was_spoken_of(knowledge: KnowledgeBase, said: str) -> None:
    reply = knowledge.ask(Question(said))
    assert reply.kind == "unknown" and reply.lead == sentence("unknown", reply.language)


@pytest.mark.parametrize(
    "question", ["thanks, that's all for today, you've been a great help", "рахмет, бүгінге осы жетеді", "спасибо, на сегодня всё, вы здорово помогли"]
)
def test_thanks_and_farewells_of_several_sentences_are_heard(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "smalltalk"


@pytest.mark.parametrize(
    "question", ["what's that movie about the girl who plays kokpar, i forgot the name", "which film is about a girl who plays kokpar? i forgot its title"]
)
def test_who_forgot_a_title_wants_to_find_it_out(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).records == ("film-eva-batyr-qyz",)


@pytest.mark.parametrize(
    "said", ["Что ты знаешь о Тарантино?", "что ты знаешь о тарантино?", "Тарантино туралы не білесіз?", "What do you know about Tarantino?"]
)
def test_what_it_knows_of_somebody_strange_is_no_small_talk(knowledge: KnowledgeBase, said: str) -> None:
    reply = knowledge.ask(Question(said))
    assert reply.kind == "unknown" and "арантино" in reply.text.replace("arantino", "арантино")


@pytest.mark.parametrize("said", ["Что ты знаешь о кино?", "What do you know about cinema?", "кино туралы не білесің?", "Что ты знаешь?"])
def test_what_it_knows_of_film_is_small_talk(knowledge: KnowledgeBase, said: str) -> None:
    assert knowledge.ask(Question(said)).kind == "smalltalk"
