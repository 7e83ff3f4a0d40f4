-- The place to start reading. Everything the service knows is in these tables; Redis holds nothing that matters.
--
-- A message goes: events (raw, once) -> messages (pending while turn_id is null) -> a claimed conversation -> turns
-- -> effects (the outbox) -> a provider -> statuses back through events.
--
-- Schema app is not exposed by the REST API. The service reaches it only through functions in public, which run as
-- their owner (security definer) and which nobody but service_role may call.

create schema if not exists app;
revoke all on schema app from public;

-- A person. Never keyed on a phone number: numbers are optional since 2026 and get recycled.
create table app.contacts (
  id bigint generated always as identity primary key,
  name text,
  created_at timestamptz not null default now()
);

-- The names under which channels know a person. A BSUID (business-scoped user id) wins over a phone number.
create table app.contact_aliases (
  kind text not null check (kind in ('bsuid', 'parent_bsuid', 'wa_id')),
  value text not null,
  contact_id bigint not null references app.contacts (id),
  created_at timestamptz not null default now(),
  primary key (kind, value)
);
create index contact_aliases_contact on app.contact_aliases (contact_id, kind);

-- One person on one channel, and the lease under which a worker handles it.
create table app.conversations (
  id bigint generated always as identity primary key,
  channel text not null,
  contact_id bigint not null references app.contacts (id),
  recipient text not null,            -- where answers go: wa_id or BSUID, exactly as the last inbound message gave it
  mode text not null default 'bot' check (mode in ('bot', 'human')),
  opted_out_at timestamptz,
  last_inbound_at timestamptz,        -- the provider's clock; opens the 24 hour window
  gen bigint not null default 0,      -- counts inbound messages: a moved gen tells a turn that it read too little
  due_at timestamptz,                 -- when a worker should look; null = nothing waits
  first_due_at timestamptz,           -- ceiling of the burst that is being collected
  lease_until timestamptz,
  fence bigint not null default 0,    -- fencing token: grows with every claim, checked by every write of a turn
  attempts integer not null default 0,
  checkpoint_id text,
  summary text,
  created_at timestamptz not null default now(),
  unique (channel, contact_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
create index conversations_due on app.conversations (due_at) where due_at is not null;

-- Everything a provider told us, word for word, once. source is text because jsonb refuses legal JSON (NUL, lone
-- surrogates). key is the SHA-256 of the provider's own id; rows live at least 8 days, providers repeat for 7.
create table app.events (
  id bigint generated always as identity primary key,
  key bytea not null unique,
  kind text not null,
  source text not null,
  parked boolean not null,            -- stored but not understood: a person or a later version may look at it
  received_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0.02);
create index events_parked on app.events (id) where parked;

-- What candidates wrote. "Pending" is a property of the row (turn_id is null), never a cursor: identity values are
-- taken before commit, so a cursor would skip rows.
create table app.messages (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references app.conversations (id),
  event_id bigint not null,           -- no foreign key: events are kept for days, messages for longer
  kind text not null,
  provider_id text not null,
  text text not null,                 -- NUL and lone surrogates replaced by U+FFFD
  sent_at timestamptz not null,
  turn_id bigint
) with (autovacuum_vacuum_scale_factor = 0.02);
create index messages_pending on app.messages (conversation_id, id) where turn_id is null;
create index messages_conversation on app.messages (conversation_id, id);

-- One row for each committed turn: what was decided and by what. A lease commits at most one turn.
create table app.turns (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references app.conversations (id),
  fence bigint not null,
  silenced boolean not null,
  decision jsonb not null,
  created_at timestamptz not null default now(),
  unique (conversation_id, fence)
);

-- The profile: each value with the message and the words it came from. A correction supersedes, nothing is overwritten.
create table app.profile_facts (
  id bigint generated always as identity primary key,
  contact_id bigint not null references app.contacts (id),
  field text not null,
  value text not null,
  message_id bigint not null references app.messages (id),
  quote text not null,
  confidence real not null,
  turn_id bigint not null references app.turns (id),
  superseded_by bigint references app.profile_facts (id),
  created_at timestamptz not null default now()
);
create index profile_facts_current on app.profile_facts (contact_id, field) where superseded_by is null;

-- The outbox. An effect is open while queued, sending or unknown; open effects of one conversation and destination
-- leave in order of id, one at a time.
create table app.effects (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references app.conversations (id),
  turn_id bigint references app.turns (id),
  key text not null unique,           -- what makes an effect exist once: turn:<turn>:<n>, read:<message>
  destination text not null,
  origin text not null check (origin in ('bot', 'human', 'control')),
  kind text not null,
  body jsonb not null,
  state text not null default 'queued'
    check (state in ('queued', 'sending', 'unknown', 'sent', 'dead', 'cancelled')),
  next_at timestamptz not null default now(),
  attempts integer not null default 0, -- also the fencing token of a send
  unknowns integer not null default 0, -- sends whose outcome never became known
  sending_at timestamptz,             -- set under the conversation's row lock
  sent_at timestamptz,
  provider_id text,
  delivery text check (delivery in ('sent', 'delivered', 'read', 'failed')),
  error text,
  created_at timestamptz not null default now()
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
create index effects_due on app.effects (next_at) where state in ('queued', 'sending', 'unknown');
create index effects_open on app.effects (conversation_id, destination, id)
  where state in ('queued', 'sending', 'unknown');
create index effects_conversation on app.effects (conversation_id, id);
create index effects_provider on app.effects (provider_id) where provider_id is not null;

-- Row level security without a policy: whoever gets at a table by mistake sees nothing.
alter table app.schema_version enable row level security; -- made by the migration runner
alter table app.contacts enable row level security;
alter table app.contact_aliases enable row level security;
alter table app.conversations enable row level security;
alter table app.events enable row level security;
alter table app.messages enable row level security;
alter table app.turns enable row level security;
alter table app.profile_facts enable row level security;
alter table app.effects enable row level security;

-- The flat shape in which receive_events reads its rows; it fills in the first two itself.
create type app.incoming_event as (
  event_id bigint,
  arrival bigint,
  key text,
  kind text,
  source text,
  -- a message
  message_kind text,
  provider_id text,
  text text,
  sent_at timestamptz,
  bsuid text,
  parent_bsuid text,
  wa_id text,
  name text,
  -- a status
  status text,
  callback text,
  error_code text
);

-- Leaves a function callable by its owner and service_role alone. The roles of Supabase do not exist in every database.
create function app.seal(f regprocedure) returns void language plpgsql set search_path = '' as $$
declare
  r text;
begin
  execute format('revoke all on function %s from public', f);
  for r in select rolname from pg_catalog.pg_roles where rolname in ('anon', 'authenticated') loop
    execute format('revoke all on function %s from %I', f, r);
  end loop;
  if exists (select from pg_catalog.pg_roles where rolname = 'service_role') then
    execute format('grant execute on function %s to service_role', f);
  end if;
end
$$;
revoke all on function app.seal(regprocedure) from public;
