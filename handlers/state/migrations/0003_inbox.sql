-- Updates from Telegram, as they came, until they are handled. Of a handled one only its number stays for a while, to recognise a repeat.
CREATE TABLE inbox (
    update_id BIGINT PRIMARY KEY,
    user_id BIGINT,
    content TEXT,
    received_at BIGINT NOT NULL
);
