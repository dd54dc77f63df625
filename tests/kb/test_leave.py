"""Who thanks or says goodbye and goes asks nothing, whatever he tells of where he goes."""

from __future__ import annotations

import pytest

from kb import KnowledgeBase, Question
from kb.texts import sentence


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("thanks pal, off to grab lunch", "smalltalk-thanks"),
        ("brilliant, cheers, heading to the opening now", "smalltalk-compliment"),
        ("lovely chat, bye, need to charge my phone", "smalltalk-goodbye"),
        ("perfect that's what i needed, on my way to the hall", "smalltalk-compliment"),
        ("appreciate it big time, my lunch is getting cold", "smalltalk-thanks"),
        ("отлично, то что надо, иду в зал", "smalltalk-compliment"),
        ("ну всё, друзья ждут на улице, спасибо", "smalltalk-thanks"),
        ("окей рахмет, отырғызу басталды", "smalltalk-thanks"),
        ("тамаша, керегі осы еді, залға бара жатырмын", "smalltalk-compliment"),
        ("cheers, will come back tomorrow, battery at 2%", "smalltalk-thanks"),
        ("спасибочки, завтра вернусь, батарея 2%", "smalltalk-thanks"),
        ("рахмет, ертең келем, батареям 2%", "smalltalk-thanks"),
        ("all good, no more questions", "smalltalk-goodbye"),
        ("всё норм, вопросов больше нет", "smalltalk-goodbye"),
        ("бәрі норм, басқа сұрақ жоқ", "smalltalk-goodbye"),
        ("спс, побежала на показ", "smalltalk-thanks"),
        ("благодарю, всё, убегаю, такси подъехало", "smalltalk-thanks"),
        ("ладненько, пока, телефон садится", "smalltalk-goodbye"),
        ("рахмет, көрсетілімге жүгірдім", "smalltalk-thanks"),
        ("рақмет, болды, таксиім келді", "smalltalk-thanks"),
        ("керемет, көмектестің, тамақ ішіп алайын", "smalltalk-compliment"),
    ],
)
def test_who_goes_asks_nothing(knowledge: KnowledgeBase, said: str, reply: str) -> None:
    told = knowledge.ask(Question(said))
    assert told.kind == "smalltalk"
    assert told.text == sentence(reply, told.language)


@pytest.mark.parametrize(
    "question",
    [
        "perfect, which bus is heading to Aktau",
        "спасибо, а режиссёр Кадета",
        "пока не ясно, сколько длится фестиваль",
        "рақмет, фестивальге кім келді",
        "thanks, heading out, is the cinema far?",
    ],
)
def test_who_asks_on_is_answered(knowledge: KnowledgeBase, question: str) -> None:
    assert knowledge.ask(Question(question)).kind != "smalltalk"
