"""How the terms of a message are made out of its reading: the steps, in their order."""

from __future__ import annotations

from collections.abc import Callable

from kb.understand.ask.steps import cues, everyday, festivals, home, mentions, names, numbers, series, shown, times, weighing
from kb.understand.ask.terms import Terms

# The order matters: a step sees what those before it made of the terms, and also what they worked out and what is kept until the names change:
# `pass_over_genres` may look where kinds are said just before `take_film_days` takes «film» from them.
_STEPS: tuple[Callable[[Terms], None], ...] = (
    home.find_records_abroad,
    names.find_appositions,
    mentions.take_mentions,
    names.take_mistyped_names,
    names.leave_longer_names,
    names.take_whom_an_occupation_tells,
    cues.ask_for_the_story_of_whom,
    home.ask_for_the_post_abroad,
    numbers.read_roman_numbers,
    numbers.read_numbers_with_endings,
    numbers.take_the_earliest_for_the_first,
    festivals.take_country_for_its_festival,
    festivals.take_prize_of_that_edition,
    home.drop_ministry,
    home.leave_out_own_country,
    festivals.take_one_for_a_festival,
    times.ask_how_long,
    cues.ask_what_it_is_about,
    festivals.step_from_a_city,
    times.take_place_as_told,
    times.ask_where_or_when,
    times.ask_where_it_was_signed,
    cues.ask_for_the_post_at_that_time,
    times.ask_since_when,
    times.ask_how_old_a_thing_is,
    times.pass_over_dates,
    festivals.take_opening_of_nothing_else,
    festivals.take_country_of_a_festival,
    times.ask_for_no_birth,
    times.ask_for_days_of_one_festival,
    times.tell_when_with_the_prize,
    festivals.ask_when_the_festival_began,
    cues.pass_over_existence,
    cues.list_titles,
    everyday.take_fame_for_what_it_is,
    numbers.find_what_is_counted,
    # From here on the words have their weights, and stems that a step can add to.
    weighing.weigh_words,
    festivals.hear_every_spelling,
    home.take_own_country,
    everyday.take_gatherings_for_meetings,
    everyday.take_film_bodies,
    everyday.take_countries_of_a_jury,
    cues.count_the_countries_of_a_film,
    cues.take_making_for_earning,
    cues.tell_about_it,
    cues.pass_over_genres,
    shown.take_film_days,
    shown.take_films_for_shown,
    cues.lean,
    cues.narrow,
    shown.take_first_showing_for_premiere,
    names.find_what_the_named_hold,
    series.drop_events,
    festivals.pass_over_next_festival,
    series.turn_to_years,
    festivals.take_edition_of_so_many,
    names.unname_who_is_called_as_the_festival,
)


def collect(terms: Terms) -> None:
    """Make out the terms of a reading."""
    for step in _STEPS:
        step(terms)
