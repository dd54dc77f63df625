# Фразы самого чата. Фразы ответов — в kb/texts/.
welcome = <b>Я — Тырна</b>, бот о сотрудничестве Казахстана в кино и культуре. Спрашивайте на казахском, русском или английском, своими словами: о фильмах, меморандумах, людях и фестивале «Коркыт Ата».
    Я отвечаю только по своей базе, с источником, а если не знаю — так и говорю.
examples = Например:
help = <b>Как спрашивать</b>
    Напишите вопрос так, как спросили бы человека. Опечатки, латиница и не та раскладка не помешают.
    • После ответа можно продолжить: «А кто написал сценарий?» Последний вопрос я помню 30 минут.
    • Кнопки под ответом ведут дальше; ҚАЗ · РУС · ENG показывают тот же ответ на другом языке.
    • Исправьте своё сообщение — и я исправлю ответ.

    /films, /agreements, /people, /festival, /countries – посмотреть, что есть
    /programme – что идёт; /my_reminders – ваши напоминания
    /subscribe, /unsubscribe, /topics – объявления фестиваля
    /language – выбрать язык
    /about – что есть в моей базе
    /privacy, /my_data, /forget_me – что я о вас храню
help-staff = <b>Для вас как сотрудника</b>
example-1 = Кто режиссёр фильма «Кайтадан»?
example-2 = О чём меморандум с Ираном?
example-3 = Когда проходил фестиваль «Коркыт Ата» в 2025 году?
choose-language = На каком языке мне говорить?
language-chosen = Буду говорить с вами по-русски. Если спросите на другом языке, на нём и отвечу.
about = <b>О моей базе</b>
    В ней { $records ->
        [one] { $records } запись
        [few] { $records } записи
       *[many] { $records } записей
    } и { $facts ->
        [one] { $facts } факт
        [few] { $facts } факта
       *[many] { $facts } фактов
    }: фильмов — { $films }, соглашений — { $agreements }, людей — { $people } и прочее; источников — { $sources }. Самый новый источник: { $newest }.
    Мои главные источники: { $publishers }.
    Чего в них нет, того я не знаю — и так и говорю.
answer-again = Я уже не помню, о чём спрашивала эта кнопка. Спросите, пожалуйста, словами.
failed = У меня что-то сломалось. Спросите, пожалуйста, ещё раз. Оператор найдёт ошибку по коду { $code }.
only-text = Я читаю только текст, зато знаю немало: напишите, например, «Кто снял „Кайтадан“?» — или откройте /films или /festival.
flip-kk = ҚАЗ
flip-ru = РУС
flip-en = ENG
command-start = начать сначала
command-help = как спрашивать
command-language = выбрать язык
command-about = что есть в моей базе
terminal-greeting = Это Тырна в терминале. Задайте вопрос; чтобы нажать кнопку, введите её номер, чтобы отправить файл — «@» и путь к нему; выход — Ctrl+D.
terminal-no-input = Нет ни терминала, ни токена. Чтобы работать в Telegram, задайте TYRNA_TELEGRAM__TOKEN; чтобы поговорить, запустите «make run» в терминале; чтобы получить один ответ, запустите «python bot.py ask "…"».
terminal-no-button = Кнопки с номером { $number } здесь нет.
terminal-no-file = Файла { $path } нет. Чтобы отправить файл, напишите «@» и путь к нему.
terminal-goodbye = До свидания!
privacy = <b>Что я храню</b>
privacy-more = { $copies ->
        [nightly] Каждую ночь на случай сбоя делается копия; она удаляется, когда появляются семь более новых.
       *[elsewhere] На случай сбоя те, кто меня обслуживает, копируют всё это средствами своей базы данных; сколько хранить копии, решают они.
    }
    Больше ни имён, ни текстов сообщений я не храню. /my_data покажет, что у меня есть о вас, /forget_me это удалит.
kept-people = Ваш числовой id и язык — пока вы их не удалите.
kept-conversations = Ваш последний вопрос в краткой форме, чтобы понять «А кто написал сценарий?»: используется 30 минут.
kept-answers = Каким сообщением я ответила на какое ваше, чтобы вслед за вопросом исправить и ответ: 30 дней.
kept-chats = Получаете ли вы объявления фестиваля и в какой день вы писали в последний раз — пока вы это не удалите.
kept-queries = Вопросы, которые не помещаются в кнопку, под коротким кодом и без указания, кто спросил: 30 дней.
kept-inbox = То, что вы написали, а я ещё не успела ответить, — до ответа; потом недолго только порядковый номер сообщения, без сведений о вас.
privacy-of-you = О вас
privacy-of-nobody = Ни о ком в отдельности
privacy-of-staff = О сотрудниках
my-data = <b>Что у меня есть о вас</b>
    Ваш id в Telegram: { $id }
my-data-more = Число в начале строки — количество записей; остального, что перечислено в /privacy, о вас нет. /forget_me удалит записи; останется только то, что вы сделали как сотрудник.
my-data-file = Все записи в том виде, в каком они хранятся (JSON).
forget-me = Удалить всё, что у меня есть о вас: язык, последний вопрос, связи между вопросами и ответами и подписку?
forget-yes = Да, удалить
forget-no = Нет, оставить
forgotten = Готово: у меня больше ничего о вас нет.
forgotten-guest = Готово: всё, что у меня было о вас как о госте, удалено.
forgotten-copies = { $copies ->
        [nightly] В ночных копиях ваши данные остаются, пока их не сменят новые, то есть семь ночей.
       *[elsewhere] В копиях, которые делают те, кто меня обслуживает, ваши данные остаются, пока их не сменят новые.
    } Если вы напишете снова, появится новая запись.
forgotten-staff = Остаётся то, что вы сделали как сотрудник, под вашим числовым id: записи в журнале, в том числе о том, что другие делали с вашей ролью, — 365 дней, объявления — вместе с теми, кто их написал, правил, одобрил и отправил, роли, которые вы дали, — пока они не сняты, и ваши изменения базы. Никто из сотрудников не может стереть собственные следы.
not-forgotten = Я ничего не удалила.
not-your-button = Эта кнопка — для того, кто спрашивал.
unknown-command = Такой команды я не знаю. /help расскажет, что я умею; можно и просто спросить своими словами.
command-privacy = что о вас хранится
command-my-data = показать мои данные
command-forget-me = удалить мои данные
welcome-after-link = Спрашивайте и дальше — о фильмах, меморандумах, людях и фестивале «Коркыт Ата», на казахском, русском или английском. На каком языке мне говорить?
subscribe = 🔔 Получать объявления фестиваля
unsubscribe = 🔕 Отписаться от объявлений
subscribed = Объявления фестиваля будут приходить сюда. Отписаться можно в любой момент: /unsubscribe.
unsubscribed = Объявления больше приходить не будут. На вопросы я отвечаю, как и прежде, а вернуть объявления можно командой /subscribe.
already-subscribed = Вы уже подписаны на объявления.
already-unsubscribed = Вы и так не подписаны на объявления.
contact = Спросить можно здесь: { $contact }
browse-films = <b>Фильмы</b>: в моей базе их { $count }. Выберите любой.
browse-agreements = <b>Соглашения и события</b>: в моей базе их { $count }, сначала новые.
browse-people = <b>Люди</b>: в моей базе { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }.
browse-festival = <b>Фестивали</b>: «Коркыт Ата» и другие, по годам и с наградами. Всего записей: { $count }.
browse-countries = <b>Страны</b>: в моей базе их { $count }, у каждой — фильмы и соглашения.
whole-card = 📇 Подробнее
card-sources = 📚 Источники: { $count }
back-to-card = ‹ Назад
back-to-list = ☰ К списку
command-films = фильмы
command-agreements = соглашения и меморандумы
command-people = люди
command-festival = фестиваль по годам и его награды
command-countries = страны, их фильмы и соглашения
command-subscribe = получать объявления
command-unsubscribe = отписаться от объявлений
bot-name = Тырна · кино Казахстана
bot-description = Отвечаю на вопросы о сотрудничестве Казахстана в кино и культуре: фильмы, меморандумы, люди и фестиваль «Коркыт Ата». Спрашивайте на казахском, русском или английском, своими словами; опечатки не помешают.
    У каждого ответа есть источник. Если не знаю — так и скажу.
bot-short-description = Ответы с источниками о фильмах Казахстана, соглашениях и фестивале «Коркыт Ата»: ҚАЗ · РУС · ENG
too-many = Вы пишете быстрее, чем я успеваю отвечать. Часть ваших сообщений я пропустила; когда отвечу на остальные, спросите, пожалуйста, ещё раз.
muted = Слишком много сообщений сразу. В течение { $minutes } минут я не буду их читать; потом спросите, пожалуйста, ещё раз.
# Announcements.
kept-announcements = Объявления сотрудников и числовые id тех, кто их написал, правил, одобрил и отправил, а также где находится карточка.
kept-deliveries = Какое объявление вы получили и каким сообщением: 90 дней.
kept-muted_topics = Темы объявлений, о которых вы не хотите слышать, — пока вы это не измените.
kept-pace = С какой скоростью можно рассылать объявления; о вас здесь ничего нет.
mute-topic = 🔕 Отключить: { $topic }
unmute-topic = 🔔 Включить: { $topic }
unsubscribe-short = Отписаться
topic-muted = Объявлений на эту тему больше не будет: { $topic }. Все темы — /topics.
topic-unmuted = Объявления на эту тему снова будут приходить: { $topic }.
topics = <b>Темы объявлений</b>
    Нажмите на тему, чтобы отключить её или снова включить.
topic-programme = программа
topic-awards = награды
topic-logistics = транспорт и площадки
topic-press = пресса
topic-parties = приёмы и вечера
command-topics = темы объявлений
# Staff.
kept-staff = Ваша роль, кто и когда её дал, — пока она не снята или вы её не удалите; роли, которые дали вы, под вашим числовым id — пока они не сняты.
kept-invitations = Ссылка, которая даёт роль, без её секрета; кто её создал и кто ею воспользовался: 24 часа.
kept-audit = Что вы сделали как сотрудник и что другие делали с вашей ролью, под вашим числовым id: 365 дней. /forget_me этого не удаляет.
kept-menus = Что в вашем меню есть команды сотрудников, — пока роль не снята или вы её не удалите.
kept-settings = Что настроили сотрудники, например их общий чат: о вас здесь ничего нет.
command-staff = сотрудники и их роли
command-staff-chat = чат сотрудников
command-audit = что сделали сотрудники
command-health = как я работаю
health = <b>Как я работаю</b>
    Запуск: { $since }. Версия базы: { $revision }.
    Обновлений с тех пор: обработано — { $updates }, ждут — { $waiting }, отброшено из-за избытка — { $dropped }.
    Ошибок с кодом с тех пор: { $errors }. Последнее обновление: { $last }.
    Размер состояния: { $size } МБ. Последняя резервная копия: { $backup }.
health-never = ещё не было
staff-role = { $role ->
        [editor] редактора
       *[announcer] автора объявлений
    }
staff-owners = <b>Владельцы</b>, им можно всё; они названы в конфигурации:
staff-members = <b>Сотрудники</b>, которым роль дали здесь:
staff-member = { $who }: { $role ->
        [editor] редактор
       *[announcer] автор объявлений
    }
staff-nobody = пока никого
staff-take = ✖ { $name }: { $role ->
        [editor] редактор
       *[announcer] автор объявлений
    }
staff-give = ➕ { $role ->
        [editor] Редактор
       *[announcer] Автор объявлений
    }
staff-withdraw = 🔗 Закрыть ссылки: { $count }
staff-withdrawn = Все неиспользованные ссылки закрыты.
staff-how = <b>Кому дать роль { staff-role }?</b> { $role ->
        [editor] Редактор исправляет и дополняет то, что я знаю.
       *[announcer] Автор объявлений пишет объявления фестиваля.
    }
    Можно отправить ссылку или выбрать человека в Telegram — тогда он получит роль сразу.
staff-by-link = 🔗 Одноразовая ссылка
staff-by-picking = 👤 Выбрать в Telegram
staff-back = ‹ Назад
staff-link = Кто первым в течение 24 часов откроет эту ссылку и согласится, получит роль { staff-role }. Отправьте её только тому, кому даёте роль:
    { $link }
staff-pick = Нажмите кнопку под полем сообщения и выберите, кому дать роль { staff-role }.
staff-pick-button = 👤 Выбрать человека
staff-added = Роль { staff-role } дана: { $who }.
staff-already = Такая роль уже есть: { $who }.
staff-not-reached = Мне не удалось написать пользователю { $who }: похоже, чат со мной ещё не открыт. Отправьте этому человеку ссылку на меня: { $link }
staff-no-person = Роль можно дать только человеку. Ничего не изменилось.
staff-take-ask = Снять роль { staff-role }: { $who }?
staff-take-yes = Да, снять роль
staff-taken = Роль { staff-role } снята: { $who }.
staff-gone = Эта роль уже снята. Вот нынешний список.
staff-in-private = Это я показываю только в нашем личном чате.
staff-open-private = Открыть личный чат
role-given = Теперь у вас роль { staff-role } этого бота. Ваши команды — в меню нашего личного чата. Что я храню о сотрудниках, расскажет /privacy.
role-taken = Роли { staff-role } этого бота у вас больше нет.
owners-added = Роль { staff-role } дана: { $who }. Так решил владелец: { $by }.
owners-removed = Роль { staff-role } снята: { $who }. Так решил владелец: { $by }.
owners-joined = Приглашение на роль { staff-role } принято: { $who }. Пригласил владелец: { $by }.
owners-left = Роли { staff-role } больше нет: { $who }. Все личные данные удалены командой /forget_me.
invitation = Вас приглашают на роль { staff-role } этого бота. { $role ->
        [editor] Вы сможете исправлять и дополнять то, что я знаю.
       *[announcer] Вы сможете писать объявления фестиваля.
    }
    Вместе с ролью я буду хранить ваш числовой id и в течение года — что вы делаете как сотрудник. Вы согласны?
invitation-accept = Да, принять
invitation-decline = Нет
invitation-declined = Хорошо, ничего не изменилось. Если передумаете: ссылка действует 24 часа с момента создания.
invitation-closed = Эта ссылка больше не действует: ею уже воспользовались, её закрыли или ей больше 24 часов. Попросите, пожалуйста, новую.
invitation-needless = Вам это уже можно. Ничего не изменилось.
staff-chat-set = Теперь это чат сотрудников: сюда приходят запросы на одобрение, отчёты и сообщения об ошибках. Читать их могут все в этом чате, а кнопки работают только у тех, у кого есть право.
staff-chat-unset = Это больше не чат сотрудников. То, что приходило сюда, снова получает каждый владелец.
staff-chat-none = Чата сотрудников нет: запросы на одобрение, отчёты и сообщения об ошибках получает каждый владелец. Выберите группу или напишите в ней /staff_chat от своего имени, не как анонимный администратор.
staff-chat-is = Чат сотрудников — { $chat }: туда приходят запросы на одобрение, отчёты и сообщения об ошибках.
staff-chat-choose = 👥 Выбрать группу
staff-chat-off = ✖ Без чата сотрудников
staff-chat-lost = Я не могу писать в чат сотрудников, поэтому вы получаете то, что должно приходить туда. Добавьте меня в группу снова или выберите другую: /staff_chat
staff-chat-now = Чат сотрудников теперь — группа { $chat }. Так решил владелец: { $by }.
staff-chat-no-more = Чата сотрудников больше нет. Так решил владелец: { $by }. То, что приходило туда, получает каждый владелец.
audit = <b>Что сделали сотрудники</b>, сначала новое ({ $zone })
audit-empty = Сотрудники ещё не сделали ничего, что здесь записывается.
audited-editor-invited = создана ссылка на роль редактора
audited-announcer-invited = создана ссылка на роль автора объявлений
audited-links-withdrawn = закрыты неиспользованные ссылки
audited-editor-joined = получена роль редактора, пригласил владелец { $subject }
audited-announcer-joined = получена роль автора объявлений, пригласил владелец { $subject }
audited-editor-added = дана роль редактора: { $subject }
audited-announcer-added = дана роль автора объявлений: { $subject }
audited-editor-removed = снята роль редактора: { $subject }
audited-announcer-removed = снята роль автора объявлений: { $subject }
audited-editor-left = отказ от роли редактора
audited-announcer-left = отказ от роли автора объявлений
audited-staff-chat-set = выбран чат сотрудников: { $subject }
audited-staff-chat-unset = отменён чат сотрудников: { $subject }
errors = <b>Ошибок: { $count }</b>. В журнале каждая записана под своим кодом:
errors-next = О следующих я сообщу вместе, не раньше чем через { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }.
# Groups and inline.
kept-memberships = Группы и каналы, в которых я состою: что мне там можно, их язык и просили ли меня вести себя тише; сведений о людях нет. Пока я в них и после этого.
kept-inline_choices = Сколько раз за день ответ отправили через «@bot …», без указания человека и чата: 90 дней.
kept-unparsed = То, что набрали после «@bot», а я не поняла, без указания человека, чтобы кнопка «Спросить лично» открылась с этим вопросом: 15 минут.
kind-film = Фильм
kind-agreement = Соглашение
kind-person = Человек
kind-organisation = Организация
kind-place = Место
kind-country = Страна
kind-festival = Фестиваль
kind-edition = Фестиваль одного года
kind-award = Награда
kind-event = Событие
inline-record = { $kind } · { $summary }
inline-nothing = В моей базе ничего не нашлось
inline-nothing-hint = Попробуйте название фильма, имя или страну либо спросите меня лично.
inline-nothing-card = В моей базе об этом ничего нет. Я знаю о сотрудничестве Казахстана в кино и культуре: о фильмах, соглашениях, людях и фестивале «Коркыт Ата». Спросите меня своими словами.
open-in-private = ↗ Открыть в личном чате
ask-in-private = ↗ Спросить лично
command-ask = задать вопрос
command-settings = для админов: язык, объявления, тихий режим
group-welcome = Здравствуйте! Я отвечаю на вопросы о фильмах Казахстана, соглашениях и фестивале «Коркыт Ата», когда меня спрашивают: <code>/ask Кто снял «Кайтадан»?</code> — или ответом на моё сообщение. В остальное время молчу. Админам: /settings.
group-welcome-remove = ✕ Убрать это сообщение
group-help = Спрашивайте командой <code>/ask</code> с вопросом на казахском, русском или английском либо ответом на моё сообщение; если ответить на чужое сообщение одной командой <code>/ask</code>, я отвечу на него. /films, /agreements, /people, /festival и /countries покажут, что есть в моей базе. Кнопкой ✕ мой ответ могут убрать тот, кто спросил, и админы. /settings — для админов.
group-usage = Напишите вопрос после команды: <code>/ask Кто снял «Кайтадан»?</code>
group-unknown = Этого в моей базе нет.
group-personal = Об этом я рассказываю только в личном чате.
group-settings = <b>Как я веду себя в этой группе</b>
    Объявления фестиваля: { $announcements ->
        [yes] приходят сюда.
       *[no] сюда не приходят.
    }
    { $quiet ->
        [yes] Тихий режим: отвечаю только на команды, например /ask.
       *[no] Отвечаю на команды, на ответы на мои сообщения и на упоминания, если Telegram мне их показывает.
    }
group-announcements-get = 🔔 Получать объявления
group-announcements-stop = 🔕 Отписаться от объявлений
group-quiet = 🤫 Отвечать только на команды
group-talk = 💬 Отвечать и на упоминания
group-subscribed = Объявления фестиваля будут приходить в эту группу. Отписать группу может админ: /unsubscribe.
group-unsubscribed = Объявления больше не будут приходить в эту группу. Вернуть их может админ: /subscribe.
only-admins = Это могут только админы этой группы.
not-removed = Это сообщение я убрать уже не могу. Его может удалить админ.
group-too-many = Слишком много вопросов сразу из этой группы. Снова начну отвечать через { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[many] { $minutes } минут
 }.
# Composing announcements.
kept-composing = Что вы сейчас составляете и относится ли к этому ваше следующее сообщение, — пока объявление не отправлено или вы его не удалите.
command-announce = написать объявление
command-announcements = все объявления
announce-state = { $state ->
        [draft] черновик
        [review] прочитано, но ещё не отправлено
        [scheduled] запланировано
        [countdown] сейчас уйдёт
        [sending] { $action ->
            [edit] исправляется
            [delete] отзывается
           *[send] рассылается
        }
        [paused] на паузе
        [cancelled] остановлено
        [expired] срок истёк
       *[done] { $action ->
            [edit] исправлено
            [delete] отозвано
           *[send] разослано
        }
    }
announce-title = <b>Объявление { $id }</b>: { announce-state }
announce-prompt = { $awaits ->
        [text] <i>Напишите текст — язык я узнаю сама. Можно прислать все три языка одним сообщением, каждый текст под строкой kk:, ru: или en:. Подойдёт и фото, видео или документ.</i>
        [text-kk] <i>Напишите казахский текст. Он заменит прежний.</i>
        [text-ru] <i>Напишите русский текст. Он заменит прежний.</i>
        [text-en] <i>Напишите английский текст. Он заменит прежний.</i>
        [links] <i>Для каждой кнопки напишите строку: надпись и адрес, например «Билеты https://example.org». Для трёх языков: «Билет / Билеты / Tickets https://example.org».</i>
        [due] <i>Когда отправить? Выберите или напишите время: «завтра 09:30», «5.10 18:00», «в пятницу 12:00».</i>
        [expires] <i>До какого времени имеет смысл отправлять? Кому объявление к этому времени не придёт, тот его уже не получит. Выберите или напишите время: «18:40», «завтра 12:00».</i>
        [whom] <i>Кому отправить? Сотрудники всегда получают первыми.</i>
        [topic] <i>О чём объявление? Получатели могут отключить тему.</i>
       *[none] <i>Все три текста есть. Откройте предпросмотр и отправляйте.</i>
    }
announce-now-is = Сейчас { $at }.
announce-missing = <i>текста нет; эти люди получат объявление { $instead ->
        [kk] на казахском
        [ru] на русском
       *[en] на английском
    }</i>
announce-no-text = <i>текста пока нет</i>
announce-media = 📎 { $type ->
        [photo] С фото; тексты станут подписями к нему.
        [video] С видео; тексты станут подписями к нему.
       *[document] С документом; тексты станут подписями к нему.
    }
announce-reached = { $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    }{ $groups ->
        [0] {""}
        [one] , { $groups } группа
        [few] , { $groups } группы
       *[many] , { $groups } групп
    }{ $channels ->
        [0] {""}
        [one] , { $channels } канал
        [few] , { $channels } канала
       *[many] , { $channels } каналов
    }
announce-whom = 👥 Кому: { announce-reached }
announce-whom-staff = 👥 Только сотрудникам
announce-topic = 🏷 Тема: { $topic }
announce-when = 🕘 { $at } ({ $zone })
announce-when-now = 🕘 Сразу
announce-expires = ⌛ Не позже: { $at }
announce-sound = { $sound ->
        [silent] 🔕 Без звука
        [sound] 🔔 Со звуком
       *[auto] 🔔 Со звуком, но без звука в тихие часы ({ $hours })
    }
announce-is-urgent = ❗ Срочное: его получат и те, кто писал мне за последние 14 дней и не отписывался.
announce-links = 🔗 Кнопки: { $number }
announce-no-media = 📎 Без файла
announce-choose-whom = 👥 Кому
announce-choose-topic = 🏷 Тема
announce-choose-when = 🕘 Когда
announce-choose-expiry = ⌛ Не позже
announce-choose-sound = { $sound ->
        [silent] 🔕 Без звука
        [sound] 🔔 Со звуком
       *[auto] 🔔 Ночью без звука
    }
announce-preview-links = { $on ->
        [0] ☐ Превью ссылки
       *[1] ☑ Превью ссылки
    }
announce-choose-unknown = { $policy ->
        [resend] Если неясно, дошло ли: повторить
        [skip] Если неясно, дошло ли: не повторять
       *[ask] Если неясно, дошло ли: спросить
    }
announce-choose-urgent = { $on ->
        [0] ☐ Срочное
       *[1] ☑ Срочное
    }
announce-preview = 👁 Предпросмотр
announce-delete = 🗑 Удалить черновик
announce-back = ‹ Назад
announce-everyone = Всем
announce-staff = Только сотрудникам
announce-private = Личные чаты
announce-groups = Группы
announce-channels = Каналы
announce-no-topic = Без темы
announce-in = { $minutes ->
        [30] Через 30 минут
        [60] Через час
        [180] Через 3 часа
       *[720] Через 12 часов
    }
announce-tomorrow = Завтра в 09:30
announce-never = Без срока
announce-no-links = ✖ Без кнопок
announce-no-text-in = ✖ Без этого текста
announce-gone = Этого объявления больше нет.
announce-changed = Тем временем объявление изменилось. Вот как оно выглядит сейчас.
announce-in-private = Объявления я составляю с вами только в личном чате.
announce-none = Объявлений ещё нет. Начать первое: /announce.
announce-list = <b>Объявления</b>: всего { $number }, сначала новые. Выберите любое.
announce-urgent-owner = Сделать объявление срочным и отправить срочное может только владелец.
announce-no-choice = Так выбрать нельзя: хоть кто-то должен получить объявление.
announce-draft-over = Объявление, которое вы составляли, — уже не черновик. Что с ним сейчас, покажет /announcements.
announce-too-long = Этот текст слишком длинный: знаков в нём { $length }, а Telegram принимает не больше { $limit }.
announce-no-time = Я не поняла время, или оно уже прошло. Напишите, например, «завтра 09:30», «5.10 18:00» или «18:40».
announce-no-link = Из этого кнопки не сделать: { $line }. В строке нужны надпись и адрес, который начинается с https://; кнопок может быть не больше 8.
announce-which-language = На каком языке этот текст? Если на нём текст уже есть, этот его заменит.
announce-not-a-text = Это не для объявления
announce-language-noted = Принято.
announce-duration = { $minutes ->
        [0] {""}
       *[other] { $minutes } мин{" "}
    }{ $seconds } с
announce-takes = Всего { announce-reached }, примерно { $duration }
announce-reaches-more = ❗ Здесь посчитаны и те, кто не подписывался, но писал мне за последние 14 дней.
announce-differs = { $kind ->
        [number] Числа в текстах на разных языках расходятся
        [date] Месяцы в текстах на разных языках расходятся
       *[link] Ссылки в текстах на разных языках расходятся
    } — { $found }
announce-long = { $code }: знаков { $length } — для телефона это много.
announce-alike = В объявлении { $id } за последние сутки сказано почти то же самое.
announce-edit = ✏️ Изменить
announce-read = 👁 Прочитать
announce-send = 📣 Отправить
announce-schedule = 📣 Запланировать
announce-ask-approval = 👥 Попросить одобрения
announce-approve = ✅ Одобрить
announce-approved = ✅ Одобрено: { $who }
announce-needs-approval = 👥 Прочитать и одобрить должен кто-то другой. Автор: { $who }.
announce-asks-approval = { $who } просит вас прочитать и одобрить объявление { $id }.
announce-asked = { $number ->
        [0] Попросить некого: больше никто не вправе делать объявления.
       *[other] Я попросила об одобрении и сообщу вам о нём.
    }
announce-not-own = То, что написали вы, должен одобрить кто-то другой.
announce-approved-now = Объявление { $id } одобрено ({ $who }). Теперь его можно отправить.
announce-open = Открыть
announce-empty = Отправлять пока нечего: напишите текст или пришлите фото, видео или документ.
announce-open-private = Я пока не могу вам написать. Откройте наш личный чат, нажмите «Старт» и попробуйте ещё раз.
announce-refused = Telegram не принимает это сообщение: { $reason }
announce-not-approved = Эта версия ещё не одобрена.
announce-too-late = Объявление уйдёт позже срока, который вы ему поставили. Измените время отправки или срок.
announce-sent-already = Объявление уже в пути: его отправляет { $who }.
announce-is-scheduled = Отправка запланирована: { $at }. Отправляет { $who }.
announce-counts-down = Отправляет { $who }. { $seconds ->
        [0] Объявление уходит прямо сейчас.
        [one] Объявление уйдёт через { $seconds } секунду.
        [few] Объявление уйдёт через { $seconds } секунды.
       *[many] Объявление уйдёт через { $seconds } секунд.
    }
announce-undo = ↩️ Отменить отправку
announce-undo-late = Отменить отправку уже поздно. Остановить её ещё можно.
announce-done-of = { $done } из { $total }
announce-paused = { $why ->
        [failures] ⏸ Я приостановила рассылку: слишком много сообщений не удалось отправить. Посмотрите журнал и продолжите.
       *[staff] ⏸ На паузе.
    }
announce-pause = ⏸ Пауза
announce-resume = ▶️ Продолжить
announce-cancel = ✖ Остановить
announce-stop = ⏹ Остановить
announce-stop-late = { $state ->
        [cancelled] Рассылка уже остановлена.
       *[other] Рассылка уже закончилась. Исправить или отозвать объявление можно через /announcements.
    }
announce-stopped-by = Рассылка объявления { $id } остановлена. Кто остановил: { $who }.
announce-staff-first = Сотрудники уже получили объявление. { $seconds ->
        [one] Остальные получат через { $seconds } секунду.
        [few] Остальные получат через { $seconds } секунды.
       *[many] Остальные получат через { $seconds } секунд.
    }
announce-pace = { $rate } в секунду, осталось { $left }
announce-over = Объявление { $id }: { announce-state }.
announce-sent-by = Отправитель: { $who }
announce-took = Это заняло { $duration }.
announce-ended = { $state ->
        [sent] { $action ->
            [edit] ✅ Исправлено: { $number }
            [delete] ✅ Удалено: { $number }
           *[send] ✅ Отправлено: { $number }
        }
        [blocked] 🚫 Заблокировали бота: { $number }
        [failed] ⚠️ Не удалось: { $number }
        [unknown] ❓ Неясно: { $number }
       *[skipped] ⏭ Пропущено: { $number }
    }
announce-reason = { $reason ->
        [muted] тема отключена
        [unsubscribed] тем временем отписались
        [blocked] тем временем заблокировали бота
        [cancelled] рассылку остановили раньше их очереди
        [expired] срок истёк
        [network] нет связи
        [migrated] группа стала супергруппой
       *[crash] работа бота прервалась во время отправки
    }
announce-in-doubt = { $number ->
        [one] <b>Неясно, получил ли его { $number } человек.</b>
        [few] <b>Неясно, получили ли его { $number } человека.</b>
       *[many] <b>Неясно, получили ли его { $number } человек.</b>
    } Отправить им ещё раз? Тогда кто-то может получить его дважды.
announce-again = 🔁 Ещё раз
announce-leave = Оставить так
announce-settled = Это уже решено.
announce-fix = ✏️ Исправить
announce-recall = 🗑 Отозвать
announce-use-again = ♻️ Использовать снова
announce-csv = 📄 CSV
announce-all = ☰ Все объявления
announce-recall-ask = { $number ->
        [one] Удалить его в { $number } чате?
       *[many] Удалить его в { $number } чатах?
    }{ $kept ->
        [0] {""}
       *[other] {" "}Там, где с отправки прошло больше 48 часов, Telegram удалить уже не даёт; таких чатов: { $kept }.
    }
announce-recall-yes = 🗑 Удалить везде
announce-fix-text-only = Исправить можно только тексты: напишите текст, без файла.
announce-fix-which = Я не узнала язык. Начните со строки kk:, ru: или en:.
announce-fix-how = <i>Напишите исправленный текст — язык я узнаю сама. Сначала его увидите вы, потом я исправлю его везде.</i>
announce-fix-ready = { $number ->
        [one] Вот как объявление выглядит после исправления. Исправить в { $number } чате?
       *[many] Вот как объявление выглядит после исправления. Исправить в { $number } чатах?
    }
announce-fix-send = ✏️ Исправить везде
announce-fix-asks = { $who } просит вас прочитать исправление к объявлению { $id } и отправить его.
announce-late = Объявление { $id } должно было уйти, когда я не работала: { $at }. Отправляю его сейчас; сотрудники получают его первыми и могут остановить рассылку.
announce-paused-itself = Я приостановила рассылку объявления { $id }: слишком много сообщений не удалось отправить. Пока её не продолжат, его никто не получит.
announce-expired-unsent = Объявление { $id } не отправлено: срок истёк раньше, чем оно могло уйти.
announce-expired-midway = У объявления { $id } истёк срок. Кто его до сих пор не получил, уже не получит.
announce-doubtful = Моя работа прервалась во время рассылки объявления { $id }. Про некоторых получателей неясно, получили ли они его; сколько их, скажет отчёт.
audited-announcement-composed = начато объявление { $subject }
audited-announcement-deleted = удалён черновик объявления { $subject }
audited-announcement-approved = одобрено объявление { $subject }
audited-announcement-sent = отправлено объявление { $subject }
audited-announcement-undone = отменена отправка объявления { $subject }
audited-announcement-paused = приостановлена рассылка объявления { $subject }
audited-announcement-resumed = продолжена рассылка объявления { $subject }
audited-announcement-cancelled = остановлена рассылка объявления { $subject }
audited-announcement-recalled = отозвано объявление { $subject }
audited-announcement-fixed = исправлено объявление { $subject }
audited-announcement-settled = принято решение о неясных доставках объявления { $subject }
# Programme.
kept-venues = Площадки программы; о вас ничего.
kept-screenings = Программа фестиваля; о вас ничего.
kept-reminders = Напоминания, которые вы поставили в программе, на каком языке и пришли ли они: пока вы их не снимете, но не дольше 30 дней после показа.
command-programme = что идёт: по дням и площадкам
command-my-reminders = мои напоминания
command-programme-template = таблица для программы
programme-none = Программа не загружена, поэтому я не могу сказать, что идёт.
programme-nothing = На это время ничего нет.
programme-nothing-more = Сегодня больше ничего нет.
programme-nothing-now = Прямо сейчас ничего не идёт.
programme-nothing-next = Больше ничего такого в программе нет.
programme-then = <b>Что будет дальше</b>
programme-over = Программа завершена.
programme-next-unknown = Когда пройдёт следующий фестиваль, мне пока неизвестно.
programme-now = <b>Сейчас, { $time }</b>
programme-from = { $last ->
       *[other] с { $time }
    }
programme-until = { $last ->
       *[other] до { $time }
    }
programme-type = { $type ->
        [documentary] документальные фильмы
        [short] короткометражные фильмы
        [feature] игровые фильмы
       *[event] мероприятия
    }
programme-cancelled = отменено
programme-is-cancelled = ❌ <b>Отменено.</b>
programme-by-venue = 🏛 По площадкам
programme-by-hour = 🕐 По часам
programme-day-calendar = 📅 День в календарь
programme-whole-day = ☀ Весь день
programme-calendar = 📅 В календарь
programme-calendar-how = Откройте этот файл, чтобы добавить его в календарь. Если программа изменится, возьмите новый файл: календарь перенесёт то, что в нём уже есть.
programme-map = 📍 На карте
programme-about-film = 🎬 О фильме
programme-back = ‹ Этот день
programme-open = ☰ Программа
programme-not-in-it = «{ $title }» нет в программе.
programme-shown = <b>{ $title }</b> в программе:
programme-was-shown = <b>{ $title }</b>: впереди этого больше нет. В программе было:
programme-spoken = язык: { $languages }
programme-subtitled = { $code ->
        [any] с субтитрами
       *[other] субтитры: { $languages }
    }
programme-language = Язык: { $languages }
programme-subtitles = Субтитры: { $languages }
programme-access = { $access ->
        [free] Вход свободный.
        [ticket] Вход по билетам.
        [accreditation] Для аккредитованных гостей.
       *[invitation] Только по приглашениям.
    }
programme-access-short = { $access ->
        [free] вход свободный
        [ticket] по билетам
        [accreditation] по аккредитации
        [invitation] по приглашениям
       *[untold] как пройти, не указано
    }
programme-access-unknown = В программе не сказано, свободный ли вход.
programme-tickets-where = Где и как получить билет или аккредитацию, в программе не сказано.
programme-length-unknown = В программе не сказано, сколько это длится.
programme-languages-unknown = Ни языка, ни субтитров в программе не указано.
programme-no-address = Адреса этой площадки в программе нет.
programme-gone = Этого в программе больше нет. Что в ней есть, покажет /programme.
programme-inline = Сегодня на фестивале: { $day }
programme-inline-hint = { $count ->
        [one] Впереди { $count } показ или событие
        [few] Впереди { $count } показа и события
       *[other] Впереди { $count } показов и событий
    }
reminder-is-set = { $minutes ->
        [one] 🔔 Напомню за { $minutes } минуту до начала.
        [few] 🔔 Напомню за { $minutes } минуты до начала.
       *[other] 🔔 Напомню за { $minutes } минут до начала.
    }
reminder-minutes = за { $minutes } мин
reminder-in-private = Напоминания я присылаю в личной переписке: откройте её и поставьте напоминание там.
reminder-too-late = Это уже началось или отменено: напоминать не о чем.
reminder-which = О чём напомнить? Откройте нужное и нажмите 🔔.
reminder-choose = Могу напомнить за 15, 30 или 60 минут до начала: нажмите 🔔.
reminder-sooner = До начала осталось меньше.
reminders-none = Напоминаний у вас нет. Откройте показ в /programme и нажмите 🔔.
reminders = <b>Ваши напоминания</b>
reminder-open = ☰ Открыть
reminder-soon = { $minutes ->
        [one] 🔔 «{ $title }»: начало через { $minutes } минуту.
        [few] 🔔 «{ $title }»: начало через { $minutes } минуты.
       *[other] 🔔 «{ $title }»: начало через { $minutes } минут.
    }
reminder-begun = 🔔 «{ $title }»: началось в { $time }.
change-moved = ⚠ <b>«{ $title }»: изменение в программе.</b>
    Было: { $at } · { $venue } («{ $was }»). Теперь:
change-cancelled = ❌ <b>«{ $title }»: отменено.</b>
    Должно было быть: { $at } · { $venue }.
change-restored = ✅ <b>«{ $title }»: всё-таки состоится.</b>
    Было отменено: { $at } · { $venue } («{ $was }»). Теперь:
programme-faults = { $count ->
        [one] Загрузить файл нельзя: в нём { $count } ошибка.
        [few] Загрузить файл нельзя: в нём { $count } ошибки.
       *[other] Загрузить файл нельзя: в нём { $count } ошибок.
    }
programme-faults-more = … и ещё { $count }.
programme-fault-row = Строка { $row }{ $sheets ->
        [one] {" "}(лист: { $sheet })
       *[none] {""}
    }
programme-fault = { $where }, столбец { $column }: { $what ->
        [column] ожидается { $expected }.
        [empty] пусто, ожидается { $expected }.
       *[text] стоит «{ $found }», ожидается { $expected }.
    }
expected-column = один из столбцов шаблона; ближайший — { $near }
expected-kind = screening, event или venue
expected-id = код из строчных букв a–z, цифр и дефисов, не длиннее 24 знаков, например opening или qaitadan-1
expected-unique = код, которого нет ни в одной другой строке
expected-name = название хотя бы на одном языке
expected-latitude = число градусов от -90 до 90, например 43.6532
expected-longitude = число градусов от -180 до 180, например 51.1975
expected-both = и широта, и долгота, либо ни той, ни другой
expected-access = free, ticket, accreditation или invitation
expected-yes-or-no = yes или no
expected-film = код или название фильма из базы, например { $near }; для фильма, которого нет в базе, вместо этого даются названия
expected-venue = код или название площадки из файла, например { $near }
expected-any-venue = площадка: дайте хотя бы одну в строке вида venue
expected-date = дата, например 2026-10-02 или 02.10.2026
expected-time = время, например 18:30
expected-clock = время, которое бывает на часах; это пропускается при переводе стрелок
expected-end = конец не позже чем через 12 часов после начала
expected-languages = коды языков, например kk, ru, en, tr
programme-fault-size = Файл больше { $limit } МиБ. Программа меньше: тот ли это файл?
programme-fault-kind = Файлы такого вида, как «{ $name }», я не читаю. Пришлите .xlsx, .csv или .yaml; таблицу даёт /programme_template.
programme-fault-rows = В файле больше { $limit } строк. В программе их меньше: тот ли это файл?
programme-fault-broken = Не могу прочитать файл: он повреждён, или его имя говорит не о том виде. Сохраните его заново и пришлите ещё раз.
programme-fault-bomb = Этот файл я не распаковываю: он стал бы слишком большим. Сохраните его заново и пришлите ещё раз.
programme-fault-encoding = Текст этого файла не в кодировке UTF-8. Сохраните его как «CSV UTF-8» или как .xlsx и пришлите ещё раз.
programme-fault-no-header = В строке { $row } значение «{ $found }» стоит в столбце без названия. Первая строка должна называть каждый столбец.
programme-fault-alias = В строке { $row } использована ссылка YAML (*…). Напишите значение полностью.
programme-fault-deep = В строке { $row } слишком глубокая вложенность. Каждая запись — это набор текстовых полей.
programme-fault-yaml = Строка { $row } — неправильный YAML.
programme-fault-list = Файл YAML должен быть списком: каждая запись начинается с «- kind: …».
programme-fault-mapping = Строка { $row }: запись должна состоять из полей вида «kind: screening» с текстовыми значениями.
programme-fault-empty = В файле нет строк.
programme-load = <b>Загрузка этого файла сделает следующее:</b>
programme-load-nothing = ничего: программа уже такая
programme-load-added = новых: { $count }
programme-load-entry = «{ $title }», { $at } · { $venue }
programme-load-entry-was = «{ $title }», { $at } · { $venue } (было: { $was })
programme-load-more = … и ещё { $count }
programme-load-moved = с другим временем, площадкой или фильмом: { $count }
programme-load-cancelled = отменено или больше нет в файле: { $count }
programme-load-other = с другими изменениями, о которых никому не сообщается: { $count }
programme-load-venues = новых или изменённых площадок: { $count }
programme-load-forgotten = прошло и больше нет в файле, поэтому будет забыто: { $count }
programme-load-told = людей с напоминаниями, которым сообщу сразу: { $count }
programme-load-yes = ✅ Загрузить
programme-load-no = Не загружать
programme-not-loaded = Я ничего не загрузила.
programme-file-gone = Файла над этим сообщением больше нет. Пришлите его, пожалуйста, ещё раз.
programme-loaded = <b>Программа загружена.</b>
programme-changed-staff = <b>Программа изменилась.</b> Тем, кто поставил напоминание, я сообщаю. Рассказать всем в объявлении?
programme-changed-moved = «{ $title }»: изменение. Теперь: { $at } · { $venue }
programme-changed-cancelled = «{ $title }», { $at } · { $venue }: отменено.
programme-announce = 📣 Черновик объявления
programme-announced = Изменения в программе
programme-drafted = Объявление { $id } теперь в черновиках: изменения на трёх языках.
programme-template = Заполните листы «programme» и «venues» и пришлите мне файл. Что значит каждый столбец, говорит лист «help». Когда показ переносится, его id остаётся прежним: тогда с ним переносятся и напоминания.
audited-programme-loaded = загрузка программы из файла { $subject }
column-kind = screening (показ), event (событие) или venue (площадка); для показов и на листе «venues» можно не заполнять
column-id = ваш собственный код, например opening; во всех файлах один и тот же, чтобы были видны изменения
column-film = код или название фильма из базы; для других фильмов и для событий пусто
column-name = название на этом языке; не нужно, если заполнен столбец «film»
column-venue = код или название площадки
column-date = день, например 2026-10-02; после полуночи — день, который уже начался
column-start = начало, например 18:30, по времени фестиваля
column-end = конец; можно не заполнять
column-language = язык фильма, кодами: kk, ru, en, tr …
column-subtitles = языки субтитров, кодами
column-access = free (свободный вход), ticket (билет), accreditation (аккредитация) или invitation (приглашение); можно не заполнять
column-note = что ещё нужно знать гостям, на этом языке
column-cancelled = yes, если отменено
column-aliases = другие названия площадки, через запятую
column-address = адрес на этом языке
column-latitude = широта в градусах, для карты
column-longitude = долгота в градусах, для карты

# Faults of a programme's file.
expected-value = значение: формула в этой ячейке его не даёт
expected-once = запись, которая есть в файле один раз: { $near } — то же самое, там же и в тот же час

# Questions and requests.
kept-unanswered = Вопросы, на которые я не смогла ответить: без указания, кто спросил, а длинные числа, адреса и имена скрыты. После того как вопрос задали в последний раз, он хранится { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }. От вопросов не ко мне остаётся только форма, по которой узнаются такие же.
kept-watches = Вопросы, ответ на которые вы просили сообщить, под вашим числовым id: пока вы его не получите или пока никто не спрашивает о том же { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } подряд.
kept-requests = О чём вы спросили человека или что назвали устаревшим, под вашим числовым id, и кто из сотрудников ответил: 30 дней.
kept-prompts = К какому моему сообщению относится ответ, если вы что-то дополняете или отвечают сотрудники: 30 дней.
kept-asked = Сколько раз за час спрашивали, на каком языке и какого рода был ответ, без людей и текстов: 400 дней.
kept-asked_about = Сколько раз за день спрашивали о записи базы и сколько разных людей; кто это был, я нигде не записываю: 400 дней.
tell-me = 🔔 Сообщить, когда узнаете
do-not-tell = 🔕 Не сообщать
tell-me-noted = Я напишу вам сюда, как только узнаю ответ.
tell-me-never = Редакторы решили, что этот вопрос не ко мне, поэтому ответа у меня не будет.
told = Вы спрашивали: «{ $question }». Теперь я знаю ответ:
told-never = Вы спрашивали: «{ $question }». Редакторы решили, что этот вопрос не ко мне. Жаль, что я не могу помочь.
ask-person = 🙋 Спросить человека
ask-person-done = Я передала ваш вопрос сотрудникам, без вашего имени. Ответ придёт сюда.
ask-person-already = Этот вопрос я уже передала. Ответ придёт сюда.
ask-person-nobody = Сейчас мне некому передать этот вопрос.
person-asked = 🙋 <b>Гость спрашивает:</b> «{ $question }» ({ $written ->
        [kk] на казахском
        [ru] на русском
       *[en] на английском
    })
    Ответьте на это сообщение, и я передам ваш ответ. Кто его написал, гость не узнает.
answer-of-person-question = Вы спрашивали: «{ $subject }». Вам отвечает сотрудник:
answer-of-person-outdated = Вы сообщили, что это устарело: { $subject }. Редакторы отвечают:
request-passed-on = ✅ Ваш ответ передан.
# Who answered has had all personal data deleted.
one-of-staff = кто-то из сотрудников
request-over = { $state ->
        [answered] На это уже есть ответ. Кто ответил: { $who }.
        [sending] На это сейчас отвечают. Кто отвечает: { $who }.
        [unreachable] С этим гостем больше нельзя связаться.
       *[closed] Это закрыто без ответа. Кто закрыл: { $who }.
    }
request-gone = Это уже закрыто: через 30 дней, или если гость удалил свои данные, я такое забываю.
request-only-staff = Отвечать здесь могут только сотрудники, от своего имени. Это сообщение я не передала.
request-unreachable = Гость заблокировал меня, поэтому передать ответ не удалось.
request-doubtful = Telegram не сообщил, дошёл ли ваш ответ. Второй раз я его не отправлю, чтобы гость не получил его дважды.
request-remarked = Спасибо, редакторы это увидят.
request-question = <b>Гость спрашивает человека</b>, { $position } из { $count } ({ $written ->
        [kk] на казахском
        [ru] на русском
       *[en] на английском
    })

    «{ $subject }»
request-outdated = <b>Сообщение об устаревшем</b>, { $position } из { $count } ({ $written ->
        [kk] на казахском
        [ru] на русском
       *[en] на английском
    })

    { $subject }
request-remark = Гость пишет: «{ $remark }»
request-answer = ✍ Ответить
request-close = ✔ Закрыть
request-open-card = 📇 Открыть карточку
request-write-answer = Напишите ответ гостю ответом на это сообщение. Речь о следующем: { $subject }
requests-none = Никто из гостей не ждёт сотрудников.
queue-questions = ❓ Вопросы без ответа: { $count }
queue-requests = 🙋 Обращения гостей: { $count }
report-outdated = ⚠ Сообщить, что устарело
outdated-done = Спасибо, редакторы посмотрят: { $record }. Что здесь уже не так? Если хотите, напишите это ответом на это сообщение, лучше с источником. Если редакторы ответят, я передам ответ сюда.
outdated-already = Вы об этом уже сообщили, редакторы это видят.
outdated-in-group = Спасибо, редакторы это увидят. Если они ответят, я напишу вам в наш личный чат.
command-unanswered = что спрашивают гости, а я не знаю
unanswered = <b>Без ответа</b>, { $position } из { $count }
unanswered-times = Спросили { $times ->
        [one] { $times } раз
        [few] { $times } раза
       *[many] { $times } раз
    }, в последний раз { $last }
unanswered-watching = { $count ->
        [one] Ответа ждёт { $count } человек.
        [few] Ответа ждут { $count } человека.
       *[many] Ответа ждут { $count } человек.
    }
unanswered-signs = <i>{ $number } стоит вместо длинного числа, { $address } — вместо адреса, { $name } — вместо имени.</i>
unanswered-none = Вопросов без ответа нет.
unanswered-means = 💡 Это значит …
unanswered-new = ➕ Новая запись
unanswered-ignore = 🚫 Не к нам
unanswered-decided = С этим вопросом уже кто-то разобрался. Вот что ещё открыто.
unanswered-new-how = В моей базе пока нет записи для «{ $question }». Напишите /kb export, добавьте для неё строку на листе её вида, на трёх языках и с источником, и пришлите мне таблицу обратно: я её проверю и покажу, что изменится. Как только запись появится, я сообщу тем, кто ждёт ответа.
means-which = «{ $question }»: о какой записи речь?
means-in-words = Или ответьте на это сообщение: назовите запись или задайте тот же вопрос словами, которые я понимаю.
means-nothing = По этим словам я ничего не нашла. Ответьте на моё сообщение выше: назовите иначе или спросите другими словами.
means-property = «{ $question }» — это о записи: { $record }. Что о ней спрашивают?
means-whole = 📇 Всё о ней
audited-question-ignored = вопрос признан чужим: { $subject }
audited-request-answered-question = дан ответ на вопрос гостя: { $subject }
audited-request-answered-outdated = дан ответ на сообщение об устаревшем: { $subject }
audited-request-closed = закрыто обращение гостя: { $subject }
command-stats = о чём спрашивают, в картинках
command-qr = QR-код записи для печати
stats = <b>Последние { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }</b>: вопросов — { $count }. Записи учитываются, только если за один день о них спросили не меньше разных людей, чем { $people }.
stats-nothing = За последние { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } никто ничего не спрашивал, и объявлений не было.
stats-span = { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
stats-csv = 📄 CSV
stats-csv-how = Последние { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } в виде таблицы, без сведений о людях.
stats-hours = Вопросы по часам суток, последние { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
stats-hours-axis = час ({ $zone })
stats-shares = Что стало с вопросами, последние { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
stats-records = О чём спрашивают чаще всего, последние { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
stats-people = Только то, о чём за один день спросили разные люди, не меньше { $people }.
stats-reach = До кого дошли объявления
stats-language-all = Все
stats-language-kk = Казахский
stats-language-ru = Русский
stats-language-en = Английский
stats-answer = есть ответ
stats-clarify = уточнение
stats-unknown = нет ответа
stats-got = получили
stats-missed = не получили
qr = QR-код для печати: <b>{ $record }</b>. Файл .svg — для типографии, .png — для документов. Печатайте не меньше 2 см в ширину, с белым полем, тёмным по светлому. Он открывает { $link } на языке того, кто его сканирует.
qr-how = Напишите, для какой записи нужен код, например /qr Кайтадан.
qr-which = Какая запись имеется в виду: «{ $said }»?
qr-nothing = По словам «{ $said }» я не нашла записи. Напишите её название, как в /films или /agreements, или её id.

# Правка базы: выученные фразы, факты, таблицы.
kept-changes = Что вы изменили в базе; это её часть и остаётся.
kept-taught = Фразы, которым вы научили бота; это часть базы и остаётся.
kept-proposals = Изменение, которое ждёт решения, — не дольше 30 дней.
kept-editing = Что вы сейчас правите, — не дольше 30 дней.
proposal-checking = 🔎 Проверяю на всей базе. Это займёт несколько секунд…
proposal-check-failed = Проверить не получилось: сбой в самой проверке. Ничего не изменено. Сообщите, пожалуйста, тому, кто обслуживает бота, и попробуйте позже.
proposal-gone = Решение уже принято.
proposal-discarded = Отклонено. Ничего не изменено.
proposal-base-changed = ⚠️ С тех пор база изменилась, поэтому проверка проведена заново. Посмотрите, пожалуйста, ещё раз.
proposal-no = Отклонить
proposal-mine = Поставить моё
proposal-yes-phrase = ✅ Научить
proposal-yes-phrase-all-the-same = ⚠️ Всё равно научить
proposal-yes-unteach = ✅ Убрать
proposal-yes-unteach-all-the-same = ⚠️ Всё равно убрать
proposal-yes-edit = ✅ Применить
proposal-yes-edit-all-the-same = ⚠️ Всё равно применить
proposal-yes-file = ✅ Применить
proposal-yes-file-all-the-same = ⚠️ Всё равно применить
proposal-yes-undo = ✅ Отменить правку
proposal-yes-undo-all-the-same = ⚠️ Всё равно отменить правку
proposal-phrase = <b>Научить этой фразе?</b>
proposal-phrase-reply = На «{ $phrase }» бот ответит:
    <blockquote>{ $reply }</blockquote>
proposal-unteach = <b>Убрать эту выученную фразу?</b> «{ $name }»
proposal-edit = <b>Применить эту правку?</b> { $name }
proposal-file = <b>Применить этот файл?</b> { $name }
proposal-undo = <b>Отменить эту правку?</b> { $name }
proposal-unheard = ⚠️ Эта фраза сама называет другую запись, и ответ будет по-прежнему о ней: так научить нельзя.
proposal-fault = ❌ В таком виде базу не собрать:
proposal-cell = <b>{ $record }</b> ({ $id }) · { $property }
proposal-old = − { $part }: <s>{ $value }</s>
proposal-new = + { $part }: { $value }
proposal-missing = + { $part }: текста нет
proposal-more = … и ещё { $count }
proposal-records = Записи: добавлено — { $added }, изменено — { $changed }, удалено — { $removed }
proposal-parts = { $part }: добавлено — { $added }, изменено — { $changed }, удалено — { $removed }
proposal-conflict = ⚠️ <b>Пока вы правили, это изменил кто-то другой.</b>
proposal-now = { $part }, сейчас: { $value }
proposal-yours = { $part }, у вас: { $value }
proposal-blocking = { $count ->
    [one] ❌ <b>{ $count } ошибка сломала бы базу:</b>
    [few] ❌ <b>{ $count } ошибки сломали бы базу:</b>
   *[other] ❌ <b>{ $count } ошибок сломали бы базу:</b>
 }
proposal-findings = { $count ->
    [one] ⚠️ <b>{ $count } место выглядит ошибкой:</b>
    [few] ⚠️ <b>{ $count } места выглядят ошибкой:</b>
   *[other] ⚠️ <b>{ $count } мест выглядят ошибкой:</b>
 }
proposal-lost = { $count ->
    [one] ⚠️ <b>На этом держится { $count } более позднее изменение; оно будет отложено:</b>
    [few] ⚠️ <b>На этом держатся { $count } более поздних изменения; они будут отложены:</b>
   *[other] ⚠️ <b>На этом держатся { $count } более поздних изменений; они будут отложены:</b>
 }
proposal-no-regression = ✔️ Ответы на все проверочные вопросы прежние.
proposal-regressions = { $count ->
    [one] ⚠️ <b>Изменится ответ на { $count } вопрос:</b>
    [few] ⚠️ <b>Изменятся ответы на { $count } вопроса:</b>
   *[other] ⚠️ <b>Изменятся ответы на { $count } вопросов:</b>
 }
proposal-regression = • «{ $question }»
    сейчас: { $before }
    станет: { $after }
proposal-done-phrase = ✅ Бот выучил фразу «{ $name }» и теперь отвечает на неё так. Все выученные фразы — /taught.
proposal-done-unteach = ✅ Фраза «{ $name }» больше не выучена.
proposal-done-edit = ✅ Правка действует: { $name }. Отменить её можно через /kb undo.
proposal-done-file = ✅ Файл применён: { $name }. Отменить это можно через /kb undo.
proposal-done-undo = ✅ Правка отменена: { $name }.
audited-base-phrase = бот обучен фразе «{ $subject }»
audited-base-unteach = убрана выученная фраза «{ $subject }»
audited-base-edit = правка: { $subject }
audited-base-file = база загружена из файла { $subject }
audited-base-undo = отменена правка: { $subject }
cell-summary = описание
cell-names = названия
cell-aliases = другие названия
cell-names-latin = названия казахской латиницей
cell-names-original = оригинальные названия
cell-kind = вид
cell-type = тип
cell-links = связанные записи
cell-forms = падежные формы
cell-forms-adjective = прилагательные
cell-forms-people = названия народа
cell-highlight = примечание { $number }
cell-part-value = значение
cell-part-sources = источники
command-edit = править запись
command-taught = выученные фразы
command-kb = база: выгрузка, отмена правок
taught-none = Пока бота не научили ни одной фразе.
taught = <b>Выученные фразы: { $count }</b>
taught-line = • «{ $phrase }» → { $asks }
    { $date }, { $by }
taught-line-from = • «{ $phrase }» → { $asks }
    { $date }, { $by }, из вопроса { $question }
taught-remove = ✕ { $phrase }
taught-gone = Эта фраза уже убрана.
kb-overview = <b>База</b>, версия { $revision }
    Правок — { $edits }, в них изменённых ячеек — { $changes }, из них отложено — { $aside }. Выученных фраз — { $taught }.

    /edit и название — править запись
    /kb export — получить всё таблицей и в YAML; пришлите файл обратно, и я покажу, что он меняет
    /kb undo — отменить правку
    /taught — выученные фразы
kb-no-edits = Базу пока никто не правил.
kb-edits = <b>Правки, начиная с последней.</b> Какую отменить?
kb-edit = { $number }. { $title }
    { $date }, { $by }
kb-edit-aside = { $count ->
    [one] ⚠️ Отложена { $count } ячейка: там теперь не то, что видел редактор.
    [few] ⚠️ Отложены { $count } ячейки: там теперь не то, что видел редактор.
   *[other] ⚠️ Отложено { $count } ячеек: там теперь не то, что видел редактор.
 }
kb-edit-gone = Эта правка уже отменена.
kb-undo = ↩ { $number }. { $title }
kb-title-more = { $title } и ещё { $count }
kb-set-aside = { $count ->
    [one] ⚠️ После обновления в { $count } ячейке, которую меняли редакторы, стоит не то, что они видели. Их изменение отложено, ответы даются по обновлению.
    [few] ⚠️ После обновления в { $count } ячейках, которые меняли редакторы, стоит не то, что они видели. Их изменения отложены, ответы даются по обновлению.
   *[other] ⚠️ После обновления в { $count } ячейках, которые меняли редакторы, стоит не то, что они видели. Их изменения отложены, ответы даются по обновлению.
 }
edit-button = ✏️ Править
edit-which = Напишите после команды, что править, например: /edit Қайтадан
edit-choose = Какую запись?
edit-none = Записи «{ $said }» не нашлось. Попробуйте название на другом языке.
edit-record = <b>Правка: { $record }</b> ({ $id })
    Что из этого?
edit-lacking = <b>{ $record }</b> ({ $id }): об этом пока ничего нет. Что добавить?
edit-more = ＋ Чего не хватает
edit-back = ‹ Назад
edit-stop = Прекратить
edit-part = { $part }: { $value }
edit-part-new = ✏️ { $part }: <b>{ $value }</b>
edit-part-missing = ✏️ { $part }: <b>текста нет</b>
edit-part-empty = { $part }: —
edit-prompt = Пришлите новый текст. Все три сразу — так:
    <code>kk: …
    ru: …
    en: …</code>
    Текст на одном языке можно прислать без пометки. <code>value: …</code> — значение, с которым база считает, <code>sources: …</code> — источники; прочерк (–) значит «пусто».
edit-show = 🔎 Проверить и показать
edit-missing = ∅ { $part }
edit-remove = 🗑 Убрать этот факт
edit-no-language = Не могу понять, на каком это языке. Начните, пожалуйста, текст с kk:, ru: или en:
edit-no-part = У «{ $property }» нет части «{ $part }». Пришлите, пожалуйста, ещё раз без неё.
edit-nothing = Там уже стоит именно это. Пришлите то, что должно измениться.
edit-proposed = Вот что вы написали:
edit-stopped = Хорошо. Ничего не изменено.
edit-over = Эта карточка больше не действует. Чтобы начать заново, напишите /edit и название.
edit-value-stays = ⚠️ То, с чем база считает, остаётся прежним: <code>value: { $value }</code>. Если это уже неверно, пришлите и его.
kb-exported = Лист на каждый вид, строка на каждое свойство, столбец на каждый язык. Измените что нужно и пришлите файл: прежде чем что-то изменится, я всё покажу. Удалённая строка — это убранный факт, пустая ячейка — текст, которого нет.
kb-exported-yaml = То же в YAML, по файлу на каждый вид.
upload-faults = { $count ->
    [one] <b>Этот файл принять нельзя. Ничего не изменено.</b>
    [few] <b>Этот файл принять нельзя: надо исправить { $count } места. Ничего не изменено.</b>
   *[other] <b>Этот файл принять нельзя: надо исправить { $count } мест. Ничего не изменено.</b>
 }
upload-nothing = Этот файл ничего не меняет: база уже такая.
cell-highlight-cues = слова для примечания { $number }
edit-prompt-value = Пришлите новое значение; если их несколько, разделите их точкой с запятой. Прочерк (–) значит «пусто».

# Many replicas.
health-copied-elsewhere = её делают средства самого PostgreSQL, мне она не видна
