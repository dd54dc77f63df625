"""The steps in which the terms of a message are made out, by subject; their order stands in `collecting.py`.

mentions.py   what each mention says, and which ones ask for nothing
names.py      who and what is named
home.py       what is of Kazakhstan, and what of another country
series.py     which of the records of a series is meant, by its year or city
festivals.py  which festival is meant, and what is asked of it
shown.py      the films that were shown
numbers.py    ordinals, places in a row, and how many of what
times.py      what asks for a date, and for which
cues.py       what asks for a property more narrowly, more weakly or not at all
everyday.py   everyday words for what texts call otherwise
weighing.py   how much each word says
"""
