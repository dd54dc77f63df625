-- What has to be found among the rows of 1,000,000 chats. Each index holds the exceptions only, so that an answer writes none of them.

-- A person's rows outside the private chat with them.
CREATE INDEX conversations_in_groups ON conversations (user_id) WHERE chat_id <> user_id;
CREATE INDEX answers_in_groups ON answers (asker_id) WHERE chat_id <> asker_id;

-- Whether staff get an announcement before everyone else.
CREATE INDEX deliveries_of_staff ON deliveries (announcement_id, action) WHERE wave = 0;

-- Who waits for an answer, and for whom there is one.
CREATE INDEX watches_of_question ON watches (question_id);
CREATE INDEX watches_due ON watches (due_at) WHERE state = 'waiting' AND query IS NOT NULL;
CREATE INDEX watches_in_hand ON watches (owner) WHERE state = 'sending';
CREATE INDEX reminders_in_hand ON reminders (owner) WHERE state = 'sending';
