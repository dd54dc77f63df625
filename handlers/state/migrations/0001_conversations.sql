-- What a person chose or last wrote in.
CREATE TABLE people (
    user_id BIGINT PRIMARY KEY,
    language TEXT NOT NULL,
    updated_at BIGINT NOT NULL
);

-- The last query of a person in a chat and topic: what «and who wrote it?» is about.
CREATE TABLE conversations (
    chat_id BIGINT NOT NULL,
    topic_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    query TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    PRIMARY KEY (chat_id, topic_id, user_id)
);

-- Which message answers which, so that an edited question edits its answer and a reply to an answer is about it.
CREATE TABLE answers (
    chat_id BIGINT NOT NULL,
    question_id BIGINT NOT NULL,
    answer_id BIGINT NOT NULL,
    query TEXT,
    answered_at BIGINT NOT NULL,
    PRIMARY KEY (chat_id, question_id)
);

CREATE INDEX answers_by_answer ON answers (chat_id, answer_id);

-- Queries too long for a button, under a short id.
CREATE TABLE queries (
    id TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    kept_at BIGINT NOT NULL
);
