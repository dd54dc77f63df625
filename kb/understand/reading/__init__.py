"""A message → its words, what they can name or ask for, its language, and what stands beside the question.

- `reader.py`: the steps, in order; `reading.py`: what comes out, `message.py`: its words and mentions
- words: `tokeniser.py` (slang, keyboard layouts), `known_words.py`, `word_forms.py`, `typing_errors.py`, `everyday.py`
- what they stand for: `mentions.py`, `years.py`, `amounts.py` (numbers that are claimed), `yes_no.py` (whether yes or no is asked for)
- what asks nothing: `prefaces.py` (who wants to know), `asides.py` (what somebody says of himself), `remarks.py` (other clauses),
  `sentences.py` (other sentences), `talk.py` (what is said around the question with no sign between), `descriptions.py` (what only says
  more of a name), `story_spans.py` (what tells a film by its story), `contrast.py` (what was not meant),
  `besides.py` (what is known already)
"""

from kb.understand.reading.amounts import bounds, counted_words, numerals
from kb.understand.reading.message import Mention, Token
from kb.understand.reading.reader import Reader
from kb.understand.reading.reading import Reading
from kb.understand.reading.story_spans import about
from kb.understand.reading.typing_errors import PREFIX

__all__ = ["PREFIX", "Mention", "Reader", "Reading", "Token", "about", "bounds", "counted_words", "numerals"]
