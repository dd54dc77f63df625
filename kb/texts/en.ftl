source = Source: { $sources }
as-of = As of { $date }.
unknown = This is not in my database. I know about Kazakhstan's film and cultural cooperation: films, agreements, people and the Korkyt Ata festival.
unknown-word = I have nothing on “{ $word }” in my database, so I would rather not guess.
unknown-host = By my database, the festival was never held there.
unknown-host-named = “{ $place }”: by my database, the festival was never held there.
unknown-errand = My database does not tell practical things like this one. The festival's staff will gladly help you.
unknown-fact = { $record }: my database has nothing on this ({ $property }).
unknown-agreements = { $country }: there is no film agreement with this country in my database.
unknown-award = { $record } ({ $place }): my database has no such award.
unknown-untrue = According to my database, this is not so.
near = Perhaps you mean: { $names }.
clarify = Which one do you mean?
of-kind = { $kind ->
    [film] { $name } (film)
    [person] { $name } (person)
    [place] { $name } (place)
    [organisation] { $name } (organisation)
    [festival] { $name } (festival)
    [edition] { $name } (festival)
   *[other] { $name }
 }
yes = Yes. { $fact }
no = No. { $fact }
yes-members = Yes. { $name } is a member. { $fact }
no-members = No. { $name } is not a member. { $fact }
no-observers = No. { $name } is not among the observers. { $fact }
no-member-but-observer = No. It is an observer, not a member. { $fact }
no-participants = No. { $name } did not take part. { $fact }
no-agreements = No. { $name } was not among the parties. { $fact }
no-data = no data
called-kk = In Kazakh: { $name }.
called-ru = In Russian: { $name }.
called-en = In English: { $name }.
compare = Side by side: { $property }.
compare-each = { $property }, one by one:
compare-all = Side by side:
list = { $count ->
    [0] There are none in my database.
   *[other] { $kind ->
        [film] { $count ->
            [one] I found one film in my database:
           *[other] I found { $count } films in my database:
        }
        [agreement] { $count ->
            [one] I found one document in my database:
           *[other] I found { $count } documents in my database:
        }
        [person] { $count ->
            [one] I found one person in my database:
           *[other] I found { $count } people in my database:
        }
        [organisation] { $count ->
            [one] I found one organisation in my database:
           *[other] I found { $count } organisations in my database:
        }
        [place] { $count ->
            [one] I found one place in my database:
           *[other] I found { $count } places in my database:
        }
        [country] { $count ->
            [one] I found one country in my database:
           *[other] I found { $count } countries in my database:
        }
        [edition] { $count ->
            [one] I found one festival in my database:
           *[other] I found { $count } festivals in my database:
        }
        [award] { $count ->
            [one] I found one prize in my database:
           *[other] I found { $count } prizes in my database:
        }
       *[record] { $count ->
            [one] I found one record in my database:
           *[other] I found { $count } records in my database:
        }
    }
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
smalltalk-about-me = I am only a bot, so there is little to tell about myself. But I know a good deal about films, agreements, people and the Korkyt Ata festival: just ask.
smalltalk-what-to-watch = I have no favourites of my own, but /films shows all the films that I know, and /programme shows what is on at the festival. This won the last time:
smalltalk-base-size = My database holds { $records } records: { $films } films, { $agreements } agreements, { $people } people, { $organisations } organisations, { $countries } countries and more, with { $facts } facts in all.
smalltalk-notifications = You can end the festival's announcements with /unsubscribe and get them again with /subscribe; with /topics you choose which ones you get.
smalltalk-first-time = Welcome! I am Tyrna, a bot that knows about Kazakhstan's film and cultural cooperation. Ask me in your own words about films, people, agreements or the Korkyt Ata festival; /programme shows what is on, and /help tells how to ask.
smalltalk-language = All right, in English. What would you like to know?

# What editors see of records and changes.
text-is-missing = There is no English text yet; in { $other ->
    [kk] Kazakh
   *[ru] Russian
 }: { $text }
cell-kind = { $place }: “{ $found }” is no kind of record. Right would be one of: { $expected }.
cell-no-text = { $place }: there is no text in any language.
cell-no-source = { $place }: the source is lacking: at least one id such as src-uza-abai.
cell-source = { $place }: “{ $found }” is no id of a source; one begins with src-.
cell-unknown-with-text = { $place }: it says “unknown: yes” and has a text; only one of them can be right.
cell-items = { $place }: the languages do not have the same number of lines.
cell-field = { $place }: “{ $found }” is not known here. Known are: { $expected }.
cell-value = { $place }: “{ $found }” cannot be used. Right would be { $field ->
    [number] a number such as 2025 or 1.8
    [money] an amount with its currency, such as 1500000 KZT
    [refs] ids of records, such as film-qaitadan
    [confidence] high or medium
    [date] a date such as 2025, 2025-10 or 2025-10-02
    [until] a date such as 2025, 2025-10 or 2025-10-02
    [as_of] a date such as 2025, 2025-10 or 2025-10-02
   *[other] yes or no
 }.
cell-pairs = { $place }: “{ $found }” is not written as “name: value”, with semicolons between several.
cell-shape = { $place }: “{ $found }” has another form than the base needs.
lint-empty = is empty
lint-missing = has no text of its own yet
lint-too-long = { $length } characters, at most { $most }
lint-markup = leftover markup
lint-other-numbers = its numbers { $found } differ from those of en { $english }
lint-other-dates = its dates { $found } differ from those of en { $english }
lint-other-addresses = its addresses { $found } differ from those of en { $english }
lint-no-source = source { $source } is not in sources.yaml
lint-no-record = record { $record } does not exist
lint-no-property = no such property in lexicon/properties.yaml
lint-wrong-kind = a record of kind { $kind } cannot have it: lexicon/properties.yaml gives it to { $kinds }
lint-taken-name = “{ $name }” is a property, or the name of another highlight of the record; call it otherwise
lint-no-letters = has no letters
lint-same-name = “{ $name }” stands for each of them; list both in lexicon/confusables.yaml with a treatment (exact, ask or wins)
lint-near-name = a typing error turns “{ $name }” into “{ $other }”; list both in lexicon/confusables.yaml with a treatment (exact, ask or wins)
upload-size = The file is larger than { $limit } MiB. The database is smaller: is it the right file?
upload-kind = “{ $name }” is of a kind that I cannot read. Send an .xlsx, a .zip or .yaml; /kb export gives both.
upload-macros = This file has macros. I do not open such files: save it as .xlsx and send it again.
upload-links = This spreadsheet has links to other files or objects in it. Take them out and send it again.
upload-broken = I cannot read this file: it is broken, or its name says another kind than it is. Save it anew and send it again.
upload-bomb = I do not unpack this file: it would become far too large. Save it anew and send it again.
upload-locked = This file is protected with a password. Save it without one and send it again.
upload-rows = A sheet has more than { $limit } rows. The database has fewer: is it the right file?
upload-formula = Sheet { $sheet }, cell { $cell }: there is a formula. Write the text itself there.
upload-type = Sheet { $sheet }, cell { $cell }: “{ $found }” is no text. Format the column as text and write it again.
upload-cell = Sheet { $sheet }, cell { $cell }: the text is longer than { $limit } characters.
upload-column = Sheet { $sheet }: the column “{ $column }” is lacking in the first row.
upload-row = Sheet { $sheet }, row { $row }: every row needs a record and a property.
upload-row-twice = Sheet { $sheet }, row { $row }: the property { $property } stands twice in this record.
upload-twice = { $record }: the record stands twice in the file.
upload-entry = { $file } entry { $number }: a record is a mapping with an id.
upload-encoding = { $file } The text of this file is not in UTF-8. Save it in UTF-8 and send it again.
upload-alias = { $file } line { $line } uses a YAML alias (*…). Write the value out in full.
upload-deep = { $file } line { $line } is nested too deeply. No record needs that.
upload-yaml = { $file } line { $line } is not valid YAML.
upload-empty = The archive holds no file of the database, such as { $expected }.
