-- Chats: whether they get the festival's announcements, whether they can be reached, and the day on which they last wrote.
CREATE TABLE chats (
    chat_id BIGINT PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('private', 'group', 'supergroup', 'channel')),
    -- NULL: never asked; offered: asked, and not answered yet.
    subscription TEXT CHECK (subscription IN ('offered', 'subscribed', 'unsubscribed')),
    -- Since when Telegram refuses messages to the chat; NULL: it takes them.
    blocked_at BIGINT,
    -- Days since 1970-01-01.
    seen_on BIGINT,
    changed_at BIGINT NOT NULL
);
