-- What the agents and the recruiters add: controls, how far an application is, and where Chatwoot keeps it all.

-- All tables at once or none: the service goes on meanwhile and locks them in more than one order, so whoever holds one
-- and waits for the next would deadlock with it.
do $$
begin
  for n in 1..600 loop
    begin
      lock table app.conversations, app.messages, app.profile_facts, app.effects in access exclusive mode nowait;
      return;
    exception when lock_not_available then
      perform pg_sleep(0.1);
    end;
  end loop;
  raise lock_not_available using message = 'the tables are in use: migrate again when less is going on';
end
$$;

alter table app.conversations
  add column progress jsonb not null default '{"asked": {}, "confirmed": false}', -- see Progress in src/message.ts
  add column delete_asked_at timestamptz,  -- DELETE was written once and waits for its confirmation
  add column chatwoot_contact bigint,      -- null until the first mirror effect has been sent
  add column chatwoot_conversation bigint, -- Chatwoot's display id, the one of its API paths and webhooks
  add column chatwoot_status text,         -- as Chatwoot last told us
  add column chatwoot_status_at timestamptz;
create index conversations_chatwoot on app.conversations (chatwoot_conversation, id)
  where chatwoot_conversation is not null;

-- A control word (recruiting/controls.ts) that the message is; null too when it changed nothing, such as a second STOP.
alter table app.messages add column control text;
alter type app.incoming_event add attribute control text;

-- Numbers, lists and yes or no are facts too.
alter table app.profile_facts alter column value type jsonb using to_jsonb(value);

-- Where a text to a candidate stands in the recruiters' line: taken when its send begins, because the candidate may answer
-- before we have noted that it left.
alter table app.effects add column mirror_id bigint;

-- Each destination has its own sender and its own line: one that is away must not slow down the other.
create index effects_line on app.effects (destination, conversation_id, id)
  where state in ('queued', 'sending', 'unknown');
drop index app.effects_open;
create index effects_sending on app.effects (conversation_id, destination) where state = 'sending';
create index effects_next on app.effects (destination, next_at) where state in ('queued', 'sending', 'unknown');
drop index app.effects_due;

-- What was said, for the turn's input: most effects of a conversation only show things to the recruiters.
create index effects_said on app.effects (conversation_id, id) where kind = 'text';
drop index app.effects_conversation;
