-- Vacancies, which are data, and what candidates applied to.

-- The new tables refer to old ones, which locks those too, and the functions that follow put the trigger on effects again.
-- All at once or none (see 002). Reading goes on meanwhile.
do $$
begin
  for n in 1..600 loop
    begin
      lock table app.conversations, app.messages, app.turns, app.effects in share row exclusive mode nowait;
      return;
    exception when lock_not_available then
      perform pg_sleep(0.1);
    end;
  end loop;
  raise lock_not_available using message = 'the tables are in use: migrate again when less is going on';
end
$$;

create table app.vacancies (
  id text primary key,                -- as its author writes it, such as waiter-lisbon
  status text not null default 'open' check (status in ('open', 'closed')),
  version integer not null,           -- the newest one, which new applications begin with
  created_at timestamptz not null default now(),
  closed_at timestamptz               -- null while it is open
);

-- What a vacancy says, once for each time that it changed. A version never changes: applications are read by theirs.
create table app.vacancy_versions (
  vacancy_id text not null references app.vacancies (id),
  version integer not null,
  definition jsonb not null,          -- as src/recruiting/vacancies.ts reads it
  sha256 bytea not null,              -- of the definition in its canonical form (src/operator/vacancies.ts)
  embedding real[],                   -- of what it says (src/agent/open-vacancies.ts); null until there is one
  created_at timestamptz not null default now(),
  primary key (vacancy_id, version)
);

-- A person who applies to a vacancy in a conversation. The conversation is about its newest application that has not ended.
create table app.applications (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references app.conversations (id),
  vacancy_id text not null,
  version integer not null,           -- as it stood when the application began, whatever became of the vacancy since
  state text not null check (state in ('open', 'submitted', 'ended')), -- submitted: confirmed by the candidate
  result text not null check (result in ('qualified', 'knocked_out', 'incomplete')), -- what the rules propose
  screening jsonb not null,           -- Application.screening in src/message.ts: the result and what it comes from
  decision text check (decision in ('proceed', 'reject', 'hold')), -- by a person; rules never reject
  decided_at timestamptz,
  decided_by text,
  submitted_at timestamptz,           -- stays when the application ends
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (vacancy_id, version) references app.vacancy_versions
);
create index applications_conversation on app.applications (conversation_id, id);
create index applications_vacancy on app.applications (vacancy_id, state);

-- Answers to the vacancy's own questions, kept like profile_facts: with the message and the words they came from.
create table app.answers (
  id bigint generated always as identity primary key,
  application_id bigint not null references app.applications (id),
  turn_id bigint not null references app.turns (id),
  question text not null,
  value jsonb not null,
  message_id bigint not null references app.messages (id),
  quote text not null,
  confidence real not null,
  superseded_by bigint references app.answers (id),
  created_at timestamptz not null default now()
);
create index answers_current on app.answers (application_id, question) where superseded_by is null;

-- What people did that no turn tells. No foreign keys: it outlives what it is about.
create table app.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  application_id bigint,
  conversation_id bigint,
  detail jsonb not null               -- internal ids and what was done: no text of a candidate
);

alter table app.vacancies enable row level security;
alter table app.vacancy_versions enable row level security;
alter table app.applications enable row level security;
alter table app.answers enable row level security;
alter table app.audit enable row level security;
