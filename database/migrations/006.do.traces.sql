-- What it takes to follow one message from the webhook to what was sent for it, and to say how much waits.

-- All tables at once or none (see 002).
do $$
begin
  for n in 1..600 loop
    begin
      lock table app.messages, app.turns, app.effects in access exclusive mode nowait;
      return;
    exception when lock_not_available then
      perform pg_sleep(0.1);
    end;
  end loop;
  raise lock_not_available using message = 'the tables are in use: migrate again when less is going on';
end
$$;

-- One random id for each message. A turn has that of the newest message that it answers, an effect that of its turn, or of
-- the message that it shows. Null in what came before, and in what no message has led to.
alter table app.messages add column trace uuid;
alter type app.incoming_event add attribute trace uuid;
alter table app.turns
  add column trace uuid,
  add column received_at timestamptz; -- of the oldest message that it answers, for whoever sends the answer
alter table app.effects
  add column trace uuid,
  add column due_at timestamptz; -- since when it should have left; null = from its creation

-- Few at most times, and to be counted beside any number that wait.
create index effects_unknown on app.effects (destination) where state = 'unknown';

drop function if exists app.apply_statuses(app.incoming_event[]); -- returns something now
