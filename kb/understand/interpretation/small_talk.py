"""Messages that ask nothing of the base: «thanks», «ok», «bye, see you at the festival», «who are you?»."""

from __future__ import annotations

from kb.base import Base
from kb.understand.conversation import GUARDED
from kb.understand.follow_ups import FollowUps
from kb.understand.leave import takes_leave
from kb.understand.reading import Reading


class SmallTalk:
    """Tells which small talk a message is, over one base."""

    def __init__(self, base: Base, follow_ups: FollowUps) -> None:
        self._base = base
        self._follow_ups = follow_ups

    def said(self, reading: Reading, content: list[int]) -> str:
        """The small talk that a message is; none if it says more than that. «Ok» and «yes» are small talk only alone."""
        longer = [m.span for what in ("beyond", "cue", "foreign") for m in reading.of(what) if len(m.span) > 1]
        # «Мастер-класс» is no praise.
        smalltalk = [m for m in reading.of("smalltalk") if m.pattern.value not in GUARDED and not any(m.span < span for span in longer)]
        # The keys of «bye» and «be» are one.
        little = {i for m in reading.of("function") for i in m.span if len(m.span) == 1 and reading.tokens[i].text.lower() == reading.tokens[i].key}
        smalltalk = [m for m in smalltalk if len(m.span) > 1 or not m.span <= little or len(reading.tokens) == 1]
        said = {i for mention in smalltalk for i in mention.span}
        slight = {i for mention in reading.of("slight") for i in mention.span}
        rest = [i for i in content if i not in said | slight]
        if any(m.pattern.value == "who_are_you" for m in smalltalk) and not reading.capitals.isdisjoint(rest):
            # «Is Lyabiba a real person?» asks of somebody else.
            return ""
        # «Just kidding, really» adds nothing, but «ok, and who else?» does.
        alone = len(said) == len(reading.tokens) or (not rest and not said.isdisjoint(content) and not reading.of("question") and "?" not in reading.text)
        talk = [mention for mention in smalltalk if mention.pattern.value != "acknowledgement" or alone]
        phrases = [m.span for m in talk if len(m.span) > 1]
        if talk and (leaves := takes_leave(reading, talk, {m.pattern.value: self._base.evidence[m.pattern.value].kind for m in reading.of("record")})):
            return leaves
        if not talk or any(not any(m.span <= span for span in phrases) for m in reading.of("record")):
            return ""
        if any(m.span.isdisjoint(said) for m in reading.of("beyond")) and not any(len(m.span) > 1 and m.weight == 1 for m in talk):
            # «What will the weather be like tomorrow» takes no leave.
            return ""
        if rest and (reading.of("question") or reading.of("operation")) and not any(len(m.span) > 1 and m.weight == 1 for m in talk):
            # «What's … about» asks about something, whatever word of it is also a greeting.
            return ""
        # Who takes leave asks for nothing: «bye, see you at the festival».
        goes = any(m.pattern.value == "goodbye" for m in talk) and not reading.of("question") and not reading.yes_no
        # A word for a kind, or one that surely asks for something, makes it a question; not every word that can be a form of such.
        kind_or_cue = (
            m
            for m in reading.mentions
            if (m.pattern.what == "kind" and not goes)
            or (m.pattern.what == "cue" and m.weight == 1 and not m.span & said and (rest or m.pattern.value != "what"))
        )
        if len(rest) > len(said) or any(not m.span <= said for m in kind_or_cue):
            return ""
        if any(m.pattern.value == "who_are_you" for m in talk) and self._follow_ups.references.of_somebody(reading):
            # «Is he a real person?» is not asked of the bot.
            return ""
        # «Hello, what can you do?» asks what the bot can do; of equals the first said counts.
        order = ("what_can_you_do", "who_are_you")
        longest = max(
            talk, key=lambda m: (m.weight == 1, order.index(m.pattern.value) if m.pattern.value in order and len(m.span) > 1 else -1, len(m.span), -min(m.span))
        )
        return longest.pattern.value
