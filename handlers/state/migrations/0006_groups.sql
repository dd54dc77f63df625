-- Groups and channels that the bot was added to: what it may do there, and what their admins chose.
CREATE TABLE memberships (
    chat_id BIGINT PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('group', 'supergroup', 'channel')),
    status TEXT NOT NULL CHECK (status IN ('member', 'administrator', 'restricted', 'left', 'kicked')),
    may_write INTEGER NOT NULL,
    language TEXT,
    quiet INTEGER NOT NULL DEFAULT 0,
    changed_at BIGINT NOT NULL
);

-- Who asked what an answer answers: the answer's buttons are theirs, also when the question is gone.
ALTER TABLE answers ADD COLUMN asker_id BIGINT;

-- How often an inline result was posted on a day (days since 1970); no person and no chat.
CREATE TABLE inline_choices (
    query TEXT NOT NULL,
    language TEXT NOT NULL,
    day BIGINT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (query, language, day)
);

-- Texts that were not understood elsewhere, for the link that opens the private chat with them.
CREATE TABLE unparsed (
    id TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    kept_at BIGINT NOT NULL
);
