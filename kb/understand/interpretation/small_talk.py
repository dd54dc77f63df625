"""Messages that ask nothing of the base: «thanks», «ok», «bye, see you at the festival», «who are you?»."""

from __future__ import annotations

from kb.base import Base
from kb.records import Language
from kb.understand.conversation import GUARDED
from kb.understand.follow_ups import FollowUps
from kb.understand.leave import takes_leave
from kb.understand.lexicon import words
from kb.understand.reading import Mention, Reading


class SmallTalk:
    """Tells which small talk a message is, over one base."""

    def __init__(self, base: Base, follow_ups: FollowUps) -> None:
        self._base = base
        self._follow_ups = follow_ups

    def said(self, reading: Reading, content: list[int]) -> str:
        """The small talk that a message is; none if it says more than that. «Ok» and «yes» are small talk only alone."""
        smalltalk = _mentions(reading)
        said = {i for mention in smalltalk for i in mention.span}
        slight = {i for mention in reading.of("slight") for i in mention.span}
        rest = [i for i in content if i not in said | slight]
        if any(m.pattern.value == "who_are_you" for m in smalltalk) and not reading.capitals.isdisjoint(rest):
            # «Is Lyabiba a real person?» asks of somebody else.
            return ""
        if any(m.pattern.value == "what_can_you_do" for m in smalltalk) and any(i in reading.capitals or _is_spoken_of(reading, i) for i in rest):
            # «What do you know about Tarantino?» asks of somebody.
            return ""
        # «Just kidding, really» adds nothing, but «ok, and who else?» does.
        alone = len(said) == len(reading.tokens) or (not rest and not said.isdisjoint(content) and not reading.of("question") and "?" not in reading.text)
        talk = [mention for mention in smalltalk if mention.pattern.value != "acknowledgement" or alone]
        if talk and (leaves := takes_leave(reading, talk, {m.pattern.value: self._base.evidence[m.pattern.value].kind for m in reading.of("record")})):
            return leaves
        return "" if not talk or self._says_more(reading, talk, said, rest) else _first_said(talk)

    @staticmethod
    def language(reading: Reading) -> Language | None:
        """The language of the longest phrase, if it is a phrase of one language alone: «good» is a Russian year too, «good morning» is English."""
        talk = [m for m in _mentions(reading) if m.weight == 1]
        longest = max((len(m.span) for m in talk), default=0)
        languages = {m.pattern.language for m in talk if len(m.span) == longest}
        return languages.pop() if longest > 1 and len(languages) == 1 else None

    def _says_more(self, reading: Reading, talk: list[Mention], said: set[int], rest: list[int]) -> bool:
        """Whether a message asks something besides its small talk; `rest` are the words that this leaves."""
        phrases = [m.span for m in talk if len(m.span) > 1]
        if any(not any(m.span <= span for span in phrases) for m in reading.of("record")):
            return True
        surely = any(len(m.span) > 1 and m.weight == 1 for m in talk)
        if not surely and any(m.span.isdisjoint(said) for m in reading.of("beyond")):
            # «What will the weather be like tomorrow» takes no leave.
            return True
        if not surely and rest and (reading.of("question") or reading.of("operation")):
            # «What's … about» asks about something, whatever word of it is also a greeting.
            return True
        if len(rest) > len(said) or _has_kind_or_cue(reading, talk, said, rest):
            return True
        # «Is he a real person?» is not asked of the bot.
        return any(m.pattern.value == "who_are_you" for m in talk) and self._follow_ups.references.of_somebody(reading)


def _is_spoken_of(reading: Reading, i: int) -> bool:
    """Whether a word stands with «about» and is not only a word for film."""
    about: dict[str, list[str]] = words()["about"]
    said = reading.typed
    return said[i] not in about["cinema"] and bool({*said[max(i - 1, 0) : i]} & {*about["after"]} or {*said[i + 1 : i + 2]} & {*about["before"]})


def _mentions(reading: Reading) -> list[Mention]:
    """The words and phrases that can be small talk."""
    longer = [m.span for what in ("beyond", "cue", "foreign") for m in reading.of(what) if len(m.span) > 1]
    # «Мастер-класс» is no praise.
    smalltalk = [m for m in reading.of("smalltalk") if m.pattern.value not in GUARDED and not any(m.span < span for span in longer)]
    # The keys of «bye» and «be» are one.
    little = {i for m in reading.of("function") for i in m.span if len(m.span) == 1 and reading.tokens[i].text.lower() == reading.tokens[i].key}
    return [m for m in smalltalk if len(m.span) > 1 or not m.span <= little or len(reading.tokens) == 1]


def _has_kind_or_cue(reading: Reading, talk: list[Mention], said: set[int], rest: list[int]) -> bool:
    """Whether a word for a kind, or one that surely asks for something, makes it a question; not every word that can be a form of such."""
    # Who takes leave asks for nothing: «bye, see you at the festival».
    goes = any(m.pattern.value == "goodbye" for m in talk) and not reading.of("question") and not reading.yes_no
    kind_or_cue = (
        m
        for m in reading.mentions
        if (m.pattern.what == "kind" and not goes) or (m.pattern.what == "cue" and m.weight == 1 and not m.span & said and (rest or m.pattern.value != "what"))
    )
    return any(not m.span <= said for m in kind_or_cue)


def _first_said(talk: list[Mention]) -> str:
    """«Hello, what can you do?» asks what the bot can do; of equals the first said counts."""
    order = ("what_can_you_do", "who_are_you")
    longest = max(
        talk, key=lambda m: (m.weight == 1, order.index(m.pattern.value) if m.pattern.value in order and len(m.span) > 1 else -1, len(m.span), -min(m.span))
    )
    return longest.pattern.value
