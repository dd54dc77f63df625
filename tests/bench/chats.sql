-- What a festival with so many chats leaves behind, for tests/bench/chats.py: :chats private chats, their people from :first on, and all that hangs
-- on them. :now in Unix seconds, :today in days. Both databases take it.

-- name: chats
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :chats - 1)
INSERT INTO chats (chat_id, type, subscription, blocked_at, seen_on, changed_at)
SELECT :first + i, 'private', CASE WHEN i % 10 < 6 THEN 'subscribed' WHEN i % 10 < 8 THEN 'unsubscribed' ELSE 'offered' END,
    CASE WHEN i % 50 = 0 THEN :now - 86400 END, :today - i % 60, :now - i % 2592000 FROM n;

-- name: groups
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :chats / 100 - 1)
INSERT INTO chats (chat_id, type, subscription, seen_on, changed_at) SELECT -1000000000000 - i, 'supergroup', 'subscribed', :today - i % 60, :now FROM n;

-- name: memberships
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :chats / 100 - 1)
INSERT INTO memberships (chat_id, type, status, may_write, changed_at) SELECT -1000000000000 - i, 'supergroup', 'member', 1, :now FROM n;

-- name: people
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :chats - 1)
INSERT INTO people (user_id, language, updated_at) SELECT :first + i, CASE i % 3 WHEN 0 THEN 'kk' WHEN 1 THEN 'ru' ELSE 'en' END, :now - i % 2592000 FROM n;

-- name: conversations
-- Every fifth has asked since the last night.
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :chats / 5 - 1)
INSERT INTO conversations (chat_id, topic_id, user_id, query, asked_at)
SELECT :first + 5 * i, 0, :first + 5 * i, 'film-qaitadan.director', :now - i % 86400 FROM n;

-- name: answers
-- Three of each, over as many days as they are kept and one more.
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 3 * :chats - 1)
INSERT INTO answers (chat_id, question_id, answer_id, query, answered_at, asker_id)
SELECT :first + i / 3, 2 * (i % 3) + 1, 2 * (i % 3) + 2, 'film-qaitadan.director', :now - (CAST(i AS BIGINT) * 7919) % 2678400, :first + i / 3 FROM n;

-- name: muted_topics
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :chats / 50 - 1)
INSERT INTO muted_topics (chat_id, topic) SELECT :first + 50 * i, 'press' FROM n;

-- name: unanswered
-- Few are open: those are asked again when the bot starts, which is no part of an update.
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
INSERT INTO unanswered (id, group_id, text, key, language, times, last_at, state)
SELECT i + 1, i / 2 * 2 + 1, 'Who carried the camera ' || i || '?', 'carried camera ' || i, 'en', 1 + i % 7, :now - i % 7776000, CASE WHEN i % 100 = 0 THEN 'open' ELSE 'ignored' END FROM n;

-- name: watches
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :chats / 50 - 1)
INSERT INTO watches (user_id, question_id, language, asked_at, state) SELECT :first + 50 * i, 1 + i % 10000, 'en', :now - i % 7776000, 'waiting' FROM n;

-- name: requests
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :chats / 500 - 1)
INSERT INTO requests (id, user_id, kind, subject, language, asked_at, state)
SELECT i + 1, :first + 500 * i, 'question', 'Who carried the camera?', 'en', :now - i % 2592000, 'open' FROM n;

-- name: prompts
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :chats / 500 - 1)
INSERT INTO prompts (chat_id, message_id, subject_id, awaits, made_at) SELECT :first + 500 * i, 9, i + 1, 'comment', :now - i % 2592000 FROM n;

-- name: venues
INSERT INTO venues (id, content) VALUES ('hall', '{"names": {"kk": "Зал", "ru": "Зал", "en": "Hall"}}');

-- name: screenings
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 39)
INSERT INTO screenings (id, kind, venue_id, starts_at, content, changed_at)
SELECT 's' || i, 'screening', 'hall', :now + 86400 + 3600 * i, '{"names": {"kk": "Фильм", "ru": "Фильм", "en": "Film"}}', :now FROM n;

-- name: reminders
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :chats / 20 - 1)
INSERT INTO reminders (user_id, screening_id, what, minutes, language, due_at, state)
SELECT :first + 20 * i, 's' || (i % 40), 'reminder', 30, 'en', :now + 86400 + 3600 * (i % 40) - 1800, 'waiting' FROM n;

-- name: asked
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 400 * 24 * 3 - 1)
INSERT INTO asked (day, hour, language, kind, times)
SELECT :today - i / 72, i / 3 % 24, CASE i % 3 WHEN 0 THEN 'kk' WHEN 1 THEN 'ru' ELSE 'en' END, 'answer', 1 + i % 100 FROM n;

-- name: asked_about
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 400 * 200 - 1)
INSERT INTO asked_about (day, what, subject, times, people) SELECT :today - i / 200, 'record', 'record-' || (i % 200), 1 + i % 50, 1 + i % 30 FROM n;

-- name: inbox
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999)
INSERT INTO inbox (update_id, received_at) SELECT -1 - i, :now FROM n;

-- name: announcements
-- Four that everybody got, the first so long ago that the night forgets who.
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 3)
INSERT INTO announcements (id, state, content, started_at, ended_at, created_at)
SELECT i + 1, 'done', :content, :now - 86400 * (91 - 30 * i), :now - 86400 * (91 - 30 * i), :now - 86400 * (91 - 30 * i) FROM n;

-- name: deliveries
INSERT INTO deliveries (announcement_id, chat_id, action, language, type, wave, state, message_id, ended_at)
SELECT a.id, c.chat_id, 'send', 'en', c.type, 1, CASE WHEN c.chat_id % 50 = 0 THEN 'blocked' ELSE 'sent' END, 7, a.ended_at
FROM announcements AS a CROSS JOIN chats AS c WHERE c.subscription = 'subscribed';
