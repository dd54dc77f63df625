source = Source: { $sources }
as-of = As of { $date }.
unknown = This is not in my base. I know about Kazakhstan's film and cultural cooperation: films, agreements, people and the Korkyt Ata festival.
unknown-word = I have nothing on “{ $word }” in my base, so I would rather not guess.
unknown-fact = { $record }: my base does not record this ({ $property }).
near = Perhaps you mean: { $names }.
clarify = Which one do you mean?
yes = Yes. { $fact }
no = No. { $fact }
no-data = no data
compare = Compared: { $property }.
compare-all = Side by side:
list = { $count ->
    [0] There is none in my base.
    [one] One in my base:
   *[other] { $count } in my base:
 }
page = Page { $page } of { $pages }.
newest-source = Newest source: { $date }.
smalltalk-greeting = Hello! Ask me about films, agreements, people or the Korkyt Ata festival.
smalltalk-thanks = You are welcome! I am glad to help.
smalltalk-who-are-you = I am Tyrna, “crane” in Kazakh: a bot that answers questions about Kazakhstan's film and cultural cooperation, with sources.
smalltalk-what-can-you-do = I answer questions about films, memorandums, people and the Korkyt Ata festival in Kazakh, Russian and English. For example: “Who directed Qaitadan?”
smalltalk-goodbye = Goodbye! Come back with new questions.
smalltalk-compliment = Thank you, that is kind of you.
smalltalk-insult = I am sorry that I did not help. Try to ask in other words, please.
smalltalk-how-are-you = I am well, thank you! I am waiting for your question: about a film, an agreement, a person or the Korkyt Ata festival.
smalltalk-acknowledgement = All right. If you have another question, just write it.
