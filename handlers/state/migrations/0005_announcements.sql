-- Announcements. Each change of `state` is a compare-and-set:
-- draft → review → scheduled → countdown → sending ⇄ paused → done | cancelled | expired.
CREATE TABLE announcements (
    id BIGINT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('draft', 'review', 'scheduled', 'countdown', 'sending', 'paused', 'done', 'cancelled', 'expired')),
    -- What is being delivered: the message, its correction, its removal.
    action TEXT NOT NULL DEFAULT 'send' CHECK (action IN ('send', 'edit', 'delete')),
    -- JSON: texts, media, buttons, audience and policy; see handlers/announcements/content.py.
    content TEXT NOT NULL,
    -- Raised by each edit, so that an approval is of what was read.
    version BIGINT NOT NULL DEFAULT 1,
    author_id BIGINT,
    approved_by BIGINT,
    approved_version BIGINT,
    sent_by BIGINT,
    -- When the countdown or the schedule ends; when it is no longer worth sending.
    due_at BIGINT,
    expires_at BIGINT,
    started_at BIGINT,
    ended_at BIGINT,
    -- Why it is paused or ended.
    reason TEXT,
    -- The progress card in the chat of whoever sent it.
    card_chat_id BIGINT,
    card_message_id BIGINT,
    created_at BIGINT NOT NULL
);

-- The outbox: one row for each chat that an announcement goes to.
-- pending → claimed → sending → sent | retry | blocked | failed | skipped | unknown.
CREATE TABLE deliveries (
    announcement_id BIGINT NOT NULL REFERENCES announcements (id),
    chat_id BIGINT NOT NULL,
    action TEXT NOT NULL,
    language TEXT NOT NULL,
    type TEXT NOT NULL,
    -- 0: staff, who get it first; 1: everyone else.
    wave BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'claimed', 'sending', 'sent', 'retry', 'blocked', 'failed', 'skipped', 'unknown')),
    due_at BIGINT NOT NULL DEFAULT 0,
    attempts BIGINT NOT NULL DEFAULT 0,
    owner TEXT,
    lease_until BIGINT,
    message_id BIGINT,
    reason TEXT,
    ended_at BIGINT,
    PRIMARY KEY (announcement_id, chat_id, action)
);

-- What a claim looks for, in the order in which it takes it.
CREATE INDEX deliveries_waiting ON deliveries (announcement_id, action, wave, due_at, chat_id) WHERE state IN ('pending', 'retry');
CREATE INDEX deliveries_in_hand ON deliveries (announcement_id, action, wave) WHERE state IN ('claimed', 'sending');

-- Topics that a chat does not want to hear of.
CREATE TABLE muted_topics (
    chat_id BIGINT NOT NULL,
    topic TEXT NOT NULL,
    PRIMARY KEY (chat_id, topic)
);

-- The pace of sending, for the bot as a whole: what Telegram asked to wait for, and the rate it bears.
CREATE TABLE pace (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    rate DOUBLE PRECISION NOT NULL,
    paused_until BIGINT NOT NULL
);
