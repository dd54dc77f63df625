-- Who works on the bot beside its owners, who stand in the config. A person can have both roles.
CREATE TABLE staff (
    user_id BIGINT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('editor', 'announcer')),
    added_by BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, role)
);

-- Links that give a role to the first who opens them. Of the link's secret only the SHA-256 is here.
CREATE TABLE invitations (
    hash TEXT PRIMARY KEY,
    role TEXT NOT NULL CHECK (role IN ('editor', 'announcer')),
    created_by BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_by BIGINT
);

-- What staff did.
CREATE TABLE audit (
    id BIGINT PRIMARY KEY,
    user_id BIGINT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    at BIGINT NOT NULL
);

-- In whose private chats the command menu has the commands of staff.
CREATE TABLE menus (
    user_id BIGINT PRIMARY KEY
);

-- What staff set in the running bot, such as the staff chat.
CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
