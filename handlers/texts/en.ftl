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
    /programme – what is on; /my_reminders – your reminders
    /subscribe, /unsubscribe, /topics – the festival's announcements
    /language – choose the language
    /about – how far my knowledge goes
    /privacy, /my_data, /forget_me – what I keep about you
help-staff = <b>For you as staff</b>
example-1 = Who directed Qaitadan?
example-2 = What does the memorandum with Iran cover?
example-3 = When was the Korkyt Ata festival held in 2025?
choose-language = Which language shall I speak?
language-chosen = I will speak English with you. If you ask in another language, I will answer in that one.
about = <b>About my database</b>
    { $records ->
        [one] { $records } record
       *[other] { $records } records
    } and { $facts ->
        [one] { $facts } fact
       *[other] { $facts } facts
    }: { $films ->
        [one] { $films } film
       *[other] { $films } films
    }, { $agreements ->
        [one] { $agreements } agreement
       *[other] { $agreements } agreements
    }, { $people ->
        [one] { $people } person
       *[other] { $people } people
    } and more, from { $sources ->
        [one] { $sources } source
       *[other] { $sources } sources
    }. The newest source is dated { $newest }.
    My main sources: { $publishers }.
    Beyond them I know nothing, and I say so.
answer-again = I no longer remember what this button asked for. Please ask in words.
failed = Something went wrong on my side. Please ask again. The operator can find the error by the code { $code }.
text-only-here = I may not send files and the like to this group. Open me in private, and you will get it there.
only-text = I can read only text, but I know a good deal: write, for example, “Who directed Qaitadan?”, or open /films or /festival.
flip-kk = ҚАЗ
flip-ru = РУС
flip-en = ENG
command-start = start again
command-help = how to ask
command-language = choose the language
command-about = how far my knowledge goes
terminal-greeting = This is Tyrna in the terminal. Type a question; type a number to press a button, @ and a path to send a file; press Ctrl+D to leave.
terminal-no-input = There is no terminal and no token. Set TYRNA_TELEGRAM__TOKEN to run in Telegram, run “make run” in a terminal to chat, or “python bot.py ask "…"” for one answer.
terminal-no-button = There is no button { $number } here.
terminal-no-file = There is no file { $path }. “@” and the path of a file send that file.
terminal-goodbye = Goodbye!
privacy = <b>What I keep</b>
privacy-more = { $copies ->
        [nightly] A copy of all this is made every night, in case something breaks, and deleted when there are seven newer ones.
       *[elsewhere] In case something breaks, those who run me copy all this with the tools of their database; how long they keep the copies, they decide.
    }
    Apart from that I keep no names and no message texts. /my_data shows what I hold about you, /forget_me deletes it.
kept-people = Your numeric id and your language, until you delete them.
kept-conversations = Your last question in short form, so that I understand “And who wrote it?”: used for 30 minutes.
kept-answers = Which of my messages answers which of yours, so that I can correct an answer when you edit the question: 30 days.
kept-chats = Whether you get the festival's announcements, and the day on which you last wrote: until you delete it.
kept-queries = Questions too long for a button, under a short code and without saying who asked: 30 days.
kept-inbox = A message that I have not answered yet, until I answer it; after that, for a while, only its serial number, with nothing about you.
privacy-of-you = About you
privacy-of-nobody = About no single person
privacy-of-staff = About staff
my-data = <b>What I hold about you</b>
    Your id in Telegram: { $id }
my-data-more = The figure before a line tells how many entries there are; of the rest in /privacy there are none. /forget_me deletes them, but for what you did as staff.
my-data-file = Every entry, as it is stored (JSON).
forget-me = Shall I delete everything I hold about you: your language, your last question, the links between questions and answers, and your subscription?
forget-yes = Yes, delete
forget-no = No, keep
forgotten = Done: I hold nothing about you any more.
forgotten-guest = Done: what I held about you as a guest is deleted.
forgotten-copies = { $copies ->
        [nightly] In the nightly copies your data stays until newer ones take their place, which is seven nights.
       *[elsewhere] In the copies that those who run me make, your data stays until they are replaced.
    } If you write again, a new entry begins.
forgotten-staff = What you did as staff stays, under your numeric id: the log of actions, also with what others did to your role, for 365 days, announcements with whoever wrote, edited, approved and sent them, the roles that you gave for as long as they last, and your changes of the database. Nobody who works on the bot can clear their own traces.
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
browse-festival = <b>Festivals</b>: Korkyt Ata and others, their editions and awards, { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}.
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
kept-announcements = What staff announce, with the numeric ids of those who wrote, edited, approved and sent it, and where its card stands.
kept-deliveries = Which announcement you got, as which message: 90 days.
kept-muted_topics = The topics of announcements that you do not want to hear of, until you change it.
kept-pace = How fast announcements may go out; nothing about you.
mute-topic = 🔕 Mute: { $topic }
unmute-topic = 🔔 Unmute: { $topic }
unsubscribe-short = Unsubscribe
topic-muted = You will hear no more of this topic: { $topic }. /topics lists all of them.
topic-unmuted = You will hear of this topic again: { $topic }.
topics = <b>Topics of the announcements</b>
    Tap one to mute or unmute it.
topic-programme = programme
topic-awards = awards
topic-logistics = transport and venues
topic-press = press
topic-parties = receptions and parties
command-topics = topics of the announcements
# Staff.
kept-staff = Your role, who gave it to you and when – until it ends or you delete it; the roles that you gave, under your numeric id – until they end.
kept-invitations = A link that gives a role, without its secret, who made it and who used it: 24 hours.
kept-audit = What you did as staff and what others did to your role, under your numeric id: 365 days. /forget_me does not delete this.
kept-menus = That your menu shows the commands of staff – until your role ends or you delete it.
kept-settings = What staff have set, such as the chat in which they work together: nothing about you.
command-staff = staff and their roles
command-staff-chat = the chat of the staff
command-audit = what staff did
command-health = how I am
health = <b>How I am</b>
    I started { $since }. Base revision: { $revision }.
    Updates since then: { $updates } handled, { $waiting } waiting, { $dropped } dropped because there were too many.
    Errors with a code since then: { $errors }. The last update: { $last }.
    The state takes { $size } MB. The newest backup: { $backup }.
health-never = none yet
staff-role = { $role ->
        [editor] an editor
       *[announcer] an announcer
    }
staff-owners = <b>Owners</b>, who may do everything; the config names them:
staff-members = <b>Staff</b>, to whom owners gave a role here:
staff-member = { $who }: { $role ->
        [editor] editor
       *[announcer] announcer
    }
staff-nobody = nobody yet
staff-take = ✖ { $name }: { $role ->
        [editor] editor
       *[announcer] announcer
    }
staff-give = ➕ { $role ->
        [editor] Editor
       *[announcer] Announcer
    }
staff-withdraw = 🔗 Close open links: { $count }
staff-withdrawn = All links that nobody had used are closed.
staff-how = <b>Who is to be { staff-role }?</b> { $role ->
        [editor] An editor corrects and adds to what I know.
       *[announcer] An announcer writes the festival's announcements.
    }
    You can send a link, or choose a person in Telegram, who then has the role at once.
staff-by-link = 🔗 One-time link
staff-by-picking = 👤 Choose in Telegram
staff-back = ‹ Back
staff-link = The first person who opens this link within 24 hours and agrees becomes { staff-role }. Send it to that person only:
    { $link }
staff-pick = Tap the button below the message field and choose who is to be { staff-role }.
staff-pick-button = 👤 Choose a person
staff-added = { $who } is { staff-role } now.
staff-already = { $who } has this role already.
staff-not-reached = I could not write to { $who }, who has not opened a chat with me yet. Send them my link: { $link }
staff-no-person = I can give a role to people only. Nothing has changed.
staff-take-ask = Shall { $who } no longer be { staff-role }?
staff-take-yes = Yes, remove the role
staff-taken = { $who } is no longer { staff-role }.
staff-gone = This role has been removed already. Here is the list as it is now.
staff-in-private = I show this in our private chat only.
staff-open-private = Open the private chat
role-given = You are { staff-role } of this bot now. Your commands are in the menu of our private chat. /privacy says what I keep of staff.
role-taken = You are no longer { staff-role } of this bot.
owners-added = { $by } has made { $who } { staff-role }.
owners-removed = { $by } has removed a role: { $who } is no longer { staff-role }.
owners-joined = { $who } has accepted the invitation of { $by } and is { staff-role } now.
owners-left = { $who } has had all personal data deleted with /forget_me, and so is no longer { staff-role }.
invitation = You are invited to be { staff-role } of this bot. { $role ->
        [editor] You could then correct and add to what I know.
       *[announcer] You could then write the festival's announcements.
    }
    I would keep your numeric id with the role, and note for a year what you do as staff. Do you agree?
invitation-accept = Yes, I agree
invitation-decline = No
invitation-declined = All right, nothing has changed. The link works for 24 hours from when it was made, should you change your mind.
invitation-closed = This link no longer works: it has been used or closed, or it is older than 24 hours. Please ask for a new one.
invitation-needless = You may do this already. Nothing has changed.
staff-chat-set = This is the staff chat now: approvals, reports and errors arrive here. Everybody in it can read them; the buttons work only for those who have the right.
staff-chat-unset = This is no longer the staff chat. What it got goes to each owner again.
staff-chat-none = There is no staff chat: approvals, reports and errors go to each owner. Choose a group, or write /staff_chat in it under your own name, not as an anonymous administrator.
staff-chat-is = The staff chat is { $chat }: approvals, reports and errors arrive there.
staff-chat-choose = 👥 Choose a group
staff-chat-off = ✖ No staff chat
staff-chat-lost = I cannot write to the staff chat, so you get what belongs there. Add me to the group again, or choose another one: /staff_chat
staff-chat-now = { $by } has made the group { $chat } the staff chat.
staff-chat-no-more = { $by } has decided that there is no staff chat any more. What it got goes to each owner.
audit = <b>What staff did</b>, the newest first ({ $zone })
audit-empty = Staff have done nothing yet that is noted here.
audited-editor-invited = made a link that gives the role of editor
audited-announcer-invited = made a link that gives the role of announcer
audited-links-withdrawn = closed the open links
audited-editor-joined = became an editor, invited by { $subject }
audited-announcer-joined = became an announcer, invited by { $subject }
audited-editor-added = gave the role of editor to { $subject }
audited-announcer-added = gave the role of announcer to { $subject }
audited-editor-removed = took the role of editor from { $subject }
audited-announcer-removed = took the role of announcer from { $subject }
audited-editor-left = gave up the role of editor
audited-announcer-left = gave up the role of announcer
audited-staff-chat-set = made { $subject } the staff chat
audited-staff-chat-unset = ended the staff chat { $subject }
errors = <b>Errors: { $count }</b>. The log has each under its code:
errors-next = I will report the next ones together, in { $minutes } minutes at the earliest.
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
inline-nothing = Nothing found in my database
inline-nothing-hint = Try a film, a person or a country, or ask me in private.
inline-nothing-card = My database has nothing on that. I know about Kazakhstan's film and cultural cooperation: films, agreements, people and the Korkyt Ata festival. Ask me in your own words.
open-in-private = ↗ Open in private
ask-in-private = ↗ Ask in private
command-ask = ask a question
command-settings = for admins: language, announcements, quiet
group-welcome = Hello! I answer questions about Kazakhstan's films, agreements and the Korkyt Ata festival when I am asked: <code>/ask Who directed Qaitadan?</code>, or as a reply to my message. Otherwise I am silent. Admins: /settings.
group-welcome-remove = ✕ Remove this message
group-help = Ask me with <code>/ask</code> and a question in Kazakh, Russian or English, or by replying to my message; <code>/ask</code> alone, as a reply to somebody's message, answers that one. /films, /agreements, /people, /festival and /countries show what I know. Whoever asked, and admins, can remove my answer with ✕. /settings is for admins.
group-usage = Write the question after the command: <code>/ask Who directed Qaitadan?</code>
group-unknown = That is not in my database.
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
# Composing announcements.
kept-composing = What you are composing, and whether your next message belongs to it – until it is sent or you delete it.
command-announce = write an announcement
command-announcements = all announcements
announce-state = { $state ->
        [draft] draft
        [review] read, not sent yet
        [scheduled] scheduled
        [countdown] about to be sent
        [sending] { $action ->
            [edit] being corrected
            [delete] being recalled
           *[send] being sent
        }
        [paused] paused
        [cancelled] cancelled
        [expired] expired
       *[done] { $action ->
            [edit] corrected
            [delete] recalled
           *[send] sent
        }
    }
announce-title = <b>Announcement { $id }</b>: { announce-state }
announce-prompt = { $awaits ->
        [text] <i>Write the text: I recognise its language. All three fit into one message, each below a line kk:, ru: or en:. A photo, video or document works too.</i>
        [text-kk] <i>Write the Kazakh text. It replaces the one there is.</i>
        [text-ru] <i>Write the Russian text. It replaces the one there is.</i>
        [text-en] <i>Write the English text. It replaces the one there is.</i>
        [links] <i>Write a line for each button: what stands on it and its address, such as “Tickets https://example.org”. For three languages: “Билет / Билеты / Tickets https://example.org”.</i>
        [due] <i>When should it go out? Choose, or write a time: “tomorrow 09:30”, “5.10 18:00”, “Friday 12:00”.</i>
        [expires] <i>Until when is it worth sending? Whoever has not got it by then does not get it. Choose, or write a time: “18:40”, “tomorrow 12:00”.</i>
        [whom] <i>Who should get it? Staff always get it first.</i>
        [topic] <i>What is it about? People can mute a topic.</i>
       *[none] <i>All three texts are here. Look at the preview, then send.</i>
    }
announce-now-is = It is now { $at }.
announce-missing = <i>no text; these people get the { $instead ->
        [kk] Kazakh
        [ru] Russian
       *[en] English
    } one</i>
announce-no-text = <i>no text yet</i>
announce-media = 📎 With a { $type ->
        [photo] photo
        [video] video
       *[document] document
    }; the texts are its captions.
announce-reached = { $people ->
        [one] { $people } person
       *[other] { $people } people
    }{ $groups ->
        [0] {""}
        [one] , { $groups } group
       *[other] , { $groups } groups
    }{ $channels ->
        [0] {""}
        [one] , { $channels } channel
       *[other] , { $channels } channels
    }
announce-whom = 👥 For { announce-reached }
announce-whom-staff = 👥 For staff only
announce-topic = 🏷 Topic: { $topic }
announce-when = 🕘 { $at } ({ $zone })
announce-when-now = 🕘 At once
announce-expires = ⌛ Not after { $at }
announce-sound = { $sound ->
        [silent] 🔕 Without sound
        [sound] 🔔 With sound
       *[auto] 🔔 With sound, but silent in the quiet hours ({ $hours })
    }
announce-is-urgent = ❗ Urgent: it also reaches those who wrote in the last 14 days and have not unsubscribed.
announce-links = 🔗 Buttons: { $number }
announce-no-media = 📎 Without the file
announce-choose-whom = 👥 For whom
announce-choose-topic = 🏷 Topic
announce-choose-when = 🕘 When
announce-choose-expiry = ⌛ Not after
announce-choose-sound = { $sound ->
        [silent] 🔕 Silent
        [sound] 🔔 With sound
       *[auto] 🔔 Quiet at night
    }
announce-preview-links = { $on ->
        [0] ☐ Link preview
       *[1] ☑ Link preview
    }
announce-choose-unknown = { $policy ->
        [resend] If unsure whether it arrived: again
        [skip] If unsure whether it arrived: leave it
       *[ask] If unsure whether it arrived: ask me
    }
announce-choose-urgent = { $on ->
        [0] ☐ Urgent
       *[1] ☑ Urgent
    }
announce-preview = 👁 Preview
announce-delete = 🗑 Discard
announce-back = ‹ Back
announce-everyone = Everyone
announce-staff = Staff only
announce-private = Private chats
announce-groups = Groups
announce-channels = Channels
announce-no-topic = No topic
announce-in = { $minutes ->
        [30] In 30 minutes
        [60] In an hour
        [180] In 3 hours
       *[720] In 12 hours
    }
announce-tomorrow = Tomorrow 09:30
announce-never = No end
announce-no-links = ✖ No buttons
announce-no-text-in = ✖ Without this text
announce-gone = This announcement no longer exists.
announce-changed = This has changed meanwhile. Here is how it stands now.
announce-in-private = I write announcements with you in our private chat only.
announce-none = There are no announcements yet. /announce begins one.
announce-list = <b>Announcements</b>: { $number }, the newest first. Tap one.
announce-urgent-owner = Only an owner can make an announcement urgent or send an urgent one.
announce-no-choice = This cannot be chosen: somebody has to get the announcement.
announce-draft-over = What you were composing is no longer a draft. /announcements shows how it stands.
announce-too-long = This text is too long: it has { $length } characters, and Telegram takes at most { $limit }.
announce-no-time = I cannot read this as a time in the future. Write, for example, “tomorrow 09:30”, “5.10 18:00” or “18:40”.
announce-no-link = I cannot make a button of this: { $line }. A line has what stands on the button and an address that begins with https://; there are 8 buttons at most.
announce-which-language = Which language is this text in? If there is one already, this replaces it.
announce-not-a-text = It is not for the announcement
announce-language-noted = Noted.
announce-duration = { $minutes ->
        [0] {""}
       *[other] { $minutes } min{" "}
    }{ $seconds } s
announce-takes = In all { announce-reached }, about { $duration }
announce-reaches-more = ❗ These numbers include people who never subscribed but wrote in the last 14 days.
announce-differs = { $kind ->
        [number] The numbers differ between the languages
        [date] The months differ between the languages
       *[link] The links differ between the languages
    } – { $found }
announce-long = { $code }: { $length } characters are a lot for a phone.
announce-alike = Announcement { $id } from the last 24 hours says almost the same.
announce-edit = ✏️ Edit
announce-read = 👁 Read it
announce-send = 📣 Send
announce-schedule = 📣 Schedule
announce-ask-approval = 👥 Ask for approval
announce-approve = ✅ Approve
announce-approved = ✅ Approved by { $who }
announce-needs-approval = 👥 Somebody other than { $who } has to read and approve it.
announce-asks-approval = { $who } asks you to read and approve announcement { $id }.
announce-asked = { $number ->
        [0] Nobody could be asked: there is nobody else who may announce.
       *[other] I have asked for approval, and you will hear of it.
    }
announce-not-own = Somebody else has to approve what you wrote.
announce-approved-now = { $who } has approved announcement { $id }. You can send it now.
announce-open = Open
announce-empty = There is nothing to send yet: write a text, or send a photo, video or document.
announce-open-private = I cannot write to you yet. Open our private chat, press Start, and try again.
announce-refused = Telegram does not take this message: { $reason }
announce-not-approved = This version is not approved yet.
announce-too-late = It would go out after the time that you set as its end. Change one of the two.
announce-sent-already = It is under way already: { $who } pressed Send first.
announce-is-scheduled = { $who } has scheduled it. It goes out on { $at }.
announce-counts-down = { $who } has pressed Send. { $seconds ->
        [0] It goes out now.
        [one] It goes out in { $seconds } second.
       *[other] It goes out in { $seconds } seconds.
    }
announce-undo = ↩️ Undo
announce-undo-late = It is too late to undo. You can still stop it.
announce-done-of = { $done } of { $total }
announce-paused = { $why ->
        [failures] ⏸ I have paused it: too many messages failed. Look at the log, then resume.
       *[staff] ⏸ Paused.
    }
announce-pause = ⏸ Pause
announce-resume = ▶️ Resume
announce-cancel = ✖ Cancel
announce-stop = ⏹ Stop
announce-stop-late = { $state ->
        [cancelled] It is stopped already.
       *[other] It is not being sent any more. /announcements offers to correct or recall it.
    }
announce-stopped-by = { $who } has stopped announcement { $id }.
announce-staff-first = Staff have it. { $seconds ->
        [one] Everyone else gets it in { $seconds } second.
       *[other] Everyone else gets it in { $seconds } seconds.
    }
announce-pace = { $rate } a second, { $left } left
announce-over = Announcement { $id } is { announce-state }.
announce-sent-by = By { $who }
announce-took = It took { $duration }.
announce-ended = { $state ->
        [sent] { $action ->
            [edit] ✅ Corrected: { $number }
            [delete] ✅ Deleted: { $number }
           *[send] ✅ Sent: { $number }
        }
        [blocked] 🚫 Blocked the bot: { $number }
        [failed] ⚠️ Failed: { $number }
        [unknown] ❓ Uncertain: { $number }
       *[skipped] ⏭ Left out: { $number }
    }
announce-reason = { $reason ->
        [muted] topic muted
        [unsubscribed] unsubscribed meanwhile
        [blocked] blocked the bot meanwhile
        [cancelled] cancelled before their turn
        [expired] too late
        [network] no connection
        [migrated] the group became a supergroup
       *[crash] the bot was interrupted while sending
    }
announce-in-doubt = { $number ->
        [one] <b>{ $number } person may or may not have got it.</b>
       *[other] <b>{ $number } people may or may not have got it.</b>
    } Send it again to them, at the risk that some get it twice?
announce-again = 🔁 Send again
announce-leave = Leave it
announce-settled = This has been decided already.
announce-fix = ✏️ Correct
announce-recall = 🗑 Recall
announce-use-again = ♻️ Use again
announce-csv = 📄 CSV
announce-all = ☰ All announcements
announce-recall-ask = { $number ->
        [one] Shall I delete it in { $number } chat?
       *[other] Shall I delete it in { $number } chats?
    }{ $kept ->
        [0] {""}
       *[other] {" "}Where it is older than 48 hours, Telegram no longer lets me: { $kept }.
    }
announce-recall-yes = 🗑 Delete everywhere
announce-fix-text-only = Only the texts can be corrected: write one, without a file.
announce-fix-which = I do not recognise the language. Begin with a line kk:, ru: or en:.
announce-fix-how = <i>Write the corrected text: I recognise its language. You see it first, then I correct it everywhere.</i>
announce-fix-ready = { $number ->
        [one] This is how it looks, corrected. Shall I correct it in { $number } chat?
       *[other] This is how it looks, corrected. Shall I correct it in { $number } chats?
    }
announce-fix-send = ✏️ Correct everywhere
announce-fix-asks = { $who } asks you to read a correction of announcement { $id } and to send it.
announce-late = Announcement { $id } was due on { $at }, when I was not running. I am sending it now; staff get it first and can stop it.
announce-paused-itself = I have paused announcement { $id }: too many messages failed. Nobody gets it until somebody resumes it.
announce-expired-unsent = Announcement { $id } was not sent: its time had passed before it could go out.
announce-expired-midway = Announcement { $id } has reached its end. Whoever had not got it by then does not get it.
announce-doubtful = I was interrupted while sending announcement { $id }. For a few people it is uncertain whether they got it; its report shows how many.
audited-announcement-composed = began announcement { $subject }
audited-announcement-deleted = discarded announcement { $subject }
audited-announcement-approved = approved announcement { $subject }
audited-announcement-sent = sent announcement { $subject }
audited-announcement-undone = took back announcement { $subject }
audited-announcement-paused = paused announcement { $subject }
audited-announcement-resumed = resumed announcement { $subject }
audited-announcement-cancelled = cancelled announcement { $subject }
audited-announcement-recalled = recalled announcement { $subject }
audited-announcement-fixed = corrected announcement { $subject }
audited-announcement-settled = decided on the uncertain messages of announcement { $subject }
# Programme.
kept-venues = The venues of the programme; nothing of you.
kept-screenings = The programme of the festival; nothing of you.
kept-reminders = The reminders that you set in the programme, in which language, and whether you got them: until you take them away, at most 30 days after the screening.
command-programme = what is on, by day and by venue
command-my-reminders = my reminders
command-programme-template = the spreadsheet for the programme
programme-none = No programme is loaded, so I cannot say what is on.
programme-nothing = There is nothing then.
programme-nothing-more = There is nothing more today.
programme-nothing-now = Nothing is on right now.
programme-nothing-next = There is nothing more of that in the programme.
programme-then = <b>What comes next</b>
programme-over = The programme is over.
programme-next-unknown = When the next festival will be held is not known to me yet.
programme-now = <b>On now, { $time }</b>
programme-from = { $last ->
       *[other] from { $time }
    }
programme-until = { $last ->
       *[other] until { $time }
    }
programme-type = { $type ->
        [documentary] documentaries
        [short] short films
        [feature] feature films
       *[event] events
    }
programme-cancelled = cancelled
programme-is-cancelled = ❌ <b>This has been cancelled.</b>
programme-by-venue = 🏛 By venue
programme-by-hour = 🕐 By hour
programme-day-calendar = 📅 The day for my calendar
programme-whole-day = ☀ The whole day
programme-calendar = 📅 For my calendar
programme-calendar-how = Open this file to add it to your calendar. If the programme changes, take a new file: your calendar then moves what it has.
programme-map = 📍 On the map
programme-about-film = 🎬 About the film
programme-back = ‹ The day
programme-open = ☰ The programme
programme-not-in-it = “{ $title }” is not in the programme.
programme-shown = <b>{ $title }</b> is in the programme here:
programme-was-shown = <b>{ $title }</b> is no longer to come. It was in the programme here:
programme-spoken = in { $languages }
programme-subtitled = { $code ->
        [any] with subtitles
       *[other] subtitles: { $languages }
    }
programme-language = Language: { $languages }
programme-subtitles = Subtitles: { $languages }
programme-access = { $access ->
        [free] Admission is free.
        [ticket] You need a ticket.
        [accreditation] For accredited guests.
       *[invitation] By invitation only.
    }
programme-access-short = { $access ->
        [free] free
        [ticket] by ticket
        [accreditation] for accredited guests
        [invitation] by invitation
       *[untold] admission is not told
    }
programme-access-unknown = The programme does not say whether it is free.
programme-tickets-where = Where and how to get tickets or accreditation, the programme does not say.
programme-length-unknown = The programme does not say how long it is.
programme-languages-unknown = The programme tells neither language nor subtitles.
programme-no-address = The programme has no address of this venue.
programme-gone = This is no longer in the programme. /programme shows what is.
programme-inline = Today at the festival: { $day }
programme-inline-hint = { $count ->
        [one] One entry still to come
       *[other] { $count } entries still to come
    }
reminder-is-set = 🔔 I will remind you { $minutes } minutes before it starts.
reminder-minutes = { $minutes } min before
reminder-in-private = I send reminders in our private chat: open it, and set one there.
reminder-too-late = It has begun already, or is cancelled: there is nothing to remind you of.
reminder-which = Which one? Open it and tap 🔔.
reminder-choose = I can remind you 15, 30 or 60 minutes before it starts: tap 🔔.
reminder-sooner = It starts sooner than that.
reminders-none = You have set no reminders. Open a screening in /programme and tap 🔔.
reminders = <b>Your reminders</b>
reminder-open = ☰ Open
reminder-soon = { $minutes ->
        [one] 🔔 “{ $title }” starts in one minute.
       *[other] 🔔 “{ $title }” starts in { $minutes } minutes.
    }
reminder-begun = 🔔 “{ $title }” started at { $time }.
change-moved = ⚠ <b>“{ $title }” has been changed.</b>
    It was: { $at } · { $venue } (“{ $was }”). Now it is:
change-cancelled = ❌ <b>“{ $title }” has been cancelled.</b>
    It was to be: { $at } · { $venue }.
change-restored = ✅ <b>“{ $title }” is on after all.</b>
    It had been cancelled: { $at } · { $venue } (“{ $was }”). Now it is:
programme-faults = { $count ->
        [one] The file cannot be loaded: one thing is wrong.
       *[other] The file cannot be loaded: { $count } things are wrong.
    }
programme-faults-more = … and { $count } more.
programme-fault-row = Row { $row }{ $sheets ->
        [one] {" "}(sheet: { $sheet })
       *[none] {""}
    }
programme-fault = { $where }, column { $column }: { $what ->
        [column] expected { $expected }.
        [empty] it is empty, expected { $expected }.
       *[text] found “{ $found }”, expected { $expected }.
    }
expected-column = one of the template's columns; the nearest is { $near }
expected-kind = screening, event or venue
expected-id = an id of small letters a–z, digits and hyphens, at most 24, such as opening or qaitadan-1
expected-unique = an id that no other row has
expected-name = a name in at least one language
expected-latitude = degrees between -90 and 90, such as 43.6532
expected-longitude = degrees between -180 and 180, such as 51.1975
expected-both = latitude and longitude, or neither
expected-access = free, ticket, accreditation or invitation
expected-yes-or-no = yes or no
expected-film = the id or the title of a film in the base, such as { $near }; a film that is not in the base has names instead
expected-venue = the id or the name of a venue in the file, such as { $near }
expected-any-venue = a venue: give at least one in a row of kind venue
expected-date = a date such as 2026-10-02 or 02.10.2026
expected-time = a time such as 18:30
expected-clock = a time that the clock shows; this one is left out when clocks change
expected-end = an end at most 12 hours after the start
expected-languages = language codes such as kk, ru, en, tr
programme-fault-size = The file is larger than { $limit } MiB. A programme is smaller: is it the right file?
programme-fault-kind = “{ $name }” is of a kind that I cannot read. Send .xlsx, .csv or .yaml; /programme_template gives a spreadsheet.
programme-fault-rows = The file has more than { $limit } rows. A programme has fewer: is it the right file?
programme-fault-broken = I cannot read this file: it is broken, or its name says another kind than it is. Save it anew and send it again.
programme-fault-bomb = I do not unpack this file: it would become far too large. Save it anew and send it again.
programme-fault-encoding = The text of this file is not in UTF-8. Save it as “CSV UTF-8”, or as .xlsx, and send it again.
programme-fault-no-header = Row { $row } has “{ $found }” in a column without a name. The first row must name every column.
programme-fault-alias = Line { $row } uses a YAML alias (*…). Write the value out in full.
programme-fault-deep = Line { $row } is nested too deeply. Each entry is a mapping of texts.
programme-fault-yaml = Line { $row } is not valid YAML.
programme-fault-list = The YAML file must be a list: each entry begins with “- kind: …”.
programme-fault-mapping = Line { $row }: an entry must be a mapping such as “kind: screening”, with texts as values.
programme-fault-empty = The file has no rows.
programme-load = <b>Loading this file does the following:</b>
programme-load-nothing = nothing: the programme is the same already
programme-load-added = new: { $count }
programme-load-entry = “{ $title }”, { $at } · { $venue }
programme-load-entry-was = “{ $title }”, { $at } · { $venue } (was: { $was })
programme-load-more = … and { $count } more
programme-load-moved = another time, venue or film: { $count }
programme-load-cancelled = cancelled, or no longer in the file: { $count }
programme-load-other = other changes, of which nobody is told: { $count }
programme-load-venues = venues that are new or changed: { $count }
programme-load-forgotten = over and no longer in the file, so forgotten: { $count }
programme-load-told = people with a reminder who are told at once: { $count }
programme-load-yes = ✅ Load it
programme-load-no = Do not load it
programme-not-loaded = I have loaded nothing.
programme-file-gone = The file is no longer above this message. Please send it again.
programme-loaded = <b>The programme is loaded.</b>
programme-changed-staff = <b>The programme has changed.</b> Those who set a reminder are told. Shall all be told with an announcement?
programme-changed-moved = “{ $title }” has been changed. Now it is: { $at } · { $venue }
programme-changed-cancelled = “{ $title }”, { $at } · { $venue }, has been cancelled.
programme-announce = 📣 Draft an announcement
programme-announced = Changes in the programme
programme-drafted = Announcement { $id } is a draft now: the changes in three languages.
programme-template = Fill in the sheets “programme” and “venues” and send me the file. The sheet “help” tells what each column means. Keep the id of an entry when it moves: then reminders move with it.
audited-programme-loaded = loaded the programme from the file { $subject }
column-kind = screening, event or venue; may be left empty for screenings, and on the sheet “venues”
column-id = an id of your own, such as opening; the same in every file, so that changes are seen
column-film = the id or the title of a film in the base; empty for other films and for events
column-name = the name in this language; not needed if “film” is given
column-venue = the id or the name of a venue
column-date = the day, such as 2026-10-02; after midnight the day that has begun
column-start = the start, such as 18:30, in the festival's time
column-end = the end; may be left empty
column-language = the language of the film, as codes: kk, ru, en, tr …
column-subtitles = the languages of the subtitles, as codes
column-access = free, ticket, accreditation or invitation; may be left empty
column-note = what else guests should know, in this language
column-cancelled = yes if it is cancelled
column-aliases = other names of the venue, with commas
column-address = the address in this language
column-latitude = the latitude in degrees, for the map
column-longitude = the longitude in degrees, for the map

# Faults of a programme's file.
expected-value = a value: the formula in this cell has none
expected-once = an entry that is in the file once: { $near } is the same, at the same place and hour

# Questions and requests.
kept-unanswered = What was asked and I could not answer, without the person, with numbers, addresses and names masked: { $days } days after it was last asked. Of what is not for me to answer, a form in which only equal questions are recognised.
kept-watches = The questions whose answer you want to be told, under your numeric id: until you have it, or until nobody has asked the same for { $days } days.
kept-requests = What you asked a person or reported as out of date, under your numeric id, and who of the staff answered: 30 days.
kept-prompts = Which of my messages a reply belongs to, when you add something or staff answer: 30 days.
kept-asked = How often was asked in an hour, in which language and with what kind of answer, without people and texts: 400 days.
kept-asked_about = How often a record was asked about on a day, and of how many different people; who they were I note nowhere: 400 days.
tell-me = 🔔 Tell me when you know
do-not-tell = 🔕 No need to tell me
tell-me-noted = I will write to you here as soon as I know the answer.
tell-me-never = The editors have decided that this is not a question for me, so I will never know the answer.
told = You asked: “{ $question }”. Now I know the answer:
told-never = You asked: “{ $question }”. The editors have decided that this is not a question for me. I am sorry that I cannot help.
ask-person = 🙋 Ask a person
ask-person-done = I have passed your question on, without your name. The answer will come here.
ask-person-already = I have passed this question on already. The answer will come here.
ask-person-nobody = There is nobody to whom I could pass this on at the moment.
person-asked = 🙋 <b>A guest asks:</b> “{ $question }” ({ $written ->
        [kk] in Kazakh
        [ru] in Russian
       *[en] in English
    })
    Reply to this message with your answer, and I will pass it on. The guest does not learn who wrote it.
answer-of-person-question = You asked: “{ $subject }”. A member of the staff answers:
answer-of-person-outdated = You reported that this is out of date: { $subject }. The editors answer:
request-passed-on = ✅ I have passed your answer on.
# Who answered has had all personal data deleted.
one-of-staff = One of the staff
request-over = { $state ->
        [answered] { $who } has answered this already.
        [sending] { $who } is answering this at the moment.
        [unreachable] This guest cannot be reached any more.
       *[closed] { $who } has closed this without an answer.
    }
request-gone = This is no longer open: after 30 days, or when the guest deletes all data, I forget it.
request-only-staff = Only staff can answer here, under their own name. I have not passed this on.
request-unreachable = The guest has blocked me, so I could not pass your answer on.
request-doubtful = Telegram did not say whether your answer arrived. I will not send it again, so that the guest does not get it twice.
request-remarked = Thank you, the editors will see it.
request-question = <b>A guest asks a person</b>, { $position } of { $count } ({ $written ->
        [kk] in Kazakh
        [ru] in Russian
       *[en] in English
    })

    “{ $subject }”
request-outdated = <b>Reported as out of date</b>, { $position } of { $count } ({ $written ->
        [kk] in Kazakh
        [ru] in Russian
       *[en] in English
    })

    { $subject }
request-remark = The guest writes: “{ $remark }”
request-answer = ✍ Answer
request-close = ✔ Close
request-open-card = 📇 Open the card
request-write-answer = Reply to this message with your answer to the guest. It is about: { $subject }
requests-none = No guest waits for staff.
queue-questions = ❓ Unanswered questions: { $count }
queue-requests = 🙋 Requests of guests: { $count }
report-outdated = ⚠ Report as out of date
outdated-done = Thank you, the editors will look at it: { $record }. What is no longer right? If you like, reply to this message and say so, with a source if you have one. If the editors answer, I will pass it on here.
outdated-already = You have reported this already, and the editors have it.
outdated-in-group = Thank you, the editors have it. If they answer, I will write to you in our private chat.
command-unanswered = what guests ask and I do not know
unanswered = <b>Unanswered</b>, { $position } of { $count }
unanswered-times = Asked { $times ->
        [one] once
       *[other] { $times } times
    }, last on { $last }.
unanswered-watching = { $count ->
        [one] One person waits for the answer.
       *[other] { $count } people wait for the answer.
    }
unanswered-signs = <i>{ $number } stands for a long number, { $address } for an address, { $name } for a name.</i>
unanswered-none = There are no unanswered questions.
unanswered-means = 💡 It means …
unanswered-new = ➕ New record
unanswered-ignore = 🚫 Not ours
unanswered-decided = Somebody has dealt with this question already. Here is what is open.
unanswered-new-how = My base has no record for “{ $question }” yet. Write /kb export, add a row for it to the sheet of its kind, in three languages and with its source, and send me the spreadsheet back: I will check it and show what changes. As soon as it is in place, those who wait for the answer are told.
means-which = “{ $question }”: which record is it about?
means-in-words = Or reply to this message with the name of a record, or with the same question in words that I understand.
means-nothing = I found nothing by that. Reply to my message above with another name, or ask the question in other words.
means-property = “{ $question }” is about: { $record }. What of it is asked?
means-whole = 📇 All of it
audited-question-ignored = decided that a question is not ours: { $subject }
audited-request-answered-question = answered a guest's question: { $subject }
audited-request-answered-outdated = answered a report that something is out of date: { $subject }
audited-request-closed = closed a guest's request: { $subject }
command-stats = what is asked, in pictures
command-qr = a QR code of a record, to print
stats = <b>The last { $days } days</b>: { $count } questions. Records are counted only if at least { $people } different people asked about them within one day.
stats-nothing = Nothing was asked in the last { $days } days, and nothing was announced.
stats-span = { $days } days
stats-csv = 📄 CSV
stats-csv-how = The last { $days } days as a table, without people.
stats-hours = Questions by hour of the day, last { $days } days
stats-hours-axis = hour ({ $zone })
stats-shares = What became of the questions, last { $days } days
stats-records = Most asked about, last { $days } days
stats-people = Only what at least { $people } different people asked about within one day.
stats-reach = Whom the announcements reached
stats-language-all = All
stats-language-kk = Kazakh
stats-language-ru = Russian
stats-language-en = English
stats-answer = answered
stats-clarify = asked back
stats-unknown = not known
stats-got = got it
stats-missed = did not
qr = A QR code for <b>{ $record }</b>, to print: the .svg for printers, the .png for documents. Print it 2 cm wide or wider, with its white edge, dark on light. It opens { $link } in the language of whoever scans it.
qr-how = Write which record it is for, such as /qr Qaitadan.
qr-which = Which record is meant by “{ $said }”?
qr-nothing = I found no record by “{ $said }”. Write its name as in /films or /agreements, or its id.

# Editing the base: taught phrases, facts, spreadsheets.
kept-changes = What you changed of the database; it is part of it and stays.
kept-taught = The phrases that you taught; they are part of the database and stay.
kept-proposals = A change that waits for a yes: until it is decided, at most 30 days.
kept-editing = What you are editing: at most 30 days.
proposal-checking = 🔎 I am checking this against the whole database. It takes some seconds …
proposal-check-failed = I could not check this: the check itself failed. Nothing is changed. Please tell whoever runs the bot, and try again later.
proposal-gone = This has been decided already.
proposal-discarded = Discarded. Nothing is changed.
proposal-base-changed = ⚠️ The database has changed since this was shown, so I have checked again. Please look once more.
proposal-no = Discard
proposal-mine = Put mine in its place
proposal-yes-phrase = ✅ Teach
proposal-yes-phrase-all-the-same = ⚠️ Teach all the same
proposal-yes-unteach = ✅ Remove
proposal-yes-unteach-all-the-same = ⚠️ Remove all the same
proposal-yes-edit = ✅ Apply
proposal-yes-edit-all-the-same = ⚠️ Apply all the same
proposal-yes-file = ✅ Apply
proposal-yes-file-all-the-same = ⚠️ Apply all the same
proposal-yes-undo = ✅ Take back
proposal-yes-undo-all-the-same = ⚠️ Take back all the same
proposal-phrase = <b>Teach this phrase?</b>
proposal-phrase-reply = “{ $phrase }” would be answered with:
    <blockquote>{ $reply }</blockquote>
proposal-unteach = <b>Remove this taught phrase?</b> “{ $name }”
proposal-edit = <b>Apply this edit?</b> { $name }
proposal-file = <b>Apply this file?</b> { $name }
proposal-undo = <b>Take this edit back?</b> { $name }
proposal-unheard = ⚠️ This phrase names another record by itself and would still be answered with that: it cannot be taught so.
proposal-fault = ❌ The database cannot be built like this:
proposal-cell = <b>{ $record }</b> ({ $id }) · { $property }
proposal-old = − { $part }: <s>{ $value }</s>
proposal-new = + { $part }: { $value }
proposal-missing = + { $part }: is missing
proposal-more = … and { $count } more
proposal-records = Records: { $added } added, { $changed } changed, { $removed } removed
proposal-parts = { $part }: { $added } added, { $changed } changed, { $removed } removed
proposal-conflict = ⚠️ <b>Somebody else has changed this since you began.</b>
proposal-now = { $part }, now: { $value }
proposal-yours = { $part }, yours: { $value }
proposal-blocking = { $count ->
    [one] ❌ <b>This would break the database:</b>
   *[other] ❌ <b>These { $count } things would break the database:</b>
 }
proposal-findings = { $count ->
    [one] ⚠️ <b>This looks wrong:</b>
   *[other] ⚠️ <b>These { $count } things look wrong:</b>
 }
proposal-lost = { $count ->
    [one] ⚠️ <b>A later change rests on this and would be set aside:</b>
   *[other] ⚠️ <b>{ $count } later changes rest on this and would be set aside:</b>
 }
proposal-no-regression = ✔️ All test questions are answered as before.
proposal-regressions = { $count ->
    [one] ⚠️ <b>One question would change:</b>
   *[other] ⚠️ <b>{ $count } questions would change:</b>
 }
proposal-regression = • “{ $question }”
    now: { $before }
    then: { $after }
proposal-done-phrase = ✅ “{ $name }” is taught. People are answered so from now on; /taught lists all taught phrases.
proposal-done-unteach = ✅ “{ $name }” is no longer a taught phrase.
proposal-done-edit = ✅ The edit is live: { $name }. /kb undo takes it back.
proposal-done-file = ✅ The file is live: { $name }. /kb undo takes it back.
proposal-done-undo = ✅ The edit is taken back: { $name }.
audited-base-phrase = taught the phrase “{ $subject }”
audited-base-unteach = removed the taught phrase “{ $subject }”
audited-base-edit = edited { $subject }
audited-base-file = loaded the database from the file { $subject }
audited-base-undo = took back the edit: { $subject }
cell-summary = summary
cell-names = names
cell-aliases = other names
cell-names-latin = names in Kazakh Latin letters
cell-names-original = original names
cell-kind = kind
cell-type = type
cell-links = related records
cell-forms = case forms
cell-forms-adjective = adjectives
cell-forms-people = names of the people
cell-highlight = remark { $number }
cell-part-value = value
cell-part-sources = sources
command-edit = edit a record
command-taught = phrases that were taught
command-kb = the database: export, undo
taught-none = No phrase has been taught yet.
taught = <b>Taught phrases: { $count }</b>
taught-line = • “{ $phrase }” → { $asks }
    { $date }, { $by }
taught-line-from = • “{ $phrase }” → { $asks }
    { $date }, { $by }, from question { $question }
taught-remove = ✕ { $phrase }
taught-gone = This phrase has been removed already.
kb-overview = <b>The database</b>, revision { $revision }
    Edits: { $edits }, with { $changes } changed cells, of which { $aside } set aside. Taught phrases: { $taught }.

    /edit and a name – edit a record
    /kb export – get everything as a spreadsheet and as YAML; send one back, and I show what it changes
    /kb undo – take an edit back
    /taught – taught phrases
kb-no-edits = Nobody has edited the database yet.
kb-edits = <b>Edits, the newest first.</b> Which one shall be taken back?
kb-edit = { $number }. { $title }
    { $date }, { $by }
kb-edit-aside = { $count ->
    [one] ⚠️ One cell is set aside: something else stands there now than the editor saw.
   *[other] ⚠️ { $count } cells are set aside: something else stands there now than the editor saw.
 }
kb-edit-gone = This edit has been taken back already.
kb-undo = ↩ { $number }. { $title }
kb-title-more = { $title } and { $count } more
kb-set-aside = { $count ->
    [one] ⚠️ After an update one cell that editors changed has another value than they saw. Their change is set aside; the answers follow the update.
   *[other] ⚠️ After an update { $count } cells that editors changed have other values than they saw. Their changes are set aside; the answers follow the update.
 }
edit-button = ✏️ Edit
edit-which = Write what you want to edit after the command, for example: /edit Qaitadan
edit-choose = Which record?
edit-none = I find no record for “{ $said }”. Try its name in another language.
edit-record = <b>Edit: { $record }</b> ({ $id })
    Which of these?
edit-lacking = <b>{ $record }</b> ({ $id }) has nothing on these. What shall be added?
edit-more = ＋ What is lacking
edit-back = ‹ Back
edit-stop = Stop
edit-part = { $part }: { $value }
edit-part-new = ✏️ { $part }: <b>{ $value }</b>
edit-part-missing = ✏️ { $part }: <b>is missing</b>
edit-part-empty = { $part }: —
edit-prompt = Send me the new text. All three at once look like this:
    <code>kk: …
    ru: …
    en: …</code>
    A text in one language goes without a label. <code>value: …</code> sets what the database calculates with, <code>sources: …</code> where it comes from; a dash (–) empties it.
edit-show = 🔎 Check and show
edit-missing = ∅ { $part }
edit-remove = 🗑 Remove this fact
edit-no-language = I cannot tell which language this is in. Please begin the text with kk:, ru: or en:
edit-no-part = “{ $property }” has no part “{ $part }”. Please send it again without that.
edit-nothing = This is what stands there already. Send me what is to be different.
edit-proposed = Here is what you typed:
edit-stopped = Stopped. Nothing is changed.
edit-over = This card is not in use any more. Write /edit and a name to begin anew.
edit-value-stays = ⚠️ What the database calculates with stays as it is: <code>value: { $value }</code>. If that is no longer right, send it anew too.
kb-exported = A sheet for each kind, a row for each property, a column for each language. Change what you like and send me the file: I show all that it changes before anything does. A row that you delete is a fact removed; a cell that you empty is a text that is missing.
kb-exported-yaml = The same as YAML, a file for each kind.
upload-faults = { $count ->
    [one] <b>I cannot take this file. Nothing is changed.</b>
   *[other] <b>I cannot take this file: { $count } things have to be mended. Nothing is changed.</b>
 }
upload-nothing = This file changes nothing: the database is like that already.
cell-highlight-cues = words for remark { $number }
edit-prompt-value = Send me the new value; several have semicolons between them. A dash (–) empties it.

# Many replicas.
health-copied-elsewhere = PostgreSQL’s own tools make it, out of my sight
