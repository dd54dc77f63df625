"""Reading → decision: answer, clarify, unknown or small talk. Coverage and margin decide.

- `interpreter.py`: the steps in order;
- `decision.py`: what comes of them;
- `order.py`: the two tables of rules, the first of which that finds its shape of question decides; `rules.py`: how a rule is written;
- `recognisers.py`: all that the rules ask, built once;
- `content.py`: which words of a message say something;
- `small_talk.py`: «thanks», «ok», «who are you?»;
- `bare_names.py`: nothing but a name or a kind, and who somebody is;
- `told_by_words.py`, `told_with_best.py`: the rules that are more than a query: «what was signed in Aktau?»;
- `strangers.py`: countries and names that are not in the base;
- `best.py`, `rivals.py`: the best candidate, and those nearly as good; `told_of_another.py`: one of a record of which it is not asked;
- `put_right.py`, `festival.py`, `papers.py`: what is rather asked than the best candidate says;
- `told_instead.py`, `told_of_it.py`: what is told where nothing is known of what is asked, by another answer or of the record itself;
- `mending.py`: another answer where the best one will not do;
- `ties.py`: one of several that are equally good, a list of them, or a question back;
- `read_otherwise.py`: a message read otherwise than it stands, with `films_of_makers.py` («хоррор Ержанова»), `plain_questions.py` («in A or in B?»,
  a guess, a number asked for at the end) and `capitals_for_states.py` («Астана и Баку договорились»);
- `titles_put_in.py`: a title in place of words that tell a film;
- `two_answers.py`: a second fact of the record, and one fact of each of two records;
- `honest_no.py`: what is said of a message that is not answered.
"""

from kb.understand.interpretation.interpreter import Interpreter

__all__ = ["Interpreter"]
