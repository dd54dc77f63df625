-- What a restored state must not do again: an announcement that was on its way when the copy was made has gone on since.

-- name: pause_restored
UPDATE announcements SET state = 'paused', reason = 'restored' WHERE state = 'sending';

-- name: redraft_restored
UPDATE announcements SET state = 'draft', version = version + 1, reason = 'restored' WHERE state IN ('scheduled', 'countdown');
