-- name: put_unanswered
INSERT INTO unanswered (id, group_id, text, key, language, times, last_at, state)
VALUES (:id, :group_id, :text, :key, :language, :times, :last_at, :state)
ON CONFLICT (id) DO UPDATE SET times = unanswered.times + excluded.times, last_at = excluded.last_at,
    state = CASE WHEN unanswered.state = 'answered' THEN 'open' ELSE unanswered.state END;

-- name: known
SELECT id, group_id, key, state FROM unanswered;

-- name: wording
SELECT id, group_id, text, language, times, last_at FROM unanswered WHERE id = :id AND text <> '';

-- name: state
SELECT state FROM unanswered WHERE id = :id;

-- name: groups
SELECT group_id FROM unanswered WHERE state = 'open' GROUP BY group_id ORDER BY sum(times) DESC, max(last_at) DESC, group_id;

-- name: group
SELECT id, group_id, text, language, times, last_at FROM unanswered WHERE group_id = :group_id AND state = 'open' ORDER BY times DESC, last_at DESC, id;

-- name: open_wordings
SELECT id, group_id, text, language, times, last_at FROM unanswered WHERE state = 'open' ORDER BY group_id, times DESC, id;

-- name: ignore
UPDATE unanswered SET state = 'ignored', text = CASE WHEN id IN (SELECT question_id FROM watches) THEN text ELSE '' END WHERE group_id = :group_id AND state = 'open';

-- name: no_answer
-- Before `ignore`: the questions keep their words until their people are told.
UPDATE watches SET query = '-', due_at = 0 WHERE state = 'waiting' AND query IS NULL
    AND question_id IN (SELECT id FROM unanswered WHERE group_id = :group_id AND state = 'open');

-- name: settle
UPDATE unanswered SET state = 'answered' WHERE group_id = :group_id AND state = 'open';

-- name: found
UPDATE watches SET query = :query, due_at = 0 WHERE question_id = :id AND state = 'waiting' AND query IS NULL;

-- name: watch
INSERT INTO watches (user_id, question_id, language, asked_at, state) VALUES (:user_id, :question_id, :language, :now, 'waiting')
ON CONFLICT (user_id, question_id) DO NOTHING;

-- name: unwatch
DELETE FROM watches WHERE user_id = :user_id AND question_id = :question_id AND state = 'waiting';

-- name: watching
SELECT count(*) FROM watches AS w JOIN unanswered AS u ON u.id = w.question_id WHERE u.group_id = :group_id;

-- name: due
SELECT w.user_id, w.question_id, w.language, w.query, u.text, w.attempts FROM watches AS w JOIN unanswered AS u ON u.id = w.question_id
WHERE w.state = 'waiting' AND w.query IS NOT NULL AND w.due_at <= :now ORDER BY w.asked_at, w.user_id LIMIT :limit;

-- name: doubtful
SELECT w.user_id, w.question_id, w.language, w.query, u.text, w.attempts FROM watches AS w JOIN unanswered AS u ON u.id = w.question_id
WHERE w.state = 'sending' AND w.owner = :gone;

-- name: in_hand
SELECT DISTINCT owner FROM watches WHERE state = 'sending' AND owner <> :owner;

-- name: note_handed
UPDATE watches SET handed = :attempts WHERE user_id = :user_id AND question_id = :question_id;

-- name: was_handed
SELECT 1 FROM watches WHERE user_id = :user_id AND question_id = :question_id AND handed = :attempts;

-- name: begin
UPDATE watches SET state = 'sending', owner = :owner, attempts = attempts + 1
WHERE user_id = :user_id AND question_id = :question_id AND state = 'waiting' AND query IS NOT NULL;

-- name: told
DELETE FROM watches WHERE user_id = :user_id AND question_id = :question_id AND state = 'sending';

-- name: again
UPDATE watches SET state = 'waiting', owner = NULL, due_at = :due_at, query = CASE WHEN :lost = 1 THEN NULL ELSE query END
WHERE user_id = :user_id AND question_id = :question_id AND state = 'sending';

-- name: request
INSERT INTO requests (id, user_id, kind, subject, language, asked_at, state)
SELECT coalesce((SELECT max(id) FROM requests), 0) + 1, :user_id, :kind, :subject, :language, :now, 'open'
WHERE NOT EXISTS (SELECT 1 FROM requests WHERE user_id = :user_id AND kind = :kind AND subject = :subject AND state IN ('open', 'sending'))
RETURNING id;

-- name: get_request
SELECT id, user_id, kind, subject, comment, language, asked_at, state, answered_by FROM requests WHERE id = :id;

-- name: open_requests
SELECT id FROM requests WHERE state = 'open' ORDER BY asked_at, id;

-- name: comment
UPDATE requests SET comment = :comment WHERE id = :id AND user_id = :user_id AND state = 'open';

-- name: take_request
UPDATE requests SET state = 'sending', answered_by = :by, reply = :reply WHERE id = :id AND (state = 'open' OR (state = 'sending' AND reply = :reply));

-- name: end_request
UPDATE requests SET state = :state WHERE id = :id AND state = 'sending' AND reply = :reply;

-- name: close_request
UPDATE requests SET state = 'closed', answered_by = :by WHERE id = :id AND state = 'open';

-- name: withdraw_request
DELETE FROM requests WHERE id = :id AND state = 'open';

-- name: put_prompt
INSERT INTO prompts (chat_id, message_id, subject_id, awaits, made_at) VALUES (:chat_id, :message_id, :subject_id, :awaits, :now)
ON CONFLICT (chat_id, message_id) DO UPDATE SET subject_id = excluded.subject_id, awaits = excluded.awaits, made_at = excluded.made_at;

-- name: prompt
SELECT subject_id, awaits FROM prompts WHERE chat_id = :chat_id AND message_id = :message_id;

-- name: put_asked
INSERT INTO asked (day, hour, language, kind, times) VALUES (:day, :hour, :language, :kind, :times)
ON CONFLICT (day, hour, language, kind) DO UPDATE SET times = asked.times + excluded.times;

-- name: put_asked_about
INSERT INTO asked_about (day, what, subject, times, people) VALUES (:day, :what, :subject, :times, :people)
ON CONFLICT (day, what, subject) DO UPDATE SET times = asked_about.times + excluded.times,
    -- Of two runs of the bot on a day the same people may have come twice: no more are told than one of them saw.
    people = CASE WHEN excluded.people > asked_about.people THEN excluded.people ELSE asked_about.people END;

-- name: asked
SELECT day, hour, language, kind, times FROM asked WHERE day >= :since ORDER BY day, hour, language, kind;

-- name: asked_about
SELECT subject, sum(times) FROM asked_about WHERE what = :what AND day >= :since
GROUP BY subject HAVING max(people) >= :people ORDER BY sum(times) DESC, subject LIMIT :limit;

-- name: forget_unanswered
DELETE FROM unanswered WHERE (state = 'open' AND last_at < :before) OR (state = 'answered' AND id NOT IN (SELECT question_id FROM watches));

-- name: forget_ignored
UPDATE unanswered SET text = '' WHERE state = 'ignored' AND text <> '' AND id NOT IN (SELECT question_id FROM watches);

-- name: forget_rare
DELETE FROM unanswered WHERE state = 'open' AND id NOT IN (SELECT question_id FROM watches) AND id NOT IN (
    SELECT id FROM unanswered WHERE state = 'open' ORDER BY times DESC, last_at DESC, id LIMIT :most);

-- name: forget_watches
-- Of what is forgotten nobody can be told.
DELETE FROM watches WHERE question_id NOT IN (SELECT id FROM unanswered);

-- name: forget_requests
DELETE FROM requests WHERE asked_at < :before;

-- name: forget_prompts
DELETE FROM prompts WHERE made_at < :before;

-- name: forget_asked
DELETE FROM asked WHERE day < :before;

-- name: forget_asked_about
DELETE FROM asked_about WHERE day < :before;
