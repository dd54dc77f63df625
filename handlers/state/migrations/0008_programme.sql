-- The programme that editors load: where and what. Times are Unix seconds.
CREATE TABLE venues (
    id TEXT PRIMARY KEY,
    -- JSON: names, other names and addresses per language; see handlers/state/programme.py.
    content TEXT NOT NULL,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION
);

CREATE TABLE screenings (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('screening', 'event')),
    -- The record of the film in the knowledge base, if it is one.
    film TEXT,
    venue_id TEXT NOT NULL REFERENCES venues (id),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT,
    cancelled INTEGER NOT NULL DEFAULT 0,
    -- JSON: names and notes per language, languages, subtitles, access.
    content TEXT NOT NULL,
    -- Raised by each change, for calendars.
    version BIGINT NOT NULL DEFAULT 0,
    changed_at BIGINT NOT NULL
);

CREATE INDEX screenings_by_start ON screenings (starts_at);

-- What people are to be told of screenings, each once: the reminder that they set, and a change for those who set one.
-- waiting → sending → sent | waiting | blocked | failed | skipped.
CREATE TABLE reminders (
    user_id BIGINT NOT NULL,
    screening_id TEXT NOT NULL REFERENCES screenings (id),
    what TEXT NOT NULL CHECK (what IN ('reminder', 'change')),
    -- So long before the start; of a change 0.
    minutes BIGINT NOT NULL,
    language TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'blocked', 'failed', 'skipped')),
    -- JSON, of a change: what the screening was before it.
    was TEXT,
    attempts BIGINT NOT NULL DEFAULT 0,
    owner TEXT,
    reason TEXT,
    PRIMARY KEY (user_id, screening_id, what)
);

CREATE INDEX reminders_waiting ON reminders (due_at) WHERE state = 'waiting';
CREATE INDEX reminders_of_screening ON reminders (screening_id);
