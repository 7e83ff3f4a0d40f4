-- What it takes to keep and to prove the delivery promises: poison turns, pacing, tasks, the record of times.

-- All tables at once or none (see 002).
do $$
begin
  for n in 1..600 loop
    begin
      lock table app.events, app.conversations, app.messages, app.turns, app.effects in access exclusive mode nowait;
      return;
    exception when lock_not_available then
      perform pg_sleep(0.1);
    end;
  end loop;
  raise lock_not_available using message = 'the tables are in use: migrate again when less is going on';
end
$$;

-- Why an event was parked: a SQLSTATE when Postgres refused to take it apart, null when nobody knew what it means.
alter table app.events add column problem text;
alter type app.incoming_event add attribute problem text;

alter table app.conversations
  add column claimed_at timestamptz,               -- when the turn that is running, or the last one, was claimed
  add column failures integer not null default 0,  -- turns in a row that failed or whose worker vanished; a commit clears it
  add column rescues integer not null default 0,   -- times that the safety net had to wake it: a bug when not 0
  add column pair_until timestamptz;               -- pair rate: until when the texts of the last minutes are paid off

create index conversations_suspect on app.conversations (due_at) where failures >= 2;

alter table app.turns add column claimed_at timestamptz;

alter table app.effects
  alter column conversation_id drop not null,      -- a task may belong to nobody
  add column tries_before integer not null default 0, -- attempts that no longer count: an operator queued it again
  add column delivery_at timestamptz;              -- when the newest delivery status was stored
create index effects_dead on app.effects (destination, id) where state = 'dead';

-- For letting go of what is old: rows lie in the order of their time.
create index events_received on app.events using brin (received_at);
create index effects_old on app.effects (created_at)
  where state in ('sent', 'cancelled') and (destination <> 'whatsapp' or kind <> 'text');

-- A whole line that waits: the number's throughput is used up, or its account is in trouble. Until then nothing is claimed.
create table app.pauses (
  destination text primary key,
  until timestamptz not null,
  reason text not null               -- the provider's code
);
alter table app.pauses enable row level security;

-- Work that comes back. When it is due, a task effect is made of it.
create table app.schedules (
  kind text primary key,
  every_ms bigint not null,
  next_at timestamptz not null
);
alter table app.schedules enable row level security;
insert into app.schedules values ('prune', 3600000, now() + interval '1 hour');
