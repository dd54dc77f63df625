"""Films that are told by their stories, and stories that no film here tells."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

TOLD = [
    ("Кілем тоқитын әйел туралы кино қайсы?", "film-black-red-yellow"),
    ("Аштық туралы фильмді айтшы", "film-qash"),
    ("Көкпар ойнайтын бойжеткен туралы фильм", "film-eva-batyr-qyz"),
    ("Әжесіне берілген бала туралы фильм қайсы?", "film-bauryna-salu"),
    ("the movie where a boy is given to his grandmother", "film-bauryna-salu"),
    ("what is the movie about a swimmer called?", "film-becoming"),
    ("the short film about a Paralympian", "film-umit-saulesi"),
    ("фильм, где бабушка забирает внука", "film-bauryna-salu"),
    ("фильм про голод и могильщика", "film-qash"),
    # At length and in other words, where no other film tells much of it.
    ("documentary about villagers who stayed near the nuclear test site while the army hid the truth from their doctors", "film-we-live-here"),
    ("movie about an oil baron who gave away his fortune", "film-tagiyev-neft"),
    # Two digits are a year.
    ("a movie set in 93 about farmers splitting up their cattle", "film-abel"),
    # Texts tell the decade in full.
    ("a movie set in the 30s famine where a gravedigger leaves to get help", "film-qash"),
]

UNTOLD = [
    "фильм о художнике-абстракционисте",
    "the film about a bank robbery on Mars",
    "Ит туралы мультфильм бар ма екен, қайсы?",
]


@pytest.mark.parametrize(("question", "film"), TOLD)
def test_a_film_is_found_by_its_story(knowledge: KnowledgeBase, question: str, film: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.records) == ("answer", (film,))
    assert "?" not in (reply.query or "")


def test_a_word_of_a_story_is_no_name_with_a_typing_error(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("the film where some dude keeps waking up until the dam bursts")).kind == "unknown"


@pytest.mark.parametrize("question", UNTOLD)
def test_a_story_that_no_film_tells_is_unknown(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


# Several films are asked for by a theme: all whose facts tell it, however few.
THEMES = [
    ("список фильмов о спорте", {"film-becoming", "film-eva-batyr-qyz", "film-kazhymukan", "film-umit-saulesi"}),
    ("films about sport", {"film-becoming", "film-eva-batyr-qyz", "film-kazhymukan", "film-umit-saulesi"}),
    ("спорт туралы фильмдер", {"film-becoming", "film-eva-batyr-qyz", "film-kazhymukan", "film-umit-saulesi"}),
    ("any films about horses?", {"film-black-red-yellow", "film-eva-batyr-qyz"}),
    ("фильмы о голоде", {"film-qash"}),
]


@pytest.mark.parametrize(("question", "films"), THEMES)
def test_films_of_a_theme_are_listed(knowledge: KnowledgeBase, question: str, films: set[str]) -> None:
    assert films <= set(knowledge.ask(Question(question)).records)


@pytest.mark.parametrize("question", ["documentaries about nature", "фильмы про космос", "балалар туралы фильмдер"])
def test_a_theme_of_no_film_is_unknown(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


UNTOLD_PLOTS = [
    ("what is Autumn Breeze about?", "film-osenniy-briz.plot"),
    ("о чём «Осенний бриз»?", "film-osenniy-briz.plot"),
    ("Осенний бриз не туралы?", "film-osenniy-briz.plot"),
    ("what's the plot of Corn Island", "film-corn-island.plot"),
    ("какой сюжет у Кукурузного острова", "film-corn-island.plot"),
    ("Жүгері аралы фильмінің сюжеті қандай", "film-corn-island.plot"),
    ("who is the film Amre about", "film-amre.plot"),
    ("о ком фильм Амре", "film-amre.plot"),
    ("Амре фильмі кім туралы", "film-amre.plot"),
    ("what's Koca Dünya about", "film-koca-dunya.genre+plot"),
    ("о чём фильм Koca Dünya", "film-koca-dunya.genre+plot"),
    ("Koca Dünya фильмі не туралы", "film-koca-dunya.genre+plot"),
]


@pytest.mark.parametrize(("question", "query"), UNTOLD_PLOTS)
def test_that_a_plot_is_not_known_is_said_of_the_film(knowledge: KnowledgeBase, question: str, query: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.query or reply.long_query) == query


@pytest.mark.parametrize("question", ["is there a film about shepherds?", "are there films about the Aral Sea", "есть ли фильм про Аральское море?"])
def test_no_other_film_is_told_where_none_of_a_theme_is_there(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize("question", ["is there a film about a wrestler?", "есть ли фильм про борца?", "балуан туралы фильм бар ма?"])
def test_a_film_of_a_theme_is_told_where_there_is_one(knowledge: KnowledgeBase, question: str) -> None:
    assert "film-kazhymukan" in knowledge.ask(Question(question)).records


# Nothing introduces these stories, or a comma stands before what does.
WHOLE = [
    ("that Kazakh movie with a girl who plays kokpar?", "film-eva-batyr-qyz"),
    ("вспомните картину, в которой дедушка отдал верблюдицу и получил книгу", "film-kitap"),
    ("кино: могильщик, голод тридцатых, аул просит помощи", "film-qash"),
    ("әжесі асыраған бала он екі жасында ата-анасына қайтатын кино", "film-bauryna-salu"),
    ("что за фильм про голод при Сталине, там могильщик", "film-qash"),
]


@pytest.mark.parametrize(("question", "film"), WHOLE)
def test_a_story_is_known_without_a_word_that_begins_it(knowledge: KnowledgeBase, question: str, film: str) -> None:
    reply = knowledge.ask(Question(question))
    assert (reply.kind, reply.records) == ("answer", (film,))


@pytest.mark.parametrize(
    ("message", "film"),
    [
        ("kazakh film: a boy raised by his grandma goes back to his parents at 12. title?", "bauryna-salu"),
        ("вспомните казахский фильм: могильщик идёт за помощью во время голода. как называется?", "qash"),
        ("кино, в котором прорвало дамбу", "qaitadan"),
        ("туркменское кино, где за книгу отдали верблюдицу и потом её не продали", "kitap"),
    ],
)
def test_a_story_begins_after_a_colon_or_of_cinema_too(knowledge: KnowledgeBase, message: str, film: str) -> None:
    assert str(knowledge.ask(Question(message)).query).startswith(f"film-{film}")


def test_a_question_after_a_colon_is_no_story(knowledge: KnowledgeBase) -> None:
    assert knowledge.ask(Question("Qash, the film: who directed it?")).query == "film-qash.director"


def test_a_pronoun_within_a_story_asks_of_nobody(knowledge: KnowledgeBase) -> None:
    question = "the one where Darkhan comes back with his girlfriend Elena and they bury the grandfather, whats it called"
    assert knowledge.ask(Question(question)).records[:1] == ("film-joqtau",)


# Only of the country that is asked of, and none that only begins with such a word.
OF_COUNTRIES = [
    ("Which Kazakh films are about poets?", {"film-abay-sozi", "film-ahmad-yasawi", "film-zhambyl"}),
    ("Какие казахстанские фильмы рассказывают о поэтах?", {"film-abay-sozi", "film-ahmad-yasawi", "film-zhambyl"}),
    ("How many Kazakh films are about poets?", {"film-abay-sozi", "film-ahmad-yasawi", "film-zhambyl"}),
    ("Ақындар туралы қандай қазақ фильмдері бар?", {"film-abay-sozi", "film-ahmad-yasawi", "film-zhambyl"}),
    ("I am looking for a Kazakh film about a wrestler", {"film-kazhymukan"}),
    ("Есть ли казахский фильм о борце?", {"film-kazhymukan"}),
    ("Балуан туралы қазақ фильмі бар ма?", {"film-kazhymukan"}),
    ("Are there Kyrgyz films about migrants?", {"film-kachkyn"}),
    ("Which Kazakh films are about women?", {"film-ayka", "film-eva-batyr-qyz"}),
    ("фильмы о писателях есть?", {"film-pamir"}),
    ("Жүзуші туралы фильм іздеп жүрмін", {"film-becoming"}),
]
OF_NONE = [
    "Is there a Turkish film about a wrestler?",
    "Ищу казахский фильм о боксёре",
    "Боксшы туралы қазақ фильмі бар ма?",
    "Есть ли узбекские фильмы о пожарных?",
]
# No film is asked for by a theme.
OF_NO_THEME = [
    ("Who directed the film about the famine?", "film-qash.director"),
    ("Сауд Арабиясы жүзгіш қыз туралы фильмге қай қор арқылы көмектескен?", "film-becoming.support"),
]
DEBUTS = [
    "Which first features are in your base?",
    "Which films are debuts?",
    "Какие дебюты есть в твоей базе?",
    "Какие дебютные фильмы ты знаешь?",
    "Қандай дебют фильмдер бар?",
]


@pytest.mark.parametrize(("question", "films"), OF_COUNTRIES)
def test_films_of_a_theme_are_of_the_country_that_is_asked_of(knowledge: KnowledgeBase, question: str, films: set[str]) -> None:
    assert set(knowledge.ask(Question(question)).records) == films


@pytest.mark.parametrize("question", OF_NONE)
def test_no_film_of_a_country_is_of_a_theme(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind == "unknown"


@pytest.mark.parametrize(("question", "query"), OF_NO_THEME)
def test_what_is_asked_of_a_film_with_a_story_is_no_list(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query


@pytest.mark.parametrize("question", DEBUTS)
def test_the_debuts_are_listed(knowledge: KnowledgeBase, question: str) -> None:
    assert {"film-qash", "film-becoming", "film-bauryna-salu", "film-joqtau", "film-qaitadan", "film-we-live-here"} <= set(
        knowledge.ask(Question(question)).records
    )


@pytest.mark.parametrize(("question", "query"), [("Is Qash a debut?", "film-qash.3"), ("Which films debuted in Cannes?", "list:film:place-cannes")])
def test_what_is_asked_of_one_debut_is_no_list(knowledge: KnowledgeBase, question: str, query: str) -> None:
    assert knowledge.ask(Question(question)).query == query
