-- What editors changed of the shipped base, in the order of `id`. Changes that were applied together share the random `edit_id`.
CREATE TABLE changes (
    id BIGINT PRIMARY KEY,
    edit_id TEXT NOT NULL,
    -- A cell of a record (kb/changes.py): of a text the part is its language, of the rest `value` or `sources`.
    record TEXT NOT NULL,
    property TEXT NOT NULL,
    part TEXT NOT NULL,
    -- NULL: nothing stood or stands there.
    old_value TEXT,
    new_value TEXT,
    author_id BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    -- Whether the base no longer has the old value, so that the change is not in force.
    set_aside INTEGER NOT NULL DEFAULT 0
);

-- Phrases with the short form of the query that they ask for.
CREATE TABLE taught (
    id BIGINT PRIMARY KEY,
    phrase TEXT NOT NULL,
    language TEXT NOT NULL,
    query TEXT NOT NULL,
    -- The unanswered question that it was taught from.
    question_id BIGINT,
    author_id BIGINT NOT NULL,
    made_at BIGINT NOT NULL
);

-- What waits for a yes: changes, phrases and removals, with what checking them found.
CREATE TABLE proposals (
    id BIGINT PRIMARY KEY,
    -- Where its card stands: the private chat of an editor, or the staff chat.
    chat_id BIGINT NOT NULL,
    -- JSON; see handlers/editing/proposals.py.
    content TEXT NOT NULL,
    -- The revision of the base that it was checked against, and JSON: what was found. NULL until it is checked.
    base TEXT,
    checked TEXT,
    made_at BIGINT NOT NULL
);

-- What an editor is editing, and what the next message in their private chat is.
CREATE TABLE editing (
    user_id BIGINT PRIMARY KEY,
    record TEXT NOT NULL,
    -- Empty: no fact is chosen yet.
    property TEXT NOT NULL,
    -- JSON: the parts that were typed so far, and the values that stood there when the editor began.
    content TEXT NOT NULL,
    card_message_id BIGINT,
    changed_at BIGINT NOT NULL
);
