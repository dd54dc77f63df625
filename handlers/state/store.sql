-- name: language
SELECT language FROM people WHERE user_id = :user_id;

-- name: set_language
INSERT INTO people (user_id, language, updated_at) VALUES (:user_id, :language, :now)
ON CONFLICT (user_id) DO UPDATE SET language = excluded.language, updated_at = excluded.updated_at;

-- name: last_query
SELECT query FROM conversations WHERE chat_id = :chat_id AND topic_id = :topic_id AND user_id = :user_id AND asked_at > :since;

-- name: set_last_query
INSERT INTO conversations (chat_id, topic_id, user_id, query, asked_at) VALUES (:chat_id, :topic_id, :user_id, :query, :now)
ON CONFLICT (chat_id, topic_id, user_id) DO UPDATE SET query = excluded.query, asked_at = excluded.asked_at;

-- name: subscription
SELECT subscription FROM chats WHERE chat_id = :chat_id;

-- name: set_subscription
INSERT INTO chats (chat_id, type, subscription, changed_at) VALUES (:chat_id, :type, :subscription, :now)
ON CONFLICT (chat_id) DO UPDATE SET subscription = excluded.subscription, changed_at = excluded.changed_at, blocked_at = NULL;

-- name: offer_subscription
INSERT INTO chats (chat_id, type, subscription, changed_at) VALUES (:chat_id, :type, 'offered', :now)
ON CONFLICT (chat_id) DO UPDATE SET subscription = 'offered', changed_at = excluded.changed_at WHERE chats.subscription IS NULL;

-- name: take_back_offer
UPDATE chats SET subscription = NULL WHERE chat_id = :chat_id AND subscription = 'offered';

-- name: seen
SELECT seen_on, blocked_at FROM chats WHERE chat_id = :chat_id;

-- name: see_chat
INSERT INTO chats (chat_id, type, seen_on, changed_at) VALUES (:chat_id, :type, :today, :now)
ON CONFLICT (chat_id) DO UPDATE SET seen_on = excluded.seen_on, blocked_at = NULL;

-- name: answer_to
SELECT answer_id FROM answers WHERE chat_id = :chat_id AND question_id = :question_id;

-- name: query_of_answer
SELECT query FROM answers WHERE chat_id = :chat_id AND answer_id = :answer_id;

-- name: set_answer
INSERT INTO answers (chat_id, question_id, answer_id, query, answered_at, asker_id) VALUES (:chat_id, :question_id, :answer_id, :query, :now, :asker_id)
ON CONFLICT (chat_id, question_id) DO UPDATE SET answer_id = excluded.answer_id, query = excluded.query, answered_at = excluded.answered_at;

-- name: kept_query
SELECT query FROM queries WHERE id = :id;

-- name: keep_query
INSERT INTO queries (id, query, kept_at) VALUES (:id, :query, :now)
ON CONFLICT (id) DO UPDATE SET kept_at = excluded.kept_at;

-- What is past its time. Of the large tables in steps: see steps.py.

-- name: step_conversations
SELECT max(chat_id) FROM (SELECT chat_id FROM conversations WHERE chat_id > :after ORDER BY chat_id LIMIT :many) AS s;

-- name: forget_conversations
DELETE FROM conversations WHERE asked_at < :before AND chat_id > :after AND chat_id <= :upto;

-- name: step_answers
SELECT max(chat_id) FROM (SELECT chat_id FROM answers WHERE chat_id > :after ORDER BY chat_id LIMIT :many) AS s;

-- name: forget_answers
DELETE FROM answers WHERE answered_at < :before AND chat_id > :after AND chat_id <= :upto;

-- name: forget_queries
DELETE FROM queries WHERE kept_at < :before;

-- name: count_people
SELECT count(*) FROM people WHERE user_id = :user_id;

-- Of a person: in the private chat, whose id is theirs, and elsewhere; that way both are found by an index.

-- name: count_conversations
SELECT count(*) FROM conversations WHERE chat_id = :user_id OR (user_id = :user_id AND chat_id <> user_id);

-- name: count_answers
SELECT count(*) FROM answers WHERE chat_id = :user_id OR (asker_id = :user_id AND chat_id <> asker_id);

-- name: count_chats
SELECT count(*) FROM chats WHERE chat_id = :user_id;

-- name: count_muted_topics
SELECT count(*) FROM muted_topics WHERE chat_id = :user_id;

-- name: forget_person_muted_topics
DELETE FROM muted_topics WHERE chat_id = :user_id;

-- name: count_deliveries
SELECT count(*) FROM deliveries WHERE chat_id = :user_id AND announcement_id IN (SELECT id FROM announcements);

-- name: count_deliveries_at_work
SELECT d.state, count(*) FROM announcements AS a JOIN deliveries AS d ON d.announcement_id = a.id AND d.action = a.action
WHERE a.state IN ('sending', 'paused') GROUP BY d.state;

-- name: forget_person_deliveries
DELETE FROM deliveries WHERE chat_id = :user_id AND announcement_id IN (SELECT id FROM announcements);

-- name: count_composing
SELECT count(*) FROM composing WHERE user_id = :user_id;

-- name: forget_person_composing
DELETE FROM composing WHERE user_id = :user_id;

-- name: announcements_before
-- One that stays paused never ends.
SELECT id FROM announcements WHERE ended_at < :before OR (state = 'paused' AND started_at < :before) ORDER BY id;

-- name: forget_deliveries
-- What has no end yet waits for an announcement that nobody goes on with, unless it has just been taken up.
DELETE FROM deliveries WHERE announcement_id = :id AND chat_id > :after AND chat_id <= :upto AND (ended_at < :before OR (ended_at IS NULL AND EXISTS (
    SELECT 1 FROM announcements WHERE id = :id AND (ended_at < :before OR (state = 'paused' AND started_at < :before)))));

-- name: forget_person_chats
DELETE FROM chats WHERE chat_id = :user_id;

-- name: forget_person_people
DELETE FROM people WHERE user_id = :user_id;

-- name: forget_person_conversations
DELETE FROM conversations WHERE chat_id = :user_id OR (user_id = :user_id AND chat_id <> user_id);

-- name: forget_person_answers
DELETE FROM answers WHERE chat_id = :user_id OR (asker_id = :user_id AND chat_id <> asker_id);

-- The inbox.

-- name: put_in_inbox
INSERT INTO inbox (update_id, user_id, content, received_at) VALUES (:update_id, :user_id, :content, :now)
ON CONFLICT (update_id) DO NOTHING;

-- name: take_from_inbox
INSERT INTO inbox (update_id, received_at) VALUES (:update_id, :now)
ON CONFLICT (update_id) DO UPDATE SET user_id = NULL, content = NULL;

-- name: forget_update
DELETE FROM inbox WHERE update_id = :update_id;

-- name: inbox_unhandled
SELECT update_id, content, received_at FROM inbox WHERE content IS NOT NULL ORDER BY received_at, update_id;

-- name: inbox_handled
SELECT update_id FROM inbox WHERE content IS NULL ORDER BY received_at, update_id;

-- name: is_handled
SELECT 1 FROM inbox WHERE update_id = :update_id AND content IS NULL;

-- name: count_inbox
SELECT count(*) FROM inbox WHERE user_id = :user_id;

-- name: forget_person_inbox
DELETE FROM inbox WHERE user_id = :user_id;

-- name: chats
SELECT count(*) FROM people;

-- Staff.

-- name: roles
SELECT role FROM staff WHERE user_id = :user_id ORDER BY role DESC;

-- name: staff
SELECT user_id, role FROM staff ORDER BY added_at, user_id, role;

-- name: add_staff
INSERT INTO staff (user_id, role, added_by, added_at) VALUES (:user_id, :role, :added_by, :now)
ON CONFLICT (user_id, role) DO NOTHING;

-- name: remove_staff
DELETE FROM staff WHERE user_id = :user_id AND role = :role;

-- name: invite
INSERT INTO invitations (hash, role, created_by, expires_at) VALUES (:hash, :role, :created_by, :expires_at);

-- name: invitation
SELECT role, created_by, used_by FROM invitations WHERE hash = :hash AND (used_by IS NULL OR used_by = :user_id) AND expires_at > :now;

-- name: open_invitations
SELECT count(*) FROM invitations WHERE used_by IS NULL AND expires_at > :now;

-- name: use_invitation
UPDATE invitations SET used_by = :user_id WHERE hash = :hash AND used_by IS NULL AND expires_at > :now;

-- name: add_invited
INSERT INTO staff (user_id, role, added_by, added_at)
SELECT used_by, role, created_by, :now FROM invitations WHERE hash = :hash AND used_by = :user_id AND expires_at > :now
ON CONFLICT (user_id, role) DO NOTHING;

-- name: withdraw_invitations
DELETE FROM invitations WHERE used_by IS NULL;

-- name: forget_invitations
DELETE FROM invitations WHERE expires_at < :before;

-- name: add_audit
INSERT INTO audit (id, user_id, action, subject, at)
SELECT coalesce(max(id), 0) + 1, :user_id, :action, :subject, :now FROM audit;

-- name: audit
SELECT user_id, action, subject, at FROM audit ORDER BY id DESC LIMIT :size OFFSET :skip;

-- name: audit_size
SELECT count(*) FROM audit;

-- name: forget_audit
DELETE FROM audit WHERE at < :before;

-- name: menus
SELECT user_id FROM menus ORDER BY user_id;

-- name: note_menu
INSERT INTO menus (user_id) VALUES (:user_id) ON CONFLICT (user_id) DO NOTHING;

-- name: forget_menu
DELETE FROM menus WHERE user_id = :user_id;

-- name: setting
SELECT value FROM settings WHERE key = :key;

-- name: set_setting
INSERT INTO settings (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: unset_setting
DELETE FROM settings WHERE key = :key;

-- name: count_staff
SELECT count(*) FROM staff WHERE user_id = :user_id OR added_by = :user_id;

-- name: count_invitations
SELECT count(*) FROM invitations WHERE created_by = :user_id OR used_by = :user_id;

-- name: count_audit
-- Also what others did to this person's role: then its subject is the id.
SELECT count(*) FROM audit WHERE user_id = :user_id OR subject = CAST(:user_id AS TEXT);

-- name: count_announcements
SELECT count(*) FROM announcements
WHERE author_id = :user_id OR edited_by = :user_id OR approved_by = :user_id OR sent_by = :user_id OR card_chat_id = :user_id;

-- name: count_menus
SELECT count(*) FROM menus WHERE user_id = :user_id;

-- name: forget_person_staff
DELETE FROM staff WHERE user_id = :user_id;

-- name: forget_person_invitations
DELETE FROM invitations WHERE created_by = :user_id OR used_by = :user_id;

-- name: forget_person_menus
DELETE FROM menus WHERE user_id = :user_id;

-- Groups and inline.

-- name: membership
SELECT type, status, may_write, language, quiet FROM memberships WHERE chat_id = :chat_id;

-- name: set_membership
INSERT INTO memberships (chat_id, type, status, may_write, changed_at) VALUES (:chat_id, :type, :status, :may_write, :now)
ON CONFLICT (chat_id) DO UPDATE SET type = excluded.type, status = excluded.status, may_write = excluded.may_write, changed_at = excluded.changed_at;

-- name: set_group_language
INSERT INTO memberships (chat_id, type, status, may_write, language, changed_at) VALUES (:chat_id, :type, 'member', 1, :language, :now)
ON CONFLICT (chat_id) DO UPDATE SET language = excluded.language;

-- name: set_quiet
INSERT INTO memberships (chat_id, type, status, may_write, quiet, changed_at) VALUES (:chat_id, :type, 'member', 1, :quiet, :now)
ON CONFLICT (chat_id) DO UPDATE SET quiet = excluded.quiet;

-- name: asker_of_answer
SELECT asker_id FROM answers WHERE chat_id = :chat_id AND answer_id = :answer_id;

-- name: set_reachable
UPDATE chats SET blocked_at = CASE WHEN :may_write = 1 THEN NULL ELSE coalesce(blocked_at, :now) END WHERE chat_id = :chat_id;

-- name: set_may_write
UPDATE memberships SET may_write = :may_write WHERE chat_id = :chat_id;

-- name: move_chats
INSERT INTO chats (chat_id, type, subscription, blocked_at, seen_on, changed_at)
SELECT :new_id, 'supergroup', subscription, NULL, seen_on, changed_at FROM chats WHERE chat_id = :chat_id
ON CONFLICT (chat_id) DO UPDATE SET subscription = coalesce(chats.subscription, excluded.subscription);

-- name: move_memberships
INSERT INTO memberships (chat_id, type, status, may_write, language, quiet, changed_at)
SELECT :new_id, 'supergroup', status, may_write, language, quiet, changed_at FROM memberships WHERE chat_id = :chat_id
ON CONFLICT (chat_id) DO UPDATE SET language = excluded.language, quiet = excluded.quiet;

-- name: move_conversations
INSERT INTO conversations (chat_id, topic_id, user_id, query, asked_at)
SELECT :new_id, topic_id, user_id, query, asked_at FROM conversations WHERE chat_id = :chat_id
ON CONFLICT (chat_id, topic_id, user_id) DO NOTHING;

-- name: move_muted_topics
INSERT INTO muted_topics (chat_id, topic) SELECT :new_id, topic FROM muted_topics WHERE chat_id = :chat_id
ON CONFLICT (chat_id, topic) DO NOTHING;

-- name: move_deliveries
-- Only what is still to be sent: what was sent stands in the old group, and what is being sent comes back by itself with the new id. A correction
-- or recall is of a message of the old group: its number is another message's in the new one.
UPDATE deliveries SET chat_id = :new_id, type = 'supergroup' WHERE chat_id = :chat_id AND announcement_id IN (SELECT id FROM announcements)
    AND action = 'send' AND state IN ('pending', 'retry') AND NOT EXISTS (
    SELECT 1 FROM deliveries AS d WHERE d.chat_id = :new_id AND d.announcement_id = deliveries.announcement_id AND d.action = deliveries.action
);

-- name: skip_moved
-- What the new chat has a delivery of its own for, or what cannot be done there, is over.
UPDATE deliveries SET state = 'skipped', reason = 'migrated', ended_at = :now WHERE chat_id = :chat_id AND announcement_id IN (SELECT id FROM announcements)
    AND state IN ('pending', 'retry');

-- name: move_staff_chat
UPDATE settings SET value = CAST(:new_id AS TEXT) WHERE key = 'staff_chat' AND value = CAST(:chat_id AS TEXT);

-- name: forget_chat_chats
DELETE FROM chats WHERE chat_id = :chat_id;

-- name: forget_chat_memberships
DELETE FROM memberships WHERE chat_id = :chat_id;

-- name: forget_chat_conversations
DELETE FROM conversations WHERE chat_id = :chat_id;

-- name: forget_chat_muted_topics
DELETE FROM muted_topics WHERE chat_id = :chat_id;

-- name: forget_chat_answers
DELETE FROM answers WHERE chat_id = :chat_id;

-- name: count_inline_choice
INSERT INTO inline_choices (query, language, day, times) VALUES (:query, :language, :day, 1)
ON CONFLICT (query, language, day) DO UPDATE SET times = inline_choices.times + 1;

-- name: most_chosen
SELECT query FROM inline_choices WHERE day >= :since GROUP BY query ORDER BY sum(times) DESC, query LIMIT :many;

-- name: forget_inline_choices
DELETE FROM inline_choices WHERE day < :before;

-- name: unparsed
SELECT text FROM unparsed WHERE id = :id AND kept_at >= :since;

-- name: keep_unparsed
INSERT INTO unparsed (id, text, kept_at) VALUES (:id, :text, :now)
ON CONFLICT (id) DO UPDATE SET kept_at = excluded.kept_at;

-- name: forget_unparsed
DELETE FROM unparsed WHERE kept_at < :before;

-- Reminders.

-- name: count_reminders
SELECT count(*) FROM reminders WHERE user_id = :user_id;

-- name: forget_person_reminders
DELETE FROM reminders WHERE user_id = :user_id;

-- name: forget_reminders
DELETE FROM reminders WHERE screening_id IN (SELECT id FROM screenings WHERE starts_at < :before);

-- Questions.

-- name: count_watches
SELECT count(*) FROM watches WHERE user_id = :user_id;

-- name: forget_person_watches
DELETE FROM watches WHERE user_id = :user_id;

-- name: count_requests
SELECT count(*) FROM requests WHERE user_id = :user_id OR answered_by = :user_id;

-- name: forget_person_requests
DELETE FROM requests WHERE user_id = :user_id;

-- name: forget_person_answered
-- Of somebody else's request the answer's author is forgotten; the log of actions has it. One that is on its way is found again by `reply`.
UPDATE requests SET answered_by = NULL, reply = NULL WHERE answered_by = :user_id AND state <> 'sending';

-- name: count_prompts
-- Also those in the staff chat that lead to a request of this person.
SELECT count(*) FROM prompts WHERE chat_id = :user_id OR (awaits <> 'meaning' AND subject_id IN (SELECT id FROM requests WHERE user_id = :user_id));

-- name: forget_person_prompts
DELETE FROM prompts WHERE chat_id = :user_id OR (awaits <> 'meaning' AND subject_id IN (SELECT id FROM requests WHERE user_id = :user_id));

-- name: count_editing
SELECT count(*) FROM editing WHERE user_id = :user_id;

-- name: forget_person_editing
DELETE FROM editing WHERE user_id = :user_id;

-- name: count_changes
SELECT count(*) FROM changes WHERE author_id = :user_id;

-- name: count_taught
SELECT count(*) FROM taught WHERE author_id = :user_id;

-- name: count_proposals
SELECT count(*) FROM proposals WHERE chat_id = :user_id;

-- name: forget_person_proposals
DELETE FROM proposals WHERE chat_id = :user_id;

-- name: forget_chat_prompts
-- The requests stay in the queue of /unanswered, where they can be answered.
DELETE FROM prompts WHERE chat_id = :chat_id;

-- name: forget_chat_proposals
-- A card in the group that was can be pressed no more.
DELETE FROM proposals WHERE chat_id = :chat_id;
