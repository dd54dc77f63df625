"""Every way to answer a message from the base, with how well it explains the message.

A candidate is a record and one of its facts or highlights, or the record as a whole (its card). A word of the message is
explained by it as far as the word names the record, a record it is linked with, its kind, a cue of its property, or stands
in its text. `coverage` is the explained share of what the message says; `score` adds what speaks for it beyond that.

- `scorer.py`: the best candidates of all records
- `race.py`: which candidates still count
- `weighing.py`: one record while it is weighed
"""

from kb.understand.candidates.scorer import Scorer

__all__ = ["Scorer"]
