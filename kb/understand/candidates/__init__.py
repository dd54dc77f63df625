"""Every way to answer a message from the base, with how well it explains the message.

A candidate is a record and one of its facts or highlights, or the record as a whole (its card). A word of the message is
explained by it as far as the word names the record, a record it is linked with, its kind, a cue of its property, or stands
in its text. `coverage` is the explained share of what the message says; `score` adds what speaks for it beyond that.

- `scorer.py`: the best candidates of all records
- `pool.py`: the records that can be meant
- `race.py`: which candidates still count; `ceilings.py`: the most that a record can score, so that most need not be weighed
- `relations.py`: how properties stand for each other; `spoken.py`: what of a message is spoken of each kind of records
- `record_sorts.py`: what a record explains by what it is; `standing.py`: what speaks for it before any of its facts;
  `editions.py`: whether it is the edition that is told
- `texts.py`: what a record's texts have of a message
- `answers.py`: the answers that one record can give, its card among them; `weighing.py`: the record while it is weighed
- `facts.py`: facts as answers; `asked_facts.py`: how one is asked for; `claimed_values.py`: what a yes/no question claims of it;
  `fitness.py`: whether it answers this kind of question; `better_told.py`: whether another record tells it better
- `highlights.py`: highlights as answers
"""

from kb.understand.candidates.scorer import Scorer

__all__ = ["Scorer"]
