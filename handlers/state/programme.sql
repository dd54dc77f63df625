-- name: venues
SELECT id, content, latitude, longitude FROM venues ORDER BY id;

-- name: put_venue
INSERT INTO venues (id, content, latitude, longitude) VALUES (:id, :content, :latitude, :longitude)
ON CONFLICT (id) DO UPDATE SET content = excluded.content, latitude = excluded.latitude, longitude = excluded.longitude;

-- name: forget_venues
DELETE FROM venues WHERE NOT EXISTS (SELECT 1 FROM screenings AS s WHERE s.venue_id = venues.id);

-- name: columns
SELECT id, kind, film, venue_id, starts_at, ends_at, cancelled, content, version, changed_at FROM screenings

-- name: screenings
{columns} ORDER BY starts_at, venue_id, id;

-- name: put_screening
INSERT INTO screenings (id, kind, film, venue_id, starts_at, ends_at, cancelled, content, version, changed_at)
VALUES (:id, :kind, :film, :venue_id, :starts_at, :ends_at, :cancelled, :content, 0, :now)
ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, film = excluded.film, venue_id = excluded.venue_id, starts_at = excluded.starts_at,
    ends_at = excluded.ends_at, cancelled = excluded.cancelled, content = excluded.content, version = screenings.version + 1, changed_at = excluded.changed_at;

-- name: revision
SELECT value FROM settings WHERE key = 'programme_revision';

-- name: set_revision
INSERT INTO settings (key, value) VALUES ('programme_revision', :revision) ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: forget_screening
DELETE FROM screenings WHERE id = :id;

-- name: forget_reminders_of_screening
DELETE FROM reminders WHERE screening_id = :id;

-- Reminders. `attempts` only goes up: a try is known by it.

-- name: set_reminder
INSERT INTO reminders (user_id, screening_id, what, minutes, language, due_at, state)
SELECT :user_id, id, 'reminder', :minutes, :language, starts_at - 60 * :minutes, 'waiting' FROM screenings
WHERE id = :screening_id AND cancelled = 0 AND starts_at > :now
ON CONFLICT (user_id, screening_id, what) DO UPDATE SET minutes = excluded.minutes, language = excluded.language, due_at = excluded.due_at,
    state = 'waiting', owner = NULL, reason = NULL;

-- name: unset_reminder
DELETE FROM reminders WHERE user_id = :user_id AND screening_id = :screening_id;

-- name: reminder
SELECT minutes FROM reminders WHERE user_id = :user_id AND screening_id = :screening_id AND what = 'reminder';

-- name: reminders_of_person
SELECT r.screening_id, r.minutes FROM reminders AS r JOIN screenings AS s ON s.id = r.screening_id
WHERE r.user_id = :user_id AND r.what = 'reminder' AND coalesce(s.ends_at, s.starts_at) > :now ORDER BY s.starts_at, r.screening_id;

-- name: reminded
SELECT count(*) FROM reminders WHERE screening_id = :screening_id AND what = 'reminder';

-- A reminder goes with its screening: sent already, it is due again.
-- name: move_reminders
UPDATE reminders SET due_at = :starts_at - 60 * minutes, state = 'waiting', owner = NULL, reason = NULL
WHERE screening_id = :id AND what = 'reminder';

-- Whoever set a reminder is told of a change; of one that they have not been told of yet, only what it comes to in the end.
-- name: tell_change
INSERT INTO reminders (user_id, screening_id, what, minutes, language, due_at, state, was)
SELECT user_id, screening_id, 'change', 0, language, :now, 'waiting', :was FROM reminders WHERE screening_id = :id AND what = 'reminder'
ON CONFLICT (user_id, screening_id, what) DO UPDATE SET was = CASE WHEN reminders.state = 'waiting' THEN reminders.was ELSE excluded.was END,
    due_at = excluded.due_at, state = 'waiting', owner = NULL, reason = NULL;

-- name: due
SELECT r.user_id, r.screening_id, r.what, r.minutes, r.language, r.was, r.attempts FROM reminders AS r JOIN screenings AS s ON s.id = r.screening_id
WHERE r.state = 'waiting' AND r.due_at <= :now ORDER BY s.starts_at, r.due_at, r.user_id, r.what LIMIT :limit;

-- name: begin
UPDATE reminders SET state = 'sending', owner = :owner, attempts = attempts + 1
WHERE user_id = :user_id AND screening_id = :screening_id AND what = :what AND state = 'waiting' AND due_at <= :now;

-- name: end
UPDATE reminders SET state = :state, reason = :reason, due_at = coalesce(:due_at, due_at), owner = NULL
WHERE user_id = :user_id AND screening_id = :screening_id AND what = :what AND state = 'sending' AND owner = :owner;

-- name: in_hand
SELECT DISTINCT owner FROM reminders WHERE state = 'sending' AND owner <> :owner;

-- name: doubtful
SELECT user_id, screening_id, what, minutes, language, was, attempts FROM reminders WHERE state = 'sending' AND owner = :gone
ORDER BY user_id, screening_id, what;

-- name: recover
UPDATE reminders SET state = :state, owner = NULL, reason = 'crash'
WHERE user_id = :user_id AND screening_id = :screening_id AND what = :what AND state = 'sending' AND owner <> :owner;

-- name: note_handed
UPDATE reminders SET handed = :attempts WHERE user_id = :user_id AND screening_id = :screening_id AND what = :what;

-- name: was_handed
SELECT 1 FROM reminders WHERE user_id = :user_id AND screening_id = :screening_id AND what = :what AND handed = :attempts;
