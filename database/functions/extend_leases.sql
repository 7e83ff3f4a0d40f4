-- The heartbeat: keeps the leases of turns that are still running, and names those that are lost.
--
-- p: {lease_ms, leases: [{conversation, fence}, ...]}
-- returns: {lost: [{conversation, fence}, ...]}
create or replace function public.extend_leases(p json) returns json
language plpgsql security definer set search_path = '' as $$
begin
  with held as (
    select c.id
      from app.conversations c
      join json_to_recordset(p -> 'leases') as l (conversation bigint, fence bigint)
        on l.conversation = c.id and l.fence = c.fence
     where c.lease_until is not null
       for no key update of c skip locked -- a row that is locked now is being written by its owner: the next beat will do
  )
  update app.conversations c set lease_until = now() + (p ->> 'lease_ms')::int * interval '1 ms'
    from held where c.id = held.id;

  return json_build_object('lost', (
    select coalesce(json_agg(l), '[]')
      from json_to_recordset(p -> 'leases') as l (conversation bigint, fence bigint)
     where not exists (select from app.conversations c
                        where c.id = l.conversation and c.fence = l.fence and c.lease_until is not null)));
end
$$;
select app.seal('public.extend_leases(json)');
