-- The last try of a message that was written to the network, for replicas; alone, a file beside the state says so.
ALTER TABLE reminders ADD COLUMN handed BIGINT;
ALTER TABLE watches ADD COLUMN handed BIGINT;
