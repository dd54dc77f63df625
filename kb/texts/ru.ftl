source = Источник: { $sources }
as-of = По состоянию на { $date }.
unknown = Этого нет в моей базе. Я знаю о сотрудничестве Казахстана в кино и культуре: о фильмах, соглашениях, людях и фестивале «Коркыт Ата».
unknown-word = «{ $word }»: об этом в моей базе ничего нет, а гадать я не буду.
unknown-fact = { $record }: в моей базе нет таких сведений ({ $property }).
near = Возможно, вы имеете в виду: { $names }.
clarify = Что именно вы имеете в виду?
yes = Да. { $fact }
no = Нет. { $fact }
no-data = нет данных
compare = Сравним: { $property }.
compare-all = Сравним:
list = { $count ->
    [0] В моей базе таких записей нет.
    [one] В моей базе { $count } запись:
    [few] В моей базе { $count } записи:
   *[many] В моей базе { $count } записей:
 }
page = Страница { $page } из { $pages }.
newest-source = Самый новый источник: { $date }.
smalltalk-greeting = Здравствуйте! Спросите меня о фильмах, соглашениях, людях или фестивале «Коркыт Ата».
smalltalk-thanks = Пожалуйста! Обращайтесь ещё.
smalltalk-who-are-you = Я — Тырна, по-казахски это «журавль». Я бот: отвечаю на вопросы о сотрудничестве Казахстана в кино и культуре и называю источники.
smalltalk-what-can-you-do = Я отвечаю на вопросы о фильмах, меморандумах, людях и фестивале «Коркыт Ата» на казахском, русском и английском. Например: «Кто снял фильм „Кайтадан“?»
smalltalk-goodbye = До свидания! Возвращайтесь с новыми вопросами.
smalltalk-compliment = Спасибо на добром слове!
smalltalk-insult = Жаль, что я не смогла помочь. Попробуйте, пожалуйста, спросить другими словами.
smalltalk-how-are-you = Спасибо, хорошо! Жду вашего вопроса: о фильме, соглашении, человеке или фестивале «Коркыт Ата».
smalltalk-acknowledgement = Хорошо. Если появится ещё вопрос — пишите.

# Что видят редакторы о записях и изменениях.
text-is-missing = Русского текста пока нет; { $other ->
    [kk] по-казахски
   *[en] по-английски
 }: { $text }
cell-kind = { $place }: вида «{ $found }» нет. Подойдёт один из этих: { $expected }.
cell-no-text = { $place }: нет текста ни на одном языке.
cell-no-source = { $place }: не указан источник — хотя бы один id, например src-uza-abai.
cell-source = { $place }: «{ $found }» — не id источника; он начинается с src-.
cell-unknown-with-text = { $place }: стоит «unknown: yes», но есть и текст; верно может быть только одно.
cell-items = { $place }: в разных языках разное число строк.
cell-field = { $place }: «{ $found }» здесь не бывает. Бывают: { $expected }.
cell-value = { $place }: «{ $found }» не подходит. Нужно { $field ->
    [number] число, например 2025 или 1.8
    [money] сумма с валютой, например 1500000 KZT
    [refs] id записей, например film-qaitadan
    [confidence] high или medium
    [date] дата: 2025, 2025-10 или 2025-10-02
    [until] дата: 2025, 2025-10 или 2025-10-02
    [as_of] дата: 2025, 2025-10 или 2025-10-02
   *[other] yes или no
 }.
cell-pairs = { $place }: «{ $found }» записано не как «имя: значение»; если их несколько, между ними ставится точка с запятой.
cell-shape = { $place }: «{ $found }» — не в том виде, какой нужен базе.
lint-empty = текста нет
lint-missing = своего текста пока нет
lint-too-long = знаков — { $length }, можно не больше { $most }
lint-markup = в тексте осталась разметка
lint-other-numbers = числа { $found } — не те, что в английском тексте: { $english }
lint-other-dates = даты { $found } — не те, что в английском тексте: { $english }
lint-other-addresses = адреса { $found } — не те, что в английском тексте: { $english }
lint-no-source = источника { $source } нет в списке sources
lint-no-record = записи { $record } нет
lint-no-property = такого свойства нет в lexicon/properties.yaml
lint-wrong-kind = у записи вида { $kind } такого свойства быть не может: в lexicon/properties.yaml оно есть у { $kinds }
lint-no-letters = нет ни одной буквы
lint-same-name = имя «{ $name }» есть у каждой из этих записей; внесите обе в lexicon/confusables.yaml и укажите, как их различать (exact, ask или wins)
lint-near-name = из-за опечатки «{ $name }» превращается в «{ $other }»; внесите оба имени в lexicon/confusables.yaml и укажите, как их различать (exact, ask или wins)
