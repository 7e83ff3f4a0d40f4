-- Leases due conversations to a worker and hands over the whole input of their turns.
--
-- p: {limit, lease_ms, typing}     typing: whether to show the candidate at once that the message was read
-- returns: {turns: [turn input, ...], next_due_ms}
--
-- Two statements on purpose: the update locks the newest version of a row, and only a later statement has a snapshot
-- in which the messages that belong to that version are visible. In one statement a message committed in between
-- would be counted in gen and not read.
--
-- A turn may be what kills its worker, and all that it ran beside. From the third time on that a worker vanished with a
-- conversation, it waits at a time of its own; those that failed twice are handed out one at a time. So the innocent ones are
-- done before the guilty one is claimed again.
create or replace function public.claim_conversations(p json) returns json
-- Planning the turn input costs more than running it, and its plan does not depend on the values.
-- No full scans: a plan that was made while a table was empty is kept, and would read it whole once it is full.
language plpgsql security definer set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  v_claimed bigint[];
begin
  update app.conversations c set
    lease_until = null,
    failures = c.failures + 1,
    due_at = now() + case c.failures when 2 then 5 + 10 * random() else 15 + 30 * random() end * interval '1 s'
   where c.id in (
     select id from app.conversations
      where due_at <= now() and lease_until <= now() and failures >= 2 and failures < 4
        for no key update skip locked);

  with due as (
    select id from app.conversations
     where due_at <= now() and (lease_until is null or lease_until <= now())
       and (failures < 2 or id = (
         select id from app.conversations
          where due_at <= now() and (lease_until is null or lease_until <= now()) and failures >= 2
          order by due_at limit 1))
     order by due_at
     limit (p ->> 'limit')::int
       for no key update skip locked
  ), leased as (
    update app.conversations c set
      lease_until = now() + (p ->> 'lease_ms')::int * interval '1 ms',
      fence = c.fence + 1,
      attempts = c.attempts + 1,
      claimed_at = now(),
      failures = c.failures + (c.lease_until is not null)::int, -- whoever held it has vanished without giving it back
      first_due_at = null -- the burst ends here; what comes later starts a new one
      from due where c.id = due.id
    returning c.id
  )
  select coalesce(array_agg(id), '{}') into v_claimed from leased;

  if (p ->> 'typing')::boolean then
    perform app.add_receipts(v_claimed);
  end if;

  return json_build_object(
    'turns', app.turn_inputs(v_claimed),
    'next_due_ms', case
      when cardinality(v_claimed) = (p ->> 'limit')::int then 0 -- more may wait; counting a long backlog is not worth it
      -- What is due and was skipped is being written now, and its writer is quick: not at once, but soon.
      else (select greatest(50, ceil(1000 * extract(epoch from min(greatest(due_at, lease_until)) - now())))
              from app.conversations where due_at is not null having count(*) > 0) end);
end
$$;
select app.seal('public.claim_conversations(json)');
