# The chat's own sentences. kb/texts/ holds those of answers.
welcome = <b>I am Tyrna</b>, a bot that knows about Kazakhstan's film and cultural cooperation. Ask me in Kazakh, Russian or English, in your own words: about films, memorandums, people and the Korkyt Ata festival.
    I answer only from my database, with the source, and I say so when I do not know.
examples = For example:
help = <b>How to ask</b>
    Write your question as you would put it to a person. Typos, Latin letters and a wrong keyboard layout are fine.
    • After an answer you can go on with “And who wrote it?”: I remember your last question for 30 minutes.
    • The buttons under an answer take you further; ҚАЗ · РУС · ENG show the same answer in another language.
    • Edit your message, and I will correct my answer.

    /films, /agreements, /people, /festival, /countries – look around
    /subscribe – the festival's announcements
    /language – choose the language
    /about – how far my knowledge goes
example-1 = Who directed Qaitadan?
example-2 = What does the memorandum with Iran cover?
example-3 = When was the Korkyt Ata festival held in 2025?
choose-language = Which language shall I speak?
language-chosen = I will speak English with you. If you ask in another language, I will answer in that one.
about = <b>About my database</b>
    { $records } records and { $facts } facts: { $films } films, { $agreements } agreements, { $people } people and more, from { $sources } sources. The newest source is dated { $newest }.
    My main sources: { $publishers }.
    Beyond them I know nothing, and I say so.
answer-again = I no longer remember what this button asked for. Please ask in words.
failed = Something went wrong on my side. Please ask again. The operator can find the error by the code { $code }.
only-text = I can read only text, but I know a good deal: write, for example, “Who directed Qaitadan?”, or open /films or /festival.
flip-kk = ҚАЗ
flip-ru = РУС
flip-en = ENG
command-start = start again
command-help = how to ask
command-language = choose the language
command-about = how far my knowledge goes
terminal-greeting = This is Tyrna in the terminal. Type a question; type a number to press a button; press Ctrl+D to leave.
terminal-no-input = There is no terminal and no token. Set TYRNA_TELEGRAM__TOKEN to run in Telegram, run “make run” in a terminal to chat, or “python bot.py ask "…"” for one answer.
terminal-no-button = There is no button { $number } here.
terminal-goodbye = Goodbye!
privacy = <b>What I keep</b>
    { $kept }
    Apart from that I keep no names and no message texts. /my_data shows what I hold about you, /forget_me deletes it.
kept-people = Your numeric id and your language, until you delete them.
kept-conversations = Your last question in short form, so that I understand “And who wrote it?”: used for 30 minutes.
kept-answers = Which of my messages answers which of yours, so that I can correct an answer when you edit the question: 30 days.
kept-chats = Whether you get the festival's announcements, and the day on which you last wrote: until you delete it.
kept-queries = Questions too long for a button, under a short code and without saying who asked: 30 days.
kept-inbox = A message that I have not answered yet, until I answer it; after that, for a while, only its serial number, with nothing about you.
my-data = <b>What I hold about you</b>
    Your id in Telegram: { $id }
    { $kept }
    The figure at the end of a line tells how many entries there are. /forget_me deletes them all.
forget-me = Shall I delete everything I hold about you: your language, your last question, the links between questions and answers, and your subscription?
forget-yes = Yes, delete
forget-no = No, keep
forgotten = Done: I hold nothing about you any more. If you write again, a new entry begins.
not-forgotten = I have deleted nothing.
not-your-button = This button is for the person who asked.
unknown-command = I do not know this command. /help shows what I can do; a question in your own words works too.
command-privacy = what I keep about you
command-my-data = show my data
command-forget-me = delete my data
welcome-after-link = Ask me anything else about films, memorandums, people and the Korkyt Ata festival, in Kazakh, Russian or English. Which language shall I speak?
subscribe = 🔔 Get the festival's announcements
unsubscribe = 🔕 Stop the announcements
subscribed = You will get the festival's announcements here. /unsubscribe stops them at any time.
unsubscribed = You will get no more announcements. I answer your questions as before, and /subscribe brings the announcements back.
already-subscribed = You already get the announcements.
already-unsubscribed = You are not subscribed to the announcements.
contact = You can ask here: { $contact }
browse-films = <b>Films</b>: { $count } in my database. Tap one.
browse-agreements = <b>Agreements and events</b>: { $count } in my database, newest first.
browse-people = <b>People</b>: { $count } in my database.
browse-festival = <b>Festivals</b>: Korkyt Ata and others, their editions and awards, { $count } entries.
browse-countries = <b>Countries</b>: { $count } in my database, with their films and agreements.
whole-card = 📇 All about it
card-sources = 📚 Sources: { $count }
back-to-card = ‹ Back
back-to-list = ☰ Back to the list
command-films = films
command-agreements = agreements and memorandums
command-people = people
command-festival = the festival, its editions and awards
command-countries = countries, their films and agreements
command-subscribe = get announcements
command-unsubscribe = stop announcements
bot-name = Tyrna · Kazakhstan film guide
bot-description = I answer questions about Kazakhstan's film and cultural cooperation: films, memorandums, people and the Korkyt Ata festival. Ask in Kazakh, Russian or English, in your own words; typos are fine.
    Every answer has its source. If I do not know, I say so.
bot-short-description = Answers with sources about Kazakhstan's films, agreements and the Korkyt Ata festival: ҚАЗ · РУС · ENG
too-many = You are writing faster than I can answer, and I have missed some of your messages. Please ask those again after my answers.
muted = That was too much at once. I will not read your messages for { $minutes } minutes; after that, please ask again.
# Announcements.
kept-announcements = What staff announce, with the numeric id of whoever wrote and sent it.
kept-deliveries = Which announcement you got, as which message: 90 days.
kept-muted_topics = The topics of announcements that you do not want to hear of, until you change it.
kept-pace = How fast announcements may go; nothing of you.
mute-topic = 🔕 Mute: { $topic }
unmute-topic = 🔔 Hear of it again: { $topic }
unsubscribe-short = Unsubscribe
topic-muted = You will hear no more of this topic: { $topic }. /topics lists all of them.
topic-unmuted = You will hear of this topic again: { $topic }.
topics = <b>Topics of the announcements</b>
    Tap one to mute it or to hear of it again.
topic-programme = programme
topic-awards = awards
topic-logistics = transport and venues
topic-press = press
topic-parties = receptions and parties
command-topics = topics of the announcements
# Staff.
kept-staff = Of staff: your role, who gave it to you and when – until it ends or you delete it.
kept-invitations = Of staff: a link that gives a role, without its secret, who made it and who used it: 24 hours.
kept-audit = Of staff: what you did as staff, under your numeric id: 365 days. /forget_me does not delete this.
kept-menus = Of staff: that your menu shows the commands of staff – until your role ends or you delete it.
kept-settings = What staff have set, such as the chat in which they work together: nothing of you.
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
command-ask = ask a question
command-settings = for admins: language, announcements, quiet
group-welcome = Hello! I answer questions about Kazakhstan's films, agreements and the Korkyt Ata festival when I am asked: <code>/ask Who directed Qaitadan?</code>, or as a reply to my message. Otherwise I am silent. Admins: /settings.
group-welcome-remove = ✕ Remove this message
group-help = Ask me with <code>/ask</code> and a question in Kazakh, Russian or English, or by replying to my message; <code>/ask</code> alone, as a reply to somebody's message, answers that one. /films, /agreements, /people, /festival and /countries look around. ✕ removes my answer: for whoever asked, and for admins. /settings is for admins.
group-usage = Write the question after the command: <code>/ask Who directed Qaitadan?</code>
group-unknown = That is not in my base.
group-personal = I tell that only in our private chat.
group-settings = <b>How I behave in this group</b>
    Announcements of the festival: { $announcements ->
        [yes] they come here.
       *[no] they do not come here.
    }
    { $quiet ->
        [yes] Quiet: I answer only commands such as /ask.
       *[no] I answer commands, replies to me and, where Telegram lets me see them, mentions of me.
    }
group-announcements-get = 🔔 Get the announcements
group-announcements-stop = 🔕 Stop the announcements
group-quiet = 🤫 Answer commands only
group-talk = 💬 Answer replies and mentions too
group-subscribed = This group will get the festival's announcements. An admin can stop them: /unsubscribe.
group-unsubscribed = This group will get no more announcements. An admin can bring them back: /subscribe.
only-admins = Only admins of this group can do that.
not-removed = I cannot remove this message any more. An admin can.
group-too-many = That was too much at once for this group. In { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
 } I will answer again.
