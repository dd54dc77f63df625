-- What guests asked and the base did not answer: masked, without the person, a row for each wording.
CREATE TABLE unanswered (
    -- From the language and the key; see handlers/state/questions.py.
    id BIGINT PRIMARY KEY,
    -- The first of the wordings that ask the same.
    group_id BIGINT NOT NULL,
    text TEXT NOT NULL,
    -- The folded words that matter.
    key TEXT NOT NULL,
    language TEXT NOT NULL,
    times BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    -- Of what is `ignored` only the key is kept, so that it is not shown again.
    state TEXT NOT NULL CHECK (state IN ('open', 'ignored', 'answered'))
);

CREATE INDEX unanswered_groups ON unanswered (state, group_id);

-- Who wants to hear once a question can be answered. A row goes when its person was told.
CREATE TABLE watches (
    user_id BIGINT NOT NULL,
    question_id BIGINT NOT NULL,
    language TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending')),
    -- The short form of the answer once there is one; `-` if there will be none.
    query TEXT,
    due_at BIGINT NOT NULL DEFAULT 0,
    attempts BIGINT NOT NULL DEFAULT 0,
    owner TEXT,
    PRIMARY KEY (user_id, question_id)
);

-- What a guest wants a person to look at: a question, or a record that is out of date.
CREATE TABLE requests (
    id BIGINT PRIMARY KEY,
    user_id BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('question', 'outdated')),
    -- The masked question, or the record.
    subject TEXT NOT NULL,
    comment TEXT,
    language TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'sending', 'answered', 'closed', 'unreachable')),
    answered_by BIGINT,
    -- The message of staff that is passed on, as chat:message.
    reply TEXT
);

CREATE INDEX requests_of_state ON requests (state, asked_at);

-- Messages of the bot that staff or guests answer by a reply, in Telegram's sense.
CREATE TABLE prompts (
    chat_id BIGINT NOT NULL,
    message_id BIGINT NOT NULL,
    subject_id BIGINT NOT NULL,
    -- The guest tells more of a request, staff answer one, an editor says what a group of questions means.
    awaits TEXT NOT NULL CHECK (awaits IN ('comment', 'answer', 'meaning')),
    made_at BIGINT NOT NULL,
    PRIMARY KEY (chat_id, message_id)
);

-- How often was asked, by UTC day and hour, with which kind of reply; no person, no text.
CREATE TABLE asked (
    day BIGINT NOT NULL,
    hour BIGINT NOT NULL,
    language TEXT NOT NULL,
    kind TEXT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (day, hour, language, kind)
);

-- How often a record or query was the answer on a day, and for how many different people at least.
CREATE TABLE asked_about (
    day BIGINT NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('record', 'query')),
    subject TEXT NOT NULL,
    times BIGINT NOT NULL,
    people BIGINT NOT NULL,
    PRIMARY KEY (day, what, subject)
);
