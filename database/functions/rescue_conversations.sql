-- The safety net: wakes conversations whose messages wait although nobody is going to look. It should never find one; each
-- find is a bug, counted for good.
--
-- p: {older_than_ms}
-- returns: {rescued: n}
create or replace function public.rescue_conversations(p json) returns json
language plpgsql security definer set search_path = '' set enable_seqscan = off as $$
declare
  v_rescued integer;
begin
  with orphaned as (
    select c.id from app.conversations c
     where c.due_at is null and c.lease_until is null
       and c.id in (select m.conversation_id from app.messages m join app.events e on e.id = m.event_id
                     where m.turn_id is null and e.received_at < now() - (p ->> 'older_than_ms')::int * interval '1 ms')
       for no key update of c skip locked
  )
  update app.conversations c set due_at = now(), rescues = c.rescues + 1 from orphaned o where o.id = c.id;
  get diagnostics v_rescued = row_count;
  return json_build_object('rescued', v_rescued);
end
$$;
select app.seal('public.rescue_conversations(json)');
