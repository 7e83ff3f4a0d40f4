-- How much waits in the inbox and in each line of the outbox, for probes: as quick with a million rows as with ten. Each
-- number is of the 10 000 rows at most that are due first, and the age of the oldest message of 1 000 conversations.
--
-- p: {}
-- returns: {inbox: {waiting, leased, oldest_age_ms},
--           outbox: {whatsapp | chatwoot | task: {waiting, sending, unknown, dead, oldest_age_ms}}}
--    inbox: conversations that are due and those that a worker holds; since when the oldest message that is due is here
--    outbox: waiting are those that are queued, for whatever reason. The age is that of the oldest which was tried or could
--    be now, tries and pauses included; what is meant for later, or queued again, ages from then on.
create or replace function public.queue_status(p json) returns json
-- No full scans and nothing that reads all rows before the first: limits would come too late.
language plpgsql security definer set search_path = '' set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
as $$
declare
  v_inbox json;
  v_outbox json;
begin
  select json_build_object(
      'waiting', count(*) filter (where due_at <= now() and (lease_until is null or lease_until <= now())),
      'leased', count(*) filter (where lease_until > now()),
      'oldest_age_ms', app.elapsed_ms(min(case when due_at <= now() and place <= 1000 then (
        select e.received_at from app.events e where e.id = (
          select m.event_id from app.messages m
           where m.conversation_id = due.id and m.turn_id is null order by m.id limit 1)) end), clock_timestamp()))
    into v_inbox
    from (select *, row_number() over (order by due_at) as place
            from (select id, due_at, lease_until from app.conversations
                   where due_at is not null order by due_at limit 10000) waiting) due;

  with sending as (
    select destination, count(*) as n
      from (select destination from app.effects where state = 'sending' limit 10000) s group by destination
  )
  select json_object_agg(line.destination, json_build_object(
      'waiting', open.waiting,
      'sending', coalesce((select n from sending where sending.destination = line.destination), 0),
      'unknown', (select count(*) from (
        select from app.effects e where e.destination = line.destination and e.state = 'unknown' limit 10000) u),
      'dead', (select count(*) from (
        select from app.effects e where e.destination = line.destination and e.state = 'dead' limit 10000) d),
      'oldest_age_ms', open.oldest_age_ms))
    into v_outbox
    from unnest(array['whatsapp', 'chatwoot', 'task']) as line (destination)
    cross join lateral (
      select count(*) filter (where o.state = 'queued') as waiting,
             app.elapsed_ms(min(case when o.attempts > o.tries_before or o.next_at <= now()
                                     then coalesce(o.due_at, o.created_at) end), clock_timestamp()) as oldest_age_ms
        from (select e.state, e.attempts, e.tries_before, e.created_at, e.due_at, e.next_at from app.effects e
               where e.destination = line.destination and e.state in ('queued', 'sending', 'unknown')
               order by e.next_at limit 10000) o
    ) open;

  return json_build_object('inbox', v_inbox, 'outbox', v_outbox);
end
$$;
select app.seal('public.queue_status(json)');
