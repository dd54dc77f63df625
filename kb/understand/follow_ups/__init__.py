"""What a message means after another one in the same chat: «and who wrote it?», «and with Uzbekistan?».

- `follow_ups.py`: which records it can mean, and how surely;
- `references.py`: whether it refers to what the chat spoke of, goes on from it or stands alone;
- `pronouns.py`, `antecedents.py`: «it», «he», «there», and what they stand for;
- `somebody.py`: what is asked of the only person whom «he» can mean;
- `last_answer.py`: what the chat spoke of last, and what was told besides;
- `steps.py`: «the year before that», «and the third one»;
- `turns.py`, `prizes.py`: what its words ask for after what was asked before: «and before him?», «and for directing?»;
- `short_questions.py`: nothing but a kind, a question word or a name: «festivals?», «а где?», «қазақ па?»;
- `predecessors.py`: who held a post before or after somebody, and since when he holds it;
- `chat_year.py`: what is taken over from a chat about the festival of one year;
- `left_open.py`: what is not known of what the chat spoke of, and is told of nothing else;
- `strengths.py`: how strongly something is asked for.
"""

from kb.understand.follow_ups.follow_ups import FollowUps

__all__ = ["FollowUps"]
