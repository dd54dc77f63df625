-- name: tables
SELECT c.relname FROM pg_class AS c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> 'schema_version' ORDER BY c.oid;

-- name: probe
SELECT 1;

-- name: size
SELECT pg_database_size(current_database());

-- name: alone
-- Of the transactions that take this lock one runs at a time, and sees all that the others have done.
SELECT pg_advisory_xact_lock(7218431);

-- name: hold
SELECT pg_try_advisory_lock(hashtextextended(:name, 7218431));

-- name: hold_again
SELECT name, pg_try_advisory_lock(hashtextextended(name, 7218431)) FROM unnest(CAST(:names AS TEXT[])) AS name;

-- name: let_go
SELECT pg_advisory_unlock(hashtextextended(name, 7218431)) FROM unnest(CAST(:names AS TEXT[])) AS name;

-- name: is_held
-- By another session. A name of one's own is taken once more, and given back.
SELECT CASE WHEN pg_try_advisory_lock(hashtextextended(:name, 7218431)) THEN NOT pg_advisory_unlock(hashtextextended(:name, 7218431)) ELSE true END;

-- name: tell
SELECT pg_notify(concat('tyrna_', CAST(:what AS TEXT)), :teller);
