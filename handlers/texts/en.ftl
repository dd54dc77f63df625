# The chat's own sentences. kb/texts/ holds those of answers.
welcome = <b>I am Tyrna</b>, the bot of film and cultural cooperation of Kazakhstan. Ask me in Kazakh, Russian or English, in your own words: about films, memorandums, people and the Korkyt Ata festival.
    I answer only from my base, with the source, and say so when I do not know.
examples = For example:
help = <b>How to ask</b>
    Write a question as you would ask a person. Typing errors, Latin letters and a wrong keyboard layout are fine.
    • “And who wrote it?” works after a question: I remember the last one for 30 minutes.
    • The buttons under an answer ask further; ҚАЗ · РУС · ENG show the same answer in another language.
    • Correct your message, and I correct my answer.

    /films, /agreements, /people, /festival, /countries – look around
    /subscribe – the festival's announcements
    /language – choose the language
    /about – how far my knowledge goes
example-1 = Who directed Qaitadan?
example-2 = What does the memorandum with Iran cover?
example-3 = When was the Korkyt Ata festival held in 2025?
choose-language = Which language shall I speak?
language-chosen = I will speak English with you. A question in another language gets its answer in that language.
about = <b>About my base</b>
    { $records } records and { $facts } facts: { $films } films, { $agreements } agreements, { $people } people and more, from { $sources } sources. The newest source is of { $newest }.
    My main sources: { $publishers }.
    What lies beyond them I do not know, and I say so.
answer-again = I am not sure any more what this button asked for. Please ask in words.
failed = Something went wrong on my side. Please ask again. The operator finds it under the code { $code }.
only-text = I read only text, but I know a lot about it: write, for example, “Who directed Qaitadan?”, or open /films and /festival.
flip-kk = ҚАЗ
flip-ru = РУС
flip-en = ENG
command-start = begin again
command-help = how to ask
command-language = choose the language
command-about = how far my knowledge goes
terminal-greeting = Tyrna in the terminal. Ask a question; a number presses a button; Ctrl+D leaves.
terminal-no-input = There is no terminal and no token. Set TYRNA_TELEGRAM__TOKEN to run in Telegram, run “make run” in a terminal to chat, or “python bot.py ask "…"” for one answer.
terminal-no-button = There is no button { $number } here.
terminal-goodbye = Goodbye!
privacy = <b>What I keep</b>
    { $kept }
    Apart from that I keep no names and no texts of messages. /my_data shows what I hold of you, /forget_me deletes it.
kept-people = Your numeric id and your language, until you delete them.
kept-conversations = Your last question in its short form, to understand “and who wrote it?”: used for 30 minutes.
kept-answers = Which of my messages answers which of yours, so that a corrected question corrects its answer: 30 days.
kept-chats = Whether you get the festival's announcements: until you delete it.
kept-queries = Questions too long for a button, under a short code and without the person: 30 days.
kept-inbox = What you have written and I have not answered yet, until I have; then for a while only its serial number, without you.
my-data = <b>What I hold of you</b>
    Your id in Telegram: { $id }
    { $kept }
    The figure is the number of entries. /forget_me deletes them all.
forget-me = Shall I delete all that I hold of you: your language, your last question, the links between questions and answers, and your subscription?
forget-yes = Yes, delete
forget-no = No, keep
forgotten = Done: I hold nothing of you any more. When you write again, a new entry begins.
not-forgotten = I have deleted nothing.
not-your-button = This button is for the person who asked.
unknown-command = I do not know this command. /help tells what I can do; a question in your own words works too.
command-privacy = what is kept of you
command-my-data = show my data
command-forget-me = delete my data
welcome-after-link = Ask me anything else about films, memorandums, people and the Korkyt Ata festival, in Kazakh, Russian or English. Which language shall I speak?
subscribe = 🔔 Get the festival's announcements
unsubscribe = 🔕 Stop the announcements
subscribed = You will get the festival's announcements here. /unsubscribe stops them at any time.
unsubscribed = You will get no more announcements. Questions are answered as before, and /subscribe brings the announcements back.
already-subscribed = You already get the announcements.
already-unsubscribed = You get no announcements as it is.
contact = Whom to ask: { $contact }
browse-films = <b>Films</b>: { $count } in my base. Tap one.
browse-agreements = <b>Agreements and events</b>: { $count } in my base, the newest first.
browse-people = <b>People</b>: { $count } in my base.
browse-festival = <b>Festivals</b>: the Korkyt Ata festival, its editions and awards, { $count } entries.
browse-countries = <b>Countries</b>: { $count } in my base, with their films and agreements.
whole-card = 📇 All about it
card-sources = 📚 Sources: { $count }
back-to-card = ‹ Back
back-to-list = ☰ To the list
command-films = films
command-agreements = agreements and memorandums
command-people = people
command-festival = the festival, its editions and awards
command-countries = countries and what links them
command-subscribe = get announcements
command-unsubscribe = stop announcements
bot-name = Tyrna · Kazakhstan film guide
bot-description = I answer questions about Kazakhstan's film and cultural cooperation: films, memorandums, people and the Korkyt Ata festival. Ask in Kazakh, Russian or English, in your own words; typing errors do no harm.
    Every answer has its source. What I do not know, I say so.
bot-short-description = Answers with sources about Kazakhstan's films, agreements and the Korkyt Ata festival: ҚАЗ · РУС · ENG
too-many = You write faster than I can answer. I have left out some of your messages; please ask again after my answers.
muted = That was too much at once. I will not read your messages for { $minutes } minutes; after that, please ask again.
# Groups and inline.
kept-memberships = The groups and channels that I am in: what I may do there, their language and whether I keep quiet; no people. As long as I am in them, and after.
kept-inline_choices = How often an answer was posted through “@bot …” on a day, without the person and the chat: 90 days.
kept-unparsed = What was typed after “@bot” and I did not understand, without the person, so that “Ask in private” opens with it: 15 minutes.
kind-film = Film
kind-agreement = Agreement
kind-person = Person
kind-organisation = Organisation
kind-place = Place
kind-country = Country
kind-festival = Festival
kind-edition = Edition of the festival
kind-award = Award
kind-event = Event
inline-record = { $kind } · { $summary }
inline-nothing = Nothing found in my base
inline-nothing-hint = Try a film, a person or a country, or ask me in private.
inline-nothing-card = My base has nothing on that. I know about Kazakhstan's film and cultural cooperation: films, agreements, people and the Korkyt Ata festival. Ask me in your own words.
open-in-private = ↗ Open in private
ask-in-private = ↗ Ask in private
