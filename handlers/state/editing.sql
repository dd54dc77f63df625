-- name: changes
SELECT id, edit_id, record, property, part, old_value, new_value, author_id, made_at, set_aside FROM changes ORDER BY id;

-- name: add_change
INSERT INTO changes (id, edit_id, record, property, part, old_value, new_value, author_id, made_at)
SELECT (SELECT coalesce(max(id), 0) + 1 FROM changes), :edit_id, :record, :property, :part, :old_value, :new_value, :author_id, :now
WHERE EXISTS (SELECT 1 FROM proposals WHERE id = :proposal_id);

-- name: remove_edit
DELETE FROM changes WHERE edit_id = :edit_id AND EXISTS (SELECT 1 FROM proposals WHERE id = :proposal_id);

-- name: set_all_in_force
UPDATE changes SET set_aside = 0 WHERE set_aside = 1;

-- name: set_aside
UPDATE changes SET set_aside = 1 WHERE id = :id;

-- name: taught
SELECT id, phrase, language, query, question_id, author_id, made_at FROM taught ORDER BY id;

-- name: add_taught
INSERT INTO taught (id, phrase, language, query, question_id, author_id, made_at)
SELECT (SELECT coalesce(max(id), 0) + 1 FROM taught), :phrase, :language, :query, :question_id, :author_id, :now
WHERE EXISTS (SELECT 1 FROM proposals WHERE id = :proposal_id);

-- name: remove_taught
DELETE FROM taught WHERE id = :id AND EXISTS (SELECT 1 FROM proposals WHERE id = :proposal_id);

-- name: add_proposal
INSERT INTO proposals (id, chat_id, content, made_at)
SELECT coalesce(max(id), 0) + 1, :chat_id, :content, :now FROM proposals
RETURNING id;

-- name: proposal
SELECT id, content, base, checked FROM proposals WHERE id = :id;

-- name: note_check
UPDATE proposals SET content = :content, base = :base, checked = :checked WHERE id = :id;

-- name: end_proposal
DELETE FROM proposals WHERE id = :id;

-- name: draft
SELECT record, property, content, card_message_id FROM editing WHERE user_id = :user_id;

-- name: set_draft
INSERT INTO editing (user_id, record, property, content, card_message_id, changed_at)
VALUES (:user_id, :record, :property, :content, :card_message_id, :now)
ON CONFLICT (user_id) DO UPDATE SET record = excluded.record, property = excluded.property, content = excluded.content,
    card_message_id = excluded.card_message_id, changed_at = excluded.changed_at;

-- name: end_draft
DELETE FROM editing WHERE user_id = :user_id;

-- name: forget_proposals
DELETE FROM proposals WHERE made_at < :before;

-- name: forget_drafts
DELETE FROM editing WHERE changed_at < :before;
