"""What each kind of evidence is worth, as shares of a message that is explained or as points of a score, tuned on question sets; and how many
records are looked at. When an answer is given at all stands in `interpretation/`."""

from __future__ import annotations

# What a word is worth when it names another record than the candidate's.
LINKED, NEAR, IN_FACT, NOT_IN_FACT = 0.85, 0.6, 1.0, 0.5
# What a word is worth when it only stands in a text.
IN_NAME, IN_TEXT, IN_SUMMARY, NAME_ELSEWHERE, ELSEWHERE = 0.8, 0.7, 0.35, 0.45, 0.3
FITTING_KIND, OTHER_KIND = 0.9, 0.25
# What speaks for a candidate beyond its coverage.
OWN_NAME, PREMISE_HOLDS, KIND_ASKED, CUE, TELLING_WORDS, QUESTION_WORD, ABOUT = 0.14, 0.06, 0.16, 0.36, 0.14, 0.14, 0.2
# The strength of a kind as the cue of a property: «which countries» of a festival.
OF_KIND, OF_KIND_LISTED, OF_KIND_MEANT = 0.5, 0.7, 0.3
# How strongly something is asked for: at all; more than only touched on; so that it is missed where it is not known; clearly; and so that
# nothing else can be meant.
ASKED, ASKED_RATHER, ASKED_STRONGLY, ASKED_CLEARLY, ASKED_SURELY = 0.35, 0.5, 0.55, 0.8, 1.0
# How telling words have to be for a fact that nothing else asks for, of a record that is not named.
TELLING = 0.3
# How surely a word has to lean to a property to be a cue of it, and how strong a cue that is.
LEANS, OF_LEANING = 0.4, 0.7
# Candidates within this are equally good.
MARGIN = 0.03
# How much more strongly a narrower property is asked for than the one whose cue it shares.
OF_NARROWER = 0.3
# What is left of telling words where another property is asked.
UNASKED, UNASKED_HELD = 0.8, 0.5
# What speaks for the very number that is asked.
COUNTED = 0.3
# What speaks against a fact without a number where one is asked.
UNCOUNTED = 0.15
# What speaks for the property that counts the very kind that is asked: «how many awards».
OF_COUNTED = 0.1
# What speaks against a number of something else than the kind that is asked.
OF_ANOTHER_COUNT = 0.25
# What speaks against the festival as such when an edition is told.
OF_AN_EDITION = 0.25
# What speaks for the festival as such where a list is asked.
OF_ALL_EDITIONS = 0.12
# What speaks against a record that a name of the message does not fit.
OF_ANOTHER_NAME = 0.2
# What a cue of a highlight is worth, two at most.
HIGHLIGHT_CUE = 0.23
# What speaks against a highlight beside a fact of the same record.
OF_HIGHLIGHT = 0.04
# What speaks against a country or place that only says of what, and against each of several people of a film.
CONTEXT_ONLY, ONE_OF_SEVERAL = 0.2, 0.06
# What speaks against records that are not named where others are: any, papers of many countries or without Kazakhstan, people, places.
NOT_NAMED, OF_MANY_COUNTRIES, WITHOUT_KAZAKHSTAN, OF_PERSON, OF_OTHER_PAPER, OF_PLACE, OF_OTHER_FESTIVAL = 0.06, 0.1, 0.1, 0.08, 0.06, 0.08, 0.3
# What speaks for the card of a person, where «who» is asked.
WHO_IS = 0.12
# What speaks against a fact that answers another question word, and for what is asked by default or was asked just before.
OF_OTHER_QUESTION, BY_DEFAULT, ASKED_BEFORE = 0.1, 0.15, 0.3
# What speaks against a fact whose text tells nothing of the sort that is asked for: no building, nobody, no place, no time.
OF_OTHER_SORT = 0.2
# What speaks against a fact that lacks the noun which «which» stands before, where another fact has it.
OF_OTHER_NOUN = 0.15
# A word that more records have says too little to look for them by it.
COMMON = 3000
# Less than this is not explained.
UNEXPLAINED = 0.2
# What speaks against a highlight of a record that is not named.
OF_ANOTHER = 0.14
# A film of another type than the one that is asked for.
OF_OTHER_TYPE = 0.28
# What a word is worth when a yes/no question claims it as the fact's value.
CLAIMED = 0.85
# What speaks against a fact that only texts lead to when the message asks for the record as such.
UNASKED_ABOUT = 0.12
# What speaks against a property that the base does not hold of the record.
UNRECORDED = 0.07
# The same of a film that is not named.
OF_UNKNOWN = 0.2
# What speaks against a fact where a named record of the same kind holds just this one.
OF_SAME_KIND = 0.2
# What a word of everyday speech weighs among content words, and a verb that says little by itself.
SLIGHT, LIGHT = 0.2, 0.3
# What the name of a month is worth if the fact does not tell it.
MONTH = 0.25
# What a genre is worth of a film whose genre is known.
OF_GENRE = 0.6
# What speaks against a fact for each word that it lacks and another of the same record holds, two at most.
TOLD_ELSEWHERE = 0.1
# What speaks against a film where a list of films is asked.
OF_ONE = 0.4
# What a year of the message that is not the record's takes from it, and any other number that nothing of it explains.
OTHER_YEAR = 0.25
# From so much gain on a record is what the chat spoke of.
FOLLOWS = 0.25
# What speaks for an agreement that a follow-up leads to, as such.
OF_FOLLOWING_PAPER = 0.05
# For fewer records of a kind it is not worth while to look at the kind first.
FEW = 3
# At most so many records that share words with a question, but nothing that it names, are weighed.
WEIGHED = 60
# How sure a word is at most that only a typing error makes.
MENDED = 0.75
# How much of what a message says an answer has to explain.
COVERAGE = 0.55
