# The chat's own sentences. kb/texts/ holds those of answers.
welcome = <b>I am Tyrna</b>, the bot of film and cultural cooperation of Kazakhstan. Ask me in Kazakh, Russian or English, in your own words: about films, memorandums, people and the Korkyt Ata festival.
    I answer only from my base, with the source, and say so when I do not know.
examples = For example:
help = <b>How to ask</b>
    Write a question as you would ask a person. Typing errors, Latin letters and a wrong keyboard layout are fine.
    • “And who wrote it?” works after a question: I remember the last one for 30 minutes.
    • The buttons under an answer ask further; ҚАЗ · РУС · ENG show the same answer in another language.
    • Correct your message, and I correct my answer.

    /language – choose the language
    /about – how far my knowledge goes
example-1 = Who directed Qaitadan?
example-2 = What does the memorandum with Uzbekistan cover?
example-3 = When was the Korkyt Ata festival held in 2025?
choose-language = Which language shall I speak?
language-chosen = I will speak English with you. A question in another language gets its answer in that language.
about = <b>About my base</b>
    { $records } records and { $facts } facts: { $films } films, { $agreements } agreements, { $people } people and more, from { $sources } sources. The newest source is of { $newest }.
    My main sources: { $publishers }.
    What lies beyond them I do not know, and I say so.
answer-again = I am not sure any more what this button asked for. Please ask in words.
failed = Something went wrong on my side. Please ask again. The operator finds it under the code { $code }.
only-text = I only read text so far. Please ask in words.
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
