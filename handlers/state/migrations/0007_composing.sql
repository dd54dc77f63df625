-- Who wrote the version of an announcement that is there now: somebody else approves it.
ALTER TABLE announcements ADD COLUMN edited_by BIGINT;

-- What a member of staff is composing, and what the next message in their private chat is.
CREATE TABLE composing (
    user_id BIGINT PRIMARY KEY,
    announcement_id BIGINT NOT NULL REFERENCES announcements (id),
    -- Empty: nothing; the next message is a question like any other.
    awaits TEXT NOT NULL,
    -- JSON: a text whose language is being asked, or a correction that is not sent yet.
    pending TEXT,
    card_message_id BIGINT,
    changed_at BIGINT NOT NULL
);
