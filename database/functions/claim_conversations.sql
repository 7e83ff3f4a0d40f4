-- Leases due conversations to a worker and hands over the whole input of their turns.
--
-- p: {limit, lease_ms, typing}     typing: whether to show the candidate at once that the message was read
-- returns: {turns: [turn input, ...], next_due_ms}
--
-- Two statements on purpose: the update locks the newest version of a row, and only a later statement has a snapshot
-- in which the messages that belong to that version are visible. In one statement a message committed in between
-- would be counted in gen and not read.
create or replace function public.claim_conversations(p json) returns json
-- Planning the turn input costs more than running it, and its plan does not depend on the values.
-- No full scans: a plan that was made while a table was empty is kept, and would read it whole once it is full.
language plpgsql security definer set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  v_claimed bigint[];
begin
  with due as (
    select id from app.conversations
     where due_at <= now() and (lease_until is null or lease_until <= now())
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
