"""What one message asks of a base, in the terms that candidates are scored with.

ask.py         `Ask`: all that is asked, and what follows from it
terms.py       `Terms`: the records, kinds, properties and numbers that a message says
collecting.py  how they are made out of a reading: the steps, in their order
steps/         these steps, by subject
candidate.py   one way to answer, and what it is weighed by
words.py       the lists of words that tell what is asked
"""

from kb.understand.ask.ask import MEASURES, Ask
from kb.understand.ask.candidate import Candidate, Heard, Limit, Sort, Spoken, explain
from kb.understand.ask.steps.festivals import counts_festivals
from kb.understand.ask.steps.names import is_part_of_a_longer_name
from kb.understand.ask.terms import CONTEXT_KINDS
from kb.understand.ask.words import capitals, cities, held, next_to, occupations
from kb.understand.evidence import FESTIVAL, KAZAKHSTAN

__all__ = [
    "CONTEXT_KINDS",
    "FESTIVAL",
    "KAZAKHSTAN",
    "MEASURES",
    "Ask",
    "Candidate",
    "Heard",
    "Limit",
    "Sort",
    "Spoken",
    "capitals",
    "cities",
    "counts_festivals",
    "explain",
    "held",
    "is_part_of_a_longer_name",
    "next_to",
    "occupations",
]
