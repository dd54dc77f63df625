"""What a message takes over from a chat about one festival: what was asked, of another year, or the year, for another question."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question

CHATS = [
    # What was asked, of another year; also where it is not known.
    (["сколько стран участвовало в 2025?", "а в 2024?"], "festival-edition-2024.country"),
    (["how many guests came in 2025?", "and 2024?"], "festival-edition-2024.participants"),
    (["фестивальді қай арна көрсетті?", "2024-те ше?"], "festival-edition-2024.broadcast"),
    (["Кто был звёздным гостем в Актау?", "а в Баку?"], "festival-edition-2023.guests"),
    (["2022 жылғы үздік фильм қайсы?", "ал Бакуде ше?"], "festival-edition-2023.best_film"),
    (["Кто взял лучшую женскую роль в Бурсе?", "а год спустя?"], "festival-edition-2023.best_actress"),
    (["2023 жылғы үздік режиссер кім?", "ал одан бір жыл бұрынғысында?"], "festival-edition-2022.best_director"),
    (["who won in Baku", "and before that?"], "festival-edition-2022.best_film"),
    (["Бакуде кім жеңді", "ал одан бұрын ше?"], "festival-edition-2022.best_film"),
    (["who took the main prize in 2024?", "and the year before?"], "festival-edition-2023.best_film"),
    (["who took the main prize in 2024?", "and the year before?", "and before that?"], "festival-edition-2022.best_film"),
    (["2024 жылы бас жүлдені кім алды?", "оның алдындағы жылы ше?"], "festival-edition-2023.best_film"),
    (["2022 жылғы үздік актриса кім?", "кейінгі жылғы ше?"], "festival-edition-2023.best_actress"),
    (["Кто победил в 2021?", "а через год?"], "festival-edition-2022.best_film"),
    (["Кто победил в 2024?", "а годом раньше?", "а ещё раньше?"], "festival-edition-2022.best_film"),
    (["Кто победил в 2021?", "а через два года?"], "festival-edition-2023.best_film"),
    (["how many films were in Istanbul?", "and two years later?"], "festival-edition-2023.films_count"),
    (["2023 жылы неше фильм көрсетілді?", "екі жылдан кейін ше?"], "festival-edition-2025.films_count"),
    # What a festival is, told of another one.
    (["where was the first Korkyt Ata held?", "and the second one?", "and the last one?"], "festival-edition-2025"),
    # Of a ceremony, that of its sort.
    (["Where was the opening ceremony in 2023?", "and in 2024?"], "event-opening-2024.venue"),
    (["Где было закрытие 2023 года?", "а в 2024?"], "event-closing-2024.venue"),
    # A jury has a chair, as the festival of each year tells.
    (["кто был председателем жюри в 2025?", "а в 2023"], "festival-edition-2023.jury_chair"),
    (["Who chaired the jury in 2025?", "and the second one?"], "festival-edition-2022.jury_chair"),
    # Of a summit, that of the other festival.
    (["Киносаммит когда прошёл в Актау?", "а в Ашхабаде?"], "summit-2024.dates"),
    (["When was the cinema summit in Aktau?", "and in Bursa?"], "summit-2022.dates"),
    # The year of the chat, for whatever is asked next, also where it is not known of that year.
    (["Сколько дней шёл фестиваль в Ашхабаде?", "жюри?"], "festival-edition-2024.jury"),
    (["Сколько дней шёл фестиваль в Ашхабаде?", "жюри?", "лучший фильм?"], "festival-edition-2024.best_film"),
    (["tell me about the 2023 festival", "and countries?", "who was best actor"], "festival-edition-2023.best_actor"),
    (["Бурсадағы фестивальдің үздік актрисасы кім?", "ал ерлерден ше?"], "festival-edition-2022.best_actor"),
    (["Кто взял лучшую женскую роль в Бурсе?", "а мужскую?"], "festival-edition-2022.best_actor"),
    (["where was the festival in 2025?", "ашылуында қандай фильм көрсетілді"], "festival-edition-2025.opening"),
    # The next festival is that of no year of the chat.
    (["Korkyt Ata 2023", "when is the next one?"], "festival-edition-2024.dates"),
]


@pytest.mark.parametrize(("said", "query"), CHATS, ids=[chat[0][-1] for chat in CHATS])
def test_a_chat_about_a_festival_keeps_to_it_or_turns_to_another(knowledge: KnowledgeBase, said: list[str], query: str) -> None:
    context, asked = None, None
    for text in said:
        reply = knowledge.ask(Question(text, context=context))
        context, asked = reply.in_chat or context, reply.query or reply.long_query or asked
    assert asked == query
