-- name: tables
SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid;

-- name: probe
SELECT name FROM sqlite_master LIMIT 1;
