"""A message → what it asks of the programme: a day, hours, a venue, a film. None if it asks something else: then the base is asked.

Every word has to be explained: by the words of `words.yaml`, a name of the programme, a film of the base, or by saying little by itself.

question.py      `asked`: the steps from a message to what it asks
request.py       what can be asked: `Asked`
phrases.py       the phrases of `words.yaml`
message.py       the words of a message with what they stand for, found by reading.py
names.py         venues, entries and films that are named
languages.py     the language that is spoken, and that of the subtitles
times.py         the day and the hours, from dates.py and hours.py
scope.py         whether the programme is asked, and not the base
continuation.py  what goes on from the answer before: «where is it?»
"""

from __future__ import annotations

from handlers.programme.asked.names import Known
from handlers.programme.asked.phrases import phrases
from handlers.programme.asked.question import asked
from handlers.programme.asked.request import ANY, TYPES, Asked, Aspect, Type, is_of_type

__all__ = ["ANY", "TYPES", "Asked", "Aspect", "Known", "Type", "asked", "is_of_type", "phrases"]
