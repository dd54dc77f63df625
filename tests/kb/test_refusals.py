"""An honest no: what the base has nothing on, other films and people, other years, what leads to no record."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question
from kb.understand.lexicon import beyond, decoys
from kb.understand.refusals import Refusals

IN_VAIN = [
    # Films that everybody knows, and that are not here.
    "Мен атым Қожа фильмін кім түсірді?",
    "кто снял Кочевника?",
    # There is no such prize, and the grand prix is another.
    "who won the best composer award in Aktau?",
    # A title in Kazakh of a film that is not here, though its words stand in the texts of others.
    "Шал фильмінің режиссері кім?",
    "Көшпенділер фильмінде кім ойнады?",
    "How many volunteers helped at the festival in Aktau?",
    "Who did the make-up on Qaitadan?",
    "Художник по костюмам фильма «Чёрное. Красное. Жёлтое» — кто это?",
    "«Жоқтау» біткенде титрде қандай ән ойнайды?",
    "Who directed Cadet Kelly?",
    "Кто режиссёр «Казахское ханство. Алмазный меч»?",
    "who took the grand prix at Eurasia 2013",
    "seventh Korkyt Ata festival city and dates",
    "«Қорқыт ата» 2019 жылы қай қалада өтті?",
    "When was Myn Bala released?",
    "Кто возглавляет «Мосфильм»?",
    "where can I stream Qaitadan online?",
    "Мемлекеттік орталықтың бюджеті қанша?",
    # An abbreviation is no form of another word, and not another body.
    "what is SAG anyway?",
    "кто входит в ШОС наблюдателем?",
    # A longer name is no other one with a typing error.
    "what's so special about Charyn Canyon?",
    # A known name only begins like a word of a text.
    "түсіндіріп беріңізші, Кинотавр деген не",
    "для новичка: Кинотавр это что",
    # What is set off is asked about, and so is what the clause with the question word asks.
    "Дюна — это что за кино?",
    "the animators' get-together in Aktau, who chaired it?",
    # No description of the summit: it was not of animators.
    "сходка аниматоров тюркского мира в Оше, какая тема",
    # A prize of another craft.
    "who won best costume in Aktau",
    "Ақтау фестивалінде көрермендер жүлдесі кімге берілді?",
    # Nobody was spoken of.
    "when was he in Aktau?",
    # A title beside the word for a film, or in quotation marks, is no word of a text.
    "what is the film Nomad about?",
    "кто художник-постановщик «Победителей»?",
    # A name with a capital that only other records have.
    "what did Raev say about Kazakh cinema in Rome?",
    # No list of all films is one of those of Tatarstan.
    "which film from Tatarstan competed in Aktau?",
    "Которые фильмы из Татарстана были в конкурсе в Актау?",
    # Where a film is from is not where somebody is buried, nor who directed it who directs its studio.
    "where is Kazhymukan buried?",
    "who is the director of Volya Films?",
    # What a festival was given is not told by a studio, and no prizes by what a film or somebody is.
    "2025 жылғы фестивальге мемлекет қанша ақша бөлді?",
    "какие призы у фильма «Амре»?",
    "сколько призов у Ержанова?",
    # What is so of every year tells it of none, and the length of a film not what a body gave to it.
    "сколько стран участвовало в Баку?",
    "how much did CNC give to Becoming?",
    # What was in another year.
    "who won the state pitching in 2025?",
    "who met the Thai minister in 2025?",
    "which Kazakh films were shown in Bishkek in 2023?",
    # Who comes after somebody is no one who was before him.
    "who will replace Sultan Raev?",
    "кто придёт на смену Раеву?",
    "Раевтың орнына кім келеді?",
    # A word that surely asks for something else than the answer tells.
    "what's the running time of Qash?",
    "какие французские фильмы дублировали на казахский?",
    "сколько платит Казахстан в ТЮРКСОЙ?",
]


@pytest.mark.parametrize("question", IN_VAIN)
def test_what_the_base_does_not_tell_is_not_answered(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


def test_without_what_forbids_it_most_of_this_would_be_answered(knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Refusals, "forbid", lambda *_: False)
    answered = [question for question in IN_VAIN if knowledge.ask(Question(question)).kind == "answer"]
    assert len(answered) > len(IN_VAIN) / 2


@pytest.mark.parametrize(
    ("question", "query"),
    [
        # «Почём билет» is no ticket for a film, but the price is what this answer tells.
        ("почём билеты были на показы в Актау осенью 2025", "festival-edition-2025.ticket_price"),
        ("What rebate is valid in 2026?", "agreement-scheme-rebate.period"),
        ("в каком городе был Коркыт Ата в 2023?", "festival-edition-2023.city"),
        # Where it was answers a claim of another city, whatever that is.
        ("Первый Коркыт Ата в Анкаре проходил?", "festival-edition-2021.city"),
        ("Коркыт Ата ведь в Анкаре проходил?", "festival-korkyt-ata.city"),
    ],
)
def test_what_an_answer_takes_up_forbids_nothing(knowledge: KnowledgeBase, question: str, query: str) -> None:
    asked = knowledge.ask(Question(question)).query
    assert asked is not None
    assert asked.split("+")[0] == query


@pytest.mark.parametrize(
    "question",
    ["что норвежцы взяли на фестивале в Актау", "Indian film at the festival", "норвегтер Ақтауда не алды?", "О чём киносоглашение Казахстана с Италией?"],
)
def test_a_country_that_is_not_here_gets_nothing_of_others(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


def test_a_word_that_lost_a_letter_is_known(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("memorandm with Azerbajan what is it abuot")).records == ("agreement-kz-az-2025",)


def test_nothing_here_is_listed_as_in_vain(knowledge: KnowledgeBase) -> None:
    here = {name.casefold() for record in knowledge.records() for name in [*record.names.all(), *record.aliases]}
    assert here.isdisjoint(map(str.casefold, decoys()))
    assert here.isdisjoint(phrase.casefold() for listed in beyond().values() for phrase in listed)


def test_a_word_beside_a_name_may_be_mistyped(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("кто такой Дастан Жапа Рыскелди")).records == ("person-dastan-zhapar-ryskeldi",)


def test_two_sentences_are_said_only_if_the_second_adds_something(knowledge: KnowledgeBase) -> None:
    both = knowledge.run("agreement-kz-ge-2024.signed_at+signed_on", "en")
    alone = knowledge.run("agreement-kz-ge-2024.signed_at", "en")
    assert both.lead.startswith(alone.lead)
    assert "2024" in both.lead.removeprefix(alone.lead)
    assert knowledge.run("film-becoming.director+director", "ru").lead == knowledge.run("film-becoming.director", "ru").lead


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Жаннат Алшанова преподаёт в Туране?", "ru"),
        ("Ұлттық киноны қолдау мемлекеттік орталығы — кто у них руководитель?", "ru"),
        ("бывший гендиректор турецкого кинодепартамента кто", "ru"),
        ("kto prodyuser u tagieva", "ru"),
        ("кому дали спец приз госцентра", "ru"),
        ("kakoy byudzhet u kaitadana", "ru"),
        ("can u tell me who made kitap", "en"),
        ("Короче, қырғыз киносындағы новый директор департамента кім?", "kk"),
    ],
)
def test_names_tell_the_language_only_where_nothing_else_does(knowledge: KnowledgeBase, question: str, language: str) -> None:
    assert knowledge.language_of(question) == language


@pytest.mark.parametrize(
    "question",
    [
        # A title by its capital, whatever everyday word it is or is nearly.
        "скоко длится Брат",
        "кто снял Покаяние",
        "о чём Кочевница",
        "who directed Repentance",
        "тез айтшы, қанша минут Қасқыр",
        "ребят, что за барышня сняла Барби",
        "режисер Кретсного отца",
        # What only a typing error makes of a word asks for nothing by itself.
        "omg the crowd here is nuts. wheres the exit",
    ],
)
def test_an_everyday_word_is_no_answer_to_what_is_asked_about(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", ["Mamuka Bliadze - who is he?", "слушай, а Мамука Блиадзе кто", "мына Мамука Блиадзе деген кім"])
def test_somebody_whom_only_a_text_names_is_no_stranger(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).query == "org-gnfc.head"


VISITS = [
    "is there a metro in Almaty",
    "what hotel hosted the festival",
    "any vegetarian places in Aktau",
    "where did the jury stay in Aktau",
    "where do I pick up my badge in Aktau",
    "when is the Bursa city day",
    "где в Шуше можно остановиться на ночь",
    "можно где-то припарковать машину возле Дома дружбы?",
    "что надеть на открытие в Актау",
    "когда день города в Бурсе",
    "Алматыда метро бар ма",
    "Ақтауда көлікті қайда қоюға болады",
    "Бозжыраға өзім көлікпен барсам бола ма",
    "қазылар Ақтауда қай қонақүйде тұрды",
    "ашылу салтанатына не киіп барған дұрыс",
    "Ақтауда теңізге түсуге бола ма қазанда",
    "нужен ли джип чтобы попасть на Бозжыру",
    "сколько шагов до мавзолея Ясави",
    "what's the ticket price for Yasawi mausoleum",
    "Ясауи кесенесі нешеде жабылады",
    "ТҮРКСОЙ-да қанша адам істейді",
    "Қорқыт атаға билетті қайтаруға бола ма",
]
OF_OTHER_YEARS = [
    "какие казахские фильмы покажут в Локарно в 2026",
    "какой фильм победил в Каннах в 2026",
    "какие фильмы Казахфильм выпустит в 2027",
    "which Kazakh films are at Busan 2026",
    "which Kazakh film is in Cannes competition 2026",
    "2026 жылғы Локарнода қандай қазақ фильмдері бар",
    "что показали на Коркыт Ате в 2026 году",
    "келесі жылғы Қорқыт атаға Мажарстаннан не келеді",
]
OF_THESE = [
    ("which Kazakh films premiered in Cannes in 2018", "film-ayka"),
    ("какой фильм показали в Локарно в 2025", "film-becoming"),
    ("где пройдёт Коркыт Ата 2026", "festival-edition-2026"),
    ("Қараман ата қайда, Маңғыстауда қонақтар қайда барды", "place-mangystau"),
    ("какие транспортные коридоры проходят через Мангистау", "place-mangystau"),
]


@pytest.mark.parametrize("question", VISITS)
def test_what_a_visitor_needs_is_not_told_by_what_is_near(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", OF_OTHER_YEARS)
def test_a_year_of_which_nothing_is_known_is_refused(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(("question", "record"), OF_THESE)
def test_what_is_of_the_year_or_the_place_is_told(knowledge: KnowledgeBase, question: str, record: str) -> None:
    assert knowledge.ask(Question(question)).records[0] == record


UNKNOWN_TITLES = [
    "кто снял «Завоевание»?",
    "о чём фильм «Завоеватель»",
    "who directed “Nomad”?",
    'tell me about "The Promise"',
    "«Тұлпар» фильмін кім түсірді",
    "«Қалыптасу» деген қандай кино",
]
KNOWN_TITLES = [
    ("кто снял «Qaitadan»", "film-qaitadan"),
    ("«Кайтодан» кто снял", "film-qaitadan"),
    ("что такое «Золотой кубок»", "film-black-red-yellow"),
    ("«Қашқын» туралы айтшы", "film-kachkyn"),
]


@pytest.mark.parametrize("question", UNKNOWN_TITLES)
def test_a_title_in_quotation_marks_that_nothing_has_is_not_answered(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(("question", "record"), KNOWN_TITLES)
def test_one_that_a_name_or_a_text_has_is(knowledge: KnowledgeBase, question: str, record: str) -> None:
    assert record in knowledge.ask(Question(question)).records


@pytest.mark.parametrize(
    "question",
    [
        "who won el clasico yesterday",
        "кто выиграл эль класико вчера",
        "кеше эль класиконы кім жеңді",
        "қазір еліміздің премьер-министрі кім",
        "президентіміз кім",
    ],
)
def test_neither_news_nor_a_post_of_the_state_is_told(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", ["when did Hungary join TURKSOY?", "когда Венгрия вступила в ТЮРКСОЙ?", "Мажарстан ТҮРКСОЙ-ға қашан кірді?"])
def test_when_a_country_joined_a_body_is_told_by_no_festival(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", ["Кто старше: Сатаев или Дворцевой?", "who is older, Satayev or Dvortsevoy?"])
def test_two_people_of_whom_no_birthday_is_told_are_not_compared(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", ["Әуезов пен Қодири туралы фильмнің режиссері белгілі ме, кім ол?"])
def test_whether_something_is_known_of_a_film_is_not_told_by_its_story(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.query) == ("unknown", "film-pamir.director")


def test_what_is_asked_when_and_why_is_told_by_when(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Когда и отчего умер писатель Абдулла Кадыри?")).query == "person-abdulla-qodiri.died"


def test_ever_asks_for_no_date(knowledge: KnowledgeBase) -> None:
    assert "Астана тоже была" in knowledge.ask(Question("Астана когда-нибудь была культурной столицей тюркского мира?")).text


def test_what_is_known_is_of_what_is_said_before(knowledge: KnowledgeBase) -> None:
    assert "merge" in knowledge.ask(Question("I read they want to merge the State Center with Kazakhfilm. What is known?")).text
