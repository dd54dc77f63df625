-- name: audience
-- Chats that an announcement goes to, with the language of each. `urgent` reaches also those who wrote since a day and did not unsubscribe.
SELECT c.chat_id, c.type, coalesce(p.language, g.language, :default_language) AS language, 1 AS wave
FROM chats AS c LEFT JOIN people AS p ON p.user_id = c.chat_id LEFT JOIN memberships AS g ON g.chat_id = c.chat_id
WHERE c.chat_id > :after AND c.chat_id <= :upto AND c.blocked_at IS NULL
    AND (c.subscription = 'subscribed' OR (:urgent = 1 AND c.seen_on >= :since AND coalesce(c.subscription, 'offered') <> 'unsubscribed'))
    AND :everyone = 1
    AND ((c.type = 'private' AND :private = 1) OR (c.type IN ('group', 'supergroup') AND :groups = 1) OR (c.type = 'channel' AND :channels = 1))
    AND ((coalesce(p.language, g.language, :default_language) = 'kk' AND :kk = 1)
        OR (coalesce(p.language, g.language, :default_language) = 'ru' AND :ru = 1)
        OR (coalesce(p.language, g.language, :default_language) = 'en' AND :en = 1))
    AND NOT EXISTS (SELECT 1 FROM muted_topics AS m WHERE m.chat_id = c.chat_id AND m.topic = :topic)

-- name: count_audience
SELECT language, type, count(*) FROM ({audience}) AS a GROUP BY language, type ORDER BY language, type;

-- name: fix_audience
INSERT INTO deliveries (announcement_id, chat_id, action, language, type, wave, state)
SELECT :id, a.chat_id, 'send', a.language, a.type, a.wave, 'pending' FROM ({audience}) AS a
WHERE EXISTS (SELECT 1 FROM announcements WHERE id = :id AND state = 'countdown' AND (:version IS NULL OR version = :version))
ON CONFLICT (announcement_id, chat_id, action) DO NOTHING;

-- name: step_chats
SELECT max(chat_id) FROM (SELECT chat_id FROM chats WHERE chat_id > :after ORDER BY chat_id LIMIT :many) AS s;

-- name: step_deliveries
SELECT max(chat_id) FROM (SELECT chat_id FROM deliveries WHERE announcement_id = :id AND chat_id > :after ORDER BY chat_id LIMIT :many) AS s;

-- name: clear_audience
-- Of a start that was taken back before it was over.
DELETE FROM deliveries WHERE announcement_id = :id AND chat_id > :after AND chat_id <= :upto
    AND EXISTS (SELECT 1 FROM announcements WHERE id = :id AND started_at IS NULL AND state <> 'countdown');

-- name: add_staff_delivery
INSERT INTO deliveries (announcement_id, chat_id, action, language, type, wave, state)
SELECT :id, :chat_id, 'send', coalesce((SELECT language FROM people WHERE user_id = :chat_id), :default_language), 'private', 0, 'pending'
WHERE EXISTS (SELECT 1 FROM announcements WHERE id = :id AND state = 'countdown' AND (:version IS NULL OR version = :version))
ON CONFLICT (announcement_id, chat_id, action) DO NOTHING;

-- name: add_announcement
INSERT INTO announcements (id, state, content, author_id, due_at, expires_at, created_at)
SELECT coalesce(max(id), 0) + 1, :state, :content, :author_id, :due_at, :expires_at, :now FROM announcements
RETURNING id;

-- name: announcement
SELECT * FROM announcements WHERE id = :id;

-- name: announcements
SELECT * FROM announcements ORDER BY id DESC LIMIT :limit;

-- name: announcements_at_work
SELECT * FROM announcements WHERE state IN ('scheduled', 'countdown', 'sending') ORDER BY id;

-- name: edit_announcement
UPDATE announcements SET content = :content, version = version + 1, state = 'draft', due_at = :due_at, expires_at = :expires_at, edited_by = :by
WHERE id = :id AND version = :version AND state IN ('draft', 'review');

-- name: move
UPDATE announcements SET
    state = :to,
    reason = :reason,
    due_at = coalesce(:due_at, due_at),
    sent_by = coalesce(:by, sent_by),
    started_at = CASE WHEN :to = 'sending' THEN coalesce(started_at, :now) ELSE started_at END,
    ended_at = CASE WHEN :to IN ('done', 'cancelled', 'expired') THEN :now END
WHERE id = :id AND state = :from AND (:version IS NULL OR version = :version);

-- name: approve
UPDATE announcements SET approved_by = :by, approved_version = :version WHERE id = :id AND version = :version AND state = 'review';

-- name: take_up
UPDATE announcements SET state = 'sending', action = :action, content = coalesce(:content, content), version = version + 1, sent_by = coalesce(:by, sent_by),
    started_at = :now, ended_at = NULL, reason = NULL
WHERE id = :id AND state IN ('done', 'cancelled', 'expired') AND (:version IS NULL OR version = :version)
    AND NOT EXISTS (SELECT 1 FROM deliveries WHERE announcement_id = :id AND state IN ('claimed', 'sending') AND state = 'sending');

-- name: add_follow_up_deliveries
INSERT INTO deliveries (announcement_id, chat_id, action, language, type, wave, state, message_id)
SELECT announcement_id, chat_id, :action, language, type, wave, 'pending', message_id FROM deliveries
WHERE announcement_id = :id AND chat_id > :after AND chat_id <= :upto AND action = 'send' AND state = 'sent' AND ended_at >= :since
    AND EXISTS (SELECT 1 FROM announcements WHERE id = :id AND state IN ('done', 'cancelled', 'expired') AND (:version IS NULL OR version = :version))
    -- What is on its way has to land first: whether it was sent is not known yet. In the words of the index of what is in hand.
    AND NOT EXISTS (SELECT 1 FROM deliveries AS d WHERE d.announcement_id = :id AND d.state IN ('claimed', 'sending') AND d.state = 'sending')
ON CONFLICT (announcement_id, chat_id, action) DO UPDATE SET state = 'pending', due_at = 0, attempts = 0, reason = NULL, ended_at = NULL
WHERE deliveries.action = 'edit' OR deliveries.state = 'skipped';

-- name: set_card
UPDATE announcements SET card_chat_id = :chat_id, card_message_id = :message_id WHERE id = :id;

-- name: claim
-- Right after the start PostgreSQL knows nothing yet of the announcement's 1,000,000 rows. Nothing of its own leads the outer part to them, and no
-- index fits the CASE: so it can only go from the few rows of the inner part to each of them by its key.
UPDATE deliveries SET state = 'claimed', owner = :owner, lease_until = :lease_until
WHERE (announcement_id, chat_id, action) IN (
    SELECT announcement_id, chat_id, action FROM deliveries
    WHERE announcement_id = :id AND action = :action AND wave = :wave AND state IN ('pending', 'retry') AND due_at <= :now
    ORDER BY due_at, chat_id LIMIT :limit)
AND CASE state WHEN 'pending' THEN 1 WHEN 'retry' THEN 1 ELSE 0 END = 1
RETURNING chat_id, language, type, attempts, message_id, wave;

-- name: begin
UPDATE deliveries SET state = 'sending', attempts = attempts + 1, lease_until = :lease_until
WHERE announcement_id = :id AND chat_id = :chat_id AND action = :action AND state = 'claimed' AND owner = :owner
    AND EXISTS (SELECT 1 FROM announcements WHERE id = :id AND state = 'sending' AND action = :action);

-- name: give_back
UPDATE deliveries SET
    state = CASE WHEN EXISTS (SELECT 1 FROM announcements WHERE id = :id AND (state IN ('cancelled', 'expired') OR action <> :action))
        THEN 'skipped' ELSE 'pending' END,
    ended_at = CASE WHEN EXISTS (SELECT 1 FROM announcements WHERE id = :id AND (state IN ('cancelled', 'expired') OR action <> :action)) THEN :now END,
    owner = NULL, lease_until = NULL
WHERE announcement_id = :id AND chat_id = :chat_id AND action = :action AND state IN ('claimed', 'sending') AND owner = :owner;

-- name: skip_rest
UPDATE deliveries SET state = 'skipped', reason = :to, ended_at = :now
WHERE announcement_id = :id AND chat_id > :after AND chat_id <= :upto AND CASE state WHEN 'pending' THEN 1 WHEN 'retry' THEN 1 ELSE 0 END = 1
    AND EXISTS (SELECT 1 FROM announcements AS a WHERE a.id = :id AND a.state = :to AND a.action = deliveries.action);

-- name: half_skipped
-- Ended early, and a crash came before all that waited was skipped.
SELECT id, state FROM announcements AS a WHERE state IN ('cancelled', 'expired')
    AND EXISTS (SELECT 1 FROM deliveries AS d WHERE d.announcement_id = a.id AND d.action = a.action AND d.state IN ('pending', 'retry'));

-- name: end
UPDATE deliveries SET state = :state, message_id = coalesce(:message_id, message_id), reason = :reason, due_at = :due_at, owner = NULL, lease_until = NULL,
    ended_at = CASE WHEN :state = 'retry' THEN NULL ELSE :now END
WHERE announcement_id = :id AND chat_id = :chat_id AND action = :action AND state IN ('claimed', 'sending') AND owner = :owner;

-- name: release
UPDATE deliveries SET state = 'pending', owner = NULL, lease_until = NULL
WHERE owner = :owner AND (:id IS NULL OR announcement_id = :id) AND state IN ('claimed', 'sending') AND state = 'claimed';

-- name: in_hand
SELECT owner, max(lease_until) FROM deliveries WHERE state IN ('claimed', 'sending') AND owner <> :owner GROUP BY owner;

-- name: release_gone
UPDATE deliveries SET state = 'pending', owner = NULL, lease_until = NULL WHERE state IN ('claimed', 'sending') AND state = 'claimed' AND owner = :gone;

-- name: doubt_gone
UPDATE deliveries SET
    -- To delete or edit twice does no harm.
    state = CASE WHEN :resend = 1 OR action <> 'send' THEN 'retry' ELSE 'unknown' END,
    reason = 'crash', owner = NULL, lease_until = NULL, due_at = 0, ended_at = CASE WHEN :resend = 1 OR action <> 'send' THEN NULL ELSE :now END
WHERE state IN ('claimed', 'sending') AND state = 'sending' AND owner = :gone AND announcement_id = :id;

-- name: doubtful
SELECT DISTINCT announcement_id FROM deliveries WHERE state IN ('claimed', 'sending') AND state = 'sending' AND owner = :gone;

-- name: settle_unknown
UPDATE deliveries SET state = :state, reason = CASE WHEN :state = 'retry' THEN NULL ELSE reason END, due_at = 0
WHERE announcement_id = :id AND action = :action AND state = 'unknown';

-- name: resume_for_unknown
UPDATE announcements SET state = 'sending', ended_at = NULL WHERE id = :id AND state = 'done' AND action = :action;

-- name: counts
SELECT language, type, wave, state, reason, count(*) FROM deliveries
WHERE announcement_id = :id AND action = :action GROUP BY language, type, wave, state, reason ORDER BY language, type, wave, state, reason;

-- name: has_staff
SELECT EXISTS (SELECT 1 FROM deliveries WHERE announcement_id = :id AND action = :action AND wave = 0);

-- name: counts_by_state
SELECT state, count(*) FROM deliveries WHERE announcement_id = :id AND action = :action GROUP BY state ORDER BY state;

-- name: open_in_wave
-- Two questions, so that each is answered from its own index, however many deliveries there are.
SELECT EXISTS (SELECT 1 FROM deliveries WHERE announcement_id = :id AND action = :action AND wave = :wave AND state IN ('pending', 'retry'))
    OR EXISTS (SELECT 1 FROM deliveries WHERE announcement_id = :id AND action = :action AND wave = :wave AND state IN ('claimed', 'sending'));

-- name: block_chat
UPDATE chats SET blocked_at = :now WHERE chat_id = :chat_id AND blocked_at IS NULL;

-- name: wants
SELECT CASE WHEN c.blocked_at IS NOT NULL THEN 'blocked'
    WHEN EXISTS (SELECT 1 FROM muted_topics AS m WHERE m.chat_id = c.chat_id AND m.topic = :topic) THEN 'muted'
    WHEN c.subscription = 'unsubscribed' THEN 'unsubscribed' ELSE 'yes' END
FROM chats AS c WHERE c.chat_id = :chat_id;

-- name: mute_topic
INSERT INTO muted_topics (chat_id, topic) VALUES (:chat_id, :topic) ON CONFLICT (chat_id, topic) DO NOTHING;

-- name: unmute_topic
DELETE FROM muted_topics WHERE chat_id = :chat_id AND topic = :topic;

-- name: muted_topics
SELECT topic FROM muted_topics WHERE chat_id = :chat_id ORDER BY topic;

-- name: pace
SELECT rate, paused_until FROM pace WHERE id = 1;

-- name: set_pace
INSERT INTO pace (id, rate, paused_until) VALUES (1, :rate, :paused_until)
ON CONFLICT (id) DO UPDATE SET rate = excluded.rate, paused_until = excluded.paused_until;

-- name: count_reached
-- How many got an announcement after a moment, so that it can still be deleted there.
SELECT count(*) FROM deliveries WHERE announcement_id = :id AND action = 'send' AND state = 'sent' AND ended_at >= :since;

-- name: ended_since
SELECT count(*) FROM deliveries WHERE announcement_id = :id AND action = :action AND ended_at >= :since;

-- name: others_since
SELECT * FROM announcements WHERE created_at >= :since AND id <> :id AND state NOT IN ('draft', 'review') ORDER BY id DESC LIMIT 100;

-- name: announcement_page
SELECT * FROM announcements ORDER BY id DESC LIMIT :size OFFSET :skip;

-- name: count_announcements
SELECT count(*) FROM announcements;

-- name: step
SELECT announcement_id, awaits, pending, card_message_id FROM composing WHERE user_id = :user_id;

-- name: set_step
INSERT INTO composing (user_id, announcement_id, awaits, pending, card_message_id, changed_at)
VALUES (:user_id, :announcement_id, :awaits, :pending, :card_message_id, :now)
ON CONFLICT (user_id) DO UPDATE SET announcement_id = excluded.announcement_id, awaits = excluded.awaits, pending = excluded.pending,
    card_message_id = excluded.card_message_id, changed_at = excluded.changed_at;

-- name: end_step
DELETE FROM composing WHERE user_id = :user_id;
