-- Chats that were offered the festival's announcements, and what they chose.
CREATE TABLE chats (
    chat_id BIGINT PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('private', 'group', 'supergroup', 'channel')),
    subscription TEXT NOT NULL CHECK (subscription IN ('offered', 'subscribed', 'unsubscribed')),
    changed_at BIGINT NOT NULL
);
