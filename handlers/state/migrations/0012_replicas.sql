-- The last try of a reminder that was written to the network, for replicas; alone, a file beside the state says so.
ALTER TABLE reminders ADD COLUMN handed BIGINT;
