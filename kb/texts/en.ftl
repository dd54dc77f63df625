source = Source: { $sources }
as-of = As of { $date }.
unknown = This is not in my database. I know about Kazakhstan's film and cultural cooperation: films, agreements, people and the Korkyt Ata festival.
unknown-word = I have nothing on “{ $word }” in my database, so I would rather not guess.
unknown-fact = { $record }: my database has nothing on this ({ $property }).
near = Perhaps you mean: { $names }.
clarify = Which one do you mean?
yes = Yes. { $fact }
no = No. { $fact }
no-data = no data
compare = Side by side: { $property }.
compare-all = Side by side:
list = { $count ->
    [0] There are none in my database.
    [one] There is one in my database:
   *[other] There are { $count } in my database:
 }
page = Page { $page } of { $pages }.
newest-source = Newest source: { $date }.
smalltalk-greeting = Hello! Ask me about films, agreements, people or the Korkyt Ata festival.
smalltalk-thanks = You are welcome! I am glad to help.
smalltalk-who-are-you = I am Tyrna, “crane” in Kazakh: a bot that answers questions about Kazakhstan's film and cultural cooperation and names its sources.
smalltalk-what-can-you-do = I answer questions about films, memorandums, people and the Korkyt Ata festival in Kazakh, Russian and English. For example: “Who directed Qaitadan?”
smalltalk-goodbye = Goodbye! Come back with new questions.
smalltalk-compliment = Thank you, that is kind of you.
smalltalk-insult = I am sorry I could not help. Please try asking in other words.
smalltalk-how-are-you = I am well, thank you! I am waiting for your question about a film, an agreement, a person or the Korkyt Ata festival.
smalltalk-acknowledgement = All right. If you have another question, just ask.
